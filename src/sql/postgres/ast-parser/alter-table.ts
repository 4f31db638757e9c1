import type { AlterTableStatement, TableAlteration } from 'pgsql-ast-parser';
import type { Operation } from '../../../operation/operation.ts';
import { commaParts, find, type Range, spanOf } from '../source.ts';
import { columnOf, identityOf } from './column.ts';
import { constraintOf } from './constraint.ts';
import { expression } from './expression.ts';
import { type Feed, refuse, tokenOf } from './feed.ts';
import { bareName, behindName, nameOf, qualifiedName } from './name.ts';
import { typeAt } from './type-name.ts';

/** ALTER TABLE. */
export function readAlterTable(source: Feed, node: AlterTableStatement): readonly Operation[] {
  const actions = behindName(source, node.table);
  const parts = commaParts(source, actions);
  const renames = node.changes.some((change) => change.type.startsWith('rename'));
  if (parts.length !== node.changes.length || (renames && parts.length > 1)) refuse('these actions together', source, actions.from);
  return node.changes.map((change, i) => action(source, node, change, parts[i] as Range));
}

function action(source: Feed, node: AlterTableStatement, change: TableAlteration, range: Range): Operation {
  const base = {
    span: spanOf(source, range),
    table: qualifiedName(source, node.table),
    ...(node.ifExists && { ifExists: true as const }),
    ...(node.only && { only: true as const }),
  };
  const cascade = 'behaviour' in change && change.behaviour === 'cascade' && { cascade: true as const };
  switch (change.type) {
    case 'rename':
      return { kind: 'rename-table', ...base, span: source.span, to: nameOf(source, change.to) };
    case 'rename column':
      return { kind: 'rename-column', ...base, span: source.span, column: nameOf(source, change.column), to: nameOf(source, change.to) };
    case 'rename constraint': {
      const constraint = nameOf(source, change.constraint);
      return { kind: 'rename-constraint', ...base, span: source.span, constraint, to: nameOf(source, change.to) };
    }
    case 'add column': {
      const column = columnOf(source, change.column, { from: tokenOf(source, change.column.name), to: range.to });
      return { kind: 'add-column', ...base, column, ...(change.ifNotExists && { ifNotExists: true }) };
    }
    case 'drop column':
      return {
        kind: 'drop-column',
        ...base,
        column: nameOf(source, change.column),
        ...(change.ifExists && { columnIfExists: true }),
        ...cascade,
      };
    case 'alter column':
      // Behind the column's name: a column may be called "type".
      return alterColumn(source, base, nameOf(source, change.column), change.alter, {
        from: tokenOf(source, change.column) + 1,
        to: range.to,
      });
    case 'add constraint': {
      const constraint = constraintOf(source, change.constraint, { from: range.from + 1, to: range.to });
      return { kind: 'add-constraint', ...base, constraint };
    }
    case 'drop constraint': {
      const constraint = nameOf(source, change.constraint);
      return { kind: 'drop-constraint', ...base, constraint, ...(change.ifExists && { constraintIfExists: true }), ...cascade };
    }
    case 'owner':
      return { kind: 'table-owner', ...base, owner: bareName(source, change.to) };
  }
}

type AlterColumn = Extract<TableAlteration, { type: 'alter column' }>['alter'];
type OnTable = Pick<Extract<Operation, { kind: 'drop-default' }>, 'span' | 'table' | 'ifExists' | 'only'>;

function alterColumn(source: Feed, base: OnTable, column: string, change: AlterColumn, range: Range): Operation {
  const behind = (word: string): number => find(source, range, word) + 1;
  switch (change.type) {
    case 'set type': {
      const { type, end } = typeAt(source, behind('type'));
      if (end !== range.to) refuse('what follows the type', source, end);
      return { kind: 'alter-column-type', ...base, column, type };
    }
    case 'set default':
      return {
        kind: 'set-default',
        ...base,
        column,
        expression: expression(source, change.default, { from: behind('default'), to: range.to }),
      };
    case 'drop default':
      return { kind: 'drop-default', ...base, column };
    case 'set not null':
      return { kind: 'set-not-null', ...base, column };
    case 'drop not null':
      return { kind: 'drop-not-null', ...base, column };
    case 'add generated':
      return { kind: 'add-identity', ...base, column, identity: identityOf(source, change, range) };
  }
}
