import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { annotationsOf, githubReport } from '../../../src/report/annotations.ts';
import { gitlabReport } from '../../../src/report/gitlab.ts';
import { rdjsonlReport } from '../../../src/report/rdjsonl.ts';
import { reportedOf } from '../../../src/report/reported.ts';
import { analysisOf, fileWith } from '../fixture.ts';
import { context, hostile, judged } from './judged.ts';

const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
const text = { type: 'string', minLength: 1 };
const count = { type: 'integer', minimum: 1 };
const object = (properties: Record<string, object>, optional: readonly string[] = []): object => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

/** https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
const isCodeQuality = ajv.compile({
  type: 'array',
  items: object({
    description: text,
    check_name: text,
    fingerprint: { type: 'string', pattern: '^[0-9a-f]{16}$' },
    severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
    location: object({ path: { type: 'string', pattern: '^(?!\\./|/)' }, lines: object({ begin: count, end: count }) }),
  }),
});

/** The messages Diagnostic, Location, Range, Position, Suggestion, Source and Code: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf */
const position = object({ line: count, column: count }, ['column']);
const range = object({ start: position, end: position });
const isDiagnostic = ajv.compile(
  object(
    {
      message: text,
      location: object({ path: text, range }),
      severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
      source: object({ name: text, url: text }),
      code: object({ value: text, url: text }),
      suggestions: { type: 'array', minItems: 1, items: object({ range, text: { type: 'string' } }) },
    },
    ['suggestions'],
  ),
);

test('a finding keeps its fingerprint when lines move, and no two have the same', async () => {
  const sql = 'ALTER TABLE t DROP COLUMN a;\nALTER TABLE t DROP COLUMN a;\n';
  const [one, two] = [await judged({ 'm/1.sql': sql }), await judged({ 'm/1.sql': `\n-- more\n${sql}` })];
  const fingerprints = reportedOf(one).map((each) => each.fingerprint);
  expect(reportedOf(two).map((each) => each.fingerprint)).toEqual(fingerprints);
  expect(new Set(fingerprints).size).toBe(fingerprints.length);
});

test('what became of the plan is said', async () => {
  const analysis = await judged({
    'm/1.sql': 'CREATE INDEX i ON t (a);\n',
    'm/2.sql': 'ALTER TABLE t ADD COLUMN must int NOT NULL;\n',
    'm/3.sql': 'ALTER TABLE t ADD EXCLUDE USING gist (a WITH &&);\n',
  });
  const message = (rule: string): string | undefined => reportedOf(analysis).find((each) => each.finding.rule === rule)?.message;
  expect(message('create-index-blocking')).toMatch(/`lockstep plan` prints the staged migration that does it\.$/);
  expect(message('add-column-required')).toMatch(/Write it above the statement: -- lockstep: backfill t\.must = /);
  expect(message('add-exclude-blocking')).toMatch(/It is not staged: /);
});

test('a fix stands at a finding that it answers, and nowhere while the plan waits for an answer', async () => {
  const fixes = async (sql: string) =>
    reportedOf(await judged({ 'm/1.sql': sql })).flatMap(({ finding, fix }) => (fix === undefined ? [] : [finding.rule]));
  expect(await fixes('ALTER TABLE t ADD COLUMN a uuid DEFAULT gen_random_uuid();\n')).toEqual(['add-column-volatile-default']);
  expect(await fixes('ALTER TABLE t ADD COLUMN must int NOT NULL;\n')).toEqual([]);
});

describe('GitLab', () => {
  test('hostile names', async () => {
    const analysis = await hostile();
    const issues = JSON.parse(gitlabReport(analysis, context));
    expect(isCodeQuality(issues), JSON.stringify(isCodeQuality.errors)).toBe(true);
    const active = analysis.files.flatMap((file) => file.findings).filter((each) => each.suppressed === undefined);
    expect(issues.map((each: { location: { path: string } }) => each.location.path)).toEqual(active.map((each) => each.path));
    expect(new Set(issues.map((each: { fingerprint: string }) => each.fingerprint)).size).toBe(issues.length);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be in it
    for (const { description } of issues) expect(description).not.toMatch(/[\u0000-\u001f\u202e]/);
  });

  test('severities, paths from the root', () => {
    const analysis = analysisOf([fileWith('m/1.sql', 'a\nb', [{ at: 'a' }, { at: 'b', severity: 'warning' }])]);
    expect(JSON.parse(gitlabReport(analysis, { ...context, prefix: 'db/' }))).toMatchObject([
      { severity: 'critical', location: { path: 'db/m/1.sql', lines: { begin: 1, end: 1 } } },
      { severity: 'minor', location: { lines: { begin: 2, end: 2 } } },
    ]);
    expect(gitlabReport(analysisOf([]), context)).toBe('[]\n');
  });
});

describe('rdjsonl', () => {
  const read = (report: string) => (report === '' ? [] : report.replace(/\n$/, '').split('\n')).map((line) => JSON.parse(line));

  test('hostile names', async () => {
    const analysis = await hostile();
    const diagnostics = read(rdjsonlReport(analysis, context));
    for (const each of diagnostics) expect(isDiagnostic(each), JSON.stringify([each, isDiagnostic.errors])).toBe(true);
    const active = analysis.files.flatMap((file) => file.findings).filter((each) => each.suppressed === undefined);
    expect(diagnostics.map((each) => [each.location.path, each.code.value])).toEqual(active.map((each) => [each.path, each.rule]));
  });

  test('columns are bytes', async () => {
    const analysis = await judged({ 'm/1.sql': "SELECT '😀é'; ALTER TABLE t DROP COLUMN a;\n" });
    const [{ location }] = read(rdjsonlReport({ ...analysis, plans: [] }, context)).filter((each) => each.code.value === 'drop-column');
    expect(location.range.start).toEqual({ line: 1, column: Buffer.byteLength("SELECT '😀é'; ALTER TABLE t ") + 1 });
  });

  test('a suggestion stands on exactly the lines that it replaces, once', async () => {
    const text = 'SELECT 1;\nCREATE INDEX i\n  ON t (a);\nSELECT 2;\n';
    const analysis = await judged({ 'm/1.sql': text });
    const diagnostics = read(rdjsonlReport(analysis, context));
    const suggested = diagnostics.filter((each) => each.suggestions);
    expect(suggested).toHaveLength(1);
    const [{ location, suggestions }] = suggested;
    expect(suggestions[0].range).toEqual(location.range);
    const lines = text.split('\n');
    lines.splice(location.range.start.line - 1, location.range.end.line - location.range.start.line + 1, suggestions[0].text);
    expect(lines.join('\n')).toBe(analysis.plans[0]?.stages[0]?.files.find((file) => file.path === 'm/1.sql')?.text);
  });
});

describe('GitHub', () => {
  /** A workflow command as the runner reads it: https://github.com/actions/runner, `ActionCommand.TryParseV2`. */
  const parse = (line: string) => {
    const [, command, properties = '', data = ''] = /^::(\w+)(?: ([^:]*))?::(.*)$/.exec(line) ?? [];
    const undo = (value: string) => value.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
    const pairs = properties.split(',').filter((each) => each !== '');
    return {
      command,
      data: undo(data).replaceAll('%25', '%'),
      ...Object.fromEntries(
        pairs.map((pair) => {
          const [, name = '', value = ''] = /^([^=]*)=(.*)$/.exec(pair) ?? [];
          return [name, undo(value).replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%')];
        }),
      ),
    } as Record<string, string>;
  };

  test('hostile names: nothing but annotations on these files', async () => {
    const analysis = await hostile();
    const commands = githubReport(analysis, context).trimEnd().split('\n').map(parse);
    const paths = new Set(analysis.files.map((file) => file.migration.path));
    for (const each of commands) {
      expect(['error', 'warning', 'notice']).toContain(each.command);
      if (each.file !== undefined) expect(paths).toContain(each.file);
    }
    const annotations = annotationsOf(analysis, context, '`--format text` prints all of them');
    expect(commands.map((each) => each.data)).toEqual(annotations.map((each) => each.message));
  });

  test('as many as GitHub keeps, the rest counted; one error is left for the job that fails', () => {
    const many = (severity: 'error' | 'warning') => Array.from({ length: 12 }, () => ({ at: 'x', severity }));
    const notices = Array.from({ length: 11 }, (_, i) => ({ path: 'm/1.sql', line: i + 1, message: 'm' }));
    const analysis = analysisOf([fileWith('m/1.sql', 'x', [...many('error'), ...many('warning')])], { notices });
    const lines = githubReport(analysis, context).trimEnd().split('\n');
    const of = (kind: string) => lines.filter((line) => line.startsWith(`::${kind}`));
    expect([of('error').length, of('warning').length, of('notice').length]).toEqual([9, 10, 10]);
    expect([of('error').at(-1), of('warning').at(-1), of('notice').at(-1)].map((each) => each?.replace(/^::\w+::/, ''))).toEqual([
      'And 4 more; `--format text` prints all of them.',
      'And 3 more; `--format text` prints all of them.',
      'And 2 more; `--format text` prints all of them.',
    ]);
  });

  test('nothing to say is nothing printed', () => {
    expect(githubReport(analysisOf([]), context)).toBe('');
  });
});
