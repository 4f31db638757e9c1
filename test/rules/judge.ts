import { courtOf } from '../../src/analysis/court.ts';
import { judgeMigration, replayMigration } from '../../src/analysis/judge.ts';
import { type Config, defaultConfig } from '../../src/config/config.ts';
import { readTarget } from '../../src/config/target.ts';
import { postgres } from '../../src/engine/postgres/index.ts';
import type { Migration, TransactionMode } from '../../src/migration/migration.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { beginUnit } from '../../src/schema/apply.ts';
import { emptySchema } from '../../src/schema/schema.ts';
import { loadReader } from '../../src/sql/load.ts';
import { linesOf } from '../../src/text/lines.ts';

const reader = await loadReader();

export interface Setup {
  readonly history?: readonly string[];
  readonly engine?: string;
  readonly transaction?: TransactionMode;
  readonly edited?: boolean;
  readonly config?: Partial<Config>;
}

/** The findings of one file after the files of `history`, with the line that each begins on. */
export function findingsOf(text: string, setup: Setup = {}): readonly (Finding & { readonly line: number })[] {
  const transaction = setup.transaction ?? 'unknown';
  const config: Config = {
    ...defaultConfig,
    ...(setup.engine !== undefined && { target: readTarget(setup.engine) }),
    transaction,
    ...setup.config,
  };
  const migration = (path: string, sql: string): Migration => ({ path, text: sql, direction: 'up', transaction });
  const court = courtOf(config, reader, postgres);
  let schema = emptySchema(config.searchPath);
  for (const [index, sql] of (setup.history ?? []).entries())
    schema = replayMigration(migration(`migrations/${index}.sql`, sql), schema, court).after;
  const { findings } = judgeMigration(
    { ...migration('migrations/new.sql', text), ...(setup.edited && { edited: true as const }) },
    beginUnit(schema, 1),
    court,
  );
  const lines = linesOf(text);
  return findings.map((finding) => ({ ...finding, line: lines.position(finding.span.start).line }));
}
