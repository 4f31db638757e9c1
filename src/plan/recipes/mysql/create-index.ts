import { isNamed, tableOf } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/mysql/quote.ts';
import type { RecipeResult } from '../../recipe.ts';
import { asPinned } from './as-pinned.ts';
import { addIndex } from './index-text.ts';
import { duplicates } from './query.ts';
import { knowsRename } from './second-column.ts';
import { replacing, staged } from './sequence.ts';
import { defineMysqlRecipe, type MysqlContext, type MysqlStaging } from './staging.ts';
import { alterTable, authorsText, ownName, tableText } from './text.ts';

/** An index is built while others write: ALGORITHM=INPLACE or NOCOPY, LOCK=NONE. A duplicate lets a unique one fail at its end, so they are asked for before. */
export const createIndex = defineMysqlRecipe({
  on: ['create-index'],
  stage(context) {
    const { index } = context.operation;
    const why = whyOf(context);
    const replaced = inPlaceOfAnother(context, why);
    if (replaced !== undefined) return replaced;
    const rollback = index.name === undefined ? {} : { rollback: [alterTable(context, `DROP INDEX ${quoteIdentifier(index.name)}`)] };
    return asPinned(context, { ...rollback, why });
  },
});

function whyOf(context: MysqlContext<'create-index'>): string {
  const { index } = context.operation;
  const columns = index.elements.flatMap((each) => each.column ?? []);
  return index.unique && columns.length === index.elements.length
    ? `built while others write; fails at its end on a duplicate, so first no row may come from: ${duplicates(tableText(context), columns)}`
    : 'built while others write';
}

/** The author's `ADD INDEX name` or `CREATE INDEX name ON …`, up to the name and behind it. */
const named = /^((?:ADD|CREATE)\s+(?:\w+\s+)?(?:INDEX|KEY)\s+(?:IF\s+NOT\s+EXISTS\s+)?)(?:`(?:[^`]|``)*`|[\w$]+)(.*)$/is;

/** Under another name first, so that rows are found by the one or the other all the time; undefined where it takes the place of none. */
function inPlaceOfAnother(context: MysqlContext<'create-index'>, why: string): RecipeResult {
  const { replaced, operation } = context;
  const parts = named.exec(authorsText(context));
  const table = replaced && tableOf(replaced.before, operation.table);
  const old = table?.indexes.find((each) => isNamed(table, each, replaced?.name ?? ''));
  if (replaced === undefined || old === undefined || parts === null || !knowsRenameIndex(context)) return undefined;
  const [, head = '', rest = ''] = parts;
  const [name, helper, back] = [
    replaced.name,
    ...['index', 'back'].map((which) => context.helperName(ownName(context), `${replaced.name}_${which}`)),
  ].map(quoteIdentifier) as [string, string, string];
  const isAction = context.statement.start !== operation.span.start;
  const made = `${head}${helper}${rest}`;
  const again = addIndex(old, back);
  const steps = staged({ ...context, before: replaced.before }, [
    {
      stage: 'expand',
      after: 'transaction',
      sql: [isAction ? alterTable(context, made) : made],
      rollback: [alterTable(context, `DROP INDEX ${helper}`)],
      why,
    },
    {
      stage: 'expand',
      after: 'transaction',
      sql: [alterTable(context, `DROP INDEX ${name}, RENAME INDEX ${helper} TO ${name}`)],
      rollback:
        again === undefined
          ? '-- built again from its definition, which SHOW CREATE TABLE tells before it is dropped'
          : [alterTable(context, again), alterTable(context, `RENAME INDEX ${name} TO ${helper}, RENAME INDEX ${back} TO ${name}`)],
      why: 'in one moment it takes the name of the old one',
    },
  ]);
  return replacing(steps);
}

/** MySQL from 5.7 on, MariaDB with RENAME COLUMN. https://dev.mysql.com/doc/refman/5.7/en/alter-table.html */
function knowsRenameIndex({ target }: MysqlStaging): boolean {
  return target.engine === 'mysql' || knowsRename(target);
}
