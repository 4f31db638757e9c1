import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Analysis } from '../../../src/analysis/analysis.ts';
import { lineHashes } from '../../../src/report/line-hash.ts';
import { sarifReport } from '../../../src/report/sarif.ts';
import { analysisOf, fileWith } from '../fixture.ts';
import { context, hostile, judged } from './judged.ts';

/** Microsoft's validator, with GitHub's ingestion rules among others; it brings the schema of SARIF along. It runs on Linux. */
const validator = join(import.meta.dirname, '../../../node_modules/@microsoft/sarif-multitool-linux');
const installed = existsSync(join(validator, 'Sarif.Multitool'));

/** One rule asks the network whether addresses can be reached. */
const policy = `<Properties><Properties Key="SARIF2006.UrisShouldBeReachable.Options">
<Property Key="RuleEnabled" Value="Disabled" Type="Driver.RuleEnabledState" /></Properties></Properties>`;

/** What the validator objects to in each of some files, errors and warnings. One run for all of them: it takes seconds to unpack itself. */
function objections(files: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  const directory = mkdtempSync(join(tmpdir(), 'lockstep-sarif-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const names = Object.keys(files);
  for (const name of names) writeFileSync(join(directory, name), files[name] ?? '');
  writeFileSync(join(directory, 'policy.xml'), policy);
  // npm may be told not to run the package's script that does it.
  chmodSync(join(validator, 'Sarif.Multitool'), 0o755);
  const { status, stdout } = spawnSync(
    join(validator, 'Sarif.Multitool'),
    ['validate', ...names, '--rule-kind', 'Sarif;Ghas', '--config', 'policy.xml', '--output', 'result'],
    { cwd: directory, encoding: 'utf8', env: { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1', DOTNET_BUNDLE_EXTRACT_BASE_DIR: directory } },
  );
  expect(status, stdout).toBe(0);
  expect(stdout).toContain(`Done. ${names.length} files scanned.`);
  const said = stdout.split('\n').filter((line) => /: (?:error|warning) (?:GH|JSON|SARIF)\d/.test(line));
  return Object.fromEntries(names.map((name) => [name, said.filter((line) => line.includes(`/${name}(`))]));
}

/** What GitHub states beyond the schema: https://docs.github.com/code-security/reference/code-scanning/sarif-files/sarif-support */
function heldByGitHub(sarif: string): void {
  const log = JSON.parse(sarif);
  expect(log).toMatchObject({ $schema: expect.stringContaining('2.1.0'), version: '2.1.0' });
  expect(log.runs).toHaveLength(1);
  const [{ tool, results }] = log.runs;
  expect(results.length).toBeLessThanOrEqual(5_000);
  for (const rule of tool.driver.rules) {
    for (const text of [rule.id, rule.name, rule.shortDescription.text, rule.fullDescription.text, rule.help.text])
      expect(text).not.toBe('');
    expect(rule.name.length).toBeLessThanOrEqual(255);
    expect(rule.shortDescription.text.length).toBeLessThanOrEqual(1_024);
    expect(rule.fullDescription.text.length).toBeLessThanOrEqual(1_024);
    expect(rule.properties.tags.length).toBeLessThanOrEqual(10);
  }
  const identities = new Set<string>();
  for (const result of results) {
    expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(result.level).toMatch(/^(?:error|warning)$/);
    expect(result.message.text).not.toBe('');
    expect(result.locations).toHaveLength(1);
    const { region, artifactLocation } = result.locations[0].physicalLocation;
    expect(artifactLocation.uri).toMatch(/^[\w.~!*'()%/-]+$/);
    for (const name of ['startLine', 'startColumn', 'endLine', 'endColumn']) expect(region[name]).toBeGreaterThan(0);
    expect(result.partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{1,16}:\d+$/);
    identities.add(result.partialFingerprints['lockstep/v1']);
  }
  expect(identities.size).toBe(results.length);
}

describe('hostile names', () => {
  test('GitHub takes it', async () => {
    const analysis = await hostile();
    const sarif = sarifReport(analysis, context);
    heldByGitHub(sarif);
    const [{ results, invocations }] = JSON.parse(sarif).runs;
    const active = analysis.files.flatMap((file) => file.findings).filter((each) => each.suppressed === undefined);
    expect(results).toHaveLength(active.length);
    // A name cannot become a link of ours.
    for (const { message } of results) expect(message.text).not.toMatch(/\]\(/);
    const paths = results.map((each: { locations: [{ physicalLocation: { artifactLocation: { uri: string } } }] }) =>
      decodeURIComponent(each.locations[0].physicalLocation.artifactLocation.uri),
    );
    for (const { path } of active) expect(paths).toContain(path);
    const notes = invocations[0].toolExecutionNotifications.map((each: { message: { text: string } }) => each.message.text);
    expect(notes.filter((each: string) => each.startsWith('Waived: drop-column: </script>'))).toHaveLength(1);
    expect(notes.join('\n')).not.toContain('\u202e');
  });

  test.skipIf(!installed)('the schema of SARIF 2.1.0 holds', async () => {
    const schema = JSON.parse(readFileSync(join(validator, 'sarif-2.1.0.json'), 'utf8'));
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const { $schema: _, ...own } = schema;
    const validate = ajv.compile(own);
    expect(validate(JSON.parse(sarifReport(await hostile(), context))), JSON.stringify(validate.errors)).toBe(true);
  });

  test.skipIf(!installed)('the rules of SARIF and of GitHub hold, warnings too', async () => {
    const broken = JSON.parse(sarifReport(analysisOf([fileWith('m/1.sql', 'DROP x', [{ at: 'DROP' }])]), context));
    delete broken.runs[0].tool.driver.rules[0].help;
    const said = objections({
      'hostile.sarif': sarifReport(await hostile(), context),
      'empty.sarif': sarifReport(analysisOf([]), context),
      'broken.sarif': JSON.stringify(broken),
    });
    expect(said).toEqual({ 'hostile.sarif': [], 'empty.sarif': [], 'broken.sarif': [expect.stringContaining('GH2012')] });
  });
});

test('a fix makes the author’s file the first stage', async () => {
  const text = '-- the index\nCREATE INDEX i ON t (a); -- as ever\nALTER TABLE t ADD COLUMN e "😀" DEFAULT random();\n';
  const analysis = await judged({ 'm/1.sql': 'SELECT 1;\n', 'm/2.sql': text });
  const [{ results }] = JSON.parse(sarifReport(analysis, context)).runs;
  const fixes = results.flatMap((each: { fixes?: object[] }) => each.fixes ?? []);
  expect(fixes.length).toBeGreaterThan(0);
  const fixed = applyFixes(text, fixes);
  const plan = analysis.plans[0];
  expect(fixed).toBe(plan?.stages[0]?.files.find((file) => file.path === 'm/2.sql')?.text);
});

interface Fix {
  readonly artifactChanges: readonly [{ replacements: readonly { deletedRegion: Region; insertedContent: { text: string } }[] }];
}
interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** As a viewer applies them: by lines and columns of UTF-16. */
function applyFixes(text: string, fixes: readonly Fix[]): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map((each) => each.index + 1)];
  const at = (line: number, column: number): number => (starts[line - 1] ?? text.length) + column - 1;
  return fixes
    .flatMap((fix) => fix.artifactChanges[0].replacements)
    .sort((a, b) => b.deletedRegion.startLine - a.deletedRegion.startLine)
    .reduce((now, { deletedRegion: { startLine, startColumn, endLine, endColumn }, insertedContent }) => {
      return now.slice(0, at(startLine, startColumn)) + insertedContent.text + now.slice(at(endLine, endColumn));
    }, text);
}

test('of more than GitHub shows, the errors', () => {
  const at = Array.from({ length: 5_010 }, (_, i) => ({ at: 'x', severity: i < 20 ? ('warning' as const) : ('error' as const) }));
  const analysis: Analysis = analysisOf([fileWith('m/1.sql', 'DROP x', at)]);
  const [{ results, invocations }] = JSON.parse(sarifReport(analysis, context)).runs;
  expect(results).toHaveLength(5_000);
  expect(results.filter((each: { level: string }) => each.level === 'error')).toHaveLength(4_990);
  expect(invocations[0].toolExecutionNotifications).toMatchObject([{ level: 'warning', message: { text: /^10 more findings/ } }]);
});

test('a subdirectory is told from the root of the repository, and what lies elsewhere by its whole path', () => {
  const uri = (path: string, prefix: string): unknown => {
    const [{ results }] = JSON.parse(sarifReport(analysisOf([fileWith(path, 'DROP x', [{ at: 'DROP' }])]), { ...context, prefix })).runs;
    return results[0].locations[0].physicalLocation.artifactLocation;
  };
  expect(uri('m/a b.sql', '')).toEqual({ uri: 'm/a%20b.sql', uriBaseId: '%SRCROOT%' });
  expect(uri('m/1.sql', 'apps/shop/')).toMatchObject({ uri: 'apps/shop/m/1.sql' });
  expect(uri('../m/1.sql', 'apps/shop/')).toMatchObject({ uri: 'apps/m/1.sql' });
  expect(uri('/tmp/1.sql', 'apps/shop/')).toEqual({ uri: 'file:///tmp/1.sql' });
  expect(uri('<stdin>', 'apps/shop/')).toMatchObject({ uri: '%3Cstdin%3E' });
});

test('the line hashes are those that GitHub’s own upload computes', () => {
  // Recorded from github/codeql-action at f3f1edb.
  expect(lineHashes(' a\nb\n  \t\tc\n d')).toEqual(['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1']);
  expect(lineHashes('hello; \t\nworld!\n\n\n  \t\tGreetings\n End')).toEqual([
    'c01e2c0703a46d64:1',
    '8daff184646bb1e3:1',
    'bff680108adb0fcc:1',
    'c6805c5e1288b612:1',
    'b86d3392aea1be30:1',
    'e6ceba753e1a442:1',
  ]);
  expect(lineHashes('')).toEqual(['c129715d7a2bc9a3:1']);
  expect(lineHashes('a\r\nb\rc\n')).toEqual(['52668e89249e7477:1', '9ed7939040abc6c0:1', '3791504be0bd17cc:1', 'c129715d7a2bc9a3:1']);
  const long = `${'x'.repeat(120)}\n`;
  expect(
    lineHashes(long + long)
      .slice(0, 2)
      .map((each) => each.split(':')[1]),
  ).toEqual(['1', '2']);
});
