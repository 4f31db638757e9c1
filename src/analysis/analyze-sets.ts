import type { Config } from '../config/config.ts';
import { configFor } from '../config/directory.ts';
import type { MigrationSet } from '../migration/migration.ts';
import type { Reader } from '../sql/statement.ts';
import { analyze } from './analyze.ts';
import type { Accepted } from './court.ts';
import { instrumentsFor } from './instruments.ts';
import type { AnalyzedSet } from './prove-plans.ts';

/**
 * Analyses every directory of migrations by what the config says of it.
 * @param loading PostgreSQL's reader, where it is being loaded already
 * @returns the analyses, and the reader of what was found there: PostgreSQL's where any of them is
 */
export async function analyzeSets(
  sets: readonly MigrationSet[],
  config: Config,
  accepted: Accepted,
  loading?: Promise<Reader>,
): Promise<{ readonly analyzed: readonly AnalyzedSet[]; readonly reader: Reader }> {
  const analyzed: AnalyzedSet[] = [];
  const readers = new Map<string, Reader>();
  for (const set of sets) {
    const own = settingsOf(config, set);
    const { reader, instruments } = await instrumentsFor(own, loading);
    readers.set(own.target.engine, reader);
    analyzed.push({ set, analysis: analyze(set, own, reader, accepted, instruments) });
  }
  const reader = readers.get('postgres') ?? [...readers.values()][0] ?? (await instrumentsFor(config, loading)).reader;
  return { analyzed, reader };
}

/** What the config says of a directory; where it names no engine, the one whose SQL the directory is known to hold. */
export function settingsOf(config: Config, { tool, dialect }: MigrationSet): Config {
  const own = configFor(config, tool?.directory ?? '');
  if (own.engineStated || dialect === undefined || dialect.dialect === 'other' || dialect.dialect === own.target.engine) return own;
  return { ...own, target: { engine: dialect.dialect } };
}
