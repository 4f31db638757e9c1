import type { DeploymentUnit, Migration } from '../migration/migration.ts';
import type { Schema } from '../schema/schema.ts';
import { type Court, type JudgedMigration, judgeMigration } from './judge.ts';
import { replayMigration } from './replay.ts';

/** Judges the migrations of a unit in order, each on the schema that the one before left. `before` is already in the unit (`beginUnit`). */
export function judgeUnit(unit: DeploymentUnit, before: Schema, court: Court): readonly JudgedMigration[] {
  let schema = before;
  return unit.migrations.map((migration) => {
    const judged = judgeMigration(migration, schema, court);
    schema = migration.edited ? asHistory(migration, schema, court) : judged.after;
    return { ...judged, after: schema };
  });
}

/** Databases ran an edited migration before this unit: what it creates is in use, whoever changes its file now. */
function asHistory(migration: Migration, before: Schema, court: Court): Schema {
  return { ...replayMigration(migration, { ...before, unit: 0 }, court).after, unit: before.unit };
}
