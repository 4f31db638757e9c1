import type { Config } from '../config/config.ts';
import type { Migration, MigrationSet } from '../migration/migration.ts';
import type { ExpressionNode } from '../operation/expression.ts';
import { impliesNotNull } from '../schema/proof.ts';
import type { Constraint, Schema, Table } from '../schema/schema.ts';
import { quoteIdentifier, quoteName } from '../sql/postgres/quote.ts';
import type { Reader } from '../sql/statement.ts';
import { courtOf } from './court.ts';
import type { Instruments } from './instruments.ts';
import { replayMigration } from './judge.ts';
import { pendingStages } from './pending.ts';

/** Something that was begun and is not finished: what it is, since when, and what comes next. */
export interface Unfinished {
  /** The migration since which it is so. */
  readonly path: string;
  readonly line?: number;
  readonly kind: 'constraint' | 'column' | 'trigger' | 'index' | 'stage';
  readonly message: string;
  /** SQL, or where none can be given, a sentence. */
  readonly next: string;
}

/**
 * What the migrations of a directory leave unfinished once all of them have run: constraints that were never validated, columns that a plan has proved
 * to hold no NULL and not made NOT NULL, triggers that keep two columns in step, invalid indexes, and stages that a plan has announced.
 */
export function unfinishedOf(set: MigrationSet, config: Config, reader: Reader, { engine, empty }: Instruments): readonly Unfinished[] {
  const court = courtOf(config, reader, engine);
  const pending = pendingStages();
  const schemas: Schema[] = [];
  const migrations: readonly Migration[] = [
    ...(set.dump ? [set.dump] : []),
    ...set.history,
    ...set.units.flatMap((unit) => unit.migrations),
  ];
  let schema = empty(config.searchPath);
  for (const migration of migrations) {
    const { sql, after } = replayMigration(migration, schema, court);
    pending.record(migration, sql.comments);
    schema = after;
    schemas.push(schema);
  }
  const found = openIn(schema).map(({ key, ...each }): Unfinished => {
    let since = schemas.length - 1;
    while (since > 0 && openIn(schemas[since - 1] as Schema, key.table).some((other) => other.key.name === key.name)) since--;
    return { path: migrations[since]?.path ?? '', ...each };
  });
  const announced = pending.open().map(
    ({ path, line, message }): Unfinished => ({
      path,
      line,
      kind: 'stage',
      message,
      next: 'Run the file of that stage when its turn has come, or take the announcement out where it was dropped.',
    }),
  );
  return [...found, ...announced];
}

interface Open extends Omit<Unfinished, 'path'> {
  readonly key: { readonly table: string; readonly name: string };
}

/** @param only the key of the one table that is looked at */
function openIn(schema: Schema, only?: string): readonly Open[] {
  const tables = only === undefined ? schema.tables.entries() : [[only, schema.tables.get(only)] as const];
  return tables.flatMap(([key, table]): readonly Open[] => {
    if (table === undefined || table.partitionOf !== undefined) return [];
    const about = (name: string, rest: Omit<Open, 'key'>): Open => ({ key: { table: key, name }, ...rest });
    const { schema: own, name } = table.name;
    const named = own === schema.searchPath[0] ? quoteIdentifier(name) : quoteName(table.name);
    return [
      ...table.constraints.flatMap((constraint) => {
        const open = openConstraint(table, named, constraint);
        return open === undefined ? [] : [about(`constraint ${constraint.name}`, open)];
      }),
      ...table.indexes
        .filter(({ valid }) => !valid)
        .map(({ name }) =>
          about(`index ${name}`, {
            kind: 'index',
            message: `The index ${quoteIdentifier(name)} of ${named} is not valid: not every partition has its own attached.`,
            next: `ALTER INDEX ${quoteIdentifier(name)} ATTACH PARTITION <the index of each partition that is missing>;`,
          }),
        ),
      ...table.hanging
        .filter(({ kind, name }) => kind === 'trigger' && isHelper(name))
        .map(({ name }) =>
          about(`trigger ${name}`, {
            kind: 'trigger',
            message: `The trigger ${quoteIdentifier(name)} keeps columns of ${named} in step: the old one waits for its contract stage.`,
            next: 'Run the contract stage of its plan once the new code runs everywhere: it drops the trigger, its function and the old column.',
          }),
        ),
    ];
  });
}

/** What plans call their helpers: `~orders_status_lockstep`. */
function isHelper(name: string): boolean {
  return /_lockstep\d*$/.test(name);
}

function openConstraint(table: Table, named: string, { name, definition, validated, enforced }: Constraint): Omit<Open, 'key'> | undefined {
  const column =
    definition.type === 'check' ? table.columns.find((each) => meansNotNull(definition.expression.tree, each.name)) : undefined;
  const setNotNull = column === undefined ? '' : `ALTER TABLE ${named} ALTER COLUMN ${quoteIdentifier(column.name)} SET NOT NULL;`;
  if (!validated && enforced) {
    const then = column !== undefined && isHelper(name) ? ` Then, in a transaction of its own: ${setNotNull}` : '';
    return {
      kind: 'constraint',
      message: `The constraint ${quoteIdentifier(name)} of ${named} was never validated: rows from before it may break it.`,
      next: `ALTER TABLE ${named} VALIDATE CONSTRAINT ${quoteIdentifier(name)};${then}`,
    };
  }
  if (column === undefined || column.notNull || !isHelper(name)) return undefined;
  return {
    kind: 'column',
    message: `The column ${quoteIdentifier(column.name)} of ${named} is proved to hold no NULL, and was not made NOT NULL.`,
    next: `${setNotNull} ALTER TABLE ${named} DROP CONSTRAINT ${quoteIdentifier(name)};`,
  };
}

function meansNotNull(tree: ExpressionNode, column: string): boolean {
  return tree.kind === 'null-test' && impliesNotNull(tree, column);
}
