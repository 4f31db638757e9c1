import { keyOf } from '../../operation/name.ts';
import type { Operation } from '../../operation/operation.ts';
import type { Schema } from '../../schema/schema.ts';
import type { PostgresContext } from '../engine.ts';
import { type Effect, strength, works } from './effect.ts';
import { formOf, lowestMajorFor, majorsToAsk, rangeOf } from './version.ts';

/**
 * The effects at the configured major, or the worst over all majors that understand the operation. Where they differ, an effect says for
 * which majors it holds.
 * @param at the effects at one major, one a table
 */
export function worstOf(
  operation: Operation,
  before: Schema,
  context: PostgresContext,
  at: (major: number) => readonly Effect[],
): readonly Effect[] {
  const { major } = context.target;
  if (major !== undefined) return major < lowestMajorFor(operation) ? refused(operation, at(major)) : at(major);
  const asked = majorsToAsk(operation, before);
  if (asked.length === 1) return at(asked[0] as number);
  return mergeMajors(asked.map((each, i) => ({ majors: rangeOf(asked, i), effects: at(each) })));
}

/** An older server refuses the form before it locks anything. */
function refused(operation: Operation, effects: readonly Effect[]): readonly Effect[] {
  const form = formOf(operation);
  if (form === undefined) return effects;
  const fails = { code: form.code, reason: `${form.what} needs PostgreSQL ${form.since} or later`, certain: true };
  return effects.slice(0, 1).map(({ table }) => ({ table, lock: null, work: ['metadata' as const], fails }));
}

interface AtMajors {
  readonly majors: readonly number[];
  readonly effects: readonly Effect[];
}

/** One effect a table, the worst; in the order of the first answer that names it. */
function mergeMajors(answers: readonly AtMajors[]): readonly Effect[] {
  const [first, ...others] = answers;
  if (first === undefined || others.every((each) => sameFacts(each.effects, first.effects))) return first?.effects ?? [];
  const tables = new Map<string, Effect[]>();
  for (const { effects } of answers) {
    for (const effect of effects) {
      const known = tables.get(keyOf(effect.table)) ?? [];
      tables.set(keyOf(effect.table), [...known, effect]);
    }
  }
  return [...tables].map(([key, effects]) => {
    const worst = effects.reduce((a, b) => (compare(b, a) > 0 ? b : a));
    const holds = answers.filter(({ effects: each }) =>
      each.some((effect) => keyOf(effect.table) === key && (sameFact(effect, worst) || bothRefused(effect, worst))),
    );
    return holds.length === answers.length ? worst : { ...worst, versions: holds.flatMap(({ majors }) => majors) };
  });
}

function sameFacts(a: readonly Effect[], b: readonly Effect[]): boolean {
  return a.length === b.length && a.every((effect, i) => isSameOn(effect, b[i] as Effect));
}

const isSameOn = (a: Effect, b: Effect): boolean => a.table.name === b.table.name && a.table.schema === b.table.schema && sameFact(a, b);

function sameFact(a: Effect, b: Effect): boolean {
  return (
    a.lock === b.lock &&
    a.briefly === b.briefly &&
    String(a.work) === String(b.work) &&
    a.fails?.code === b.fails?.code &&
    a.fails?.certain === b.fails?.certain
  );
}

/** Refused is refused, whatever the server calls it. */
function bothRefused(a: Effect, b: Effect): boolean {
  return a.fails?.certain === true && b.fails?.certain === true;
}

/** Failing for certain is worst, then heavier work, then a stronger lock, then failing perhaps. */
function compare(a: Effect, b: Effect): number {
  const rank = (effect: Effect): readonly number[] => [
    effect.fails?.certain ? 1 : 0,
    Math.max(...effect.work.map((work) => works.indexOf(work))),
    strength(effect.lock),
    effect.fails ? 1 : 0,
  ];
  const [left, right] = [rank(a), rank(b)];
  return left.map((value, i) => value - (right[i] as number)).find((difference) => difference !== 0) ?? 0;
}
