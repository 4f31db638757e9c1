import { sameName } from '../../operation/name.ts';
import type { Operation, OperationOf } from '../../operation/operation.ts';
import { columnOf, isNamed, type Schema, type Table, tableOf } from '../schema.ts';

type Renaming = OperationOf<'rename-column' | 'rename-index' | 'redefine-column'>;

/**
 * The actions of one ALTER TABLE in an order in which each can be replayed after the other. They are about the columns and indexes as they were before the
 * statement: what one of them drops another may make anew, and names may be exchanged (`RENAME COLUMN a TO b, RENAME COLUMN b TO a`).
 * https://dev.mysql.com/doc/refman/9.7/en/alter-table.html#alter-table-redefine-column
 */
export function untangled(schema: Schema, operations: readonly Operation[]): readonly Operation[] {
  const moved = operations.filter((each) => isRenaming(each) || drops(each));
  // Statements of a procedure that is called come one after the other, and all stand where it is called.
  if (moved.length === 0 || new Set(moved.map(({ span }) => span.start)).size < moved.length) return operations;
  const parts = replaced(schema, operations).flatMap(renamedFirst);
  const renames = parts.filter(isRenaming);
  const others = parts.filter((each) => !isRenaming(each) && !drops(each));
  return [...parts.filter(drops), ...exchanged(schema, renames), ...others];
}

const drops = ({ kind }: Operation): boolean => kind === 'drop-column' || kind === 'drop-index' || kind === 'drop-constraint';

function isRenaming(operation: Operation): operation is Renaming {
  if (operation.kind === 'redefine-column') return !sameName(operation.column, operation.definition.name);
  return operation.kind === 'rename-column' || operation.kind === 'rename-index';
}

/** A column that is dropped, and added again under its name, stays in its indexes. */
function replaced(schema: Schema, operations: readonly Operation[]): readonly Operation[] {
  const pairs = operations.flatMap((dropped) => {
    const added = dropped.kind === 'drop-column' && operations.find((each) => isAdded(each, dropped.column));
    const last = dropped.kind === 'drop-column' && tableOf(schema, dropped.table)?.columns.at(-1);
    return added && last ? [{ dropped, added, last: last.name }] : [];
  });
  return operations.flatMap((each) => {
    if (pairs.some(({ dropped }) => dropped === each)) return [];
    const pair = pairs.find(({ added }) => added === each);
    if (pair === undefined || each.kind !== 'add-column') return [each];
    const { span, table, column, position = { after: pair.last } } = each;
    return [{ kind: 'redefine-column', span, table, column: column.name, definition: column, position }];
  });
}

const isAdded = (operation: Operation, column: string): boolean =>
  operation.kind === 'add-column' && sameName(operation.column.name, column);

/** CHANGE is a rename, and then a MODIFY of what has its name already. */
function renamedFirst(operation: Operation): readonly Operation[] {
  if (operation.kind !== 'redefine-column' || !isRenaming(operation)) return [operation];
  const { span, table, column, definition } = operation;
  return [
    { kind: 'rename-column', span, table, column, to: definition.name },
    { ...operation, column: definition.name },
  ];
}

/** What bears a name that is given to another one before its own turn comes is called otherwise until then. */
function exchanged(schema: Schema, renames: readonly Renaming[]): readonly Operation[] {
  const left = [...renames];
  const made: Operation[] = [];
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    const to = nameGiven(next);
    const later = left.findIndex((each) => each.kind === next?.kind && sameName(nameTaken(each), to) && isThere(schema, each));
    const bearer = left[later];
    if (bearer !== undefined) {
      const meanwhile = `${to} (until it is renamed)`;
      made.push(withNames(bearer, to, meanwhile));
      left[later] = withNames(bearer, meanwhile, nameGiven(bearer));
    }
    made.push(next);
  }
  return made;
}

const nameTaken = (renaming: Renaming): string => (renaming.kind === 'rename-index' ? renaming.index.name : renaming.column);
const nameGiven = (renaming: Renaming): string => (renaming.kind === 'redefine-column' ? renaming.definition.name : renaming.to);

function withNames(renaming: Renaming, from: string, to: string): Renaming {
  if (renaming.kind === 'rename-index') return { ...renaming, index: { name: from }, to };
  return { kind: 'rename-column', span: renaming.span, table: renaming.table, column: from, to };
}

function isThere(schema: Schema, renaming: Renaming): boolean {
  const table: Table | undefined = renaming.table === undefined ? undefined : tableOf(schema, renaming.table);
  if (table === undefined) return false;
  if (renaming.kind !== 'rename-index') return columnOf(table, renaming.column) !== undefined;
  return table.indexes.some((each) => isNamed(table, each, renaming.index.name));
}
