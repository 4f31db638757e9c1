import { analyze } from '../../src/analysis/analyze.ts';
import { type Instruments, postgresInstruments } from '../../src/analysis/instruments.ts';
import { type Config, defaultConfig } from '../../src/config/config.ts';
import { readTarget } from '../../src/config/target.ts';
import { mysql } from '../../src/engine/mysql/index.ts';
import type { Migration, TransactionMode } from '../../src/migration/migration.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { mysqlSchema } from '../../src/schema/mysql/schema.ts';
import { loadReader } from '../../src/sql/load.ts';
import { mysqlReader } from '../../src/sql/mysql/reader.ts';
import { linesOf } from '../../src/text/lines.ts';

const reader = await loadReader();

export interface Setup {
  readonly history?: readonly string[];
  readonly engine?: string;
  readonly transaction?: TransactionMode;
  readonly edited?: boolean;
  /** The text of a schema.prisma beside the migrations. */
  readonly declared?: string;
  readonly config?: Partial<Config>;
}

/** The findings of one file after the files of `history`, by the whole pipeline, with the line that each begins on. */
export function findingsOf(text: string, setup: Setup = {}): readonly (Finding & { readonly line: number })[] {
  const transaction = setup.transaction ?? 'unknown';
  const config: Config = {
    ...defaultConfig,
    ...(setup.engine !== undefined && { target: readTarget(setup.engine) }),
    transaction,
    ...setup.config,
  };
  const migration = (path: string, sql: string): Migration => ({ path, text: sql, direction: 'up', transaction });
  const judged: Migration = { ...migration('migrations/new.sql', text), ...(setup.edited && { edited: true }) };
  const history = (setup.history ?? []).map((sql, index) => migration(`migrations/${index}.sql`, sql));
  const { target } = config;
  const instruments: Instruments =
    target.engine === 'postgres' ? postgresInstruments : { engine: mysql, of: target.engine, empty: mysqlSchema };
  const declared =
    setup.declared === undefined ? undefined : ({ path: 'schema.prisma', text: setup.declared, language: 'prisma' } as const);
  const used = target.engine === 'postgres' ? reader : mysqlReader({ server: target.engine });
  const { files } = analyze({ history, units: [{ migrations: [judged] }], ...(declared && { declared }) }, config, used, {}, instruments);
  const lines = linesOf(text);
  return files.flatMap((file) => file.findings.map((finding) => ({ ...finding, line: lines.position(finding.span.start).line })));
}
