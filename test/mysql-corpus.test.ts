import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { corpusDirectory, corpusFiles, corpusIsThere, corpusText, isMysql, partsOf } from '../scripts/corpus-files.ts';
import type { AnalyzedFile } from '../src/analysis/analysis.ts';
import { analyze } from '../src/analysis/analyze.ts';
import { instrumentsFor } from '../src/analysis/instruments.ts';
import { defaultConfig } from '../src/config/config.ts';
import { readTarget } from '../src/config/target.ts';
import type { Migration } from '../src/migration/migration.ts';

if (!corpusIsThere) console.log(`skipped: there is no corpus at ${corpusDirectory}`);

/** The MySQL migrations of each directory, in the order of their names, each judged after those before it. */
async function judged(engine: string): Promise<readonly AnalyzedFile[]> {
  const config = { ...defaultConfig, target: readTarget(engine) };
  const { reader, instruments } = await instrumentsFor(config);
  const directories = new Map<string, string[]>();
  for (const { path } of corpusFiles().filter(isMysql)) {
    const directory = posix.dirname(path);
    // What takes a migration back is not run in its turn.
    if (!path.includes('.down.')) directories.set(directory, [...(directories.get(directory) ?? []), path]);
  }
  return [...directories.values()].flatMap((paths) => {
    const units = paths.map((path) => {
      const text = corpusText(path);
      const sections = partsOf(text);
      const migration: Migration = { path, text, direction: 'up', transaction: 'unknown', ...(sections && { sections }) };
      return { migrations: [migration] };
    });
    return analyze({ history: [], units }, config, reader, {}, instruments).files;
  });
}

describe.skipIf(!corpusIsThere)('the MySQL migrations of the corpus', () => {
  test.each(['mysql@8.0', 'mariadb@10.11'])('are judged for %s', async (engine) => {
    const files = await judged(engine);
    const findings = files.flatMap((file) => file.findings);
    expect(files.length).toBeGreaterThan(1_800);
    expect(files.flatMap((file) => file.statements).length).toBeGreaterThan(5_000);
    const badlySaid = findings.filter(
      ({ message, advice }) => !/^[^\n\r]+[.?]$/.test(message) || /undefined|PostgreSQL|ACCESS EXCLUSIVE/.test(`${message} ${advice}`),
    );
    expect(badlySaid).toEqual([]);
    // The servers have run all of these: what is refused stands on files that are not here, on their order, or on what MariaDB does not have.
    const refused = findings.filter(({ rule, message }) => rule === 'always-fails' && !message.includes('does not know'));
    expect(refused.length).toBeLessThanOrEqual(5);
  });
});
