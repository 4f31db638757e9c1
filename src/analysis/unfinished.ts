import type { Config } from '../config/config.ts';
import type { Migration, MigrationSet } from '../migration/migration.ts';
import type { Schema, Table } from '../schema/schema.ts';
import type { Reader } from '../sql/statement.ts';
import { courtOf } from './court.ts';
import type { Instruments } from './instruments.ts';
import type { Open, Unfinished } from './open.ts';
import { openInMysql } from './open-mysql.ts';
import { openInPostgres } from './open-postgres.ts';
import { type OpenPlan, pendingStages } from './pending.ts';
import { replayMigration } from './replay.ts';

/**
 * What the migrations of a directory leave unfinished once all of them have run: constraints that were never validated, columns that a plan has proved
 * to hold no NULL and not made NOT NULL, triggers and columns of plans that keep two columns in step, indexes that are not valid or not used, and stages that a plan has announced.
 */
export function unfinishedOf(set: MigrationSet, config: Config, reader: Reader, { engine, of, empty }: Instruments): readonly Unfinished[] {
  const openIn = (schema: Schema, only?: string): readonly Open[] =>
    tablesOf(schema, only).flatMap(([key, table]) =>
      of === 'postgres' ? openInPostgres(key, table, schema) : openInMysql(key, table, of),
    );
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
  const found = openIn(schema).map(({ key, helper, ...each }) => {
    let since = schemas.length - 1;
    const isSame = (other: Open): boolean => other.key.name === key.name && other.key.text === key.text;
    while (since > 0 && openIn(schemas[since - 1] as Schema, key.table).some(isSame)) since--;
    return { helper, open: { path: migrations[since]?.path ?? '', ...each } satisfies Unfinished };
  });
  const plans = pending.plans();
  // What a plan has made is told of with the plan.
  const ofPlan = ({ paths, stages }: OpenPlan) =>
    found
      .filter(({ helper, open }) => (helper || (isOfRows(open) && onlyEnforces(stages))) && paths.has(open.path))
      .map(({ open }) => open);
  const told = new Set(plans.flatMap(ofPlan));
  return [...found.flatMap(({ open }) => (told.has(open) ? [] : [open])), ...plans.map((each) => waiting(each, ofPlan(each)))];
}

/** What is to be proved of the rows, for which there is SQL. */
function isOfRows({ kind }: Unfinished): boolean {
  return kind === 'constraint' || kind === 'column';
}

function onlyEnforces(stages: readonly string[]): boolean {
  return stages.every((each) => /^enforce\b/.test(each));
}

/** @param made what the plan has made so far and is not finished */
function waiting({ plan, path, line, stages }: OpenPlan, made: readonly Unfinished[]): Unfinished {
  const [next = '', ...later] = stages;
  const behind = later.length === 0 ? '' : `, and then ${later.length > 1 ? `${later.slice(0, -1).join(', ')} and ` : ''}${later.at(-1)}`;
  const sql = onlyEnforces(stages) ? made.filter(isOfRows).map((each) => each.next) : [];
  return {
    path,
    line,
    kind: 'stage',
    message: `Plan ${plan} waits for its ${next} stage${behind}: no migration carries \`-- lockstep: stage ${plan} ${next}\` yet.`,
    next:
      sql.length > 0
        ? sql.join(' ')
        : `Add the file of its ${next} stage when its turn has come; where the stage was dropped, take it out of the announcement.`,
  };
}

/** @param only the key of the one table that is looked at */
function tablesOf(schema: Schema, only: string | undefined): readonly (readonly [string, Table])[] {
  if (only === undefined) return [...schema.tables.entries()];
  const table = schema.tables.get(only);
  return table === undefined ? [] : [[only, table]];
}
