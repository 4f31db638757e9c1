import type { MysqlStaging } from './staging.ts';
import { authorsText, ownName, ownTable } from './text.ts';

/**
 * What only a copy of the table can do, while others write, is done by a tool that copies and catches up. Which one, and its exact command: gh-ost follows the binary
 * log and takes no foreign keys and no triggers; pt-online-schema-change works by triggers, and is the one that knows MariaDB.
 * https://github.com/github/gh-ost/blob/master/doc/requirements-and-limitations.md,
 * https://docs.percona.com/percona-toolkit/pt-online-schema-change.html
 * @param reason why the server itself cannot, a clause without its full stop
 */
export function byCopyingTool(context: MysqlStaging, reason: string): { readonly impossible: string } {
  const action = authorsText(context);
  if (context.statement.start === context.operation.span.start)
    return { impossible: `${reason}: write it as ALTER TABLE, which tools that copy a table online take` };
  return {
    impossible: `${reason}. A tool that copies the table and catches up does it while others write; take the statement out of the migration, or mark it as applied, and run: ${commandOf(context, action)}`,
  };
}

/** @param action of an ALTER TABLE of the operation's table */
export function commandOf(context: MysqlStaging, action: string): string {
  const { schema, name } = ownName(context);
  const table = ownTable(context);
  const alter = quoted(action.replace(/\s+/g, ' '));
  const isTied =
    table !== undefined &&
    (table.referencedBy.length > 0 ||
      table.constraints.some(({ definition }) => definition.type === 'foreign-key') ||
      table.hanging.some(({ kind }) => kind === 'trigger'));
  // What the connection uses where the migration names no database.
  const database = schema === '' ? '"$DATABASE"' : quoted(schema);
  if (context.target.engine === 'mysql' && !isTied)
    return `gh-ost --database=${database} --table=${quoted(name)} --alter=${alter} --panic-on-warnings --execute`;
  const keys = table !== undefined && table.referencedBy.length > 0 ? ' --alter-foreign-keys-method=auto' : '';
  return `pt-online-schema-change --alter=${alter}${keys} --execute D=${database},t=${quoted(name.replaceAll(',', '\\,'))}`;
}

/** For a POSIX shell. */
function quoted(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
