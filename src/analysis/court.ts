import type { Config } from '../config/config.ts';
import { productOf } from '../config/target.ts';
import type { PostgresEngine } from '../engine/engine.ts';
import type { ResolvedName } from '../operation/name.ts';
import { Problem } from '../problem.ts';
import type { Reader } from '../sql/statement.ts';
import type { Baseline } from './baseline.ts';
import type { Court } from './judge.ts';
import type { Waiving } from './suppression.ts';

/** What is accepted although a rule speaks against it. */
export interface Accepted {
  /** Whether the author's waivers count. */
  readonly waiving?: Waiving | undefined;
  readonly baseline?: Baseline | undefined;
}

/** What a config means for judging. */
export function courtOf(
  config: Config,
  reader: Reader,
  engine: PostgresEngine,
  { waiving = { allowed: true }, baseline }: Accepted = {},
): Court {
  const { target } = config;
  if (target.engine !== 'postgres') throw new Problem(`migrations of ${productOf(target)} are read, but not judged yet`);
  const sizes = new Map(Object.entries(config.sizes));
  return {
    reader,
    engine,
    context: { target, timeZoneUtc: config.timeZoneUtc },
    settings: {
      lockTimeoutExpected: config.lockTimeout === 'migration',
      rows: (table: ResolvedName) => sizes.get(`${table.schema}.${table.name}`) ?? sizes.get(table.name),
    },
    waiving,
    ...(baseline && { baseline }),
    severity: (rule) => config.rules[rule],
  };
}
