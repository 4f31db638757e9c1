import type { Expression } from '../operation/expression.ts';
import { keyOf, type QualifiedName, type ResolvedName } from '../operation/name.ts';
import type {
  ConstraintDefinition,
  Generated,
  Identity,
  IndexDefinition,
  Operation,
  PartitionBound,
  PartitionKey,
  Volatility,
} from '../operation/operation.ts';
import type { TypeName } from '../operation/type-name.ts';
import { PersistentMap } from './persistent-map.ts';

/**
 * What the database looks like at one point of the migration history: readonly data, changed only by `apply`, which gives a new schema.
 * What history does not tell is unknown, and unknown is not absent: see `Table.complete`.
 */
export interface Schema {
  readonly tables: PersistentMap<Table>;
  /** Index name → its table's key. Indexes live in the schema of their table. */
  readonly indexes: PersistentMap<string>;
  readonly views: PersistentMap<View>;
  readonly types: PersistentMap<UserType>;
  readonly sequences: PersistentMap<Sequence>;
  /** Function name → its overloads. */
  readonly functions: PersistentMap<readonly UserFunction[]>;
  /** Extensions that the history created: they bring functions. */
  readonly extensions: readonly string[];
  readonly searchPath: readonly string[];
  /** What a new session starts with, and RESET goes back to. */
  readonly defaultSearchPath: readonly string[];
  /** Whether SET timezone gave the session UTC; absent where it has its default. `local`: until the transaction ends. */
  readonly timeZone?: { readonly utc: boolean; readonly local?: true };
  /** Who uses a type, by the type's key: tables by their columns, domains over it. Kept in step by `store.ts`; built-in types are not in it. */
  readonly typeUsers: PersistentMap<readonly TypeUser[]>;
  /** Tables with a default that draws from a sequence (`nextval`), by the sequence's key. */
  readonly sequenceUsers: PersistentMap<readonly ResolvedName[]>;
  /** How many constraints of a schema bear a name, those that nobody named among them, by the key of both: PostgreSQL makes up no name that another table's constraint has. */
  readonly constraintNames: PersistentMap<number>;
  /** The temporary tables of the session; they live in `pg_temp`. */
  readonly temporary: readonly ResolvedName[];
  /** How many statements so far may have changed anything, and nobody could follow them: see `followed.ts`. */
  readonly unfollowed: number;
  /** The schema at BEGIN, for ROLLBACK. */
  readonly atBegin?: Schema;
  /** Of a schema on MySQL or MariaDB alone. */
  readonly mysql?: MysqlServer;
  /**
   * Names (keys) of tables and views that existed before the unit under review began and whose name it freed by DROP or RENAME: running
   * code knows them. Columns likewise, by `columnKey`.
   */
  readonly freedNames: PersistentMap<true>;
  /**
   * The deployment unit under review, 0 for history. A table is new where `createdIn` equals it and it is not 0.
   */
  readonly unit: number;
}

/** How a schema on MySQL or MariaDB goes on, and what has been set there. */
export interface MysqlServer {
  /** The schema after operations of one statement: `apply` hands over to it, so that a run on PostgreSQL does not load it. */
  readonly replay: (schema: Schema, operations: readonly Operation[]) => Schema;
  /** The session's variables that a plain value was given, by their names in lower case. */
  readonly variables: Readonly<Record<string, string>>;
  /** What new tables of a database have by default, by the database's name. */
  readonly defaults: Readonly<Record<string, Charset>>;
}

/** Names in lower case; `utf8` is `utf8mb3`. A collation that is absent is the character set's own, a character set that is absent the server's. */
export interface Charset {
  readonly characterSet?: string;
  readonly collation?: string;
}

/** What MySQL knows of a table besides. Values in lower case, absent where nothing tells. */
export interface MysqlTable extends Charset {
  readonly engine?: string;
  readonly rowFormat?: string;
  readonly keyBlockSize?: string;
  /** Statements that added or dropped columns since its rows were last written anew: at most so many row versions are used. */
  readonly rowVersions: number;
  /** A FULLTEXT index has brought the hidden column FTS_DOC_ID. */
  readonly fullTextIds?: true;
  /** MariaDB: WITH SYSTEM VERSIONING */
  readonly systemVersioned?: true;
}

export interface Table {
  readonly name: ResolvedName;
  /** In the order they were added. */
  readonly columns: readonly Column[];
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly Index[];
  /** Tables whose foreign keys point here, each with the constraint's name; kept in step with their constraints. */
  readonly referencedBy: readonly { readonly table: ResolvedName; readonly constraint: string }[];
  readonly partitionBy?: PartitionKey;
  readonly partitionOf?: { readonly parent: ResolvedName; readonly bound: PartitionBound };
  /** It became a partition by ATTACH, and brought its rows. */
  readonly attached?: true;
  /** Partitions and inheriting children. */
  readonly children: readonly ResolvedName[];
  readonly inherits: readonly ResolvedName[];
  /** Views that read it. */
  readonly readBy: readonly ResolvedName[];
  /** Sequences that its columns own (serial, identity, OWNED BY). */
  readonly sequences: readonly { readonly sequence: ResolvedName; readonly column: string }[];
  /** Absent where history never told. */
  readonly persistence?: 'permanent' | 'unlogged' | 'temporary';
  readonly foreign?: true;
  /** Absent where history never told: then mostly the database's own. */
  readonly tablespace?: string;
  /** Absent: the default, heap. */
  readonly accessMethod?: string;
  /** The composite type that it is a table OF. */
  readonly ofType?: ResolvedName;
  /** What besides views, constraints and indexes mentions columns of the table, by kind and name. */
  readonly hanging: readonly Hanging[];
  /**
   * True where the whole of the table is known (history or a dump created it). False: it was only ever mentioned, so columns,
   * constraints and indexes that are not listed may exist all the same.
   */
  readonly complete: boolean;
  /** The unit that certainly created it; 0 for history and for what may have existed before (`IF NOT EXISTS` over an unknown name, a conditional CREATE, a reused name). */
  readonly createdIn: number;
  /** What `Schema.unfollowed` was when history created it. */
  readonly unfollowed: number;
  /** Rows, where the config tells. */
  readonly rows?: number;
  /** Of a table on MySQL or MariaDB that history has created or altered. */
  readonly mysql?: MysqlTable;
}

export interface Column {
  readonly name: string;
  readonly type: TypeName;
  readonly collation?: QualifiedName;
  /** True where NULL is refused for all rows: NOT NULL, primary key, identity, serial. A NOT VALID not-null constraint (PostgreSQL 18) stands in `constraints` instead. */
  readonly notNull: boolean;
  /** The name of the constraint behind it, where nobody gave it one: see `automatic-not-null.ts`. */
  readonly notNullAs?: string;
  /** It was said of the table itself after it had come from a parent: NOT NULL stays when the parent's goes. */
  readonly notNullKept?: true;
  readonly default?: Expression;
  readonly identity?: Identity;
  readonly generated?: Generated;
  /** Came from a parent table, and the table does not define it itself: it goes when the parent's goes. */
  readonly inherited?: true;
  /** MySQL: as in its definition. The character set stands in `type`. */
  readonly autoIncrement?: true;
  readonly onUpdate?: Expression;
  readonly invisible?: true;
  readonly comment?: string;
  /** The unit that added it; 0 for history. Running code does not know a column of the unit under review. */
  readonly createdIn: number;
}

/** A trigger, rule, policy, statistics object, or a publication with a row filter or a list of columns. */
export interface Hanging {
  readonly kind: 'trigger' | 'rule' | 'policy' | 'publication' | 'statistics';
  readonly name: string;
  /** A trigger for each row: a partitioned table's partitions have it too. */
  readonly row?: true;
  /** What a trigger calls. */
  readonly function?: ResolvedName;
  readonly columns: readonly string[];
}

/** A constraint as the catalog holds it: always named, with its columns resolved. */
export interface Constraint {
  readonly name: string;
  readonly definition: ConstraintDefinition;
  readonly validated: boolean;
  readonly enforced: boolean;
  /** Made only where a condition held that nobody knows: it is not taken for validated, and nothing has left it so. */
  readonly conditional?: true;
  /** The index that enforces a unique, primary-key or exclude constraint. */
  readonly index?: string;
  /** The referenced table of a foreign key, resolved. */
  readonly references?: ResolvedName;
  /** Came from a parent table. */
  readonly inherited?: true;
}

export interface Index {
  readonly name: string;
  readonly definition: IndexDefinition;
  /** False for an `ON ONLY` index whose partitions are not all attached. */
  readonly valid: boolean;
  /** Belongs to a constraint. */
  readonly constraint?: string;
  /** The parent's index it is attached to. */
  readonly parent?: string;
  /** What CLUSTER goes by where no index is named. */
  readonly clustered?: true;
}

export interface View {
  readonly name: ResolvedName;
  readonly materialized: boolean;
  readonly reads: readonly { readonly table: ResolvedName; readonly columns: readonly string[] }[];
  /** Views that read it. */
  readonly readBy: readonly ResolvedName[];
  /** A materialized view can have indexes. */
  readonly indexes: readonly Index[];
  readonly createdIn: number;
}

export type UserType =
  | { readonly kind: 'enum'; readonly name: ResolvedName; readonly values: readonly string[] }
  | {
      readonly kind: 'domain';
      readonly name: ResolvedName;
      readonly type: TypeName;
      /** The name of the constraint behind NOT NULL, by which PostgreSQL 17 and later can drop it; absent where NULL is a value. */
      readonly notNullAs?: string;
      readonly default?: Expression;
      readonly constraints: readonly Constraint[];
    }
  | { readonly kind: 'composite' | 'range' | 'base' | 'shell'; readonly name: ResolvedName };

export interface TypeUser {
  readonly kind: 'table' | 'domain';
  readonly name: ResolvedName;
}

export interface Sequence {
  readonly name: ResolvedName;
  readonly ownedBy?: { readonly table: ResolvedName; readonly column: string };
}

export interface UserFunction {
  readonly name: ResolvedName;
  readonly parameters: readonly TypeName[];
  readonly volatility: Volatility;
}

/** The schema before any migration: nothing is known. */
export function emptySchema(searchPath: readonly string[] = ['public']): Schema {
  return {
    tables: PersistentMap.empty(),
    indexes: PersistentMap.empty(),
    views: PersistentMap.empty(),
    types: PersistentMap.empty(),
    sequences: PersistentMap.empty(),
    functions: PersistentMap.empty(),
    extensions: [],
    searchPath,
    defaultSearchPath: searchPath,
    typeUsers: PersistentMap.empty(),
    sequenceUsers: PersistentMap.empty(),
    constraintNames: PersistentMap.empty(),
    temporary: [],
    unfollowed: 0,
    freedNames: PersistentMap.empty(),
    unit: 0,
  };
}

/**
 * Where a name lies: the schema written, else the session's temporary tables, else the first of the search path that has it in `objects`, else the first of the search path
 * (that is where it would be created, and what reports call it).
 */
export function resolve(schema: Schema, name: QualifiedName, objects: PersistentMap<unknown> = schema.tables): ResolvedName {
  if (name.schema !== undefined) return name as ResolvedName;
  // Where there is but one place, it is the answer whether the name is there or not.
  if (schema.temporary.length === 0 && schema.searchPath.length < 2) return newName(schema, name);
  for (const at of schema.temporary.length > 0 ? ['pg_temp', ...schema.searchPath] : schema.searchPath) {
    const resolved = { schema: at, name: name.name };
    if (objects.has(keyOf(resolved))) return resolved;
  }
  return newName(schema, name);
}

/** Where CREATE puts a name: the schema written, else the first of the search path. */
export function newName(schema: Schema, name: QualifiedName): ResolvedName {
  return { schema: name.schema ?? schema.searchPath[0] ?? 'public', name: name.name };
}

/** The table of that name, or undefined where history never mentioned it. */
export function tableOf(schema: Schema, name: QualifiedName): Table | undefined {
  return schema.tables.get(keyOf(resolve(schema, name)));
}

/** The table that an index belongs to, and the index. */
export function indexOf(schema: Schema, name: QualifiedName): { readonly table: Table; readonly index: Index } | undefined {
  const key = schema.indexes.get(keyOf(resolve(schema, name, schema.indexes)));
  const table = key === undefined ? undefined : schema.tables.get(key);
  const index = table?.indexes.find((each) => each.name === name.name);
  return table && index ? { table, index } : undefined;
}

/** The key of a column in `freedNames`. */
export function columnKey(table: ResolvedName, column: string): string {
  return `${keyOf(table)}\t${column}`;
}

export function columnOf(table: Table | undefined, name: string): Column | undefined {
  return table?.columns.find((column) => isNamed(table, column, name));
}

/** Whether a column, an index or a constraint of the table bears the name: on MySQL in any case of letters. */
export function isNamed(table: Table, part: { readonly name: string }, name: string): boolean {
  return part.name === name || (table.mysql !== undefined && part.name.toLowerCase() === name.toLowerCase());
}

/** Whether the unit under review certainly created the table, so that nobody else uses it yet. */
export function isNew(schema: Schema, table: Table | undefined): boolean {
  return table !== undefined && schema.unit !== 0 && table.createdIn === schema.unit;
}
