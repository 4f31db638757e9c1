import { keyOf } from '../../operation/name.ts';
import type { Operation } from '../../operation/operation.ts';
import type { Schema } from '../../schema/schema.ts';
import type { MysqlContext, MysqlEngine } from '../engine.ts';
import { type At, lazy, meeting } from './at.ts';
import { algorithms, type Effect, locks, works } from './effect.ts';
import type { Forms } from './forms.ts';
import { effectsAt, formsAt, withoutRenames } from './statement.ts';
import { askedVersions } from './version.ts';

/** MySQL 5.7 to 9.7 and MariaDB 10.3 to 11.8: the target says which. */
export const mysql: MysqlEngine = {
  effects: (operation, before, context, statement = [operation]) =>
    worst(ats([operation], before, context, statement), (at) => effectsAt(at, [operation])),
  statementEffects: (operations, before, context) => worst(ats(operations, before, context, operations), (at) => effectsAt(at, operations)),
};

/**
 * What the server takes for an ALTER TABLE, CREATE INDEX or DROP INDEX, by ALGORITHM: what a plan can demand of it. Of several versions what all of them take, at its worst;
 * undefined where the statement is none of these.
 */
export function formsOfStatement(operations: readonly Operation[], before: Schema, context: MysqlContext): Forms | undefined {
  const all = ats(operations, before, context, operations).map((at) => formsAt(at, operations));
  return all.reduce((some, each) => {
    if (some === undefined || each === undefined) return undefined;
    const common = algorithms.flatMap((algorithm) => {
      const [a, b] = [some[algorithm], each[algorithm]];
      return a && b ? [[algorithm, locks.indexOf(a.lock) >= locks.indexOf(b.lock) ? a : b] as const] : [];
    });
    return Object.fromEntries(common) as Forms;
  });
}

const versionsOf = ({ target }: MysqlContext): readonly string[] =>
  target.version === undefined ? askedVersions[target.engine] : [target.version];

/** What operations of a statement meet on each version that is asked. */
function ats(operations: readonly Operation[], schema: Schema, context: MysqlContext, statement: readonly Operation[]): readonly At[] {
  const after = lazy(() => withoutRenames(schema, operations));
  return versionsOf(context).map((version) => meeting({ server: context.target.engine, version }, { schema, after }, context, statement));
}

/** One effect a table, the worst of all versions that are asked. */
function worst(asked: readonly At[], effectsOf: (at: At) => readonly Effect[]): readonly Effect[] {
  const versions = asked.map(({ version }) => version);
  const answers = asked.map(effectsOf);
  const [first = [], ...others] = answers;
  if (others.length === 0) return first;
  const keys = [...new Set(answers.flat().map(({ table }) => keyOf(table)))];
  return keys.map((key) => {
    const of = answers.map((effects) => effects.find(({ table }) => keyOf(table) === key));
    const known = of.filter((each) => each !== undefined);
    const worst = known.reduce((a, b) => (compare(b, a) > 0 ? b : a));
    const holds = versions.filter((_, i) => of[i] !== undefined && compare(of[i], worst) === 0);
    return holds.length === versions.length ? worst : { ...worst, versions: holds };
  });
}

/** Failing for certain is worst, then the heavier algorithm, work and lock, then failing perhaps. */
function compare(a: Effect, b: Effect): number {
  const rank = ({ algorithm, lock, work, fails }: Effect): readonly number[] => [
    fails?.certain ? 1 : 0,
    algorithm === null ? -1 : algorithms.indexOf(algorithm),
    Math.max(...work.map((each) => works.indexOf(each))),
    locks.indexOf(lock),
    fails ? 1 : 0,
  ];
  const [left, right] = [rank(a), rank(b)];
  return left.map((value, i) => value - (right[i] as number)).find((difference) => difference !== 0) ?? 0;
}
