import { keyOf, type ResolvedName } from '../operation/name.ts';
import type { Operation } from '../operation/operation.ts';
import { apply } from '../schema/apply.ts';
import { indexOf, resolve, type Schema } from '../schema/schema.ts';
import type { Span } from '../text/span.ts';
import type { RecipeResult, RecipeStep } from './recipe.ts';
import { stageNames } from './stage.ts';
import { canWait, columnsOf, namedIn, needs, provides, thing } from './things.ts';
import { unitsOf, type Work } from './work.ts';
import type { PlannableFile, PlannableOperation, PlannableUnit } from './unit.ts';

/** Where a step goes beyond the author's files: its stage, and how many transactions of that stage come before it. */
export interface Position {
  readonly stage: number;
  readonly level: number;
}

export interface PlacedStep {
  readonly step: RecipeStep;
  /** Absent: in the author's file, in the place of what it stages. */
  readonly position?: Position;
  /** The table it works on: steps on different tables share no transaction. */
  readonly table: string;
  readonly path: string;
  /** What it stages or moves, in the author's file. */
  readonly span: Span;
}

/** What becomes of one piece of work. */
export interface Fate {
  readonly file: PlannableFile;
  readonly work: Work;
  /** Empty: it stays as the author wrote it. */
  readonly steps: readonly PlacedStep[];
  /** The author's own SQL, put off. */
  readonly moved: boolean;
  /** Works of the same unit that it had to be put behind. */
  readonly behind: readonly Work[];
  readonly question?: Extract<RecipeResult, { question: unknown }>['question'];
  readonly impossible?: string;
}

interface Arrival {
  readonly position: Position;
  readonly step: RecipeStep;
  readonly table: string;
  readonly work: Work;
}

export type Stage = (file: PlannableFile, work: Work, operation: PlannableOperation) => RecipeResult;

/**
 * Decides for every statement of the unit where its steps go, in the order that the author gave them. What a staged operation brings
 * later than written, others wait for; what may not wait (a rename, a change of rows) makes that operation stay unstaged, with the reason.
 */
export function schedule(unit: PlannableUnit, stage: Stage): readonly Fate[] {
  const refused = new Map<Work, string>();
  const works = unit.files.map((file) => ({ file, works: unitsOf(file) }));
  const kept = new Set<Work>();
  for (;;) {
    const outcome = attempt(works, stage, refused, kept);
    if ('fates' in outcome) {
      const emptied = works.map(({ file, works: own }) => emptiedBy(file, own, outcome.fates)).find((each) => each !== undefined && !kept.has(each));
      if (emptied === undefined) return outcome.fates;
      kept.add(emptied);
    } else for (const work of outcome.refuse) refused.set(work, outcome.reason);
  }
}

type Attempt = { readonly fates: readonly Fate[] } | { readonly refuse: readonly Work[]; readonly reason: string };

function attempt(
  files: readonly { readonly file: PlannableFile; readonly works: readonly Work[] }[],
  stage: Stage,
  refused: ReadonlyMap<Work, string>,
  kept: ReadonlySet<Work>,
): Attempt {
  const arrivals = new Map<string, Arrival>();
  const fates: Fate[] = [];
  for (const { file, works } of files) {
    for (const work of works) {
      const keys = work.operations.flatMap((each) => [...needs(each.operation, each.before), ...(each.operation.kind === 'other' ? namedIn(work.sql, arrivals.keys()) : [])]);
      const hits = [...new Set(keys)].flatMap((key) => arrivals.get(key) ?? []);
      const results = refused.has(work) ? [{ impossible: refused.get(work) ?? '' }] : work.operations.map((each) => (each.findings.length > 0 ? stage(file, work, each) : undefined));
      const staged = combine(results);
      const [first] = staged.steps;
      const behind = [...new Set(hits.map((each) => each.work))];
      if (first === undefined && hits.length === 0) {
        fates.push({ file, work, steps: [], moved: false, behind, ...staged.open });
        continue;
      }
      const steps = first === undefined ? [asWritten(work)] : staged.steps;
      const table = tableKey(work);
      const start = hits.reduce<Position | undefined>((latest, hit) => later(latest, behindOf(hit, steps[0] as RecipeStep, table)), undefined);
      if (start !== undefined && start.stage > 0 && !work.operations.every((each) => canWait(each.operation)))
        return { refuse: behind, reason: `the statement on line ${work.line} of ${file.migration.path} builds on it or renames what its later stages work on, and cannot wait for them: put that statement into a later migration` };
      const placed = layOut(steps, start, work, works.length === 1 || kept.has(work)).map(
        (each): PlacedStep => ({ ...each, table, path: file.migration.path, span: work.span }),
      );
      for (const each of placed) announce(each, work, arrivals, placed);
      fates.push({ file, work, steps: placed, moved: first === undefined, behind, ...staged.open });
    }
  }
  return { fates };
}

/** The results of the operations that cannot be parted: all are staged, or none. */
function combine(results: readonly RecipeResult[]): { readonly steps: readonly RecipeStep[]; readonly open: Pick<Fate, 'question' | 'impossible'> } {
  const open = results.find((each) => each !== undefined && !('steps' in each));
  if (open !== undefined) return { steps: [], open: open as Pick<Fate, 'question' | 'impossible'> };
  const staged = results.filter((each) => each !== undefined && 'steps' in each);
  if (staged.length > 0 && staged.length < results.length)
    return { steps: [], open: { impossible: 'the statement does several things at once, and not all of them are staged: write one statement for each' } };
  return { steps: staged.flatMap((each) => each.steps), open: {} };
}

/** The author's own SQL as a step. */
function asWritten(work: Work): RecipeStep {
  const concurrently = work.operations.some(({ operation }) => 'concurrently' in operation && operation.concurrently);
  return {
    stage: 'expand',
    after: 'transaction',
    sql: work.sql,
    transaction: concurrently ? 'none' : 'shared',
    rollback: '-- as the author undoes it',
    why: 'as written; it needs what comes before',
  };
}

/**
 * Puts the steps of one operation in order into stages and transactions.
 * In the author's file stay the steps that may run there: those that share its transaction, or all that needs no backfill or deploy
 * before it where every statement is committed on its own.
 */
function layOut(
  steps: readonly RecipeStep[],
  start: Position | undefined,
  work: Work,
  alone: boolean,
): readonly { readonly step: RecipeStep; readonly position?: Position }[] {
  let at: Position | undefined = start;
  let previous: RecipeStep | undefined;
  return steps.map((step, i) => {
    const stage = stageNames.indexOf(step.stage);
    const cut = previous !== undefined && ends(previous, step);
    if (at === undefined && (!staysInPlace(step, i, work, alone) || (cut && !work.committedAlone))) at = { stage, level: stage === 0 ? 1 : 0 };
    else if (at !== undefined && stage > at.stage) at = { stage, level: 0 };
    else if (at !== undefined && cut) at = { stage: at.stage, level: at.level + 1 };
    previous = step;
    return at === undefined ? { step } : { step, position: at };
  });
}

function staysInPlace(step: RecipeStep, index: number, work: Work, alone: boolean): boolean {
  const soon = step.after === 'none' || step.after === 'transaction';
  if (work.committedAlone) return soon && (step.stage === 'expand' || step.stage === 'enforce');
  return step.stage === 'expand' && (step.transaction === 'shared' || (alone && index === 0 && step.transaction === 'none'));
}

/** Whether the transaction of one step has to end before the next. */
function ends(previous: RecipeStep, step: RecipeStep): boolean {
  return previous.transaction !== step.transaction || step.transaction === 'none' || (step.transaction === 'own' && step.after === 'transaction');
}

/** The first position at which something that stands on an arrival may come. */
function behindOf(arrival: Arrival, step: RecipeStep, table: string): Position {
  const { stage, level } = arrival.position;
  if (stageNames[stage] === 'backfill') return { stage: stage + 1, level: 0 };
  return arrival.table === table && !ends(arrival.step, step) ? arrival.position : { stage, level: level + 1 };
}

function later(a: Position | undefined, b: Position): Position {
  return a === undefined || b.stage > a.stage || (b.stage === a.stage && b.level > a.level) ? b : a;
}

/** Tells what arrives with a step that is not in place. */
function announce(placed: PlacedStep, work: Work, arrivals: Map<string, Arrival>, all: readonly PlacedStep[]): void {
  const { position, step, table } = placed;
  if (position === undefined) return;
  const last = all.filter((each) => each.step.stage !== 'contract').at(-1) === placed;
  for (const { operation, before } of work.operations) {
    const keys: string[] = [];
    const name = tableOf(operation, before);
    if (name !== undefined) {
      const columns = columnsOf(operation, before);
      keys.push(thing.table(name), ...columns.map((column) => thing.column(name, column)));
      if (step.stage === 'backfill') keys.push(thing.data(name), ...columns.map((column) => thing.rows(name, column)));
      if (step.stage === 'contract') keys.push(...columns.map((column) => thing.default(name, column)));
    }
    if (last) keys.push(...provides(operation, before, apply(before, operation)));
    for (const key of keys) {
      const known = arrivals.get(key);
      if (known === undefined || later(known.position, position) === position) arrivals.set(key, { position, step, table, work });
    }
  }
}

function tableOf(operation: Operation, before: Schema): ResolvedName | undefined {
  if ('table' in operation && operation.table !== undefined) return resolve(before, operation.table);
  if (operation.kind === 'drop-index' || operation.kind === 'attach-index' || operation.kind === 'rename-index') return indexOf(before, operation.index)?.table.name;
  return operation.kind === 'reindex' && operation.name !== undefined && operation.target === 'table' ? resolve(before, operation.name) : undefined;
}

function tableKey(work: Work): string {
  const [first] = work.operations;
  const name = first && tableOf(first.operation, first.before);
  return name === undefined ? work.sql : keyOf(name);
}

/** The first work of a file that would be left without a statement, if it may stay there alone. */
function emptiedBy(file: PlannableFile, works: readonly Work[], fates: readonly Fate[]): Work | undefined {
  const own = fates.filter((each) => each.file === file);
  if (works.length < 2 || own.some((each) => each.steps.length === 0 || each.steps.some((placed) => placed.position === undefined))) return undefined;
  const [first] = own;
  return first?.behind.length === 0 && first.steps[0]?.step.transaction === 'none' ? first.work : undefined;
}
