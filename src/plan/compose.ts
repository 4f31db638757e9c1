import { quoteIdentifier, quoteName } from '../sql/postgres/quote.ts';
import { authorEdits } from './author-file.ts';
import { applyEdits } from './edits.ts';
import type { Fate } from './fate.ts';
import { boundaryOf, furtherFiles, stepOf } from './further-files.ts';
import { planId } from './identity.ts';
import { nameOf, roundOf } from './lay-out.ts';
import { schedule } from './schedule.ts';
import type { Edit, Plan, PlanFile, Stage } from './stage.ts';
import { stagingOf } from './staging.ts';
import type { PlannableFile, PlannableUnit } from './unit.ts';

/** Which ways a plan may go. */
export interface Ways {
  /** UPDATE and DELETE of many rows become jobs in batches, or stay as written. */
  readonly batches: boolean;
  /** What cannot wait for a deploy may come in a second round of the stages, or makes what it waits for stay unstaged. */
  readonly rounds: boolean;
}

/**
 * One plan for a deployment unit: the author's files with the unsafe statements replaced, then further files, stage by stage.
 * @returns undefined where nothing is staged, asked or declined
 */
export function compose(unit: PlannableUnit, { batches, rounds }: Ways): Plan | undefined {
  if (!unit.files.some((file) => file.statements.some((each) => each.operations.some(({ findings }) => findings.length > 0))))
    return undefined;
  const fates = schedule(unit, stagingOf(unit, batches), rounds);
  const touched = fates.filter((each) => each.steps.length > 0 || each.absorbed);
  const id = planId(touched.flatMap((each) => [each.file.migration.path, each.work.sql]));
  const further = furtherFiles(unit, id, touched);

  const byFile = new Map<PlannableFile, Fate[]>(unit.files.map((file) => [file, []]));
  for (const fate of fates) byFile.get(fate.file)?.push(fate);
  const edits: Edit[] = [];
  const authors: PlanFile[] = [];
  for (const [file, own] of byFile) {
    const { path, text } = file.migration;
    const made = authorEdits(file, own, id, further);
    if (made.length === 0) continue;
    edits.push(...made);
    const steps = own.flatMap((fate) => fate.steps.filter((each) => each.position === undefined)).map(stepOf);
    authors.push({ path, steps, text: applyEdits(text, made) });
  }
  const questions = fates.flatMap(questionOf);
  const unplanned = fates.flatMap(({ impossible, file, work }) =>
    impossible === undefined ? [] : [{ path: file.migration.path, span: work.span, reason: impossible }],
  );
  const differences = fates.flatMap(({ differs, file, work }) =>
    (differs ?? []).map((each) => ({ path: file.migration.path, span: work.span, ...each })),
  );
  if (edits.length + questions.length + unplanned.length === 0) return undefined;
  return {
    id,
    files: authors.flatMap((each) => each.path ?? []),
    stages: Array.from({ length: further.stages }, (_, stage): readonly Stage[] => {
      const files = [...(stage === 0 ? authors : []), ...further.of(stage)];
      const round = roundOf(stage) + 1;
      return files.length === 0 ? [] : [{ name: nameOf(stage), ...(round > 1 && { round }), boundary: boundaryOf(stage, touched), files }];
    }).flat(),
    questions,
    edits,
    unplanned,
    ...(differences.length > 0 && { differences }),
  };
}

/** What the author is asked, with the line to write: the table as he wrote it where that finds it. */
function questionOf({ file, work, question }: Fate): Plan['questions'] {
  if (question === undefined) return [];
  const { table, column, message } = question;
  const operation = work.operations[0]?.operation;
  const written = operation !== undefined && 'table' in operation ? operation.table : undefined;
  const name = quoteName(written === undefined ? table : written);
  return [
    {
      path: file.migration.path,
      span: work.span,
      table: quoteName(table),
      column,
      directive: `-- lockstep: backfill ${name}.${quoteIdentifier(column)} = <expression>`,
      message,
    },
  ];
}
