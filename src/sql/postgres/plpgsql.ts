/** What a PL/pgSQL block runs, in the order of its text. */
export interface Run {
  /** `statement`: a static SQL statement; `perform`: one whose SELECT was written PERFORM; `execute`: the expression of EXECUTE; `expression`: any other. */
  readonly kind: 'statement' | 'perform' | 'execute' | 'expression' | 'commit' | 'rollback';
  readonly query: string;
  /** It may or may not run: inside a branch, a loop or a block with an exception handler, or behind a RETURN that may have ended the block. */
  readonly conditional: boolean;
}

type Fields = { readonly [name: string]: unknown };

/**
 * Walks the tree of libpg_query's PL/pgSQL parser.
 * https://www.postgresql.org/docs/current/plpgsql.html
 */
export function commandsOf(functions: readonly unknown[]): readonly Run[] {
  const runs: Run[] = [];
  let mayHaveReturned = false;

  const add = (kind: Run['kind'], expression: unknown, conditional: boolean): void => {
    const query = expression === undefined ? '' : ((expression as { PLpgSQL_expr?: { query?: string } }).PLpgSQL_expr?.query ?? '');
    if (kind === 'commit' || kind === 'rollback' || query !== '') runs.push({ kind, query, conditional: conditional || mayHaveReturned });
  };
  const all = (list: unknown, conditional: boolean): void => {
    for (const each of (list as Fields[] | undefined) ?? []) statement(each, conditional);
  };
  const expressions = (list: unknown, conditional: boolean): void => {
    for (const each of (list as Fields[] | undefined) ?? []) add('expression', each, conditional);
  };

  const statement = (node: Fields, conditional: boolean): void => {
    const [name, content] = Object.entries(node)[0] ?? ['', {}];
    const fields = content as Fields;
    switch (name) {
      case 'PLpgSQL_stmt_block': {
        const handlers = (fields.exceptions as { PLpgSQL_exception_block?: { exc_list?: { PLpgSQL_exception?: Fields }[] } } | undefined)
          ?.PLpgSQL_exception_block?.exc_list;
        all(fields.body, conditional || handlers !== undefined);
        for (const handler of handlers ?? []) all(handler.PLpgSQL_exception?.action, true);
        break;
      }
      case 'PLpgSQL_stmt_if':
        add('expression', fields.cond, conditional);
        all(fields.then_body, true);
        for (const each of (fields.elsif_list as { PLpgSQL_if_elsif?: Fields }[] | undefined) ?? []) {
          add('expression', each.PLpgSQL_if_elsif?.cond, true);
          all(each.PLpgSQL_if_elsif?.stmts, true);
        }
        all(fields.else_body, true);
        break;
      case 'PLpgSQL_stmt_case':
        add('expression', fields.t_expr, conditional);
        for (const each of (fields.case_when_list as { PLpgSQL_case_when?: Fields }[] | undefined) ?? []) {
          add('expression', each.PLpgSQL_case_when?.expr, true);
          all(each.PLpgSQL_case_when?.stmts, true);
        }
        all(fields.else_stmts, true);
        break;
      case 'PLpgSQL_stmt_dynfors':
        add('execute', fields.query, conditional);
        expressions(fields.params, conditional);
        all(fields.body, true);
        break;
      case 'PLpgSQL_stmt_fors':
        add('statement', fields.query, conditional);
        all(fields.body, true);
        break;
      case 'PLpgSQL_stmt_loop':
      case 'PLpgSQL_stmt_while':
      case 'PLpgSQL_stmt_fori':
      case 'PLpgSQL_stmt_forc':
      case 'PLpgSQL_stmt_foreach_a':
        for (const key of ['cond', 'lower', 'upper', 'step', 'expr', 'argquery']) add('expression', fields[key], conditional);
        all(fields.body, true);
        break;
      case 'PLpgSQL_stmt_execsql':
        add('statement', fields.sqlstmt, conditional);
        break;
      case 'PLpgSQL_stmt_perform':
        add('perform', fields.expr, conditional);
        break;
      case 'PLpgSQL_stmt_call':
        add('statement', fields.expr, conditional);
        break;
      case 'PLpgSQL_stmt_dynexecute':
        add('execute', fields.query, conditional);
        expressions(fields.params, conditional);
        break;
      case 'PLpgSQL_stmt_open':
      case 'PLpgSQL_stmt_return_query':
        add('statement', fields.query, conditional);
        add('execute', fields.dynquery, conditional);
        add('expression', fields.argquery, conditional);
        expressions(fields.params, conditional);
        break;
      case 'PLpgSQL_stmt_assign':
      case 'PLpgSQL_stmt_return_next':
        add('expression', fields.expr, conditional);
        break;
      case 'PLpgSQL_stmt_assert':
        add('expression', fields.cond, conditional);
        break;
      case 'PLpgSQL_stmt_raise':
        expressions(fields.params, conditional);
        break;
      case 'PLpgSQL_stmt_return':
        add('expression', fields.expr, conditional);
        if (conditional) mayHaveReturned = true;
        break;
      case 'PLpgSQL_stmt_exit':
        add('expression', fields.cond, conditional);
        // Without a label it leaves a loop, whose body is conditional as it is.
        if (fields.label !== undefined) mayHaveReturned = true;
        break;
      case 'PLpgSQL_stmt_commit':
        add('commit', undefined, conditional);
        break;
      case 'PLpgSQL_stmt_rollback':
        add('rollback', undefined, conditional);
        break;
    }
  };

  for (const each of functions as { PLpgSQL_function?: Fields }[]) {
    for (const datum of (each.PLpgSQL_function?.datums as { PLpgSQL_var?: Fields }[] | undefined) ?? []) {
      add('expression', datum.PLpgSQL_var?.default_val, false);
      add('statement', datum.PLpgSQL_var?.cursor_explicit_expr, true);
    }
    const action = each.PLpgSQL_function?.action;
    if (action !== undefined) statement(action as Fields, false);
  }
  return runs;
}
