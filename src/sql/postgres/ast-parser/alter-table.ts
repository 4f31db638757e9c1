import type { TableAlteration } from 'pgsql-ast-parser';
import type { Operation } from '../../../operation/operation.ts';
import { commaParts, find, is, type Range, type Source, spanOf } from '../source.ts';
import { type OnTable, readAction } from './actions.ts';
import { attributeFields, attributesOf } from './attributes.ts';
import { columnOf, identityOf } from './column.ts';
import { constraintOf } from './constraint.ts';
import { expression, onlyExpression } from './expression.ts';
import { type Feed, feedOf, refuse, tokenOf } from './feed.ts';
import { bareName, nameOf } from './name.ts';
import { parseStatement } from './parse.ts';
import { matchOf, synopsis } from './synopsis.ts';
import { typeAt } from './type-name.ts';

const header = synopsis('ALTER TABLE [IF EXISTS] [ONLY] <table.>');

/** ALTER TABLE, action by action: each is read from its tokens where they say it, else by the parser as the only one of its statement. */
export function readAlterTable(source: Source): readonly Operation[] {
  const match = matchOf(source, header, { from: source.first, to: source.end });
  if (match === undefined) return refuse('this beginning of an ALTER TABLE', source, source.first);
  const ranges = commaParts(source, { from: match.end, to: source.end });
  if (ranges[ranges.length - 1]?.to !== source.end) refuse('it ends too early', source, source.end - 1);
  const operations = ranges.map((range) => {
    const base = {
      span: spanOf(source, range),
      table: match.qualified('table'),
      ...(match.has('EXISTS') && { ifExists: true as const }),
      ...(match.has('ONLY') && { only: true as const }),
    };
    return readAction(source, base, range) ?? parsedAction(source, base, range);
  });
  if (operations.length > 1 && operations.some(({ kind }) => alone.test(kind))) refuse('these actions together', source, match.end);
  return operations;
}

/** What PostgreSQL's grammar takes as the only action. */
const alone = /^(?:rename|detach)-/;

function parsedAction(source: Source, base: OnTable, range: Range): Operation {
  const feed = feedOf({ ...source, first: range.from, end: knownEnd(source, range) }, 'ALTER TABLE t ');
  const node = parseStatement(feed);
  const [change, ...others] = node.type === 'alter table' ? node.changes : [];
  if (change === undefined || others.length > 0) return refuse('this action', source, range.from);
  return action(feed, base, change, range);
}

/** Where what the parser has no place for begins: a constraint's attributes, a new type's COLLATE and USING. */
function knownEnd(source: Source, range: Range): number {
  if (is(source, range.from, 'add')) return attributesOf(source, range).begin;
  return is(source, range.from, 'alter') ? Math.min(find(source, range, 'collate'), find(source, range, 'using')) : range.to;
}

/** @param source ends where the parser's knowledge does, `range` with the action */
function action(source: Feed, base: OnTable, change: TableAlteration, range: Range): Operation {
  const isType = change.type === 'alter column' && change.alter.type === 'set type';
  if (source.end < range.to && change.type !== 'add constraint' && !isType) refuse('what stands here', source, source.end);
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
      const own = { from: range.from + 1, to: range.to };
      const constraint = constraintOf(source, change.constraint, own);
      return { kind: 'add-constraint', ...base, constraint: { ...constraint, ...attributeFields(source, constraint.type, own) } };
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

const behindType = synopsis('[COLLATE <collation.>] [USING]');

function alterColumn(source: Feed, base: OnTable, column: string, change: AlterColumn, range: Range): Operation {
  const behind = (word: string): number => find(source, range, word) + 1;
  switch (change.type) {
    case 'set type': {
      const { type, end } = typeAt(source, behind('type'));
      const rest = { ...source, first: end, end: range.to };
      const match = matchOf(rest, behindType, { from: end, to: range.to });
      const using = { from: match?.end ?? end, to: range.to };
      if (end !== source.end || (using.from === using.to) === match?.has('USING')) return refuse('what follows the type', source, end);
      return {
        kind: 'alter-column-type',
        ...base,
        column,
        type,
        ...(match?.has('COLLATE') && { collation: match.qualified('collation') }),
        ...(match?.has('USING') && { using: onlyExpression(rest, using) }),
      };
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
