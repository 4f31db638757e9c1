import type { Span } from '../text/span.ts';
import type { Expression, ExpressionNode } from './expression.ts';
import type { QualifiedName } from './name.ts';
import type { TypeName } from './type-name.ts';

/**
 * The vocabulary of schema change: what one statement does, in terms that no parser and no engine owns.
 * One statement is one or more operations (an `ALTER TABLE` with three actions is three), in the order the author wrote them.
 * Readonly and tagged, so that a new kind makes the compiler list every place that has to decide about it.
 */
export type Operation =
  | TableOperation
  | ColumnOperation
  | ConstraintOperation
  | IndexOperation
  | PartitionOperation
  | ViewOperation
  | TypeOperation
  | ProgramOperation
  | DataOperation
  | MaintenanceOperation
  | SessionOperation
  | OtherOperation;

export type OperationKind = Operation['kind'];
export type OperationOf<K extends OperationKind> = Extract<Operation, { kind: K }>;

/** What every operation carries. */
export interface Base {
  /** Where it stands in the file (UTF-16): the action inside an ALTER TABLE, else the statement. */
  readonly span: Span;
  /** True inside a branch, a loop or an exception block of a DO block or a stored procedure: it may or may not run. */
  readonly conditional?: true;
  /** How MySQL is told to do a DDL statement; the same on each of its operations. */
  readonly clauses?: OnlineClauses;
  /** MySQL: what the author wrote that changes nothing of what is meant, but which servers take it. */
  readonly words?: readonly OwnWords[];
}

/** What the grammar of one of MySQL and MariaDB has and the other's has not, as the manuals name it. */
export type OwnWords =
  | 'ALTER ONLINE TABLE'
  | 'CREATE OR REPLACE INDEX'
  | 'IGNORED'
  | 'INVISIBLE of an index'
  | 'VISIBLE of a column'
  | 'ENFORCED'
  | 'COLUMN_FORMAT'
  | 'COMPRESSED of a column'
  | 'ENGINE_ATTRIBUTE'
  | 'REF_SYSTEM_ID'
  | 'SRID'
  | 'SYSTEM VERSIONING of a column'
  | 'PERSISTENT'
  | 'WITH VALIDATION of a partition'
  | 'USING of an index'
  | 'WAIT'
  | 'TYPE for ENGINE'
  | 'a comma before PARTITION BY'
  | 'DROP INDEX … ALGORITHM';

/** What the author demands of MySQL's online DDL: the statement fails where the server cannot do it so. Where a clause is repeated, the last counts. */
export interface OnlineClauses {
  readonly algorithm?: 'default' | 'instant' | 'nocopy' | 'inplace' | 'copy';
  /** MariaDB's `ALTER ONLINE TABLE` is `none`. */
  readonly lock?: 'default' | 'none' | 'shared' | 'exclusive';
  /** MariaDB: how many seconds it waits for its locks; NOWAIT is 0. */
  readonly wait?: number;
  /** `ALTER IGNORE TABLE` of MariaDB: rows that violate a new unique key are dropped. */
  readonly ignore?: true;
  /** WITH VALIDATION, WITHOUT VALIDATION */
  readonly validation?: boolean;
}

// ─── definitions ────────────────────────────────────────────────────────────────────────────────────────────────

/** A column as CREATE TABLE or ADD COLUMN defines it; its inline constraints stand in `constraints`. */
export interface ColumnDefinition {
  readonly name: string;
  readonly type: TypeName;
  readonly collation?: QualifiedName;
  /** An explicit NOT NULL (or MySQL's implied one is added by `engine/`, not here). PRIMARY KEY, serial and identity imply it, and do not set it. */
  readonly notNull: boolean;
  /** An explicit NULL. */
  readonly explicitNull?: true;
  readonly default?: Expression;
  readonly identity?: Identity;
  readonly generated?: Generated;
  /** Inline UNIQUE, PRIMARY KEY, CHECK, REFERENCES and named NOT NULL, in order. */
  readonly constraints: readonly ConstraintDefinition[];
  readonly storage?: string;
  readonly compression?: string;
  /** MySQL: AUTO_INCREMENT */
  readonly autoIncrement?: true;
  /** MySQL: ON UPDATE CURRENT_TIMESTAMP */
  readonly onUpdate?: Expression;
  /** MySQL: INVISIBLE */
  readonly invisible?: true;
  /** MySQL: COMMENT, its text */
  readonly comment?: string;
  /** MariaDB: WITH and WITHOUT SYSTEM VERSIONING; `start` and `end` are the columns of its period (AS ROW START). */
  readonly versioning?: 'with' | 'without' | 'start' | 'end';
  /** `name type …` in the file: the whole definition, for edits and messages. */
  readonly span: Span;
  /** The author's text of the definition. */
  readonly text: string;
}

export interface Identity {
  readonly when: 'always' | 'by default';
  /** Sequence options as the author wrote them between the parentheses, absent where there are none. */
  readonly options?: string;
  /** SEQUENCE NAME among them. */
  readonly sequence?: QualifiedName;
}

export interface Generated {
  readonly expression: Expression;
  readonly stored: boolean;
}

/** What stands on a constraint besides its meaning. */
interface ConstraintBase {
  /** Absent where the author gave none; the engine's rule for naming it is in `schema/`. */
  readonly name?: string;
  readonly notValid?: true;
  /** PostgreSQL 18 `NOT ENFORCED`. */
  readonly notEnforced?: true;
  readonly noInherit?: true;
  readonly deferrable?: true;
  readonly initiallyDeferred?: true;
  readonly span: Span;
  /** The author's text of the constraint, from CONSTRAINT or its first keyword on, without NOT VALID. */
  readonly text: string;
}

export type ConstraintDefinition = ConstraintBase &
  (
    | { readonly type: 'check'; readonly expression: Expression }
    /** A table-level or named NOT NULL. */
    | { readonly type: 'not-null'; readonly column: string }
    | {
        readonly type: 'unique' | 'primary-key';
        readonly columns: readonly string[];
        /** MySQL: the keys with their prefix lengths and directions, where they have any. */
        readonly elements?: readonly IndexElement[];
        readonly include?: readonly string[];
        readonly nullsNotDistinct?: true;
        /** PostgreSQL 18 `WITHOUT OVERLAPS` on the last column. */
        readonly withoutOverlaps?: true;
        /** `USING INDEX name`; then `columns` is empty. */
        readonly usingIndex?: string;
        readonly tablespace?: string;
        /** `WITH (…)` as the author wrote it, without the parentheses. */
        readonly storage?: string;
      }
    | {
        readonly type: 'foreign-key';
        readonly columns: readonly string[];
        readonly references: QualifiedName;
        /** Empty: the referenced table's primary key. */
        readonly referencedColumns: readonly string[];
        readonly match: 'simple' | 'full' | 'partial';
        readonly onDelete: ReferentialAction;
        readonly onUpdate: ReferentialAction;
        readonly period?: true;
      }
    | { readonly type: 'exclude'; readonly method: string; readonly elements: readonly IndexElement[]; readonly where?: Expression }
  );

export type ReferentialAction = 'no action' | 'restrict' | 'cascade' | 'set null' | 'set default';

/** One key of an index: a column or an expression. */
export interface IndexElement {
  readonly column?: string;
  /** MySQL: only so many characters (of binary strings: bytes) of the column are in the index. */
  readonly prefix?: number;
  readonly expression?: Expression;
  readonly collation?: QualifiedName;
  readonly operatorClass?: QualifiedName;
  readonly descending?: true;
  readonly nulls?: 'first' | 'last';
  /** The operator of an EXCLUDE element. */
  readonly exclusionOperator?: string;
  readonly text: string;
}

export interface IndexDefinition {
  /** Absent: the engine makes one up. */
  readonly name?: string;
  readonly method: string;
  readonly unique: boolean;
  readonly nullsNotDistinct?: true;
  readonly elements: readonly IndexElement[];
  readonly include: readonly string[];
  readonly where?: Expression;
  readonly tablespace?: string;
  /** `WITH (…)` as the author wrote it, without the parentheses. */
  readonly storage?: string;
  /** MySQL: INVISIBLE, in MariaDB IGNORED. */
  readonly invisible?: true;
  /** MySQL: KEY_BLOCK_SIZE, COMMENT, WITH PARSER and the like. */
  readonly options?: readonly Option[];
}

/** An option of MySQL's: its name in lower case with underscores (`row_format`, `character_set`), its value as it means, without quotes. */
export interface Option {
  readonly name: string;
  readonly value: string;
}

export type PartitionStrategy = 'range' | 'list' | 'hash' | 'key' | 'system-time';

export interface PartitionKey {
  readonly strategy: PartitionStrategy;
  readonly elements: readonly IndexElement[];
  readonly text: string;
  /** MySQL: the partitions of the table, where the statement names them. */
  readonly partitions?: readonly PartitionDefinition[];
  /** MySQL: PARTITIONS n */
  readonly count?: number;
  readonly subpartitionBy?: PartitionKey;
}

/** MySQL's partition of a table, which is no table. */
export interface PartitionDefinition {
  readonly name: string;
  /** `VALUES LESS THAN (…)`, `VALUES IN (…)`: the author's text from VALUES on. */
  readonly values?: string;
}

/** FOR VALUES …, or DEFAULT. The trees of the bounds; MINVALUE and MAXVALUE are `opaque` nodes of that name. */
export type PartitionBound =
  | { readonly kind: 'default'; readonly text: string }
  | { readonly kind: 'list'; readonly values: readonly Expression[]; readonly text: string }
  | { readonly kind: 'range'; readonly from: readonly Expression[]; readonly to: readonly Expression[]; readonly text: string }
  | { readonly kind: 'hash'; readonly modulus: number; readonly remainder: number; readonly text: string };

// ─── tables ─────────────────────────────────────────────────────────────────────────────────────────────────────

interface OnTable extends Base {
  readonly table: QualifiedName;
  /** `ALTER TABLE IF EXISTS` */
  readonly ifExists?: true;
  /** `ALTER TABLE ONLY` */
  readonly only?: true;
}

export type TableOperation =
  | (Base & {
      readonly kind: 'create-table';
      readonly table: QualifiedName;
      readonly columns: readonly ColumnDefinition[];
      readonly constraints: readonly ConstraintDefinition[];
      readonly persistence: 'permanent' | 'unlogged' | 'temporary';
      readonly ifNotExists?: true;
      readonly partitionBy?: PartitionKey;
      readonly partitionOf?: { readonly parent: QualifiedName; readonly bound: PartitionBound };
      readonly inherits: readonly QualifiedName[];
      /** `LIKE other INCLUDING …`; `including` holds the options in lower case (`all`, `indexes`, …). */
      readonly like: readonly { readonly table: QualifiedName; readonly including: readonly string[] }[];
      /** CREATE TABLE … AS, SELECT INTO: the tables that its query reads; `columns` are then unknown. */
      readonly asQuery?: { readonly reads: readonly QualifiedName[]; readonly withData: boolean };
      readonly ofType?: QualifiedName;
      readonly accessMethod?: string;
      readonly tablespace?: string;
      /** CREATE FOREIGN TABLE */
      readonly foreign?: true;
      /** MySQL: INDEX, KEY, UNIQUE, FULLTEXT and SPATIAL among the columns. A UNIQUE of a table is an index there, and nothing besides. */
      readonly indexes?: readonly IndexDefinition[];
      /** MySQL: ENGINE, ROW_FORMAT, DEFAULT CHARACTER SET and the like. */
      readonly options?: readonly Option[];
      /** MariaDB: CREATE OR REPLACE TABLE, which drops the table that there is. */
      readonly replace?: true;
      /** MariaDB: WITH SYSTEM VERSIONING */
      readonly systemVersioning?: true;
    })
  | (Base & {
      readonly kind: 'drop-table';
      readonly table: QualifiedName;
      readonly ifExists?: true;
      readonly cascade?: true;
      readonly foreign?: true;
    })
  /** `toSchema`: MySQL moves a table to another database by its new name. `byStatement`: MySQL's RENAME TABLE, which is no ALTER TABLE. */
  | (OnTable & { readonly kind: 'rename-table'; readonly to: string; readonly toSchema?: string; readonly byStatement?: true })
  /** ALTER TABLE … SET SCHEMA */
  | (OnTable & { readonly kind: 'set-schema'; readonly to: string })
  | (OnTable & { readonly kind: 'set-logged'; readonly logged: boolean })
  | (OnTable & { readonly kind: 'set-tablespace'; readonly tablespace: string })
  /** `method` is absent for SET ACCESS METHOD DEFAULT. */
  | (OnTable & { readonly kind: 'set-access-method'; readonly method?: string })
  | (OnTable & { readonly kind: 'inherit' | 'no-inherit'; readonly parent: QualifiedName })
  | (OnTable & { readonly kind: 'row-security'; readonly action: 'enable' | 'disable' | 'force' | 'no force' })
  | (OnTable & { readonly kind: 'replica-identity'; readonly identity: 'default' | 'full' | 'nothing' | 'index'; readonly index?: string })
  | (OnTable & {
      readonly kind: 'set-trigger-state';
      readonly trigger: string | 'all' | 'user';
      readonly state: 'enable' | 'disable' | 'enable always' | 'enable replica';
    })
  /** ENABLE / DISABLE RULE */
  | (OnTable & {
      readonly kind: 'set-rule-state';
      readonly rule: string;
      readonly state: 'enable' | 'disable' | 'enable always' | 'enable replica';
    })
  /** SET (…) and RESET (…): the parameter names, in lower case. */
  | (OnTable & { readonly kind: 'set-table-options'; readonly options: readonly string[]; readonly reset?: true })
  /** MySQL: ENGINE, ROW_FORMAT, DEFAULT CHARACTER SET, COMMENT, AUTO_INCREMENT and the like in ALTER TABLE. */
  | (OnTable & { readonly kind: 'alter-table-options'; readonly options: readonly Option[] })
  /** MySQL: CONVERT TO CHARACTER SET; `default` is the database's. */
  | (OnTable & { readonly kind: 'convert-character-set'; readonly characterSet: string; readonly collation?: string })
  /** MySQL: FORCE, and ORDER BY, which sorts the rows. */
  | (OnTable & { readonly kind: 'rebuild-table'; readonly by: 'force' | 'order by' })
  /** MySQL: DISCARD and IMPORT TABLESPACE */
  | (OnTable & { readonly kind: 'table-files'; readonly action: 'discard' | 'import' })
  /** MySQL: DISABLE and ENABLE KEYS, without effect on InnoDB. */
  | (OnTable & { readonly kind: 'set-keys-state'; readonly enabled: boolean })
  /** MariaDB: ADD and DROP SYSTEM VERSIONING */
  | (OnTable & { readonly kind: 'set-system-versioning'; readonly versioned: boolean })
  /** MariaDB: ADD PERIOD FOR name (from, to); DROP PERIOD FOR name */
  | (OnTable & { readonly kind: 'add-period'; readonly period: string; readonly from: string; readonly to: string })
  | (OnTable & { readonly kind: 'drop-period'; readonly period: string })
  /** MySQL: an ALTER TABLE without any action. */
  | (OnTable & { readonly kind: 'alter-nothing' })
  | (OnTable & { readonly kind: 'cluster-on'; readonly index?: string })
  | (OnTable & { readonly kind: 'table-owner'; readonly owner: string })
  | (OnTable & { readonly kind: 'of-type'; readonly type?: QualifiedName });

// ─── columns ────────────────────────────────────────────────────────────────────────────────────────────────────

interface OnColumn extends OnTable {
  readonly column: string;
}

/** MySQL: where a column comes to stand; last where nothing is said. */
export type ColumnPosition = { readonly first: true } | { readonly after: string };

export type ColumnOperation =
  | (OnTable & {
      readonly kind: 'add-column';
      readonly column: ColumnDefinition;
      readonly ifNotExists?: true;
      readonly position?: ColumnPosition;
    })
  /** MySQL: MODIFY and CHANGE, which define the column anew, whole; `definition` has its new name. */
  | (OnColumn & {
      readonly kind: 'redefine-column';
      readonly definition: ColumnDefinition;
      readonly position?: ColumnPosition;
      readonly columnIfExists?: true;
    })
  /** MySQL: ALTER COLUMN … SET VISIBLE, SET INVISIBLE */
  | (OnColumn & { readonly kind: 'set-column-visibility'; readonly visible: boolean; readonly columnIfExists?: true })
  | (OnColumn & { readonly kind: 'drop-column'; readonly columnIfExists?: true; readonly cascade?: true })
  | (OnColumn & { readonly kind: 'rename-column'; readonly to: string; readonly columnIfExists?: true })
  | (OnColumn & {
      readonly kind: 'alter-column-type';
      readonly type: TypeName;
      readonly collation?: QualifiedName;
      readonly using?: Expression;
    })
  | (OnColumn & { readonly kind: 'set-default'; readonly expression: Expression; readonly columnIfExists?: true })
  | (OnColumn & { readonly kind: 'drop-default'; readonly columnIfExists?: true })
  | (OnColumn & { readonly kind: 'set-not-null' })
  | (OnColumn & { readonly kind: 'drop-not-null' })
  /** SET EXPRESSION AS (PostgreSQL 17) and DROP EXPRESSION */
  | (OnColumn & { readonly kind: 'set-expression'; readonly expression: Expression })
  | (OnColumn & { readonly kind: 'drop-expression'; readonly expressionIfExists?: true })
  | (OnColumn & { readonly kind: 'add-identity'; readonly identity: Identity })
  | (OnColumn & { readonly kind: 'set-identity'; readonly text: string })
  | (OnColumn & { readonly kind: 'drop-identity'; readonly identityIfExists?: true })
  /** Settings that leave the data alone: STATISTICS, STORAGE, COMPRESSION, (options). */
  | (OnColumn & { readonly kind: 'column-setting'; readonly setting: 'statistics' | 'storage' | 'compression' | 'options' });

// ─── constraints ────────────────────────────────────────────────────────────────────────────────────────────────

interface OnConstraint extends OnTable {
  readonly constraint: string;
}

export type ConstraintOperation =
  /** `ifNotExists` is MariaDB's. */
  | (OnTable & { readonly kind: 'add-constraint'; readonly constraint: ConstraintDefinition; readonly ifNotExists?: true })
  | (OnConstraint & { readonly kind: 'validate-constraint' })
  /** `type`, where the statement says it: MySQL's DROP FOREIGN KEY, DROP CHECK and DROP PRIMARY KEY, whose constraint is called `PRIMARY`. */
  | (OnConstraint & {
      readonly kind: 'drop-constraint';
      readonly constraintIfExists?: true;
      readonly cascade?: true;
      readonly type?: 'foreign-key' | 'check' | 'primary-key';
    })
  | (OnConstraint & { readonly kind: 'rename-constraint'; readonly to: string })
  /** ALTER CONSTRAINT: deferrability; PostgreSQL 18 also [NOT] ENFORCED and [NO] INHERIT. */
  | (OnConstraint & {
      readonly kind: 'alter-constraint';
      readonly deferrable?: boolean;
      readonly initiallyDeferred?: boolean;
      readonly enforced?: boolean;
      readonly inherit?: boolean;
    });

// ─── indexes ────────────────────────────────────────────────────────────────────────────────────────────────────

/** MySQL's indexes have their names within their table, which is then said; PostgreSQL's within the schema. */
export type IndexOperation =
  | (Base & {
      readonly kind: 'create-index';
      readonly table: QualifiedName;
      readonly index: IndexDefinition;
      readonly concurrently: boolean;
      readonly ifNotExists?: true;
      /** `ON ONLY`: not built on the partitions. */
      readonly only?: true;
    })
  | (Base & {
      readonly kind: 'drop-index';
      readonly index: QualifiedName;
      readonly table?: QualifiedName;
      readonly concurrently: boolean;
      readonly ifExists?: true;
      readonly cascade?: true;
    })
  | (Base & {
      readonly kind: 'rename-index';
      readonly index: QualifiedName;
      readonly table?: QualifiedName;
      readonly to: string;
      readonly ifExists?: true;
    })
  | (Base & { readonly kind: 'attach-index'; readonly parent: QualifiedName; readonly index: QualifiedName })
  | (Base & { readonly kind: 'set-index-tablespace'; readonly index: QualifiedName; readonly tablespace: string; readonly ifExists?: true })
  /** ALTER INDEX … SET (…), RESET, SET STATISTICS, and the like. */
  | (Base & { readonly kind: 'index-setting'; readonly index: QualifiedName; readonly setting: string; readonly ifExists?: true })
  /** MySQL: ALTER INDEX … VISIBLE, INVISIBLE; MariaDB: NOT IGNORED, IGNORED */
  | (OnTable & { readonly kind: 'set-index-visibility'; readonly index: string; readonly visible: boolean; readonly indexIfExists?: true })
  | (Base & {
      readonly kind: 'reindex';
      readonly target: 'index' | 'table' | 'schema' | 'database' | 'system';
      readonly name?: QualifiedName;
      readonly concurrently: boolean;
      readonly tablespace?: string;
    });

// ─── partitions ─────────────────────────────────────────────────────────────────────────────────────────────────

export type PartitionOperation =
  | (OnTable & { readonly kind: 'attach-partition'; readonly partition: QualifiedName; readonly bound: PartitionBound })
  | (OnTable & {
      readonly kind: 'detach-partition';
      readonly partition: QualifiedName;
      readonly concurrently: boolean;
      readonly finalize?: true;
    })
  /** MySQL: ALTER TABLE … PARTITION BY, and REMOVE PARTITIONING where there is no `partitionBy`. */
  | (OnTable & { readonly kind: 'repartition-table'; readonly partitionBy?: PartitionKey })
  /** MySQL: what is done with partitions of one table. */
  | (OnTable & {
      readonly kind: 'alter-partitions';
      readonly action: PartitionAction;
      /** Their names; `all` for ALL, and for REORGANIZE PARTITION without names. */
      readonly partitions: readonly string[] | 'all';
      /** Those that ADD and REORGANIZE make. */
      readonly definitions?: readonly PartitionDefinition[];
      /** MariaDB: ADD PARTITION IF NOT EXISTS, DROP PARTITION IF EXISTS */
      readonly ifNotExists?: true;
      readonly partitionIfExists?: true;
      /** ADD PARTITION PARTITIONS n, COALESCE PARTITION n */
      readonly count?: number;
      /** The table that is exchanged, or converted to or from. */
      readonly with?: QualifiedName;
    });

export type PartitionAction =
  | 'add'
  | 'drop'
  | 'truncate'
  | 'coalesce'
  | 'reorganize'
  | 'exchange'
  | 'convert to table'
  | 'convert from table'
  | 'rebuild'
  | 'optimize'
  | 'analyze'
  | 'check'
  | 'repair'
  | 'discard'
  | 'import';

// ─── views ──────────────────────────────────────────────────────────────────────────────────────────────────────

export type ViewOperation =
  | (Base & {
      readonly kind: 'create-view';
      readonly view: QualifiedName;
      readonly materialized: boolean;
      readonly replace?: true;
      readonly temporary?: true;
      readonly ifNotExists?: true;
      readonly withData: boolean;
      /** Tables and views that its query reads, each with the columns that can be told to be read (`*` where all are). */
      readonly reads: readonly { readonly table: QualifiedName; readonly columns: readonly string[] }[];
    })
  | (Base & {
      readonly kind: 'drop-view';
      readonly view: QualifiedName;
      readonly materialized: boolean;
      readonly ifExists?: true;
      readonly cascade?: true;
    })
  | (Base & {
      readonly kind: 'rename-view';
      readonly view: QualifiedName;
      readonly materialized: boolean;
      readonly to: string;
      readonly ifExists?: true;
    })
  /** ALTER VIEW, ALTER MATERIALIZED VIEW: everything but RENAME. */
  | (Base & {
      readonly kind: 'alter-view';
      readonly view: QualifiedName;
      readonly materialized: boolean;
      readonly action: string;
      /** What it has anew, and is copied for. */
      readonly sets?: 'tablespace' | 'access method';
      /** Where `SET SCHEMA` moves it to. */
      readonly toSchema?: string;
      readonly ifExists?: true;
    })
  | (Base & { readonly kind: 'refresh-view'; readonly view: QualifiedName; readonly concurrently: boolean; readonly withData: boolean });

// ─── types, domains, sequences, schemas, extensions ─────────────────────────────────────────────────────────────

export type TypeOperation =
  | (Base & { readonly kind: 'create-enum'; readonly type: QualifiedName; readonly values: readonly string[] })
  | (Base & { readonly kind: 'add-enum-value'; readonly type: QualifiedName; readonly value: string; readonly ifNotExists?: true })
  | (Base & { readonly kind: 'rename-enum-value'; readonly type: QualifiedName; readonly from: string; readonly to: string })
  | (Base & { readonly kind: 'create-type'; readonly type: QualifiedName; readonly form: 'composite' | 'range' | 'base' | 'shell' })
  /** ALTER TYPE on a composite type's attributes; `cascade` reaches the typed tables, `retypes` says which attribute gets another type, `drops` which one goes. */
  | (Base & {
      readonly kind: 'alter-composite';
      readonly type: QualifiedName;
      readonly retypes?: { readonly attribute: string; readonly type: TypeName };
      readonly drops?: string;
      readonly cascade?: true;
    })
  | (Base & {
      readonly kind: 'create-domain';
      readonly domain: QualifiedName;
      readonly type: TypeName;
      readonly notNull: boolean;
      readonly default?: Expression;
      readonly constraints: readonly ConstraintDefinition[];
    })
  | (Base & { readonly kind: 'add-domain-constraint'; readonly domain: QualifiedName; readonly constraint: ConstraintDefinition })
  | (Base & { readonly kind: 'validate-domain-constraint'; readonly domain: QualifiedName; readonly constraint: string })
  | (Base & {
      readonly kind: 'drop-domain-constraint';
      readonly domain: QualifiedName;
      readonly constraint: string;
      readonly constraintIfExists?: true;
    })
  | (Base & { readonly kind: 'set-domain-not-null'; readonly domain: QualifiedName; readonly notNull: boolean })
  | (Base & { readonly kind: 'set-domain-default'; readonly domain: QualifiedName; readonly expression?: Expression })
  /** DROP TYPE and DROP DOMAIN */
  | (Base & {
      readonly kind: 'drop-type';
      readonly type: QualifiedName;
      readonly domain: boolean;
      readonly ifExists?: true;
      readonly cascade?: true;
    })
  | (Base & { readonly kind: 'rename-type'; readonly type: QualifiedName; readonly to: string })
  /** SET SCHEMA of a type or domain. */
  | (Base & { readonly kind: 'set-type-schema'; readonly type: QualifiedName; readonly to: string })
  | (Base & {
      readonly kind: 'create-sequence';
      readonly sequence: QualifiedName;
      readonly temporary?: true;
      readonly ifNotExists?: true;
      readonly ownedBy?: { readonly table: QualifiedName; readonly column: string };
    })
  | (Base & {
      readonly kind: 'alter-sequence';
      readonly sequence: QualifiedName;
      readonly ifExists?: true;
      readonly ownedBy?: { readonly table: QualifiedName; readonly column: string } | 'none';
    })
  | (Base & { readonly kind: 'drop-sequence'; readonly sequence: QualifiedName; readonly ifExists?: true; readonly cascade?: true })
  | (Base & { readonly kind: 'rename-sequence'; readonly sequence: QualifiedName; readonly to: string })
  | (Base & { readonly kind: 'create-schema'; readonly schema: string; readonly ifNotExists?: true; readonly options?: readonly Option[] })
  /** MySQL: ALTER DATABASE; the session's where none is named. */
  | (Base & { readonly kind: 'alter-schema-options'; readonly schema?: string; readonly options: readonly Option[] })
  | (Base & { readonly kind: 'drop-schema'; readonly schema: string; readonly ifExists?: true; readonly cascade?: true })
  | (Base & { readonly kind: 'rename-schema'; readonly schema: string; readonly to: string })
  | (Base & { readonly kind: 'create-extension'; readonly extension: string; readonly ifNotExists?: true })
  | (Base & { readonly kind: 'drop-extension'; readonly extension: string; readonly cascade?: true });

// ─── functions, triggers, policies, rules ───────────────────────────────────────────────────────────────────────

export type Volatility = 'immutable' | 'stable' | 'volatile';

export type ProgramOperation =
  | (Base & {
      readonly kind: 'create-function';
      readonly function: QualifiedName;
      /** Input parameter types. */
      readonly parameters: readonly TypeName[];
      readonly volatility: Volatility;
      readonly procedure?: true;
      readonly replace?: true;
    })
  | (Base & {
      readonly kind: 'alter-function';
      readonly function: QualifiedName;
      readonly volatility?: Volatility;
      readonly renameTo?: string;
    })
  | (Base & { readonly kind: 'drop-function'; readonly function: QualifiedName; readonly ifExists?: true; readonly cascade?: true })
  | (Base & {
      readonly kind: 'create-trigger';
      readonly table: QualifiedName;
      readonly trigger: string;
      readonly replace?: true;
      readonly references?: QualifiedName;
      /** FOR EACH ROW */
      readonly row?: true;
      readonly function?: QualifiedName;
      /** Columns of the table in `UPDATE OF` and WHEN. */
      readonly columns?: readonly string[];
    })
  | (Base & {
      readonly kind: 'drop-trigger';
      readonly table: QualifiedName;
      readonly trigger: string;
      readonly ifExists?: true;
      readonly cascade?: true;
    })
  | (Base & { readonly kind: 'rename-trigger'; readonly table: QualifiedName; readonly trigger: string; readonly to: string })
  | (Base & {
      readonly kind: 'create-rule';
      readonly table: QualifiedName;
      readonly rule: string;
      /** Columns of the table that it mentions. */
      readonly columns?: readonly string[];
      /** Other tables that its actions read, and those that they change. */
      readonly reads?: readonly QualifiedName[];
      readonly writes?: readonly QualifiedName[];
    })
  | (Base & { readonly kind: 'drop-rule'; readonly table: QualifiedName; readonly rule: string; readonly ifExists?: true })
  | (Base & {
      readonly kind: 'rename-rule';
      readonly table: QualifiedName;
      readonly rule: string;
      readonly to: string;
      readonly ifExists?: true;
    })
  | (Base & {
      readonly kind: 'create-policy' | 'alter-policy';
      readonly table: QualifiedName;
      readonly policy: string;
      /** Columns of the table that its expressions mention; absent where ALTER POLICY leaves them. */
      readonly columns?: readonly string[];
      /** Other tables that its subqueries read. */
      readonly reads?: readonly QualifiedName[];
      /** RENAME TO */
      readonly to?: string;
      readonly ifExists?: true;
    })
  | (Base & { readonly kind: 'drop-policy'; readonly table: QualifiedName; readonly policy: string; readonly ifExists?: true });

// ─── data ───────────────────────────────────────────────────────────────────────────────────────────────────────

export type DataOperation =
  | (Base & {
      readonly kind: 'insert';
      readonly table: QualifiedName;
      /** MySQL: REPLACE, which deletes the rows that are in the way. */
      readonly replaces?: true;
      readonly columns: readonly string[];
      readonly fromQuery: boolean;
      readonly reads: readonly QualifiedName[];
    })
  /** `where` is the tree of WHERE; absent where there is none. A constant TRUE counts as none for rules, not here. */
  | (Base & {
      readonly kind: 'update';
      readonly table: QualifiedName;
      /** What the statement calls the table, where that is another name. */
      readonly alias?: string;
      readonly where?: Expression;
      /** MySQL: the conditions of joins that a row of the table has to meet beside WHERE. */
      readonly joinedOn?: readonly ExpressionNode[];
      /** MySQL: LIMIT, so many rows at most. */
      readonly limit?: number;
      readonly assignments: readonly string[];
      readonly reads: readonly QualifiedName[];
      readonly only?: true;
    })
  | (Base & {
      readonly kind: 'delete';
      readonly table: QualifiedName;
      /** What the statement calls the table, where that is another name. */
      readonly alias?: string;
      readonly where?: Expression;
      /** MySQL: the conditions of joins that a row of the table has to meet beside WHERE. */
      readonly joinedOn?: readonly ExpressionNode[];
      /** MySQL: LIMIT, so many rows at most. */
      readonly limit?: number;
      readonly reads: readonly QualifiedName[];
      readonly only?: true;
    })
  /** `assignments`: the columns that its UPDATE actions set. */
  | (Base & {
      readonly kind: 'merge';
      readonly table: QualifiedName;
      readonly inserts: boolean;
      readonly deletes: boolean;
      readonly assignments: readonly string[];
      readonly reads: readonly QualifiedName[];
    })
  /** `only` leaves the tables alone that inherit from it. */
  | (Base & { readonly kind: 'truncate'; readonly table: QualifiedName; readonly cascade?: true; readonly only?: true })
  /** COPY … FROM (`writes`) or TO. */
  | (Base & { readonly kind: 'copy'; readonly table?: QualifiedName; readonly writes: boolean })
  /** `calls` holds the functions it calls (`setval`, `create_hypertable`, …). `locks` is true for FOR UPDATE and its kin. */
  | (Base & {
      readonly kind: 'select';
      readonly reads: readonly QualifiedName[];
      readonly locks: boolean;
      readonly calls: readonly QualifiedName[];
    });

// ─── maintenance ────────────────────────────────────────────────────────────────────────────────────────────────

export type MaintenanceOperation =
  /** Without `table`: every table of the database. */
  | (Base & { readonly kind: 'vacuum'; readonly table?: QualifiedName; readonly only?: true; readonly full: boolean })
  | (Base & { readonly kind: 'analyze'; readonly table?: QualifiedName; readonly only?: true })
  | (Base & { readonly kind: 'cluster'; readonly table?: QualifiedName; readonly index?: string })
  /** MySQL: OPTIMIZE TABLE */
  | (Base & { readonly kind: 'optimize'; readonly table: QualifiedName })
  | (Base & {
      readonly kind: 'lock-table';
      readonly table: QualifiedName;
      readonly mode: string;
      readonly only?: true;
      readonly nowait?: true;
    });

// ─── session and transaction ────────────────────────────────────────────────────────────────────────────────────

export type SessionOperation =
  | (Base & {
      readonly kind: 'transaction';
      readonly action:
        | 'begin'
        | 'commit'
        | 'rollback'
        | 'savepoint'
        | 'release'
        | 'rollback to'
        | 'prepare'
        | 'commit prepared'
        | 'rollback prepared';
      readonly chain?: true;
    })
  /** SET and RESET; `value` is absent for RESET, SET … TO DEFAULT, and what is not a plain value. `name` in lower case; `all` for RESET ALL. */
  | (Base & {
      readonly kind: 'set-variable';
      readonly name: string;
      readonly value?: readonly string[];
      readonly local?: true;
      /** MySQL: GLOBAL and PERSIST, which leave the session's own value. */
      readonly global?: true;
    })
  /** MySQL: USE. Names without a database are looked up there from now on. */
  | (Base & { readonly kind: 'use-schema'; readonly schema: string })
  | (Base & { readonly kind: 'call'; readonly procedure: QualifiedName })
  /** EXECUTE of a string that cannot be known, or a DO block in a language that cannot be read. */
  | (Base & { readonly kind: 'dynamic-sql'; readonly reason: string });

// ─── the rest ───────────────────────────────────────────────────────────────────────────────────────────────────

/** A statement that changes no table and takes no lock that matters here: GRANT, COMMENT, NOTIFY … */
export type OtherOperation = Base & {
  readonly kind: 'other';
  /** The command, as PostgreSQL's command tag names it: `GRANT`, `COMMENT`, `CREATE PUBLICATION`. */
  readonly command: string;
  /** Tables and views that it names, for effects. */
  readonly tables: readonly QualifiedName[];
  /** COMMENT on what hangs on the table (a constraint, trigger, rule or policy), not on the table or its column. */
  readonly ofPart?: true;
  /** CREATE and ALTER PUBLICATION, CREATE and DROP STATISTICS: by what name, and the columns that it mentions, by table in the order of `tables`. */
  readonly hanging?: { readonly name: string; readonly columns: readonly (readonly string[])[] };
};
