import type { PostgresEffect } from '../engine/effect.ts';
import type { PostgresTarget } from '../engine/engine.ts';
import { postgres } from '../engine/postgres/index.ts';
import { supportedMajors } from '../engine/postgres/version.ts';
import { modeAt } from '../migration/migration.ts';
import { keyOf } from '../operation/name.ts';
import type { Operation } from '../operation/operation.ts';
import { indexColumns } from '../schema/mention.ts';
import { resolve, type Schema, tableOf } from '../schema/schema.ts';
import { quoteName } from '../sql/postgres/quote.ts';
import type { Stage } from './attempt.ts';
import { helperNames } from './helper-name.ts';
import type { RecipeContext, RecipeResult, RecipeStep, StagingContext } from './recipe.ts';
import { recipeFor } from './recipes/postgres/index.ts';
import { indexIfAsked } from './recipes/postgres/index-if-asked.ts';
import type { PlannableFile, PlannableUnit } from './unit.ts';

/** Asks the recipes, with what the unit knows. */
export function stagingOf(unit: PlannableUnit, batches: boolean): Stage {
  const target = unit.target as PostgresTarget;
  const helperName = helperNames(unit.after);
  const lowestMajor = target.major ?? Math.min(...supportedMajors);
  const usualPath = unit.before.searchPath.join();
  const ofPlans = new Set(unit.files.filter(isStageOfPlan));

  return (file, work, { operation, before, effects, findings }, replaced, belonging) => {
    const recipe = recipeFor(operation.kind);
    if (recipe === undefined || ofPlans.has(file)) return undefined;
    const question = work.apart?.question;
    if (work.inBlock && (work.apart === undefined || (question !== undefined && !isOnlyOne(unit, operation, before))))
      return findings.some((each) => each.category !== 'operations')
        ? { impossible: 'it stands in a DO block, which is one transaction whatever is done inside: write it as a statement of its own' }
        : undefined;
    const usual = before.searchPath.join() === usualPath;
    const context: StagingContext = {
      operation,
      source: file.migration.text,
      statement: work.inBlock ? work.span : work.statement.statement.span,
      before,
      effects: effects as readonly PostgresEffect[],
      found: new Set(findings.flatMap(({ category }) => (category === 'operations' && !batches ? [] : [category]))),
      target,
      lowestMajor,
      transaction: modeAt(file.migration, work.span.start),
      effectsOf: (probe) => postgres.effects(probe, before, { target }),
      nameOf: (name) => (name.schema !== undefined || usual ? quoteName(name) : quoteName(resolve(before, name))),
      indexedLater(column) {
        const table = 'table' in operation && operation.table !== undefined ? tableOf(unit.after, operation.table) : undefined;
        return table?.indexes.some((each) => indexColumns(each.definition).includes(column)) ?? false;
      },
      helperName,
      ...(replaced !== undefined && { replaced }),
      ...(belonging !== undefined && { around: belonging }),
      backfill: unit.backfill,
    };
    const table = work.inBlock ? untold(operation, before) : undefined;
    if (question !== undefined) return whereThere(indexIfAsked(context as RecipeContext<'create-index'>, question), table);
    const result = recipe.stage(context);
    return work.inBlock ? whereThere(outOfBlock(result), table) : result;
  };
}

/** Whether nothing else of the unit is about an operation's table: what a block asks is so, or not, whenever it is asked. */
function isOnlyOne(unit: PlannableUnit, operation: Operation, before: Schema): boolean {
  const key = (each: Operation): string | undefined =>
    'table' in each && each.table !== undefined ? keyOf(resolve(before, each.table)) : undefined;
  const all = unit.files.flatMap(({ statements }) => statements.flatMap(({ operations }) => operations));
  return all.filter((each) => key(each.operation) === key(operation)).length === 1;
}

/** Steps on a table that may not be there, which the block asks for. */
function whereThere(result: RecipeResult, table: string | undefined): RecipeResult {
  if (table === undefined || result === undefined || !('steps' in result)) return result;
  const where = `; leave it out where ${table} is not there, which the block asks for and no migration creates`;
  return { ...result, steps: result.steps.map((step): RecipeStep => ({ ...step, why: `${step.why}${where}` })) };
}

/** What leaves a DO block has no guard any more: it asks by itself whether what it makes or drops is there. What cannot ask stays in the block, or is none the worse for being done again. */
function outOfBlock(result: RecipeResult): RecipeResult {
  if (result === undefined || !('steps' in result)) return result;
  const asking = (sql: string): string =>
    sql
      .replace(/^(create (?:unique )?index concurrently )(?!if )/i, '$1IF NOT EXISTS ')
      .replace(/^(drop index concurrently )(?!if )/i, '$1IF EXISTS ');
  const steps = result.steps.map((step): RecipeStep => ({ ...step, sql: asking(step.sql) }));
  const again = steps.every(
    ({ sql, transaction }, i) => i === 0 || transaction !== 'shared' || /^ALTER TABLE .* VALIDATE CONSTRAINT /s.test(sql),
  );
  return again
    ? { ...result, steps }
    : { impossible: 'it stands in a DO block, and its later steps cannot ask what the block asks: write it as a statement of its own' };
}

/** The table that a statement makes something on, if the history does not tell it. */
function untold(operation: Operation, before: Schema): string | undefined {
  if (operation.kind !== 'create-index' && operation.kind !== 'add-constraint') return undefined;
  return tableOf(before, operation.table)?.complete ? undefined : quoteName(operation.table);
}

/** Written by an earlier plan: what is found in it (that it comes in the same deployment, say) is not answered by another. */
function isStageOfPlan({ sql }: PlannableFile): boolean {
  return sql.comments.some((each) => /^--\s*lockstep:\s*stage\b/.test(each.text));
}
