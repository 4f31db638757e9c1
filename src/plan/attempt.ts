import { keyOf, type QualifiedName } from '../operation/name.ts';
import type { Operation } from '../operation/operation.ts';
import { resolve } from '../schema/schema.ts';
import { quoteIdentifier, quoteName } from '../sql/postgres/quote.ts';
import type { Around } from './around.ts';

import { type Arrival, type Arrivals, arrivals, behind, tableKey } from './arrivals.ts';
import { canWait } from './can-wait.ts';
import type { Fate, PlacedStep } from './fate.ts';
import { firstOf, fitting, isLater, layOut, type Position, roundOf } from './lay-out.ts';
import { locked, stronglyLocked } from './locked.ts';
import { isOfRows, namesIn, tablesOf } from './needs.ts';
import type { Differs, RecipeResult, RecipeStep } from './recipe.ts';
import { waived } from './recipes/postgres/waiver.ts';
import { droppedBy, replacements } from './replacement.ts';
import type { PlannableFile, PlannableOperation } from './unit.ts';
import type { Work } from './work.ts';

/**
 * Asks for the steps of an operation.
 * @param replaced a constraint that the unit drops, but that stays until this one takes its place
 * @param around what the author does around a change of type
 */
export type Stage = (
  file: PlannableFile,
  work: Work,
  operation: PlannableOperation,
  replaced: string | undefined,
  around: Around | undefined,
) => RecipeResult;

/** The works of a unit, and what stays the same in every round. */
export interface Given {
  readonly files: readonly { readonly file: PlannableFile; readonly works: readonly Work[] }[];
  /** Those of all files, in order. */
  readonly works: readonly Work[];
  readonly arounds: ReadonlyMap<Work, Around>;
  /** The steps of a whole work. */
  ask(work: Work, replaced?: string): Answer;
}

/** What earlier rounds have found out. */
export interface Decided {
  /** Not staged, with the reason. */
  readonly refused: Map<Work, string>;
  /** Stays in its file as the only statement. */
  readonly kept: Set<Work>;
  /** Does not take the place of what is dropped before it. */
  readonly apart: Set<Work>;
  /** Comes in this round at the earliest: the new code needs it at its deploy, and it stands on what the deploy of the round before brings. */
  readonly deferred: Map<Work, number>;
  /** Statements about rows that read what a round takes away, and come right before it: until then running code goes on writing there. */
  readonly held: Set<Work>;
}

/** One round: the fates, which hold if nothing was refused or parted. */
export interface Attempt {
  readonly fates: readonly Fate[];
  readonly refused: ReadonlyMap<Work, string>;
  readonly apart: ReadonlySet<Work>;
  readonly deferred: ReadonlyMap<Work, number>;
  readonly held: ReadonlySet<Work>;
}

/** More rounds than these nobody should follow. */
const mostRounds = 3;

export function attempt(given: Given, decided: Decided, searchPath: readonly string[]): Attempt {
  const late = arrivals();
  const fates: Fate[] = [];
  const refused = new Map<Work, string>();
  const apart = new Set<Work>();
  /** The staged works that a work waits for in the end: itself if it is staged, else what it was put behind. */
  const roots = new Map<Work, readonly Work[]>();
  const ask = (work: Work, replaced?: Work): Answer => {
    const reason = decided.refused.get(work);
    return reason === undefined ? given.ask(work, droppedBy(replaced)) : { steps: [], open: { impossible: reason } };
  };
  const replacing = replacements(given.works, (work) => !decided.apart.has(work) && ask(work).steps.length > 0);
  const taken = new Map<Work, readonly Work[]>();
  for (const [work, { works }] of given.arounds) if (ask(work).steps.length > 0) taken.set(work, works);
  const absorbed = new Set([...replacing.values(), ...[...taken.values()].flat()]);

  for (const { file, works } of given.files) {
    const tables = locked(file, given.works);
    for (const work of works) {
      if (absorbed.has(work)) {
        fates.push({ file, work, steps: [], moved: true, absorbed: true, behind: [] });
        continue;
      }
      const replaced = replacing.get(work);
      const { steps: own, open, differs } = answerOf(work, late, () => ask(work, replaced));
      if (own.length === 0 && replaced !== undefined) apart.add(work);
      const moved = own.length === 0;
      const gate = late.gate(work);
      const hits = [...late.hits(work), ...(moved ? (gate?.hits ?? []) : [])];
      const held = decided.held.has(work);
      if (moved && hits.length === 0 && !held) {
        tables.stays(work);
        fates.push({ file, work, steps: [], moved: false, behind: [], ...open });
        continue;
      }
      const steps = moved ? [asWritten(work)] : replaced === undefined ? own : [...own.slice(0, -1), asWritten(replaced), ...own.slice(-1)];
      const causes = [...new Set([...hits, ...(gate?.hits ?? [])].map((each) => each.work))];
      const first = steps[0] as RecipeStep;
      const found = startBehind(hits, first, tableKey(work)) ?? (held ? undefined : tables.startOf(work, steps));
      const start = atLeast(found, held ? contract : undefined, firstOf(decided.deferred.get(work) ?? 0), first);
      const stuck =
        stuckBecause(work, file, moved, start, searchPath) ?? (late.isOpen(work) || open.question ? unanswered(work, file) : undefined);
      if (stuck !== undefined) {
        for (const cause of causes.flatMap((each) => roots.get(each) ?? [])) refused.set(cause, stuck);
        tables.stays(work);
        fates.push({ file, work, steps: [], moved: false, behind: [], ...open });
        continue;
      }
      roots.set(work, moved ? causes.flatMap((each) => roots.get(each) ?? []) : [work]);
      const opened = gate && startBehind(gate.hits, steps.find((each) => each.stage === gate.from) ?? first, tableKey(work));
      const through = !moved && gate && opened && { from: gate.from, at: opened };
      const placed = place(steps, start, work, file, works.length === 1 || decided.kept.has(work), through || undefined);
      for (const each of [work, ...(taken.get(work) ?? [])]) announce(late, each, placed, decided.kept.has(work));
      fates.push({
        file,
        work,
        steps: placed,
        moved,
        behind: [...causes, ...(replaced ? [replaced] : []), ...(taken.get(work) ?? [])],
        ...open,
        ...(differs !== undefined && !moved && { differs }),
      });
    }
  }
  const deferred = tooLate(fates, decided);
  return { fates, refused, apart, deferred, held: outrun(fates, decided) };
}

/** What the new code needs at its deploy, and comes behind one: each with the round in which it comes before the next. */
function tooLate(fates: readonly Fate[], { held }: Decided): ReadonlyMap<Work, number> {
  const placed = fates.flatMap((fate) => fate.steps);
  const deploys = new Map<number, number>();
  for (const { step, position } of placed) {
    const stage = position?.stage ?? 0;
    const round = roundOf(stage);
    if (step.after === 'deploy') deploys.set(round, Math.min(stage, deploys.get(round) ?? stage));
  }
  const late = new Map<Work, number>();
  for (const { work, steps, behind: causes } of fates) {
    const stage = steps[0]?.position?.stage ?? 0;
    const deploy = deploys.get(roundOf(stage));
    if (
      causes.length > 0 &&
      !held.has(work) &&
      deploy !== undefined &&
      stage >= deploy &&
      !work.operations.every((each) => canWait(each.operation))
    )
      late.set(work, roundOf(stage) + 1);
  }
  return late;
}

/** The last stage of the first round. */
const contract: Position = { stage: firstOf(1) - 1, level: 0 };

/** A position, if need be moved on to another, and to a stage. */
function atLeast(position: Position | undefined, other: Position | undefined, stage: number, step: RecipeStep): Position | undefined {
  const later = other !== undefined && isLater(other, position) ? other : position;
  return later === undefined || later.stage >= stage ? later : { stage, level: fitting(step, 0) };
}

/**
 * Statements that copy what a plan of several rounds takes away in the first. In the author's order nobody writes between the copy and the end of the old; staged, running
 * code does, until the deploy of the code that uses neither.
 */
function outrun(fates: readonly Fate[], { deferred, held }: Decided): ReadonlySet<Work> {
  const found = new Set<Work>();
  if (deferred.size === 0) return found;
  /** Statements about rows so far, by the tables that they read or write. */
  const earlier = new Map<string, Work[]>();
  for (const { work, steps } of fates) {
    const isTaken = steps.some(({ step, position }) => step.stage === 'contract' && position?.stage === contract.stage);
    for (const { operation, before } of work.operations) {
      if (isOfRows(operation))
        for (const table of new Set(tablesOf(operation).map((each) => keyOf(resolve(before, each)))))
          earlier.set(table, [...(earlier.get(table) ?? []), work]);
      const taken = isTaken ? takenBy(operation) : undefined;
      if (taken === undefined) continue;
      for (const each of earlier.get(keyOf(resolve(before, taken.table))) ?? [])
        if (!held.has(each) && !found.has(each) && (taken.column === undefined || namesIn(each.sql).includes(taken.column)))
          found.add(each);
    }
  }
  return found;
}

/** What an operation takes away under its name. */
function takenBy(operation: Operation): { readonly table: QualifiedName; readonly column?: string } | undefined {
  if (operation.kind === 'drop-column') return { table: operation.table, column: operation.column };
  return operation.kind === 'drop-table' || operation.kind === 'rename-table' ? { table: operation.table } : undefined;
}

/** What a work's operations come to together. */
export interface Answer {
  readonly steps: readonly RecipeStep[];
  readonly open: Pick<Fate, 'question' | 'impossible'>;
  readonly differs?: readonly Differs[];
}

const waitsToo = 'it builds on a column whose plan waits for your answer: once that is stated, this is staged with it';

function unanswered(work: Work, file: PlannableFile): string {
  return `the statement on line ${work.line} of ${file.migration.path} builds on it, and its plan waits for your answer: once that is stated, this is staged with it`;
}

/** A work that builds on what waits for an answer waits with it. */
function answerOf(work: Work, late: Arrivals, ask: () => Answer): Answer {
  const waits = late.isOpen(work);
  const isFound = work.operations.some((each) => each.findings.length > 0);
  const answer: Answer = waits ? { steps: [], open: isFound ? { impossible: waitsToo } : {} } : ask();
  if (waits || answer.open.question !== undefined) late.leaveOpen(work);
  return answer;
}

/** The results of operations that cannot be parted: all are staged, or none. */
export function combine(results: readonly RecipeResult[]): Answer {
  const open = results.find((each) => each !== undefined && !('steps' in each));
  if (open !== undefined) return { steps: [], open: open as Answer['open'] };
  const staged = results.filter((each) => each !== undefined && 'steps' in each);
  if (staged.length > 0 && staged.length < results.length)
    return {
      steps: [],
      open: { impossible: 'the statement does several things at once, and not all of them are staged: write one statement for each' },
    };
  const differs = staged.flatMap((each) => each.differs ?? []);
  return { steps: withoutRepeats(staged.flatMap((each) => each.steps)), open: {}, ...(differs.length > 0 && { differs }) };
}

/** `DROP TABLE a, b` is two operations, and each is staged by the one statement. */
function withoutRepeats(steps: readonly RecipeStep[]): readonly RecipeStep[] {
  return steps.filter((step, i) => steps.findIndex((each) => each.stage === step.stage && each.sql === step.sql) === i);
}

/** Renames of what the unit itself brings break no code, as long as they come in its own deployment. */
const renames: ReadonlySet<Operation['kind']> = new Set<Operation['kind']>(['rename-column', 'rename-table', 'rename-view']);

function text({ operations, action, waivers, sql }: Work): string {
  const [only] = operations;
  if (only !== undefined && only.findings.length === 0 && waivers.text === '' && renames.has(only.operation.kind))
    return waived(
      only.operation.kind === 'rename-column' ? 'rename-column' : 'rename-table',
      'the name came with this plan, and no running code uses it',
      sql,
    );
  return action ? sql : waivers.text + sql;
}

function undone({ operations: [only] }: Work): string {
  if (only?.operation.kind === 'rename-column') {
    const { table, column, to } = only.operation;
    return `ALTER TABLE ${quoteName(table)} RENAME COLUMN ${quoteIdentifier(to)} TO ${quoteIdentifier(column)};`;
  }
  if (only?.operation.kind === 'rename-table') {
    const { table, to } = only.operation;
    return `ALTER TABLE ${quoteName({ ...table, name: to })} RENAME TO ${quoteIdentifier(table.name)};`;
  }
  return "-- as the migration's own way down does";
}

/** The author's own SQL as a step, with the waivers that stand above it. */
function asWritten(work: Work): RecipeStep {
  const concurrently = work.operations.some(({ operation }) => 'concurrently' in operation && operation.concurrently);
  const also = work.operations.flatMap(stronglyLocked).find((each) => each !== tableKey(work));
  return {
    stage: 'expand',
    after: 'transaction',
    sql: text(work),
    transaction: concurrently ? 'none' : 'shared',
    ...(also !== undefined && { also }),
    rollback: undone(work),
    authors: true,
    why: 'as written, behind what it builds on',
  };
}

function startBehind(hits: readonly Arrival[], step: RecipeStep, table: string): Position | undefined {
  let start: Position | undefined;
  for (const hit of hits) {
    const position = behind(hit, step, table);
    if (isLater(position, start)) start = position;
  }
  return start;
}

/** Why a work cannot go where it would have to; undefined where it can. */
function stuckBecause(
  work: Work,
  file: PlannableFile,
  moved: boolean,
  start: Position | undefined,
  searchPath: readonly string[],
): string | undefined {
  const line = `the statement on line ${work.line} of ${file.migration.path}`;
  if (start !== undefined && roundOf(start.stage) >= mostRounds)
    return `${line} builds on it, and would come behind ${mostRounds} deploys: put that statement into a later migration`;
  if (moved && work.operations.some((each) => each.before.searchPath.join() !== searchPath.join()))
    return `${line} would have to come after it in a file of its own, where the search_path that its file sets does not hold: write its names with their schema`;
  return undefined;
}

function place(
  steps: readonly RecipeStep[],
  start: Position | undefined,
  work: Work,
  file: PlannableFile,
  alone: boolean,
  gate: Parameters<typeof layOut>[4],
): readonly PlacedStep[] {
  const about = { table: tableKey(work), path: file.migration.path, span: work.span };
  return layOut(steps, start, work, alone, gate).map((each): PlacedStep => ({ ...each, ...about }));
}

/** What stays alone in its file comes first in it: the rest of the file comes behind it all the same. */
function announce(late: Arrivals, work: Work, placed: readonly PlacedStep[], alone: boolean): void {
  const last = placed.filter((each) => each.step.stage !== 'contract').at(-1);
  for (const each of placed) {
    const position = each.position ?? (alone ? { stage: 0, level: 0 } : undefined);
    if (position !== undefined) late.announce(work, each.step, position, { first: each === placed[0], last: each === last });
  }
}
