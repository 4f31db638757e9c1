import { keyOf, type ResolvedName } from '../operation/name.ts';
import type { Operation } from '../operation/operation.ts';
import { constraintColumns } from '../schema/mention.ts';
import { type Constraint, resolve, type Schema } from '../schema/schema.ts';
import type { LeftOut } from './left-out.ts';
import type { PlannableOperation } from './unit.ts';
import { mentions, onlyOf, type Work } from './work.ts';

/** A constraint that the unit has added. */
interface Added extends Pick<Constraint, 'name' | 'definition' | 'references'> {
  readonly work: Work;
  readonly table: ResolvedName;
  /** Validations of it. */
  readonly validated: Work[];
}

/** What may stand on a constraint, or call it otherwise, without naming it. */
const mayStandOnIt: ReadonlySet<Operation['kind']> = new Set<Operation['kind']>([
  'set-not-null',
  'attach-partition',
  'inherit',
  'rename-table',
  'rename-column',
  'set-schema',
  'rename-schema',
  'dynamic-sql',
]);

/**
 * Each CHECK and foreign key that the unit adds and takes back, by its name or along with something else (DROP INDEX … CASCADE). Running code never meets it where the
 * unit runs as it is written; staged, it would refuse rows for a while, to no end.
 */
export function takenBack(works: readonly Work[]): ReadonlyMap<Work, LeftOut> {
  const found = new Map<Work, LeftOut>();
  let open: Added[] = [];
  for (const work of works) {
    if (open.length > 0 && work.operations.some(({ operation }) => mayStandOnIt.has(operation.kind))) open = [];
    const only = onlyOf(work);
    const taking = work.operations.filter(takesAlong);
    const kept: Added[] = [];
    for (const added of open) {
      const byName = only !== undefined && named(only, added);
      const isGone = byName === 'drop-constraint' || taking.some(({ before, after }) => has(before, added) && !has(after, added));
      if (byName === 'validate-constraint') added.validated.push(work);
      if (isGone && (byName === 'drop-constraint' || !mentions(work, added.name))) {
        const { work: staged, validated } = added;
        for (const each of [staged, ...validated]) found.set(each, { by: work, how: 'takes it back', staged });
        if (byName === 'drop-constraint') found.set(work, { by: staged, how: 'is left out', staged });
      } else if (byName === 'validate-constraint' || !(isGone || mentions(work, added.name) || carries(only, added))) kept.push(added);
    }
    open = [...kept, ...(only === undefined ? [] : addedBy(work, only))];
  }
  return found;
}

function addedBy(work: Work, { operation, before, after }: PlannableOperation): readonly Added[] {
  if (operation.kind !== 'add-constraint' || operation.conditional) return [];
  const { type } = operation.constraint;
  if (type !== 'check' && type !== 'foreign-key') return [];
  const table = resolve(before, operation.table);
  const had = new Set(before.tables.get(keyOf(table))?.constraints.map((each) => each.name));
  const made = after.tables.get(keyOf(table))?.constraints.filter((each) => !had.has(each.name)) ?? [];
  return made.map((each) => ({ ...each, work, table, validated: [] }));
}

/** Whether an operation drops more than one constraint. */
function takesAlong({ operation }: PlannableOperation): boolean {
  return operation.kind.startsWith('drop-') && (operation.kind !== 'drop-constraint' || operation.cascade === true);
}

function has(schema: Schema, { table, name }: Added): boolean {
  return schema.tables.get(keyOf(table))?.constraints.some((each) => each.name === name) === true;
}

/** Whether an operation puts another column in the place of one that the constraint is on or points to, and makes it anew there. */
function carries(only: PlannableOperation | undefined, { table, definition, references }: Added): boolean {
  if (only?.operation.kind !== 'alter-column-type') return false;
  const { column, table: name } = only.operation;
  const on = keyOf(resolve(only.before, name));
  const points = definition.type === 'foreign-key' && references !== undefined && keyOf(references) === on;
  return (
    (keyOf(table) === on && constraintColumns(definition).includes(column)) || (points && definition.referencedColumns.includes(column))
  );
}

/** How an operation is about the constraint by its name, and about nothing else. */
function named({ operation, before }: PlannableOperation, { table, name }: Added): 'validate-constraint' | 'drop-constraint' | undefined {
  if ((operation.kind !== 'validate-constraint' && operation.kind !== 'drop-constraint') || operation.conditional) return undefined;
  return operation.constraint === name && keyOf(resolve(before, operation.table)) === keyOf(table) ? operation.kind : undefined;
}
