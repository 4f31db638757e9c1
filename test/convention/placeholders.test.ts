import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Marker } from '../../src/convention/convention.ts';
import { conventions } from '../../src/convention/index.ts';
import { inBraces, matching, substituted } from '../../src/convention/placeholders.ts';
import { writtenSpan } from '../../src/migration/template.ts';
import { workspace } from '../cli/workspace.ts';

/** `$` before `{` without the look of a template of ours. */
const sql = (text: string): string => text.replaceAll('§', '$');

const read = (text: string, values: Readonly<Record<string, string>> = {}, dialect: 'postgres' | 'mysql' = 'postgres') =>
  substituted(
    sql(text),
    matching(sql(text), inBraces, (name) => values[name]),
    dialect,
  );

describe('a text as it is sent', () => {
  test.each([
    ['a value', 'SELECT * FROM §{s}.t', { s: 'app' }, 'SELECT * FROM app.t', 'value'],
    ['a value of several lines stays on its own', 'ADD §{c};\n-- x', { c: 'a\n  int' }, 'ADD a int;\n-- x', 'value'],
    ['a schema that nothing defines', 'ALTER TABLE §{s}.t', {}, 'ALTER TABLE "§{s}".t', 'name'],
    ['a part of a name', 'CREATE INDEX idx_§{s}_a ON t (a)', {}, 'CREATE INDEX "idx_§{s}_a" ON t (a)', 'name'],
    ['the same, of which one is known', 'DROP TABLE §{a}_§{b}', { a: 'x' }, 'DROP TABLE "x_§{b}"', 'name'],
    ['a role', 'GRANT SELECT ON t TO §{r}', {}, 'GRANT SELECT ON t TO "§{r}"', 'name'],
    ['a string', "INSERT INTO t VALUES ('§{url}')", {}, "INSERT INTO t VALUES ('§{url}')", 'text'],
    ['a quoted name', 'DROP TABLE "§{s}"', {}, 'DROP TABLE "§{s}"', 'text'],
    ['a type', 'ALTER TABLE t ADD COLUMN a §{type}', {}, 'ALTER TABLE t ADD COLUMN a §{type}', 'unknown'],
    ['the type of a column', 'ALTER TABLE t ALTER a TYPE §{type}', {}, 'ALTER TABLE t ALTER a TYPE §{type}', 'unknown'],
    ['a default', 'ALTER TABLE t ADD a int DEFAULT §{x}', {}, 'ALTER TABLE t ADD a int DEFAULT §{x}', 'unknown'],
  ] as const)('%s', (_, text, values, sent, readAs) => {
    const filled = read(text, values);
    expect(filled?.text).toBe(sql(sent));
    expect(filled?.template.placeholders.map((each) => each.readAs)).toEqual([readAs]);
    if (filled !== undefined)
      for (const { written, sent } of filled.template.placeholders) expect(writtenSpan(filled.template, sent)).toEqual(written);
  });

  test('what only stands in comments is none', () => {
    expect(read('-- §{a}\n/* §{b} */ SELECT 1')).toBeUndefined();
    expect(read('# §{a}\nSELECT 1', {}, 'mysql')).toBeUndefined();
  });

  test('MySQL has quotes of its own, and its strings end behind a backslash and a quote', () => {
    expect(read("UPDATE t SET a = 'it\\'s §{a}'; DROP TABLE §{b}.t", {}, 'mysql')?.text).toBe(
      sql("UPDATE t SET a = 'it\\'s §{a}'; DROP TABLE `§{b}`.t"),
    );
  });

  test('between dollar signs is code', () => {
    expect(read("DO $$ BEGIN EXECUTE 'GRANT §{a}'; DROP TABLE §{b}.t; END $$")?.text).toBe(
      sql('DO $$ BEGIN EXECUTE \'GRANT §{a}\'; DROP TABLE "§{b}".t; END $$'),
    );
  });
});

/** The values that a tool gives to the placeholders of a text, by their names. */
function valuesBy(tool: string, files: Readonly<Record<string, string>>, text: string, sidecar?: string) {
  const own = (name: string): readonly Marker[] => (name in files ? [{ path: name, text: sql(files[name] ?? '') }] : []);
  const around = { series: 'm', paths: [], samples: [], markers: own, own };
  const find = conventions.find(({ id }) => id === tool)?.placeholders?.(around, (name) => (name === 'stated' ? 'S' : undefined));
  const found = find?.({ path: 'm/V1__a.sql', text: sql(text), ...(sidecar !== undefined && { sidecar }) }) ?? [];
  return Object.fromEntries(found.map(({ name, value }) => [name.replace('$', '§'), value]));
}

describe('what tools say of their placeholders', () => {
  const text = '§{a} §{stated} §{b}';
  test.each([
    ['flyway.conf', 'flyway.placeholders.a=1\nflyway.placeholders.b=§{HOME}\n'],
    ['flyway.toml', '[flyway]\nlocations = ["x"]\n\n[flyway.placeholders]\na = "1" # one\n'],
    ['application.properties', 'spring.flyway.placeholders.a=1\nspring.flyway.placeholders.b=§{B:2}\n'],
    [
      'application.yml',
      'spring:\n  flyway:\n    placeholders:\n      a: "1" # one\n    url: x\n---\nspring:\n  flyway:\n    placeholders:\n      b: 3\n',
    ],
    ['pom.xml', '<configuration><placeholders><a>1</a></placeholders></configuration>'],
    ['build.gradle', "flyway { placeholders = ['a': '1', b: project.b] }"],
    ['build.gradle.kts', 'flyway { placeholders = mapOf("a" to "1") }'],
  ])('Flyway: %s', (file, content) => {
    expect(valuesBy('flyway', { [file]: content }, text)).toEqual({ '§{a}': '1', '§{stated}': 'S', '§{b}': undefined });
  });

  test('Flyway: its own placeholders, other delimiters, none at all', () => {
    const own = '§{flyway:defaultSchema} §{flyway:table} §{flyway:filename} §{flyway:timestamp}';
    expect(valuesBy('flyway', { 'flyway.conf': 'flyway.schemas=app,log\n' }, own)).toEqual({
      '§{flyway:defaultSchema}': 'app',
      '§{flyway:table}': 'flyway_schema_history',
      '§{flyway:filename}': 'V1__a.sql',
      '§{flyway:timestamp}': undefined,
    });
    const other = 'flyway.placeholderPrefix=#[\nflyway.placeholderSuffix=]\nflyway.placeholders.a=1\n';
    expect(valuesBy('flyway', { 'flyway.conf': other }, '#[a] §{a}')).toEqual({ '#[a]': '1' });
    expect(valuesBy('flyway', { 'flyway.conf': 'flyway.placeholderReplacement=false\n' }, text)).toEqual({});
    expect(valuesBy('flyway', {}, text, 'placeholderReplacement=false\n')).toEqual({});
  });

  test('tern: what stands in [data]; other directives of its templates are nothing that a value could be', () => {
    const conf = '[database]\nhost = x\n\n[data]\nprefix = foo\nsecret = {{env "SECRET"}}\n';
    const template = '{{.prefix}} {{- .stated -}} {{.secret}} {{ template "shared/v1.sql" . }}';
    expect(valuesBy('tern', { 'tern.conf': conf }, template)).toEqual({
      '{{.prefix}}': 'foo',
      '{{- .stated -}}': 'S',
      '{{.secret}}': undefined,
      '{{ template "shared/v1.sql" . }}': undefined,
    });
  });

  test('goose: the environment, between the lines that say so', () => {
    const body =
      '-- +goose Up\n§{before}\n-- +goose ENVSUB ON\n§{stated} §stated §{none:-default} §§ §body§\n-- +goose ENVSUB OFF\n§{after}\n';
    expect(valuesBy('goose', {}, body)).toEqual({ '§{stated}': 'S', '§stated': 'S', '§{none:-default}': undefined });
  });

  test('Liquibase: its properties, and those of the file that hold everywhere', () => {
    const body = '--liquibase formatted sql\n--property name:b value:"x y"\n--property name:c value:1 dbms:mysql\n§{a} §{b} §{c}';
    const files = { 'liquibase.properties': 'url: jdbc:x\nparameter.a: 1\n' };
    expect(valuesBy('liquibase', files, body)).toEqual({ '§{a}': '1', '§{b}': 'x y', '§{c}': undefined });
  });
});

const history = sql(
  'CREATE TABLE §{schema}.orders (id bigint PRIMARY KEY, total int);\nCREATE TABLE §{p}_users (id bigint PRIMARY KEY);\n',
);
const change = sql(
  "-- for §{schema}\nALTER TABLE §{schema}.orders ADD CONSTRAINT positive CHECK (total > 0);\nCREATE INDEX u ON §{p}_users (id);\nINSERT INTO §{schema}.orders VALUES (1, '§{none}');\n",
);

test('findings point into the file, and a plan keeps the placeholders as the author writes them', async () => {
  const conf = 'flyway.placeholders.schema=shop\nflyway.placeholders.p=acme\n';
  const here = workspace({ 'flyway.conf': conf, 'm/V1__a.sql': history, 'm/V2__b.sql': change });
  const { stdout } = await here.lockstep('check', 'm/V2__b.sql', '--no-proof', '--format', 'json');
  const { files, plans, notices } = JSON.parse(stdout);
  expect(files[0].findings.map(({ rule, line, column }: { rule: string; line: number; column: number }) => [rule, line, column])).toEqual(
    expect.arrayContaining([
      ['add-check-validating', 2, sql('ALTER TABLE §{schema}.orders ').length + 1],
      ['create-index-blocking', 3, 1],
    ]),
  );
  expect(files[0].findings[0].message).toContain('shop.orders');
  expect(JSON.stringify(plans)).not.toMatch(/shop|acme/);
  expect(notices).toEqual([{ path: 'm/V2__b.sql', line: 4, message: expect.stringContaining(sql('`§{none}`')) }]);

  expect((await here.lockstep('plan', 'm/V2__b.sql', '--write', '--no-proof')).code).toBe(0);
  const written = (path: string): string => readFileSync(join(here.directory, path), 'utf8');
  expect(written('m/V2__b.sql')).toContain(sql('ALTER TABLE §{schema}.orders ADD CONSTRAINT positive CHECK (total > 0) NOT VALID;'));
  expect(written('m/V2__b.sql')).toContain(sql("INSERT INTO §{schema}.orders VALUES (1, '§{none}');"));
  expect(written('m/V2_1__expand.sql')).toContain(sql('CREATE INDEX CONCURRENTLY u ON §{p}_users (id);'));
  expect((await here.lockstep('check', 'm', '--no-proof')).stdout).toMatch(/nothing unsafe/);
});

test('a baseline knows a statement by its file’s own words', async () => {
  const here = workspace({ 'flyway.conf': 'flyway.placeholders.p=acme\n', 'm/V1__a.sql': sql('CREATE INDEX u ON §{p}_users (id);\n') });
  await here.lockstep('baseline', 'm');
  here.write({ 'flyway.conf': 'flyway.placeholders.p=other\n', '.lockstep.yml': 'baseline: .lockstep-baseline.json\n' });
  expect((await here.lockstep('check', 'm', '--no-proof')).stdout).toMatch(/known/);
});

test('what nothing defines is read as a name, or its statement is unreadable by name; the config may say it', async () => {
  const files = {
    'm/1_a.up.sql': sql('CREATE TABLE §{s}.t (id int);\nALTER TABLE §{s}.t ADD COLUMN a §{type};\n'),
    'm/2_b.up.sql': sql("CREATE INDEX i ON §{s}.t (id);\nSELECT '§{is_text}';\n"),
  };
  const here = workspace(files);
  const report = async () => JSON.parse((await here.lockstep('check', 'm', '--no-proof', '--format', 'json')).stdout);
  const before = await report();
  expect(before.files[0].findings.map(({ rule, message }: { rule: string; message: string }) => [rule, message])).toEqual([
    [
      'unreadable-statement',
      sql('This statement cannot be read, so it was not checked: no file that is read says what `§{type}` stands for.'),
    ],
  ]);
  // No tool is known here that replaces anything in a string.
  expect(before.notices.map(({ message }: { message: string }) => message)).toEqual([expect.stringContaining(sql('`§{s}`'))]);
  here.write({ '.lockstep.yml': 'directories:\n  m:\n    placeholders:\n      s: app\n      type: int\n' });
  const after = await report();
  expect(after.notices).toEqual([]);
  expect(after.files[0].findings).toEqual([]);
  expect(after.files[1].findings[0].message).toContain('app.t');
});

test('with --base the branch’s own configuration says what its placeholders stand for', async () => {
  const here = workspace({ 'flyway.conf': 'flyway.url=x\n', 'migrations/V1__a.sql': 'CREATE TABLE t (id int);\n' });
  here.git('init', '-q', '-b', 'main');
  here.git('add', '.');
  here.git('commit', '-qm', 'base');
  here.write({ 'flyway.conf': 'flyway.placeholders.t=t\n', 'migrations/V2__b.sql': sql('DROP TABLE §{t};\n') });
  here.git('add', '.');
  here.git('commit', '-qm', 'head');
  const { stdout } = await here.lockstep('check', '--base', 'HEAD~1', '--no-proof', '--format', 'json');
  const report = JSON.parse(stdout);
  expect(report.notices).toEqual([]);
  expect(report.files[0].findings[0].rule).toBe('drop-table');
});

test('a form of one’s own is written whole in the config; where it is missing, the finding asks for it', async () => {
  const text = 'CREATE TABLE {$NAMESPACE}_user.u (id int);\nALTER TABLE @schema@.t DROP COLUMN a;\n';
  const here = workspace({ 'mysql/1.sql': text });
  const report = async () => JSON.parse((await here.lockstep('check', 'mysql', '--format', 'json')).stdout).files[0].findings;
  expect(
    (await report()).map(({ rule, advice }: { rule: string; advice: string }) => [rule, /If `([^`]+)` is a placeholder/.exec(advice)?.[1]]),
  ).toEqual([
    ['unreadable-statement', '{$NAMESPACE}'],
    ['unreadable-statement', '@schema@'],
  ]);
  here.write({ '.lockstep.yml': "placeholders:\n  '{$NAMESPACE}': shop\n  '@schema@': app\n" });
  expect((await report()).find(({ rule }: { rule: string }) => rule === 'drop-column')).toMatchObject({
    line: 2,
    column: 'ALTER TABLE @schema@.t '.length + 1,
  });
});
