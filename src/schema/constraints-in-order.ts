import type { ConstraintDefinition } from '../operation/operation.ts';

/**
 * The constraints of a CREATE TABLE or a new column as PostgreSQL makes them, one kind after the other. A UNIQUE that repeats the primary key or another UNIQUE is the same
 * one index, with the first name that it is given (`transformIndexConstraints` in src/backend/parser/parse_utilcmd.c).
 * @param all in the order in which they are written
 */
export function constraintsInOrder(all: readonly ConstraintDefinition[]): readonly ConstraintDefinition[] {
  const of = (...types: readonly ConstraintDefinition['type'][]): readonly ConstraintDefinition[] =>
    all.filter((each) => types.includes(each.type));
  const indexed: ConstraintDefinition[] = [];
  for (const each of [...of('primary-key'), ...of('unique', 'exclude')]) {
    const prior = indexed.findIndex((other) => repeats(other, each));
    if (prior === -1) indexed.push(each);
    else if (indexed[prior]?.name === undefined && each.name !== undefined) {
      indexed[prior] = { ...(indexed[prior] as ConstraintDefinition), name: each.name };
    }
  }
  return [...of('check'), ...of('not-null'), ...indexed, ...of('foreign-key')];
}

function repeats(a: ConstraintDefinition, b: ConstraintDefinition): boolean {
  if ((a.type !== 'unique' && a.type !== 'primary-key') || (b.type !== 'unique' && b.type !== 'primary-key')) return false;
  return (
    a.columns.join('\t') === b.columns.join('\t') &&
    (a.include ?? []).join('\t') === (b.include ?? []).join('\t') &&
    a.nullsNotDistinct === b.nullsNotDistinct &&
    a.withoutOverlaps === b.withoutOverlaps &&
    a.deferrable === b.deferrable &&
    a.initiallyDeferred === b.initiallyDeferred
  );
}
