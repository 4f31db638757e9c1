import { isOfMysql } from '../engine/effect.ts';
import { lockModes } from '../engine/postgres/effect.ts';
import { keyOf } from '../operation/name.ts';
import type { Operation } from '../operation/operation.ts';
import { isNew } from '../schema/schema.ts';
import { tableKey } from './arrivals.ts';
import { fitting, type Position } from './lay-out.ts';
import type { RecipeStep } from './recipe.ts';
import type { PlannableFile, PlannableOperation } from './unit.ts';
import type { Work } from './work.ts';

/** The tables that the transaction of an author's file holds, followed from work to work. */
export interface Locked {
  /** Takes in a work that stays as written. */
  stays(work: Work): void;
  /** Takes in steps that nothing holds back; where they would make the transaction hold a second table, the place beyond the file where they go. */
  startOf(work: Work, steps: readonly RecipeStep[]): Position | undefined;
}

/**
 * A work that is staged locks less than the author's statement did, and sooner: an ALTER TABLE that locked both ends of a foreign key at once now locks its own
 * table only, beside those that came before. So that no transaction comes to wait for one table while it holds another, the steps on a second table get
 * a file of their own, if nothing comes after them on that table. Where the author's own file is warned of for that already, it is left to him.
 * @param all the works of the unit, in order
 */
export function locked(file: PlannableFile, all: readonly Work[]): Locked {
  const warned = file.statements.some(({ operations }) =>
    operations.some(({ findings }) => findings.some((each) => each.rule === 'several-tables-locked' && each.severity === 'warning')),
  );
  const held = new Set<string>();
  return {
    stays(work) {
      if (work.committedAlone || work.operations.some(({ operation }) => operation.kind === 'transaction')) held.clear();
      else for (const table of work.operations.flatMap(stronglyLocked)) held.add(table);
    },
    startOf(work, [first]) {
      if (work.committedAlone || first === undefined || first.stage !== 'expand' || first.transaction !== 'shared') return undefined;
      const table = tableKey(work);
      if (
        !warned &&
        held.size > 0 &&
        !held.has(table) &&
        work.operations.every(({ operation }) => follows.has(operation.kind)) &&
        isLastOn(table, work, all)
      )
        return { stage: 0, level: fitting(first, 0) };
      held.add(table);
      return undefined;
    },
  };
}

/**
 * Whether nothing that comes after a work so much as mentions its table. What a new column is needed for is not followed any closer: an INSERT without a
 * list of columns stands on it, or the body of a function.
 */
function isLastOn(table: string, work: Work, all: readonly Work[]): boolean {
  const name = table.slice(table.lastIndexOf('\t') + 1).toLowerCase();
  return all
    .slice(all.indexOf(work) + 1)
    .every((each) => each.operations.every(({ operation }) => follows.has(operation.kind)) && !each.sql.toLowerCase().includes(name));
}

/** The tables in use that an operation locks against writers and against itself. */
export function stronglyLocked({ effects, before }: Pick<PlannableOperation, 'effects' | 'before'>): readonly string[] {
  return effects.flatMap((effect) => {
    const key = keyOf(effect.table);
    return isOfMysql(effect) || effect.lock === null || lockModes.indexOf(effect.lock) < least || isNew(before, before.tables.get(key))
      ? []
      : [key];
  });
}

/** Operations that reach no further than the names in them. */
const follows = new Set<Operation['kind']>([
  'transaction',
  'set-variable',
  'create-table',
  'create-index',
  'add-column',
  'add-constraint',
  'validate-constraint',
  'set-not-null',
  'set-default',
  'drop-default',
]);

const least = lockModes.indexOf('ShareRowExclusiveLock');
