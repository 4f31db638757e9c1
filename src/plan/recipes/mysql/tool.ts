import { quoteIdentifier } from '../../../sql/mysql/quote.ts';
import { type Copied, ghOst, ptOnlineSchemaChange, spirit } from './copying-tools.ts';
import { leastHarm } from './pin.ts';
import type { MysqlStaging } from './staging.ts';
import { authorsStatement, authorsText, ownName, ownTable } from './text.ts';

/**
 * What only a copy of the table can do, while others write, is done by a tool that copies and catches up: which one, and its exact command. Where none can, what harms least.
 * @param reason why the server itself cannot, a clause without its full stop
 */
export function byCopyingTool(context: MysqlStaging, reason: string): { readonly impossible: string } {
  const action = actionOf(context);
  const tool = action === undefined ? undefined : copyingBy(context, action);
  if (tool !== undefined) {
    const besides = tool.besides.length === 0 ? '' : ` (${tool.besides.join('; ')})`;
    return {
      impossible: `${reason}. A tool that copies the table and catches up does it while others write${besides}; take the statement out of the migration, or mark it as applied, and run, with how you connect: ${tool.command}`,
    };
  }
  const least = leastHarm(context, authorsStatement(context), context.before);
  const keyless =
    action === undefined ? '' : ', and no tool that copies the table can, since it has no key without NULLs to tell the rows apart by';
  return { impossible: `${reason}${keyless}. What harms least: ${least}` };
}

/** What follows `ALTER TABLE name`; undefined of what is no change of one table. */
function actionOf(context: MysqlStaging): string | undefined {
  const text = authorsText(context);
  if (context.statement.start !== context.operation.span.start) return text;
  // CREATE INDEX as ALTER TABLE has it.
  const index = /^CREATE\s+(UNIQUE\s+|FULLTEXT\s+|SPATIAL\s+)?INDEX\s+(`(?:[^`]|``)*`|[\w$]+)(\s+USING\s+\w+)?\s+ON\s+[^(]*(\(.*)$/is.exec(
    text,
  );
  if (index === null) return undefined;
  const [, kind = '', name, using = '', rest] = index;
  return `ADD ${kind}INDEX ${name}${using} ${rest}`;
}

/** The command for an ALTER TABLE of the operation's table, and what comes of it besides; undefined where no tool can. */
export function copyingBy(
  context: MysqlStaging,
  action: string,
): { readonly command: string; readonly besides: readonly string[] } | undefined {
  const table = ownTable(context);
  const change: Copied = { target: context.target, name: ownName(context), table, operation: context.operation, action };
  const tool = [ghOst, ptOnlineSchemaChange].find((each) => each.suits(change));
  if (tool === undefined) return undefined;
  const isNamed = table?.constraints.some(({ definition: { type } }) => type === 'check' || type === 'foreign-key');
  const besides = [
    ...(tool === ghOst ? [`the old table stays as ${quoteIdentifier(`_${change.name.name}_del`)}`] : []),
    ...(isNamed ? ['CHECKs and foreign keys of the table get other names'] : []),
  ];
  const faster =
    tool === ghOst && spirit.suits(change) ? `; or, faster, where replicas may fall behind meanwhile: ${spirit.command(change)}` : '';
  return { command: tool.command(change) + faster, besides };
}
