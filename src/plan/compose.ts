import { sourceOf } from '../migration/migration.ts';
import { contains, type Span } from '../text/span.ts';
import { authorEdits, isAlone } from './author-file.ts';
import { listOf, nextOf } from './beside.ts';
import type { PlanDialect } from './dialect.ts';
import { applyEdits } from './edits.ts';
import type { Fate } from './fate.ts';
import { boundaryOf, furtherFiles, stepOf } from './further-files.ts';
import { planId } from './identity.ts';
import { nameOf, roundOf } from './lay-out.ts';
import { type NotWritten, programEdits, programOf } from './program.ts';
import { schedule } from './schedule.ts';
import type { Edit, Plan, PlanFile, Stage } from './stage.ts';
import { optOutOf, type Tool } from './tool.ts';
import type { PlannableFile, PlannableUnit } from './unit.ts';
import type { Work } from './work.ts';

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
  const fates = schedule(unit, unit.dialect.staging(unit, batches), rounds);
  const touched = fates.filter((each) => each.steps.length > 0 || each.absorbed);
  const id = planId(touched.flatMap((each) => [each.file.migration.path, each.work.sql]));
  const further = furtherFiles(unit, id, touched);

  const byFile = new Map<PlannableFile, Fate[]>(unit.files.map((file) => [file, []]));
  for (const fate of fates) byFile.get(fate.file)?.push(fate);
  const edits: Edit[] = [];
  const authors: PlanFile[] = [];
  for (const [file, own] of byFile) {
    const { path, text } = file.migration;
    const made = authorEdits(file, own, id, further, unit);
    if (made.length === 0) continue;
    const steps = own.flatMap((fate) => fate.steps.filter((each) => each.position === undefined)).map(stepOf);
    const inProgram = editsOfProgram(file, made, unit.tool);
    if (inProgram === undefined) {
      edits.push(...made);
      authors.push(authorsFile(unit.tool, file, own, { path, steps, text: applyEdits(text, made) }));
    } else if ('reason' in inProgram) return unwritten(id, fates, inProgram, unit);
    else {
      edits.push(...inProgram);
      const now = { path, text: applyEdits(sourceOf(file.migration), inProgram) };
      const program = programOf(unit.tool, now);
      if (program === undefined) return unwritten(id, fates, { reason: 'what would be written could not be read again' }, unit);
      authors.push({ ...now, steps, program, transaction: unit.tool.mode(now) });
    }
  }
  const questions = fates.flatMap((fate) => questionOf(fate, unit.dialect));
  const unplanned = fates.flatMap(({ impossible, file, work }) =>
    impossible === undefined ? [] : foundAt(work).map((span) => ({ path: file.migration.path, span, reason: impossible })),
  );
  const differences = fates.flatMap(({ differs, file, work }) =>
    (differs ?? []).map((each) => ({ path: file.migration.path, span: work.span, ...each })),
  );
  if (edits.length + questions.length + unplanned.length === 0) return undefined;
  const stages = Array.from({ length: further.stages }, (_, stage): readonly Stage[] => {
    const files = [...(stage === 0 ? authors : []), ...further.of(stage)];
    const round = roundOf(stage) + 1;
    return files.length === 0
      ? []
      : [
          {
            name: nameOf(stage),
            ...(round > 1 && { round }),
            boundary: boundaryOf(stage, touched, unit.tool.convention.writing.deploysTogether),
            files,
          },
        ];
  }).flat();
  const listed = listOf(unit, further);
  return {
    id,
    files: authors.flatMap((each) => each.path ?? []),
    stages,
    questions,
    edits,
    unplanned,
    ...(differences.length > 0 && { differences }),
    ...listed,
    ...nextOf(unit.tool, unit.files, stages, { further: further.count > 0, listed: listed.list !== undefined }),
  };
}

/** The edits of an author's file that is a program; undefined where it is none. */
function editsOfProgram(
  { migration }: PlannableFile,
  edits: readonly Edit[],
  { convention, programs }: Tool,
): readonly Edit[] | NotWritten | undefined {
  const { path, text, program } = migration;
  if (program === undefined || programs === undefined) return undefined;
  return programEdits({ path, sql: text, program, edits }, programs.reader, convention.writing);
}

/** Nothing is staged where the author's program cannot be edited. */
function unwritten(id: string, fates: readonly Fate[], { reason }: NotWritten, { dialect }: PlannableUnit): Plan {
  const staged = fates.filter((each) => each.steps.length > 0 || each.impossible !== undefined);
  const why = `its program would have to be written anew: ${reason}`;
  return {
    id,
    files: [],
    stages: [],
    questions: fates.flatMap((fate) => questionOf(fate, dialect)),
    edits: [],
    unplanned: staged.flatMap(({ file, work, impossible }) =>
      foundAt(work).map((span) => ({ path: file.migration.path, span, reason: impossible ?? why })),
    ),
  };
}

/** Where a work is told about: it, or, where it calls what is written elsewhere in the file, each place of that in which something is found. */
function foundAt({ span, operations }: Work): readonly Span[] {
  const spans = operations.flatMap(({ operation, findings }) => (findings.length > 0 ? [operation.span] : []));
  const elsewhere = spans.filter((each) => !contains(span, each));
  return elsewhere.length < spans.length || spans.length === 0
    ? [span]
    : elsewhere.filter((each, i) => elsewhere.findIndex((other) => other.start === each.start) === i);
}

/** The author's file as the tool reads and sends it now, with what has to stand beside it. */
function authorsFile(
  tool: Tool,
  { migration }: PlannableFile,
  fates: readonly Fate[],
  file: PlanFile & { readonly path: string },
): PlanFile {
  const { convention } = tool;
  const sections = migration.sections && convention.id !== 'plain' ? convention.parts?.(file.text, tool.sql)?.up : undefined;
  const changesets = migration.changesets && convention.changesets?.(file.text, tool.sql);
  const read = { ...file, ...(sections && { sections }), ...(changesets && { changesets }) };
  if (!fates.some(isAlone) || migration.transaction === 'single-query' || migration.transaction === 'per-statement') return read;
  const { beside } = optOutOf(tool, file);
  return { ...read, ...(beside && { beside: [beside] }), transaction: tool.mode({ ...file, ...(beside && { sidecar: beside.text }) }) };
}

/** What the author is asked, with the line to write: the table as he wrote it where that finds it. */
function questionOf({ file, work, question }: Fate, { quoteIdentifier, quoteName }: PlanDialect): Plan['questions'] {
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
