import type { Config } from '../config/config.ts';
import type { Engine } from '../engine/engine.ts';
import type { ResolvedName } from '../operation/name.ts';
import type { Reader } from '../sql/statement.ts';
import type { Court } from './judge.ts';
import type { Waiving } from './suppression.ts';

/** What a config means for judging. */
export function courtOf(config: Config, reader: Reader, engine: Engine, waiving: Waiving = { allowed: true }): Court {
  const sizes = new Map(Object.entries(config.sizes));
  return {
    reader,
    engine,
    context: { target: config.target, timeZoneUtc: config.timeZoneUtc },
    settings: {
      lockTimeoutExpected: config.lockTimeout === 'migration',
      rows: (table: ResolvedName) => sizes.get(`${table.schema}.${table.name}`) ?? sizes.get(table.name),
    },
    waiving,
    severity: (rule) => config.rules[rule],
  };
}
