import type { Operation } from '../../operation/operation.ts';
import type { TypeName } from '../../operation/type-name.ts';
import type { Span } from '../../text/span.ts';
import { type Block, bodyOf, readBlock, skipDefiner } from './compound.ts';
import type { Cursor } from './cursor.ts';
import type { Procedure } from './run.ts';
import { readTypeName } from './type-name.ts';

/**
 * Stored programs: what makes them, and what a procedure holds, for CALL.
 * https://dev.mysql.com/doc/refman/9.5/en/create-procedure.html
 */
export interface Program {
  readonly operations: readonly Operation[];
  readonly procedure?: Procedure;
}

/** CREATE PROCEDURE, FUNCTION, TRIGGER and EVENT, from CREATE on; undefined where it makes something else. */
export function readProgram(cursor: Cursor, span: Span): Program | undefined {
  const ahead = cursor.over({ from: cursor.at, to: cursor.end });
  ahead.expect('create');
  const replace = ahead.accept('or replace') !== undefined;
  skipDefiner(ahead);
  ahead.accept('aggregate');
  const kind = ahead.accept('procedure', 'function', 'trigger', 'event');
  if (kind === undefined) return undefined;
  const start = cursor.at;
  cursor.at = ahead.at;
  cursor.accept('if not exists');
  const name = cursor.qualified(`a ${kind}`);
  const { body, at } = readBody(cursor, start);
  if (kind === 'event') {
    cursor.at = cursor.end;
    return { operations: [{ kind: 'other', span, command: 'CREATE EVENT', tables: [] }] };
  }
  if (kind === 'trigger') {
    cursor.expect('before', 'after');
    // MariaDB 12 has several events, and columns of UPDATE.
    do {
      cursor.expect('insert', 'update', 'delete');
      if (cursor.accept('of')) cursor.qualifiedList('a column');
    } while (cursor.accept('or'));
    cursor.expect('on');
    const table = cursor.qualified('a table');
    cursor.at = cursor.end;
    return { operations: [{ kind: 'create-trigger', span, table, trigger: name.name, row: true, ...(replace && { replace: true }) }] };
  }
  const parameters = body === undefined ? [] : readParameters(cursor);
  const deterministic = cursor.over({ from: cursor.at, to: at });
  let volatility: 'immutable' | 'volatile' = 'volatile';
  for (; !deterministic.done; deterministic.at++) {
    if (deterministic.accept('not deterministic')) deterministic.at--;
    else if (deterministic.is('deterministic')) volatility = 'immutable';
  }
  cursor.at = cursor.end;
  const operation: Operation = {
    kind: 'create-function',
    span,
    function: name,
    parameters: parameters.map((each) => each.type),
    volatility,
    ...(kind === 'procedure' && { procedure: true }),
    ...(replace && { replace: true }),
  };
  const procedure = kind === 'procedure' && body !== undefined;
  return {
    operations: [operation],
    ...(procedure && { procedure: { name: name.name.toLowerCase(), parameters: parameters.map((each) => each.name), body, cursor } }),
  };
}

/** @param at where the statement begins */
function readBody(cursor: Cursor, at: number): { readonly body?: Block; readonly at: number } {
  const body = bodyOf(cursor.over({ from: at, to: cursor.end }));
  if (body === undefined) return { at: cursor.end };
  const inner = cursor.over({ from: body, to: cursor.end });
  const block = readBlock(inner);
  inner.finish();
  return { body: block, at: body };
}

/** `(IN a INT, OUT b TEXT)` */
function readParameters(cursor: Cursor): readonly { readonly name: string; readonly type: TypeName }[] {
  return cursor.parts(cursor.parentheses()).map((part) => {
    const own = cursor.over(part);
    own.accept('inout', 'out', 'in');
    const name = own.name('a parameter');
    const type = readTypeName(own);
    if (own.accept('collate')) own.name();
    if (own.accept('default')) own.at = own.end;
    own.finish();
    return { name: name.toLowerCase(), type };
  });
}
