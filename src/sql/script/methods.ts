import type { Node } from './node.ts';

/** Methods whose first argument is SQL. */
export const sends = new Set(['raw', 'query', 'addSql', 'sql', 'runSql', 'execute', 'unsafe']);

/** What they do to the transaction, as TypeORM's query runner and Sequelize's transactions name it. */
export const transactions: ReadonlyMap<string, string> = new Map([
  ['startTransaction', 'BEGIN'],
  ['commitTransaction', 'COMMIT'],
  ['rollbackTransaction', 'ROLLBACK'],
  ['commit', 'COMMIT'],
  ['rollback', 'ROLLBACK'],
]);

/** Methods that give the handle itself, or one like it. */
export const aliases = new Set(['transaction', 'getQueryInterface', 'getKnex']);

/** Methods that change nothing: they read the catalog, or say how the migration is run. */
export const harmless =
  /^(?:has(?:Table|Column|Index|Schema)|get(?:Table|Tables|View|Schemas|Dialect|QueryInterface|CurrentDatabase|CurrentSchema)|describeTable|showAllTables|showIndex|tableExists|then|catch|finally|log|info|toString|noTransaction|isTransactional|getDriver|escape|escapeName|escapePath|quote(?:Identifier|Table)?|transaction|ref|id|lit|literal)$/;

/** `sql.raw('…')`, `Sequelize.literal`: makers of SQL, which do not send it. */
export function isBuilderOfSql(root: Node): boolean {
  return root.type === 'Identifier' && /^(?:sql|Sequelize|sequelize|Prisma)$/.test(String(root.name));
}

/** Names of globals and methods under which SQL may be sent by another way than the migration's own. */
export const maySend = /^(?:query|execute|raw|unsafe)$/;
