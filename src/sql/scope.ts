import type { QualifiedName } from '../operation/name.ts';

/** What a query mentions. */
export interface Mentions<Write> {
  /** Tables and views that it reads, each once, in the order of the text; a write's target is not among them, and the system catalogs are not: reading them keeps nobody waiting. */
  readonly tables: readonly QualifiedName[];
  /** The same, with the columns read (sorted), `*` where all are. A name without its table counts for every table in reach: only one of them can have it. */
  readonly columns: readonly { readonly table: QualifiedName; readonly columns: readonly string[] }[];
  /** Functions called, each once, in the order of the text. */
  readonly calls: readonly QualifiedName[];
  /** Data-changing statements in WITH, outermost first. */
  readonly writes: readonly Write[];
  /** FOR UPDATE and its kin. */
  readonly locks: boolean;
}

/** The names that can be used at one place of a query. */
export interface Scope {
  readonly parent: Scope | undefined;
  readonly queries: Queries | undefined;
  /** FROM's tables by alias; a subquery or a function has no table. */
  readonly relations: Map<string, Table | undefined>;
  /** Which names without a table may mean its columns, where not all: none, or those that do not stand in a subquery, whose own tables come first. */
  readonly bare?: 'none' | 'outside subqueries';
}

/** The names of WITH queries, which hide tables: those of one clause, up to a place in it. */
interface Queries {
  readonly parent: Queries | undefined;
  readonly places: ReadonlyMap<string, number>;
  readonly upTo: number;
}

interface Table {
  readonly name: QualifiedName;
  readonly columns: Set<string>;
  /** Where the text mentions it first. */
  at: number;
}

/** Where a name may mean a column of more tables than this, every column of theirs counts as read: else names times tables would be kept. */
const manyTables = 100;

/** A scope without relations yet, inside another or outermost. */
export function within(parent?: Scope, queries?: Queries): Scope {
  return { parent, queries, relations: new Map() };
}

/** What a WITH clause's queries see: those before them, with RECURSIVE all of them; and no table of the statement around. `body` is what that sees. */
export function withClause(
  names: readonly string[],
  recursive: boolean,
  scope: Scope,
): { readonly query: (place: number) => Scope; readonly body: Queries } {
  const places = new Map(names.map((name, place) => [name, place]));
  const upTo = (place: number): Queries => ({ parent: scope.queries, places, upTo: place });
  return { query: (place) => within(undefined, upTo(recursive ? names.length : place)), body: upTo(names.length) };
}

/** Collects mentions while a reader walks its parser's tree. Places (`at`) are any numbers that grow with the text. */
export interface Collector<Write> {
  /** A table or view of FROM, which is in reach from then on. */
  relation(name: QualifiedName, alias: string | undefined, scope: Scope, at: number): void;
  /** A column as written: `a`, `t.a`, `t.*`. */
  column(path: readonly string[], scope: Scope): void;
  /** A column that a join compares: of each of the relations. */
  joined(column: string, scope: Scope): void;
  call(name: QualifiedName, at: number): void;
  write(statement: Write): void;
  lock(): void;
  mentions(): Mentions<Write>;
}

/** @param isSystem whether a relation is a catalog's */
export function collector<Write>(isSystem: (name: QualifiedName) => boolean): Collector<Write> {
  const tables = new Map<string, Table>();
  const calls = new Map<string, { readonly name: QualifiedName; at: number }>();
  const writes: Write[] = [];
  let locks = false;

  /** Scopes of whose tables every column is read. */
  const whole = new Set<Scope>();
  /** @param reach how many relations the name has been looked up in */
  const readFrom = (column: string, scope: Scope, reach: number): void => {
    if (whole.has(scope)) return;
    if (reach > manyTables) whole.add(scope);
    for (const each of scope.relations.values()) each?.columns.add(reach > manyTables ? '*' : column);
  };
  return {
    relation(name, alias = name.name, scope, at) {
      const hidden = isSystem(name) || (name.schema === undefined && isQuery(scope.queries, name.name));
      const table = (): Table => ({ name, columns: new Set(), at });
      scope.relations.set(alias, hidden ? undefined : noted(tables, name, at, table));
    },
    column(path, scope) {
      const name = path[path.length - 1] ?? '*';
      const qualifier = path[path.length - 2];
      let reach = 0;
      for (let each: Scope | undefined = scope; each !== undefined; each = each.parent) {
        reach += each.relations.size;
        if (qualifier !== undefined) {
          if (!each.relations.has(qualifier)) continue;
          each.relations.get(qualifier)?.columns.add(name);
          return;
        }
        // `SELECT t FROM t` reads whole rows.
        if (each.relations.has(name)) each.relations.get(name)?.columns.add('*');
        else if (isInReach(each, scope)) readFrom(name, each, reach);
        if (name === '*') return;
      }
    },
    joined: (column, scope) => readFrom(column, scope, scope.relations.size),
    call(name, at) {
      noted(calls, name, at, () => ({ name, at }));
    },
    write: (statement) => writes.push(statement),
    lock() {
      locks = true;
    },
    mentions() {
      const columns = inOrder(tables).map(({ name, columns }) => ({ table: name, columns: [...columns].sort() }));
      return { tables: columns.map((each) => each.table), columns, calls: inOrder(calls).map((each) => each.name), writes, locks };
    },
  };
}

function isInReach(of: Scope, from: Scope): boolean {
  return of.bare === undefined || (of.bare === 'outside subqueries' && of === from);
}

function noted<T extends { at: number }>(entries: Map<string, T>, { schema = '', name }: QualifiedName, at: number, make: () => T): T {
  const key = `${schema}\t${name}`;
  const entry = entries.get(key) ?? make();
  entries.set(key, entry);
  if (at < entry.at) entry.at = at;
  return entry;
}

function inOrder<T extends { readonly at: number }>(entries: ReadonlyMap<string, T>): readonly T[] {
  return [...entries.values()].sort((a, b) => a.at - b.at);
}

function isQuery(queries: Queries | undefined, name: string): boolean {
  for (let each = queries; each !== undefined; each = each.parent) {
    if ((each.places.get(name) ?? each.upTo) < each.upTo) return true;
  }
  return false;
}
