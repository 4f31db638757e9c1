import { expect, test } from 'vitest';
import { runAction } from '../action/run.ts';
import { base, withMigration } from '../action/service.ts';
import type { World } from '../github/fake.ts';

/** Whatever a pull request brings to be let past, the verdict stays that of the base branch's policy on the SQL that will run. */

const unsafe = 'CREATE INDEX orders_note ON orders (note);\n';
const path = 'db/migrations/0003_change.sql';
const head = { ...base, [path]: unsafe };
const withHead = (more: World['head'], world: Partial<World> = {}): World => ({ base, head: { ...head, ...more }, ...world });
const withConfig = (config: string): World => withHead({ '.lockstep.yml': config });
const without = (files: World['head'], gone: string): World['head'] =>
  Object.fromEntries(Object.entries(files).filter(([each]) => each !== gone));
const waived = (comment: string): World => withMigration(`${comment}\n${unsafe}`);

const policies: Readonly<Record<string, World>> = {
  'a config that never fails': withConfig('migrations: db/migrations/*.sql\nfail-on: never\n'),
  'a config that turns the rule off': withConfig('migrations: db/migrations/*.sql\nrules:\n  create-index-blocking: off\n'),
  'a config that calls it a warning': withConfig('migrations: db/migrations/*.sql\nrules:\n  create-index-blocking: warning\n'),
  'a config that looks elsewhere': withConfig('migrations: nowhere/*.sql\n'),
  'a config that lies about the server': withConfig('migrations: db/migrations/*.sql\nsearch-path: elsewhere\n'),
  'a config that is taken away': { base, head: without(head, '.lockstep.yml') },
  'a config that is renamed': {
    base,
    head: { ...without(head, '.lockstep.yml'), 'old.yml': base['.lockstep.yml'] as string },
    renamed: { 'old.yml': '.lockstep.yml' },
  },
  'a config that is no YAML': withConfig('{{{'),
  'a config that expands to gigabytes': withConfig(
    `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from('bcdefghij', (c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(',')}]`).join('\n')}\n`,
  ),
  'a config that is larger than any': withConfig(`# ${'x'.repeat(2_000_000)}\n`),
  'a config nearer to the migrations': withHead({
    'db/migrations/.lockstep.yml': 'fail-on: never\n',
    'db/.lockstep.yml': 'fail-on: never\n',
  }),
  'a config by another name': withHead({ '.lockstep.yaml': 'fail-on: never\n' }),
  'a baseline of its own': withHead({ '.lockstep-baseline.json': '{"version":1,"findings":[]}' }),
  'a workflow that would be more lenient': withHead({ '.github/workflows/lockstep.yml': 'on: push\n' }),
  'attributes that call SQL binary': withHead({ '.gitattributes': '*.sql binary -diff\n' }, { withoutPatch: [path] }),
  'a waiver without a reason': waived('-- lockstep-ignore create-index-blocking'),
  'a waiver with an empty reason': waived('-- lockstep-ignore create-index-blocking:   '),
  'a waiver whose reason cannot be seen': waived('-- lockstep-ignore create-index-blocking: \u200b\u2060\ufeff'),
  'a waiver whose reason is a dash': waived('-- lockstep-ignore create-index-blocking: --'),
  'a waiver of everything': waived('-- lockstep-ignore *: trust me'),
  'a waiver of all rules by a word': waived('-- lockstep-ignore all: trust me'),
  'a waiver in letters that look alike': waived('-- lockstep-ignore create\u2010index\u2010blocking: trust me'),
  'a waiver in capitals': waived('-- LOCKSTEP-IGNORE create-index-blocking: trust me'),
  'a waiver inside a literal': waived("SELECT '\n-- lockstep-ignore create-index-blocking: trust me\n';"),
  'a waiver inside a dollar-quoted body': waived('DO $$\n-- lockstep-ignore create-index-blocking: trust me\nBEGIN END $$;'),
  'a waiver inside a nested comment': waived('/* /* -- lockstep-ignore create-index-blocking: trust me */ */'),
  'a waiver behind the statement': withMigration(`${unsafe}-- lockstep-ignore create-index-blocking: trust me\n`),
  'a waiver of the statement before': waived('-- lockstep-ignore create-index-blocking: trust me\nSELECT 1;'),
  'a directive that turns a rule off': waived('-- lockstep: off create-index-blocking'),
  'the mark of a stage that was checked before': waived('-- lockstep: stage 3f9a1c enforce'),
  'the word that it runs outside a transaction': waived('-- lockstep: no-transaction'),
  'a name that says it undoes': { base, head: { ...base, 'db/migrations/0003_change.down.sql': unsafe } },
  'a name of Flyway for what undoes': { base, head: { ...base, 'db/migrations/U3__change.sql': unsafe } },
  'a marker behind which nothing would be read': waived('-- +goose Up\nSELECT 1;\n-- +goose Down'),
  'markers of two tools': waived('-- +goose Up\nSELECT 1;\n-- migrate:down'),
  'an ending in capitals': {
    base: { ...base, '.lockstep.yml': 'migrations: db/migrations/**\n' },
    head: { ...base, 'db/migrations/0003_CHANGE.SQL': unsafe },
  },
  'a name like an option': { base, head: { ...base, 'db/migrations/--fail-on=never.sql': unsafe } },
  'a name with a line break and a command': { base, head: { ...base, 'db/migrations/3\n::error::x.sql': unsafe } },
};

test.concurrent.each(Object.entries(policies))('%s does not get past the gate', async (_, world) => {
  const ran = await runAction({ world });
  expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
  expect(ran.report.files.flatMap(({ findings }) => findings.map(({ rule }) => rule))).toContain('create-index-blocking');
});

/** SQL that is written so that a reader overlooks the statement which a server runs. Found, or not readable: both fail. */
const hiding: Readonly<Record<string, string>> = {
  'behind a comment that does not end where it seems to': '/* /* */ SELECT 1; */ DROP TABLE orders;\n',
  'behind a comment that never ends': 'SELECT 1;\n/* DROP TABLE orders;\n',
  'behind a literal that never ends': "SELECT 'a;\nDROP TABLE orders;\n",
  'behind a backslash in a literal': "SELECT '\\'; DROP TABLE orders; --';\n",
  'behind an escape string': "SELECT E'\\\\'; DROP TABLE orders; --';\n",
  'behind a dollar quote that ends early': 'SELECT $a$ $b$ $a$; DROP TABLE orders; -- $b$;\n',
  'behind a tag that differs in case': 'SELECT $A$ $a$ $A$; DROP TABLE orders; -- $a$\n',
  'in a block that runs it': "DO $$ BEGIN EXECUTE 'DROP TABLE orders'; END $$;\n",
  'in a block that puts it together': "DO $$ BEGIN EXECUTE 'DROP TA' || 'BLE orders'; END $$;\n",
  'in a name by its code points': 'DROP TABLE U&"\\006f\\0072\\0064\\0065\\0072\\0073";\n',
  'in the data of a COPY': 'COPY orders FROM stdin;\n\\.\nDROP TABLE orders;\n',
  'behind a meta-command of psql': '\\set x 1\nDROP TABLE orders;\n',
  'in a file that psql includes': '\\i /tmp/drop.sql\n',
  'by a variable of psql': 'DROP TABLE :victim;\n',
  'behind a NUL': 'SELECT 1;\0DROP TABLE orders;\n',
  'behind a carriage return': '-- harmless\rDROP TABLE orders;\n',
  'behind a line separator, which ends no comment': '-- harmless\u2028;\nDROP TABLE orders;\n',
  'in a second file by its number': 'SELECT 1;\n',
  'behind fifty thousand statements': `${'SELECT 1;\n'.repeat(50_001)}DROP TABLE orders;\n`,
  'in parentheses too deep to follow': `SELECT ${'('.repeat(5_000)}1${')'.repeat(5_000)};\nDROP TABLE orders;\n`,
  'in more than is read': `-- ${'x'.repeat(8 * 1024 * 1024)}\nDROP TABLE orders;\n`,
  'in a pointer of Git LFS': 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n',
  'in the target of a symbolic link': '../../../etc/passwd',
};

test.concurrent.each(Object.entries(hiding))('a statement %s is not overlooked', async (_, sql) => {
  const world = withMigration(sql);
  const more = sql === 'SELECT 1;\n' ? { 'db/migrations/0003_change_2.sql': 'DROP TABLE orders;\n' } : {};
  const ran = await runAction({
    world: { base: world.base, head: { ...world.head, ...more }, ...(sql.length > 100_000 && { withoutPatch: [path] }) },
  });
  expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
  const never = ran.report.files.flatMap(({ findings }) => findings.map(({ rule }) => rule));
  expect(
    never.some((rule) => /^(?:drop-table|unreadable-statement|dynamic-sql)$/.test(rule)),
    never.join(', '),
  ).toBe(true);
});

/** What GitHub, or who stands in between, does not hand over is not taken for nothing. */
const missing: Readonly<Record<string, Partial<World>>> = {
  'more files than GitHub lists': { changedFiles: 3001 },
  'a head that has moved on': { movedTo: 'e'.repeat(40) },
  'a file that is listed and cannot be read': { faults: [{ method: 'GET', path: /contents\/db/, status: 404, times: 9 }] },
  'a list that breaks off': { faults: [{ method: 'GET', path: /\/files$/, status: 500, times: 9 }] },
  'a config that cannot be read': { faults: [{ method: 'GET', path: /contents\/\.lockstep/, status: 403, times: 9 }] },
  'a history that cannot be read': { faults: [{ method: 'GET', path: /git\/trees/, status: 403, times: 9 }] },
  'a history that is cut': { truncatedTrees: true },
};

test.concurrent.each(Object.entries(missing))('%s is an error, not a pass', async (_, world) => {
  const ran = await runAction({ world: { ...withMigration('SELECT 1;\n'), ...world } });
  expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'error' } });
  expect(ran.summary).toContain('Nothing was judged:');
});
