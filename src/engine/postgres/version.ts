import type { ColumnDefinition, ConstraintDefinition, Operation, OperationKind, OperationOf } from '../../operation/operation.ts';
import { type Schema, type Table, tableOf } from '../../schema/schema.ts';
import { unwrap } from './types.ts';

/** The majors whose behaviour is stated and held against servers. */
export const supportedMajors = [12, 13, 14, 15, 16, 17, 18] as const;

/** A change between majors that alters an effect. */
interface Gate {
  readonly since: number;
  readonly source: string;
  readonly kinds: readonly OperationKind[];
  /** Whether the change can show in what the operation does there. Every other operation is evaluated once, whatever the version. */
  readonly concerns: (operation: Operation, before: Schema) => boolean;
}

/** @param when narrows the kinds down where most operations of them are the same at every version; it may be true too often, never too rarely */
function gate<Kind extends OperationKind>(
  since: number,
  kinds: readonly Kind[],
  source: string,
  when: (operation: OperationOf<Kind>, before: Schema) => boolean = () => true,
): Gate {
  return { since, source, kinds, concerns: (operation, before) => when(operation as OperationOf<Kind>, before) };
}

function notes(version: string): string {
  return `https://www.postgresql.org/docs/release/${version.includes('.') ? version : `${version}.0`}/`;
}

/** Whether the table has partitions or heirs, or is one. */
function isInTree(table: Table | undefined): boolean {
  if (table === undefined) return false;
  return table.partitionBy !== undefined || table.partitionOf !== undefined || table.children.length + table.inherits.length > 0;
}

/** Whether foreign keys may go, or be made anew, with what the table or its heirs lose. */
function hasForeignKeys(table: Table | undefined): boolean {
  if (table === undefined) return false;
  return table.children.length + table.referencedBy.length > 0 || table.constraints.some(({ references }) => references !== undefined);
}

/** Whether the table or its heirs may have generated columns. */
function computes(table: Table | undefined): boolean {
  return table !== undefined && (table.children.length > 0 || table.columns.some(({ generated }) => generated !== undefined));
}

/** Where the release notes are silent, servers of all the versions were asked (test/truth). */
const gates = {
  /** A column of a domain with a default gets it in existing rows; before, they stayed NULL without a rewrite (mended in 13.21 to 17.5, never in 12). */
  domainDefaultIsFilledIn: gate(
    13,
    ['add-column'],
    notes('17.5'),
    ({ column }, before) => column.default === undefined && unwrap(before, column.type).domains.length > 0,
  ),
  /** Each action of an ALTER TABLE is analysed on its own; before, one foreign key to be checked made all new ones of the statement checked. */
  foreignKeysPerAction: gate(13, ['add-column'], notes('13'), ({ column }) =>
    column.constraints.some((constraint) => constraint.type === 'foreign-key'),
  ),
  /** REINDEX on a partitioned table or index does its partitions; before, a warning or an error. */
  reindexPartitioned: gate(14, ['reindex'], notes('14')),
  /** DETACH PARTITION locks the partition against everybody; before, against schema changes only. */
  detachLocksPartition: gate(14, ['detach-partition'], notes('14')),
  /** TRUNCATE of a partition no longer looks at its parent. */
  truncateIgnoresParent: gate(14, ['truncate'], notes('14')),
  /** CLUSTER on a partitioned table does its partitions; before, it is refused. */
  clusterPartitioned: gate(15, ['cluster'], notes('15')),
  /** ENABLE and DISABLE TRIGGER USER of a partitioned table know the copies that its partitions have; before, they fail on the first. */
  copiedTriggersAreUsers: gate(13, ['set-trigger-state'], notes('13'), ({ trigger }) => trigger === 'user'),
  /** RENAME of a partitioned table's trigger, and ENABLE and DISABLE of ALL its triggers, reach the partitions. */
  triggersReachPartitions: gate(15, ['set-trigger-state', 'rename-trigger'], notes('15')),
  /** A foreign key to a partitioned table has triggers on that table itself, not only on its partitions. */
  triggersOnPartitionedTarget: gate(
    15,
    ['attach-partition', 'detach-partition', 'create-table', 'drop-table', 'drop-column', 'alter-column-type'],
    notes('15'),
    (operation, before) => {
      if (operation.kind === 'create-table') return operation.partitionOf !== undefined;
      return operation.kind === 'attach-partition' || hasForeignKeys(tableOf(before, operation.table));
    },
  ),
  /** `"char"` is no string type any more: nothing is turned into it without USING. */
  charIsNoString: gate(15, ['alter-column-type'], notes('15'), ({ type }, before) => unwrap(before, type).base.name === 'char'),
  /** Statistics objects are made anew for a changed column; before, they were left as they were. */
  statisticsAreRemade: gate(
    14,
    ['alter-column-type'],
    notes('14'),
    ({ table, column }, before) =>
      tableOf(before, table)?.hanging.some((each) => each.kind === 'statistics' && each.columns.includes(column)) === true,
  ),
  /** ALTER COLUMN TYPE under a generated column is refused as not supported; before, as a syntax error. */
  generatedRefusesAsUnsupported: gate(15, ['alter-column-type'], notes('15'), ({ table }, before) => computes(tableOf(before, table))),
  /** A column that a generated one is computed from is not dropped without CASCADE; before, it took that along. */
  generatedHoldsColumn: gate(15, ['drop-column'], notes('15'), ({ table }, before) => computes(tableOf(before, table))),
  /** Storage parameters of a partitioned table are refused as such; before, as parameters that are not known. */
  partitionedHasNoOptions: gate(
    16,
    ['set-table-options'],
    notes('16'),
    ({ table }, before) => tableOf(before, table)?.partitionBy !== undefined,
  ),
  /** COPY … TO takes a materialized view. */
  copyMaterializedView: gate(18, ['copy'], notes('18')),
  /** Identity columns of a partitioned table are those of its partitions. */
  identityReachesPartitions: gate(17, ['add-identity', 'set-identity', 'drop-identity'], notes('17')),
  /** ADD table_constraint locks all children at once, even where nothing is done to them. */
  constraintLocksChildren: gate(18, ['add-constraint'], notes('18'), ({ table }, before) => {
    const own = tableOf(before, table);
    return own !== undefined && (own.partitionBy !== undefined || own.children.length > 0);
  }),
  /** A partitioned table's foreign key may be NOT VALID. */
  notValidOnPartitioned: gate(
    18,
    ['add-constraint'],
    notes('18'),
    ({ constraint }) => constraint.type === 'foreign-key' && constraint.notValid === true,
  ),
  /** A CHECK of a partitioned table can be dropped from it ONLY, and stays with the partitions. */
  onlyDropsConstraint: gate(18, ['drop-constraint'], notes('18'), ({ only }) => only === true),
  /** A partitioned table cannot be UNLOGGED; before, that meant nothing. */
  partitionedIsLogged: gate(18, ['create-table', 'set-logged'], notes('18'), (operation, before) =>
    operation.kind === 'create-table'
      ? operation.partitionBy !== undefined && operation.persistence === 'unlogged'
      : tableOf(before, operation.table)?.partitionBy !== undefined,
  ),
  /** ATTACH and DETACH on a plain table are refused as actions that do not fit it; before, as an invalid object. */
  plainTableHasNoPartitions: gate(18, ['attach-partition', 'detach-partition'], notes('18')),
  /** NOT NULL is a constraint with a name, which children inherit. */
  notNullIsInherited: gate(18, ['add-column', 'drop-not-null', 'add-constraint', 'set-expression'], notes('18'), (operation, before) => {
    if (operation.kind === 'drop-not-null' || operation.kind === 'add-column') return isInTree(tableOf(before, operation.table));
    return operation.only === true && (operation.kind === 'set-expression' || operation.constraint.type === 'primary-key');
  }),
  /** A partitioned table may have EXCLUDE constraints that compare its partition key for equality. */
  excludeOnPartitioned: gate(
    17,
    ['add-constraint', 'add-column'],
    notes('17'),
    (operation) => operation.kind === 'add-constraint' && operation.constraint.type === 'exclude',
  ),
  /** SET NOT NULL goes no further down than to a table that has the constraint. */
  setNotNullStopsEarly: gate(18, ['set-not-null'], notes('18'), ({ table }, before) => isInTree(tableOf(before, table))),
  /** ALTER CONSTRAINT that changes nothing stops at the table named. */
  alterConstraintStopsEarly: gate(18, ['alter-constraint'], notes('18')),
  /** The parts of a foreign key to a partitioned table are `t_a_fkey_1`, before `t_a_fkey1`; to alter one is refused as such, before as an internal error. */
  partsOfKeys: gate(
    18,
    ['validate-constraint', 'drop-constraint', 'rename-constraint', 'alter-constraint'],
    notes('18'),
    ({ table, constraint }, before) => {
      const known = tableOf(before, table)?.constraints;
      const isKey = known?.some(({ name, definition }) => definition.type === 'foreign-key' && constraint.startsWith(name));
      return isKey === true && !known?.some(({ name }) => name === constraint);
    },
  ),
  /** VACUUM and ANALYZE of a table do those that inherit from it too. */
  maintenanceReachesHeirs: gate(18, ['vacuum', 'analyze'], notes('18')),
  /** GRANT and REVOKE look at the table under a lock. */
  grantLocks: gate(18, ['other'], notes('18'), ({ command }) => command === 'GRANT' || command === 'REVOKE'),
} as const satisfies Record<string, Gate>;

export type GateName = keyof typeof gates;

/** The gates of each kind, the earliest first. */
const gatesOf = new Map<OperationKind, Gate[]>();
for (const each of Object.values<Gate>(gates).sort((a, b) => a.since - b.since))
  for (const kind of each.kinds) gatesOf.set(kind, [...(gatesOf.get(kind) ?? []), each]);

/** Whether the major has what the gate names. */
export function since(gate: GateName, major: number): boolean {
  return major >= gates[gate].since;
}

/**
 * The majors at which an operation's effect can differ from that of the major before: the lowest supported one and each gate's.
 * Each stands for the versions up to the next.
 */
export function majorsToAsk(operation: Operation, before: Schema): readonly number[] {
  const lowest = lowestMajorFor(operation);
  const asked = new Set<number>([lowest]);
  for (const gate of gatesOf.get(operation.kind) ?? []) {
    if (gate.since > lowest && gate.concerns(operation, before)) asked.add(gate.since);
  }
  return [...asked];
}

/** The majors that the answer for `asked[i]` holds for. */
export function rangeOf(asked: readonly number[], i: number): readonly number[] {
  return supportedMajors.filter((major) => major >= (asked[i] as number) && major < (asked[i + 1] ?? Number.POSITIVE_INFINITY));
}

/** A form of a statement that older servers do not know: they refuse it, with this SQLSTATE. */
interface Form {
  readonly since: number;
  readonly what: string;
  readonly code: string;
}

const form = (since: number, what: string): Form => ({ since, what, code: '42601' });

/** The youngest form that the operation uses; undefined where every supported version knows it. */
export function formOf(operation: Operation): Form | undefined {
  let youngest: Form | undefined;
  for (const each of formsOf(operation)) if (youngest === undefined || each.since > youngest.since) youngest = each;
  return youngest;
}

/**
 * A statement that only newer servers understand is judged as they run it: who writes it has one. https://www.postgresql.org/docs/release/
 * @returns the lowest supported major that understands the operation.
 */
export function lowestMajorFor(operation: Operation): number {
  return Math.max(supportedMajors[0], formOf(operation)?.since ?? 0);
}

function* formsOf(operation: Operation): Generator<Form> {
  switch (operation.kind) {
    case 'add-column':
      yield* ofColumn(operation.column);
      return;
    case 'create-table':
      for (const column of operation.columns) yield* ofColumn(column);
      for (const constraint of operation.constraints) yield* ofConstraint(constraint);
      return;
    case 'add-constraint':
      if (operation.constraint.type === 'not-null') yield form(18, 'NOT NULL as a table constraint');
      yield* ofConstraint(operation.constraint);
      return;
    case 'alter-constraint':
      if (operation.enforced !== undefined) yield form(18, 'ALTER CONSTRAINT … ENFORCED');
      if (operation.inherit !== undefined) yield form(18, 'ALTER CONSTRAINT … INHERIT');
      return;
    case 'create-index':
      if (operation.index.nullsNotDistinct) yield form(15, 'NULLS NOT DISTINCT');
      return;
    case 'reindex':
      if (operation.tablespace !== undefined) yield form(14, 'REINDEX (TABLESPACE …)');
      return;
    case 'detach-partition':
      if (operation.concurrently) yield form(14, 'DETACH PARTITION CONCURRENTLY');
      if (operation.finalize) yield form(14, 'DETACH PARTITION … FINALIZE');
      return;
    case 'set-expression':
      yield form(17, 'ALTER COLUMN … SET EXPRESSION');
      return;
    case 'drop-expression':
      yield form(13, 'ALTER COLUMN … DROP EXPRESSION');
      return;
    case 'set-access-method':
      yield form(operation.method === undefined ? 17 : 15, 'SET ACCESS METHOD');
      return;
    case 'column-setting':
      if (operation.setting === 'compression') yield form(14, 'SET COMPRESSION');
      return;
    case 'vacuum':
    case 'analyze':
      if (operation.only) yield form(18, 'ONLY');
      return;
    case 'merge':
      yield form(15, 'MERGE');
      return;
    case 'create-trigger':
      if (operation.replace) yield form(14, 'CREATE OR REPLACE TRIGGER');
      return;
    default:
      return;
  }
}

function* ofColumn(column: ColumnDefinition): Generator<Form> {
  if (column.generated?.stored === false) yield form(18, 'a virtual generated column');
  if (column.compression !== undefined) yield form(14, 'COMPRESSION');
  for (const constraint of column.constraints) yield* ofConstraint(constraint);
}

function* ofConstraint(constraint: ConstraintDefinition): Generator<Form> {
  if (constraint.notEnforced) yield form(18, 'NOT ENFORCED');
  if ('withoutOverlaps' in constraint && constraint.withoutOverlaps) yield form(18, 'WITHOUT OVERLAPS');
  if ('period' in constraint && constraint.period) yield form(18, 'PERIOD');
  if ('nullsNotDistinct' in constraint && constraint.nullsNotDistinct) yield form(15, 'NULLS NOT DISTINCT');
}
