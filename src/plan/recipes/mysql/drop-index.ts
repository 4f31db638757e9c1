import { has } from '../../../engine/mysql/version.ts';
import { isNamed, isNew } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/mysql/quote.ts';
import { addIndex } from './index-text.ts';
import { staged } from './sequence.ts';
import { defineMysqlRecipe } from './staging.ts';
import { alterTable, ownTable } from './text.ts';

/**
 * An index is first taken from the optimizer and kept up all the same, so that it is back at once where a query turns out to need it; and dropped when it was missed by none. A unique one goes at once, since
 * it refuses rows as long as it is there; and so does one whose name another index takes.
 * https://dev.mysql.com/doc/refman/9.5/en/invisible-indexes.html, https://mariadb.com/kb/en/ignored-indexes/
 */
export const dropIndex = defineMysqlRecipe({
  on: ['drop-index'],
  stage(context) {
    const { operation, target } = context;
    const table = ownTable(context);
    const { name } = operation.index;
    const index = table?.indexes.find((each) => isNamed(table, each, name));
    const quoted = quoteIdentifier(name);
    const drop = alterTable(context, `DROP INDEX ${operation.ifExists && target.engine === 'mariadb' ? 'IF EXISTS ' : ''}${quoted}`);
    const add = index && addIndex(index, quoted);
    const built =
      add === undefined
        ? '-- built again from its definition, which SHOW CREATE TABLE tells before it is dropped'
        : [alterTable(context, add)];
    const version = target.version ?? (target.engine === 'mysql' ? '8.0' : '10.6');
    const knowsInvisible = has({ server: target.engine, version }, { mysql: '8.0', mariadb: '10.6' });
    const isHidden = index !== undefined && !index.definition.unique && !index.definition.invisible;
    if (!knowsInvisible || !isHidden || isNew(context.before, table) || context.isIndexLater(name))
      return staged(context, [{ stage: 'expand', after: 'transaction', sql: [drop], rollback: built, why: 'dropped while others write' }]);
    const [off, on] = target.engine === 'mysql' ? ['INVISIBLE', 'VISIBLE'] : ['IGNORED', 'NOT IGNORED'];
    return staged(context, [
      {
        stage: 'expand',
        after: 'none',
        sql: [alterTable(context, `ALTER INDEX ${quoted} ${off}`)],
        rollback: [alterTable(context, `ALTER INDEX ${quoted} ${on}`)],
        why: 'no query uses it from here on, and it is kept up: a query that needed it shows now, and the index is back at once',
      },
      {
        stage: 'contract',
        after: 'deploy',
        sql: [drop],
        rollback: built,
        why: 'no query has missed it',
      },
    ]);
  },
});
