import type { QualifiedName, ResolvedName } from '../../../operation/name.ts';
import { resolve, type Table, tableOf } from '../../../schema/schema.ts';
import type { MysqlStaging } from './staging.ts';

interface OnTable {
  readonly table: QualifiedName;
  readonly ifExists?: true;
}

const own = (context: MysqlStaging): OnTable => context.operation as Partial<OnTable> as OnTable;

/** The operation's table as SQL names it. */
export function tableText(context: MysqlStaging): string {
  return context.nameOf(own(context).table);
}

export function ownName(context: MysqlStaging): ResolvedName {
  return resolve(context.before, own(context).table);
}

/** The operation's table as replayed; undefined where history never mentioned it. */
export function ownTable(context: MysqlStaging): Table | undefined {
  return tableOf(context.before, own(context).table);
}

/** `ALTER TABLE … action` on the operation's table, without clauses and semicolon. */
export function alterTable(context: MysqlStaging, action: string): string {
  return `ALTER TABLE ${tableText(context)} ${action}`;
}

/** What the author wrote for the operation: an action of his ALTER TABLE, or a whole statement; without the clauses of MySQL's online DDL. */
export function authorsText({ operation: { span }, source }: MysqlStaging): string {
  return source
    .slice(span.start, span.end)
    .replace(/(?:[\s,]+(?:ALGORITHM|LOCK)\s*=?\s*\w+)+\s*$/i, '')
    .trim();
}

/** The author's operation as a statement of its own. */
export function authorsStatement(context: MysqlStaging): string {
  const text = authorsText(context);
  const isAction = context.statement.start !== context.operation.span.start;
  return isAction ? alterTable(context, text) : text;
}
