import { postgres } from '../engine/postgres/index.ts';
import { supportedMajors } from '../engine/postgres/version.ts';
import { indexColumns } from '../schema/mention.ts';
import { resolve, tableOf } from '../schema/schema.ts';
import { quoteName } from '../sql/postgres/quote.ts';
import type { Stage } from './attempt.ts';
import { helperNames } from './helper-name.ts';
import { recipeFor } from './recipes/postgres/index.ts';
import type { PlannableFile, PlannableUnit } from './unit.ts';

/** Asks the recipes, with what the unit knows. */
export function stagingOf(unit: PlannableUnit): Stage {
  const { target } = unit;
  const helperName = helperNames(unit.after);
  const lowestMajor = target.major ?? Math.min(...supportedMajors);
  const usualPath = unit.before.searchPath.join();
  const ofPlans = new Set(unit.files.filter(isStageOfPlan));

  return (file, work, { operation, before, effects, findings }, replaced, belonging) => {
    const recipe = recipeFor(operation.kind);
    if (recipe === undefined || ofPlans.has(file)) return undefined;
    if (work.inBlock)
      return findings.some((each) => each.category !== 'operations')
        ? { impossible: 'it stands in a DO block, which is one transaction whatever is done inside: write it as a statement of its own' }
        : undefined;
    const usual = before.searchPath.join() === usualPath;
    return recipe.stage({
      operation,
      source: file.migration.text,
      statement: work.statement.statement.span,
      before,
      effects,
      found: new Set(findings.map((each) => each.category)),
      target,
      lowestMajor,
      transaction: file.migration.transaction,
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
    });
  };
}

/** Written by an earlier plan: what is found in it (that it comes in the same deployment, say) is not answered by another. */
function isStageOfPlan({ sql }: PlannableFile): boolean {
  return sql.comments.some((each) => /^--\s*lockstep:\s*stage\b/.test(each.text));
}
