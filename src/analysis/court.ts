import type { Config } from '../config/config.ts';
import type { EffectContext, Engine, Target } from '../engine/engine.ts';
import type { ResolvedName } from '../operation/name.ts';
import type { OperationKind } from '../operation/operation.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
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
export function courtOf(config: Config, reader: Reader, engine: Engine, { waiving = { allowed: true }, baseline }: Accepted = {}): Court {
  const sizes = new Map(Object.entries(config.sizes));
  return {
    reader,
    engine,
    context: contextOf(config),
    rulesOn: (kind) => rulesByKind(config.target.engine).get(kind) ?? [],
    settings: {
      lockTimeoutExpected: config.lockTimeout === 'migration',
      // The config's names lie in the first schema; MySQL's database of the session is called nothing.
      rows: (table: ResolvedName) => sizes.get(`${table.schema || config.searchPath[0]}.${table.name}`) ?? sizes.get(table.name),
    },
    waiving,
    ...(baseline && { baseline }),
    severity: (rule) => config.rules[rule],
  };
}

function contextOf({ target, timeZoneUtc, mysql }: Config): EffectContext {
  return target.engine === 'postgres' ? { target, timeZoneUtc } : { target, ...mysql };
}

const known = new Map<Target['engine'], ReadonlyMap<OperationKind, readonly Rule[]>>();

/** The rules of an engine by the kinds of operation that they look at: sorted out once, for a run may have thousands of courts. */
function rulesByKind(engine: Target['engine']): ReadonlyMap<OperationKind, readonly Rule[]> {
  const found = known.get(engine);
  if (found !== undefined) return found;
  const map = new Map<OperationKind, Rule[]>();
  for (const rule of rules) if (rule.engines.includes(engine)) for (const kind of rule.on) map.set(kind, [...(map.get(kind) ?? []), rule]);
  known.set(engine, map);
  return map;
}
