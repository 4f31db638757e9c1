import { sameName } from '../../operation/name.ts';
import type { Operation, OperationOf } from '../../operation/operation.ts';
import { columnFrom, spelt } from '../../schema/mysql/column.ts';
import { type Column, columnOf, isNamed } from '../../schema/schema.ts';
import type { At } from './at.ts';
import type { Change } from './change.ts';
import { inlineOf, isIndexed, renameColumn } from './column.ts';
import { changesOfConstraint } from './constraint.ts';
import { nullFailure } from './null.ts';
import { nameAfter } from './rename.ts';
import type { Tables } from './tables.ts';
import { typeChange } from './type-change.ts';
import type { ChangeKind } from './ways.ts';

/** MODIFY and CHANGE: every difference from what the column was is a change. */
export function redefineColumn(
  at: At,
  operation: OperationOf<'redefine-column'>,
  tables: Tables,
  statement: readonly Operation[],
): readonly Change[] {
  const old = columnOf(tables.before, operation.column);
  if (old === undefined) {
    if (operation.columnIfExists && tables.before.complete) return [];
    // MariaDB lets a statement define anew what it adds.
    if (at.server === 'mariadb' && statement.some((each) => each.kind === 'add-column' && sameName(each.column.name, operation.column)))
      return [];
    return [{ kind: 'change-type', operation, because: `what ${operation.column} was before is not known`, assumed: true }];
  }
  const definition = spelt(operation.definition);
  const now = columnFrom(definition, tables.after.mysql ?? {}, 0);
  const kinds: Change[] = [];
  const add = (kind: ChangeKind, more: Omit<Change, 'kind' | 'operation'> = {}): void => void kinds.push({ kind, operation, ...more });
  if (old.name.toLowerCase() !== now.name.toLowerCase()) kinds.push(renameColumn(operation, old.name, tables));
  const wasPrimary = tables.before.constraints.some(
    ({ definition: key }) => key.type === 'primary-key' && key.columns.some((each) => isNamed(tables.before, old, each)),
  );
  if (old.generated || now.generated) generatedChange(at, old, now, isIndexed(tables.before, old) !== false, add);
  else {
    const typed = typeChange(at, old, now, isIndexed(tables.before, old) || isIndexed(tables.after, now));
    if (typed !== undefined) kinds.push({ operation, ...typed });
    if (old.autoIncrement && !now.autoIncrement) add('stop-numbering');
    if (!old.autoIncrement && now.autoIncrement) add('start-numbering', { because: `${now.name} becomes AUTO_INCREMENT` });
  }
  if (old.notNull && !now.notNull && !wasPrimary) add('allow-null', { because: `${now.name} comes to take NULL` });
  if (!old.notNull && now.notNull) add('forbid-null', { because: `${now.name} becomes NOT NULL`, ...nullFailure(at, old) });
  if (operation.position !== undefined && isMoved(tables, old, statement))
    add(old.generated === undefined ? 'move-column' : old.generated.stored ? 'move-stored' : 'move-virtual');
  if (kinds.length === 0) add('change-setting');
  return [...kinds, ...definition.constraints.flatMap((each) => changesOfConstraint(at, operation, inlineOf(each), tables))];
}

function generatedChange(
  at: At,
  old: Column,
  now: Column,
  indexed: boolean,
  add: (kind: ChangeKind, more?: Omit<Change, 'kind' | 'operation'>) => void,
): void {
  const { name } = now;
  if (!old.generated || !now.generated || old.generated.stored !== now.generated.stored) {
    add('change-type', { because: `${name} ${now.generated ? 'becomes generated' : 'is no longer generated'}` });
  } else if (typeChange(at, old, now, false) !== undefined) add('change-type', { because: `${name} becomes ${now.type.text}` });
  else if (at.server === 'mariadb' && (indexed || old.generated.stored)) {
    // It does not look whether anything has changed.
    add('change-type', { because: `${name} is computed and ${indexed ? 'indexed' : 'stored'}` });
  } else if (old.generated.expression.text !== now.generated.expression.text) {
    add(now.generated.stored ? 'add-stored' : 'change-virtual-expression', { because: `${name} is computed in another way` });
  }
}

/** Whether another column comes to stand before it, of those that stay. */
function isMoved({ before, after }: Tables, column: Column, statement: readonly Operation[]): boolean {
  const names = before.columns.map(({ name }) => nameAfter(statement, name));
  const place = (name: string): number => after.columns.findIndex((each) => isNamed(after, each, name));
  const own = before.columns.indexOf(column);
  const others = names.filter((name, i) => i !== own && place(name) !== -1);
  const at = place(names[own] ?? '');
  const stoodBefore = names.slice(0, own);
  return others.some((name) => stoodBefore.includes(name) !== place(name) < at);
}
