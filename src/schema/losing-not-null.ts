import { keyOf, type ResolvedName } from '../operation/name.ts';
import { notNullOf } from './automatic-not-null.ts';
import { columnOf, type Schema, type Table } from './schema.ts';
import { parentsOf } from './store.ts';

/**
 * What DROP NOT NULL on a table does to those below, as PostgreSQL 18 does it (`dropconstraint_internal` in src/backend/commands/tablecmds.c): which of them
 * lose it too, the table itself first, and which are looked at. One that has it by itself keeps it, or by another parent, and with ONLY each.
 */
export function losingNotNull(
  schema: Schema,
  name: ResolvedName,
  column: string,
  only?: boolean,
): { readonly losing: readonly ResolvedName[]; readonly reached: readonly ResolvedName[] } {
  const losing = new Map([[keyOf(name), name]]);
  const reached = new Map(losing);
  const table = (each: ResolvedName): Table | undefined => schema.tables.get(keyOf(each));
  const own = notNullOf(table(name), column);
  const isNothing = own === undefined && columnOf(table(name), column) !== undefined;
  const ends = isNothing || own?.noInherit === true;
  // A map's walk comes to what is added meanwhile.
  for (const each of ends ? [] : losing.values()) {
    for (const child of table(each)?.children ?? []) {
      reached.set(keyOf(child), child);
      const parents = parentsOf(table(child)).map(table);
      const others = parents.filter((parent) => parent !== undefined && !losing.has(keyOf(parent.name)));
      const hasOther = others.some((parent) => notNullOf(parent, column)?.noInherit === false);
      if (!only && !hasOther && !isOwn(table(child), column, parents)) losing.set(keyOf(child), child);
    }
  }
  return { losing: [...losing.values()], reached: [...reached.values()] };
}

/** What a table says itself has a name of its own, what it has of a parent has the parent's; and what its primary key needs, it needs itself. */
function isOwn(table: Table | undefined, column: string, parents: readonly (Table | undefined)[]): boolean {
  const isKey = table?.constraints.some(
    ({ definition, inherited }) => !inherited && definition.type === 'primary-key' && definition.columns.includes(column),
  );
  if (isKey || table?.attached) return isKey === true;
  const own = notNullOf(table, column);
  const { inherited, notNullKept } = columnOf(table, column) ?? {};
  const isLocal = !inherited || notNullKept || !parents.some((parent) => notNullOf(parent, column)?.name === own?.name);
  return own !== undefined && isLocal;
}
