import type { Operation } from '../../operation/operation.ts';
import { readColumn, readPosition } from './column.ts';
import { readConstraint, readConstraintName } from './constraint.ts';
import type { Cursor } from './cursor.ts';
import { readIndexDefinition, readIndexKind } from './key.ts';
import type { OnTable } from './on-table.ts';

/** ADD: constraints, indexes, periods, and one column or several in parentheses. */
export function readAdd(cursor: Cursor, base: OnTable): readonly Operation[] {
  if (cursor.accept('system versioning')) return [{ ...base, kind: 'set-system-versioning', versioned: true }];
  if (cursor.accept('period for')) {
    cursor.accept('if not exists');
    const period = cursor.name('a period');
    const [from = '', to = ''] = cursor
      .over(cursor.parentheses())
      .qualifiedList('a column')
      .map((each) => each.name);
    return [{ ...base, kind: 'add-period', period, from, to }];
  }
  const start = cursor.at;
  const named = readConstraintName(cursor);
  const found = readConstraint(cursor, start, named?.name);
  if (found !== undefined) {
    const { constraint, ifNotExists } = found;
    return [{ ...base, kind: 'add-constraint', constraint, ...((ifNotExists || named?.ifNotExists) && { ifNotExists: true }) }];
  }
  const kind = readIndexKind(cursor);
  if (kind !== undefined) {
    const { index, ifNotExists } = readIndexDefinition(cursor, kind, named?.name);
    return [
      { span: base.span, table: base.table, kind: 'create-index', index, concurrently: false, ...(ifNotExists && { ifNotExists: true }) },
    ];
  }
  if (named !== undefined) cursor.fail('a constraint is missing');
  cursor.accept('column');
  const ifNotExists = cursor.accept('if not exists') !== undefined;
  if (cursor.markAt(cursor.at) === '(') return readSeveral(cursor, base, ifNotExists);
  const column = readColumn(cursor);
  return [{ ...base, kind: 'add-column', column, ...(ifNotExists && { ifNotExists: true }), ...readPosition(cursor) }];
}

/** `ADD COLUMN (a int, b int, KEY (a))` */
function readSeveral(cursor: Cursor, base: OnTable, ifNotExists: boolean): readonly Operation[] {
  return cursor.parts(cursor.parentheses()).map((part): Operation => {
    const own = cursor.over(part);
    const at = { ...base, span: cursor.spanOf(part) };
    const named = readConstraintName(own);
    const constraint = readConstraint(own, part.from, named?.name)?.constraint;
    const kind = constraint === undefined ? readIndexKind(own) : undefined;
    const operation: Operation =
      constraint !== undefined
        ? { ...at, kind: 'add-constraint', constraint }
        : kind !== undefined
          ? {
              span: at.span,
              table: at.table,
              kind: 'create-index',
              index: readIndexDefinition(own, kind, named?.name).index,
              concurrently: false,
            }
          : { ...at, kind: 'add-column', column: readColumn(own), ...(ifNotExists && { ifNotExists: true }) };
    own.finish();
    return operation;
  });
}
