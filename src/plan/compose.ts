import { postgres } from '../engine/postgres/index.ts';
import { supportedMajors } from '../engine/postgres/version.ts';
import { resolve } from '../schema/schema.ts';
import { quoteIdentifier, quoteName } from '../sql/postgres/quote.ts';
import { authorEdits } from './author-file.ts';
import { applyEdits } from './edits.ts';
import { boundaryOf, furtherFiles, stepOf } from './further-files.ts';
import { helperNames } from './helper-name.ts';
import { planId } from './identity.ts';
import type { RecipeResult } from './recipe.ts';
import { recipeFor } from './recipes/postgres/index.ts';
import { type Fate, schedule } from './schedule.ts';
import { type Plan, type PlanFile, type Stage, stageNames } from './stage.ts';
import type { PlannableFile, PlannableOperation, PlannableUnit } from './unit.ts';
import type { Work } from './work.ts';

/**
 * One plan for a deployment unit: the author's files with the unsafe statements replaced, then further files, stage by stage.
 * @returns undefined where nothing is staged, asked or declined
 */
export function compose(unit: PlannableUnit): Plan | undefined {
  if (!unit.files.some((file) => file.statements.some((each) => each.operations.some(({ findings }) => findings.length > 0))))
    return undefined;
  const names = helperNames(unit.after);
  const fates = schedule(unit, (file, work, operation, replaced) => staged(unit, file, work, operation, names, replaced));
  const touched = fates.filter((each) => each.steps.length > 0 || each.absorbed);
  const open = fates.filter((each) => each.steps.length === 0 && (each.question !== undefined || each.impossible !== undefined));
  if (touched.length === 0 && open.length === 0) return undefined;

  const id = planId(touched.flatMap((each) => [each.file.migration.path, each.work.sql]));
  const further = furtherFiles(unit, id, touched);
  const byFile = new Map<PlannableFile, Fate[]>(unit.files.map((file) => [file, []]));
  for (const fate of fates) byFile.get(fate.file)?.push(fate);
  const edits = [...byFile].flatMap(([file, own]) => authorEdits(file, own, id, further));
  const authors = unit.files.flatMap((file): PlanFile[] => {
    const own = edits.filter((each) => each.path === file.migration.path);
    if (own.length === 0) return [];
    const steps = (byFile.get(file) ?? []).flatMap((each) => each.steps.filter((placed) => placed.position === undefined).map(stepOf));
    return [{ path: file.migration.path, steps, text: applyEdits(file.migration.text, own) }];
  });
  if (edits.length === 0 && open.length === 0) return undefined;
  const stages = stageNames.flatMap((name, index): Stage[] => {
    const files = [...(index === 0 ? authors : []), ...further.of(index)];
    return files.length === 0 ? [] : [{ name, boundary: boundaryOf(index, touched), files }];
  });
  return {
    id,
    files: authors.map((each) => each.path as string),
    stages,
    questions: open.flatMap(questionOf),
    edits,
    unplanned: open.flatMap((each) =>
      each.impossible === undefined ? [] : [{ path: each.file.migration.path, span: each.work.span, reason: each.impossible }],
    ),
    proof: { status: 'unproved', reason: 'it has not been executed' },
  };
}

/** Asks the recipe of an operation with a finding. */
function staged(
  unit: PlannableUnit,
  file: PlannableFile,
  work: Work,
  { operation, before, effects, findings }: PlannableOperation,
  names: ReturnType<typeof helperNames>,
  replaced: string | undefined,
): RecipeResult {
  const recipe = recipeFor(operation.kind);
  if (recipe === undefined) return undefined;
  if (work.inBlock)
    return findings.some((each) => each.category !== 'operations')
      ? { impossible: 'it stands in a DO block, which is one transaction whatever is done inside: write it as a statement of its own' }
      : undefined;
  const usualPath = before.searchPath.join('\t') === unit.before.searchPath.join('\t');
  return recipe.stage({
    operation,
    source: file.migration.text,
    statement: work.statement.statement.span,
    before,
    effects,
    target: unit.target,
    lowestMajor: unit.target.major ?? Math.min(...supportedMajors),
    transaction: file.migration.transaction,
    effectsOf: (probe) => postgres.effects(probe, before, { target: unit.target }),
    nameOf: (name) => (name.schema !== undefined || usualPath ? quoteName(name) : quoteName(resolve(before, name))),
    helperName: names,
    ...(replaced !== undefined && { replaced }),
    backfill: unit.backfill,
  });
}

function questionOf({ file, work, question }: Fate): Plan['questions'] {
  if (question === undefined) return [];
  const { table, column, message } = question;
  const [first] = work.operations;
  const written =
    first !== undefined && 'table' in first.operation && first.operation.table !== undefined
      ? quoteName(first.operation.table)
      : quoteName(table);
  return [
    {
      path: file.migration.path,
      span: work.span,
      table: quoteName(table),
      column,
      directive: `-- lockstep: backfill ${written}.${quoteIdentifier(column)} = <expression>`,
      message,
    },
  ];
}
