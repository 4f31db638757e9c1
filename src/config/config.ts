import type { MysqlSettings, Target } from '../engine/engine.ts';
import type { TransactionMode } from '../migration/migration.ts';
import type { Severity } from '../rules/finding.ts';

/** `.lockstep.yml`, validated, with its defaults filled in. */
export interface Config {
  readonly target: Target;
  /** Somebody has named the engine: then what the migrations look like does not count. */
  readonly engineStated?: true;
  /** Globs of migration files, relative to the config file. */
  readonly migrations: readonly string[];
  /** The migration tool, instead of the one that is recognised. */
  readonly tool?: string;
  /** How the tool sends a file, instead of what is known of it; `unknown`: as the tool does it. */
  readonly transaction: TransactionMode;
  /** What the placeholders of migrations stand for, by name. */
  readonly placeholders: Readonly<Record<string, string>>;
  /** Severity by rule id. */
  readonly rules: Readonly<Record<string, Severity>>;
  /** Rows by table, as `quote_ident` writes the name, schema-qualified. */
  readonly sizes: Readonly<Record<string, number>>;
  /** Who sets lock_timeout: `migration` (the default: each file is expected to), `role` or `tool`. */
  readonly lockTimeout: 'migration' | 'role' | 'tool';
  readonly searchPath: readonly string[];
  /** Backfill expressions by `table.column`. */
  readonly backfill: Readonly<Record<string, string>>;
  /** A list of findings that are taken as they are. */
  readonly baseline?: string;
  /** A schema dump to start from. */
  readonly schema?: string;
  readonly failOn: 'error' | 'warning' | 'never';
  readonly timeZoneUtc: boolean;
  /** Of MySQL and MariaDB. */
  readonly mysql: MysqlSettings;
  /** Whether a `lockstep-ignore` counts by itself, or only once somebody other than the author has approved it. */
  readonly waivers: 'allow' | 'require-approval';
  /** What approves: a label on the pull request, or the review of a member of a team (`org/team`, or a team of the repository's owner). */
  readonly waiverApproval: { readonly label: string; readonly team?: string };
  /** What holds for one directory of migrations instead. */
  readonly directories: readonly DirectoryConfig[];
}

/** The settings of one directory, and of those below it. */
export interface DirectoryConfig
  extends Partial<
    Pick<
      Config,
      'target' | 'engineStated' | 'tool' | 'transaction' | 'placeholders' | 'lockTimeout' | 'searchPath' | 'timeZoneUtc' | 'mysql'
    >
  > {
  /** Relative to the config file, without a slash at its end; empty for the config's own directory. */
  readonly path: string;
}

export const defaultConfig: Config = {
  target: { engine: 'postgres' },
  migrations: ['migrations', 'migration', 'migrate'].flatMap((folder) => [
    `**/${folder}/**/*.sql`,
    `**/${folder}/**/{[0-9][0-9],Migration[0-9]}*.{ts,js,mjs,cjs,mts,cts}`,
  ]),
  transaction: 'unknown',
  placeholders: {},
  rules: {},
  sizes: {},
  lockTimeout: 'migration',
  searchPath: ['public'],
  backfill: {},
  failOn: 'error',
  timeZoneUtc: false,
  mysql: {},
  waivers: 'allow',
  waiverApproval: { label: 'lockstep-waiver' },
  directories: [],
};
