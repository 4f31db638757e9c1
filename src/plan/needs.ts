import { columnsIn } from '../operation/expression.ts';
import { keyOf, type QualifiedName, type ResolvedName } from '../operation/name.ts';
import type { Operation, OperationOf } from '../operation/operation.ts';
import { automaticNotNull } from '../schema/automatic-not-null.ts';
import { constraintColumns, indexColumns } from '../schema/mention.ts';
import { partitionTree } from '../schema/partition-tree.ts';
import { indexOf, resolve, type Schema, tableOf } from '../schema/schema.ts';
import { lex, quotedName, word } from '../sql/postgres/lexer.ts';
import { nameOf, needsOfConstraint, pointedAt } from './constraint-needs.ts';
import type { StageName } from './stage.ts';
import { thing } from './things.ts';

/** What an operation stands on, or would spoil for steps that are still to come. */
export function needs(operation: Operation, before: Schema): readonly string[] {
  const tables = 'table' in operation && operation.table !== undefined ? [operation.table] : 'tables' in operation ? operation.tables : [];
  const own = ownNeeds(operation, before);
  // What stands on a column's rows stands on the column.
  const columns = own.flatMap((key) => (key.startsWith('rows\t') ? [key.replace('rows', 'swapped')] : []));
  return [...tables.map((each) => thing.exists(resolve(before, each))), ...own, ...columns, ...swappable(operation, before)];
}

/**
 * What only the last steps of a staged operation wait for, and from which stage on: what comes before works beside the old things, and stands on none of it.
 */
export function gateOf(operation: Operation, before: Schema): { readonly from: StageName; readonly keys: readonly string[] } | undefined {
  switch (operation.kind) {
    case 'alter-column-type':
      return { from: 'enforce', keys: tied(operation, before) };
    case 'drop-column':
    case 'drop-table':
    case 'rename-table':
    case 'set-schema':
      return { from: 'contract', keys: [thing.changed(resolve(before, operation.table))] };
    default:
      return undefined;
  }
}

/** What hangs on a column is made anew with it, and other columns may hang on that. */
function tied(operation: OperationOf<'alter-column-type'>, before: Schema): readonly string[] {
  const table = resolve(before, operation.table);
  const of = tableOf(before, operation.table);
  const sets = [
    ...(of?.constraints.map(({ definition }) => constraintColumns(definition)) ?? []),
    ...(of?.indexes.map(({ definition }) => indexColumns(definition)) ?? []),
  ].filter((columns) => columns.includes(operation.column));
  const pointed = of?.constraints.flatMap(({ definition, references }) =>
    definition.type === 'foreign-key' && references !== undefined && definition.columns.includes(operation.column)
      ? definition.referencedColumns.map((column) => thing.swapped(references, column))
      : [],
  );
  const pointing = of?.referencedBy.flatMap(({ table: from, constraint }) => {
    const found = before.tables.get(keyOf(from))?.constraints.find((each) => each.name === constraint)?.definition;
    return found?.type === 'foreign-key' && found.referencedColumns.includes(operation.column)
      ? found.columns.map((column) => thing.swapped(from, column))
      : [];
  });
  const others = sets.flat().filter((column) => column !== operation.column);
  return [...others.map((column) => thing.swapped(table, column)), ...(pointed ?? []), ...(pointing ?? [])];
}

/** The columns that an operation names, in whatever way. */
function swappable(operation: Operation, before: Schema): readonly string[] {
  if (operation.kind === 'create-view')
    return operation.reads.flatMap(({ table, columns }) => columns.map((column) => thing.swapped(resolve(before, table), column)));
  if (operation.kind === 'create-sequence' || operation.kind === 'alter-sequence') {
    const { ownedBy } = operation;
    return ownedBy === undefined || ownedBy === 'none' ? [] : [thing.swapped(resolve(before, ownedBy.table), ownedBy.column)];
  }
  if (!('table' in operation) || operation.table === undefined) return [];
  const table = resolve(before, operation.table);
  if (operation.kind === 'add-column') {
    const { generated, constraints } = operation.column;
    const mentioned = [
      ...(generated ? columnsIn(generated.expression.tree) : []),
      ...constraints.flatMap((each) => constraintColumns(each)),
    ];
    return mentioned.map((column) => thing.swapped(table, column));
  }
  const named = 'columns' in operation ? (operation.columns ?? []).filter((each) => typeof each === 'string') : [];
  return [...('column' in operation && typeof operation.column === 'string' ? [operation.column] : []), ...named].map((column) =>
    thing.swapped(table, column),
  );
}

function ownNeeds(operation: Operation, before: Schema): readonly string[] {
  const at = (name: QualifiedName): ResolvedName => resolve(before, name);
  const index = (name: QualifiedName): string => thing.index(resolve(before, name, before.indexes));
  switch (operation.kind) {
    case 'add-column': {
      const pointing = operation.column.constraints.filter((each) => each.type === 'foreign-key');
      return [
        thing.column(at(operation.table), operation.column.name),
        ...pointing.flatMap((each) => needsOfConstraint({ ...each, columns: [] }, at(operation.table), before)),
      ];
    }
    case 'create-index': {
      const { index: made } = operation;
      const columns = [
        ...made.elements.flatMap((each) => each.column ?? (each.expression ? columnsIn(each.expression.tree) : [])),
        ...made.include,
        ...(made.where ? columnsIn(made.where.tree) : []),
      ];
      return [...columns.map((column) => thing.rows(at(operation.table), column)), ...nameOf(made.name, at(operation.table))];
    }
    case 'add-constraint':
      return needsOfConstraint(operation.constraint, at(operation.table), before);
    case 'create-table':
      return [...operation.constraints, ...operation.columns.flatMap((column) => column.constraints)]
        .filter((each) => each.type === 'foreign-key')
        .flatMap((each) => needsOfConstraint(each, at(operation.table), before));
    case 'set-not-null': {
      // A check that proves it may have been put off.
      const checks = tableOf(before, operation.table)?.constraints.filter(
        ({ definition }) => definition.type === 'check' && columnsIn(definition.expression.tree).includes(operation.column),
      );
      return [
        thing.rows(at(operation.table), operation.column),
        thing.notNull(at(operation.table), operation.column),
        ...(checks ?? []).map((each) => thing.constraint(at(operation.table), each.name)),
      ];
    }
    case 'drop-not-null':
    case 'add-identity':
      return [thing.notNull(at(operation.table), operation.column)];
    case 'set-default':
    case 'drop-default':
      return [thing.default(at(operation.table), operation.column)];
    case 'validate-constraint': {
      const own = tableOf(before, operation.table)?.constraints.find((each) => each.name === operation.constraint);
      const stands = own === undefined ? [] : needsOfConstraint(own.definition, at(operation.table), before);
      return [thing.constraint(at(operation.table), operation.constraint), ...stands];
    }
    case 'drop-constraint':
    case 'rename-constraint':
    case 'alter-constraint': {
      const table = tableOf(before, operation.table);
      const known = table?.constraints.find((each) => each.name === operation.constraint);
      const own = known?.definition;
      const columns = own === undefined ? [automaticNotNull(table, operation.constraint)?.name ?? []].flat() : constraintColumns(own);
      // A column that takes this one's place has its constraints by the names that they had.
      const swapped = [...columns.map((column) => thing.swapped(at(operation.table), column)), ...(known ? pointedAt(known) : [])];
      const notNull =
        own === undefined || own.type === 'not-null' ? columns.map((column) => thing.notNull(at(operation.table), column)) : [];
      return [thing.constraint(at(operation.table), operation.constraint), ...swapped, ...notNull];
    }
    case 'rename-index':
    case 'drop-index':
    case 'set-index-tablespace':
    case 'index-setting':
      return [index(operation.index)];
    case 'attach-index':
      return [index(operation.index), index(operation.parent)];
    case 'cluster':
      return operation.index === undefined || operation.table === undefined
        ? []
        : [thing.index({ schema: at(operation.table).schema, name: operation.index })];
    case 'reindex':
      if (operation.name === undefined || operation.target !== 'index')
        return operation.name && operation.target === 'table' ? [thing.data(at(operation.name))] : [];
      return [index(operation.name)];
    case 'cluster-on':
    case 'replica-identity': {
      if (operation.index === undefined) return [];
      const key = { schema: at(operation.table).schema, name: operation.index };
      const columns = indexOf(before, key)?.index.definition.elements.flatMap((each) => each.column ?? []) ?? [];
      return [thing.index(key), ...columns.map((column) => thing.notNull(at(operation.table), column))];
    }
    case 'rename-table': {
      const from = at(operation.table);
      return [thing.table(from), thing.exists({ schema: from.schema, name: operation.to })];
    }
    case 'drop-table':
      return [thing.table(at(operation.table)), thing.pointed(at(operation.table))];
    case 'truncate': {
      const table = tableOf(before, operation.table);
      // A foreign key that points here has to go first.
      const pointing = table?.referencedBy.flatMap(({ table: from, constraint }) => {
        const found = before.tables.get(keyOf(from))?.constraints.find((each) => each.name === constraint)?.definition;
        const columns = found?.type === 'foreign-key' ? found.columns : [];
        return [thing.exists(from), thing.constraint(from, constraint), ...columns.map((column) => thing.column(from, column))];
      });
      const emptied = emptiedBy(operation, before).flatMap((each) => [thing.table(each), thing.changed(each)]);
      return [thing.table(at(operation.table)), thing.pointed(at(operation.table)), ...emptied, ...(pointing ?? [])];
    }
    case 'set-schema':
    case 'attach-partition':
    case 'detach-partition':
      return [thing.table(at(operation.table))];
    case 'drop-type':
    case 'rename-type':
      return [thing.used(operation.type.name)];
    case 'drop-function':
      return [thing.used(operation.function.name)];
    case 'rename-column':
      return [
        thing.column(at(operation.table), operation.column),
        thing.column(at(operation.table), operation.to),
        thing.named(at(operation.table), operation.column),
      ];
    // It would fire for the rows that are still to be filled.
    case 'create-trigger':
      return (operation.columns ?? []).map((column) => thing.rows(at(operation.table), column));
    case 'drop-column':
    case 'redefine-column':
    case 'set-identity':
    case 'drop-identity':
      return [thing.column(at(operation.table), operation.column)];
    case 'alter-column-type':
      return [thing.column(at(operation.table), operation.column), thing.viewed(at(operation.table))];
    case 'update':
    case 'delete':
    case 'merge':
      return [thing.data(at(operation.table)), ...operation.reads.map((each) => thing.data(at(each))), ...touched(operation, before)];
    case 'insert':
    case 'select':
      return [...operation.reads.map((each) => thing.data(at(each))), ...touched(operation, before)];
    case 'copy':
      return operation.table === undefined ? [] : touched(operation, before);
    case 'create-view':
      return [
        ...operation.reads.map((each) => thing.view(resolve(before, each.table, before.views))),
        ...(operation.materialized ? operation.reads.flatMap((each) => [thing.data(at(each.table)), thing.changed(at(each.table))]) : []),
      ];
    case 'drop-view':
    case 'rename-view':
      return [thing.view(resolve(before, operation.view, before.views))];
    default:
      return [];
  }
}

/** The tables that a TRUNCATE empties: with those that inherit, and by CASCADE with those whose foreign keys point to any of them. */
function emptiedBy({ table, cascade, only }: OperationOf<'truncate'>, before: Schema): readonly ResolvedName[] {
  const reached = new Map<string, ResolvedName>();
  const reach = (name: ResolvedName, isOnly: boolean): void => {
    for (const each of isOnly ? [name] : partitionTree(before, name)) if (!reached.has(keyOf(each))) reached.set(keyOf(each), each);
  };
  reach(resolve(before, table), only === true);
  if (cascade)
    // A map's walk comes to what is added meanwhile.
    for (const each of reached.values())
      for (const { table: from } of before.tables.get(keyOf(each))?.referencedBy ?? []) reach(from, false);
  return [...reached.values()];
}

/** The tables whose rows a statement reads or writes. */
export function tablesOf(operation: Operation): readonly QualifiedName[] {
  const own = 'table' in operation && operation.table !== undefined ? [operation.table] : [];
  return [...own, ...(operation.kind !== 'create-view' && 'reads' in operation ? operation.reads : [])];
}

function touched(operation: Operation, before: Schema): readonly string[] {
  return tablesOf(operation).map((each) => thing.changed(resolve(before, each)));
}

const ofRows: ReadonlySet<Operation['kind']> = new Set<Operation['kind']>([
  'insert',
  'update',
  'delete',
  'merge',
  'truncate',
  'copy',
  'select',
]);

/** Whether a statement is about rows, not about the schema. */
export function isOfRows({ kind }: Operation): boolean {
  return ofRows.has(kind);
}

/** What a statement about rows holds back once it is put off itself: the rows of its tables, and the tables as they are. */
export function changes(operation: Operation, before: Schema): readonly string[] {
  if (!isOfRows(operation)) return [];
  const own = 'table' in operation && operation.table !== undefined ? resolve(before, operation.table) : undefined;
  const columns = own === undefined ? [] : (before.tables.get(keyOf(own))?.columns ?? []);
  const assigned = 'assignments' in operation ? operation.assignments : [];
  return [
    ...touched(operation, before),
    ...(own === undefined ? [] : [...columns.map((each) => each.name), ...assigned].map((column) => thing.rows(own, column))),
  ];
}

/** The columns that an operation is about: none of them may be renamed or dropped before its last step. */
export function columnsOf(operation: Operation, before: Schema): readonly string[] {
  switch (operation.kind) {
    case 'add-column':
      return [operation.column.name];
    case 'rename-column':
      return [operation.column, operation.to];
    case 'create-index':
    case 'add-constraint':
    case 'validate-constraint':
      return ownNeeds(operation, before).flatMap((key) => (key.startsWith('rows\t') ? (key.split('\t').at(-1) ?? []) : []));
    default:
      return 'column' in operation && typeof operation.column === 'string' ? [operation.column] : [];
  }
}

/** Every name that a text mentions, as the catalog would have it. */
export function namesIn(sql: string): readonly string[] {
  const { kinds, starts, ends } = lex(sql).tokens;
  const names = new Set<string>();
  kinds.forEach((kind, i) => {
    const text = sql.slice(starts[i], ends[i]);
    if (kind === word) names.add(text.toLowerCase());
    else if (kind === quotedName) names.add(text.slice(1, -1).replaceAll('""', '"'));
  });
  return [...names];
}
