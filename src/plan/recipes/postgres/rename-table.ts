import { keyOf, type QualifiedName, type ResolvedName } from '../../../operation/name.ts';
import { isNew, resolve, type Schema, tableOf } from '../../../schema/schema.ts';
import { quoteIdentifier, quoteLiteral, quoteName } from '../../../sql/postgres/quote.ts';
import { defineRecipe, type RecipeContext } from '../../recipe.ts';
import { waived } from '../../waiver.ts';
import { atOnce } from './at-once.ts';
import { grantee, percent, runEach } from './run-each.ts';

type Renaming = RecipeContext<'rename-table' | 'set-schema' | 'rename-view' | 'rename-schema'>;

/**
 * A table gets its new name at once, and in the same transaction a view takes over the old one, through which running code reads and writes: one that selects
 * whole rows of one table is updatable (https://www.postgresql.org/docs/current/sql-createview.html#SQL-CREATEVIEW-UPDATABLE-VIEWS). The path not taken: a view
 * under the new name first, and the rename behind the deploy. Then it is the new code that starts on a view, and object mappers ask the catalog for a primary key
 * when they start.
 */
export const renameTable = defineRecipe({
  on: ['rename-table', 'set-schema', 'rename-view', 'rename-schema'],
  stage(context) {
    const { operation, before } = context;
    if (!context.found.has('breaking')) return undefined;
    if (operation.kind === 'rename-schema')
      return {
        impossible: `a schema cannot have two names: create ${quoteIdentifier(operation.to)} with a view of each table of ${quoteIdentifier(operation.schema)}, let the code change over, then move the tables one by one with SET SCHEMA`,
      };
    const written = operation.kind === 'rename-view' ? operation.view : operation.table;
    const from = relation(before, written);
    if (from === undefined) return { impossible: `${quoteName(written)} is not a table or view, and no view can take its name` };
    if (isNew(before, tableOf(before, written))) return undefined;

    const old = oldName(context, written, from);
    const now = newName(context, written, from);
    const known = before.views.get(keyOf(from));
    if (operation.ifExists && known === undefined && tableOf(before, written) === undefined)
      return { impossible: `with IF EXISTS it is not known whether there is a ${quoteName(written)} that a view must stand in for` };
    const materialized = known?.materialized ?? (operation.kind === 'rename-view' && operation.materialized);
    const isView = known !== undefined || operation.kind === 'rename-view';
    const head = `ALTER ${isView ? `${materialized ? 'MATERIALIZED ' : ''}VIEW` : 'TABLE'}`;
    const moved = (to: string): string => (operation.kind === 'set-schema' ? 'SET SCHEMA ' : 'RENAME TO ') + quoteIdentifier(to);
    const back = moved(operation.kind === 'set-schema' ? from.schema : from.name);
    const standIn = viewUnder(context, old, now, '*');
    // On the way back it must not come to stand on columns that have come since.
    const table = before.tables.get(keyOf(from));
    const columns = table?.complete ? table.columns.map((each) => quoteIdentifier(each.name)).join(', ') : '';
    const again = viewUnder(context, old, now, columns || '*');
    return {
      steps: [
        {
          stage: 'expand',
          after: 'none',
          sql: waived(
            ['rename-table', 'dynamic-sql'],
            'a view keeps the old name, for those who may use what it stands for, until no running code needs it',
            atOnce([...guard(context, old, isView), `${head} ${old} ${moved(operation.to)};`, ...standIn.statements], standIn.declare),
          ),
          transaction: 'shared',
          rollback: atOnce([`DROP VIEW IF EXISTS ${old};`, `${head} ${now} ${back};`]),
          why: 'new code finds the new name, running code the view: both read and write the same rows',
        },
        {
          stage: 'contract',
          after: 'deploy',
          sql: `DROP VIEW ${old};`,
          transaction: 'shared',
          rollback: atOnce(again.statements, again.declare),
          why: 'the code that uses the new name has to run everywhere before this',
        },
      ],
    };
  },
});

/** What the name is now: a table, or a view; undefined for a sequence or an index, whose names ALTER TABLE takes too. */
function relation(schema: Schema, name: QualifiedName): ResolvedName | undefined {
  const table = resolve(schema, name);
  if (schema.tables.has(keyOf(table))) return table;
  const view = resolve(schema, name, schema.views);
  if (schema.views.has(keyOf(view))) return view;
  const others = [schema.sequences, schema.indexes].some((objects) => objects.has(keyOf(resolve(schema, name, objects))));
  return others ? undefined : table;
}

/** As the author wrote it; with its schema where CREATE VIEW would not put it there. */
function oldName(context: Renaming, written: QualifiedName, from: ResolvedName): string {
  return written.schema === undefined && from.schema !== context.before.searchPath[0] ? quoteName(from) : context.nameOf(written);
}

function newName(context: Renaming, written: QualifiedName, from: ResolvedName): string {
  const { operation } = context;
  if (operation.kind === 'set-schema') return quoteName({ schema: operation.to, name: from.name });
  const bare = quoteIdentifier(written.name);
  const old = oldName(context, written, from);
  const to = quoteIdentifier(operation.to);
  return old === bare ? to : `${old.slice(0, old.length - bare.length)}${to}`;
}

/**
 * The view, owned and granted as what it stands for. Its rows are asked for with the rights of whoever asks, so that row security holds, as far as the version
 * can: https://www.postgresql.org/docs/15/sql-createview.html (security_invoker).
 */
function viewUnder({ lowestMajor }: Renaming, old: string, now: string, columns: string): ReturnType<typeof runEach> {
  const of = `${quoteLiteral(now)}::regclass`;
  const grant = (what: string): string => `SELECT format(${quoteLiteral(`GRANT %s ON ${percent(old)} TO %s`)}, ${what}, ${grantee})`;
  const usual = "privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')";
  const { statements, declare } = runEach([
    `SELECT format(${quoteLiteral(`ALTER VIEW ${percent(old)} OWNER TO %I`)}, pg_get_userbyid(relowner)) FROM pg_class WHERE oid = ${of} AND pg_get_userbyid(relowner) <> current_user`,
    `${grant('privilege_type')} FROM pg_class, aclexplode(relacl) WHERE oid = ${of} AND ${usual}`,
    `${grant("privilege_type || ' (' || quote_ident(attname) || ')'")} FROM pg_attribute, aclexplode(attacl) WHERE attrelid = ${of} AND ${usual}`,
  ]);
  const view = `CREATE VIEW ${old}${lowestMajor >= 15 ? ' WITH (security_invoker = true)' : ''} AS SELECT ${columns} FROM ${now};`;
  return { statements: [view, ...statements], declare };
}

/** Before PostgreSQL 15 a view asks with the rights of its owner, to whom row security does not apply. */
function guard({ lowestMajor }: Renaming, old: string, isView: boolean): readonly string[] {
  if (lowestMajor >= 15 || isView) return [];
  return [
    `IF (SELECT relrowsecurity FROM pg_class WHERE oid = ${quoteLiteral(old)}::regclass) THEN`,
    `  RAISE EXCEPTION ${quoteLiteral(`${percent(old)} has row security, which would not hold through a view before PostgreSQL 15: rename it in a maintenance window`)};`,
    'END IF;',
  ];
}
