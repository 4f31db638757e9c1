import type { Around } from './around.ts';
import { type Arrival, type Arrivals, arrivals, behind, tableKey } from './arrivals.ts';
import { asWritten } from './as-written.ts';
import { canWait } from './can-wait.ts';
import type { PlanDialect } from './dialect.ts';
import type { Fate, PlacedStep } from './fate.ts';
import { firstOf, isLater, layOut, type Position, roundOf } from './lay-out.ts';
import type { LeftOut } from './left-out.ts';
import { locked } from './locked.ts';
import { filledBefore } from './not-valid.ts';
import type { Differs, RecipeResult, RecipeStep, Replaced } from './recipe.ts';
import { droppedBy, replacements } from './replacement.ts';
import { atLeast, contract, enforceOf, mostRounds, outrun, tooLate } from './rounds.ts';
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
  replaced: Replaced | undefined,
  around: Around | undefined,
) => RecipeResult;

/** The works of a unit, and what stays the same in every round. */
export interface Given {
  readonly files: readonly { readonly file: PlannableFile; readonly works: readonly Work[] }[];
  /** Those of all files, in order. */
  readonly works: readonly Work[];
  readonly arounds: ReadonlyMap<Work, Around>;
  readonly leftOut: ReadonlyMap<Work, LeftOut>;
  /** By each change of type, the works behind it that take something off the column. */
  readonly relaxing: ReadonlyMap<Work, readonly Work[]>;
  /** Whether the tool can run steps from a file that holds nothing else. */
  runsAlone(file: PlannableFile, steps: readonly RecipeStep[]): boolean;
  readonly dialect: PlanDialect;
  readonly stillEmpty: ReadonlySet<Work>;
  /** The steps of a whole work. @param relaxing what comes before it, though it is written behind it */
  ask(work: Work, replaced?: Replaced, relaxing?: readonly Work[]): Answer;
}

/** What earlier rounds have found out. */
export interface Decided {
  /** Not staged, with the reason. */
  readonly refused: Map<Work, string>;
  /** Stays in its file as the only statement. */
  readonly kept: Set<Work>;
  /** Does not take the place of what is dropped before it; or cannot come before the change of type that it is written behind. */
  readonly apart: Set<Work>;
  /** Comes in this round at the earliest: the new code needs it at its deploy, and it stands on what the deploy of the round before brings. */
  readonly deferred: Map<Work, number>;
  /** Statements about rows that read what a round takes away, and come right before it: until then running code goes on writing there. */
  readonly held: Set<Work>;
  /** Nothing goes through the stages again any more: what cannot wait makes what it waits for stay unstaged. */
  oneRound: boolean;
}

/** One round: the fates, which hold if nothing was refused or parted. */
export interface Attempt {
  readonly fates: readonly Fate[];
  readonly refused: ReadonlyMap<Work, string>;
  readonly apart: ReadonlySet<Work>;
  readonly deferred: ReadonlyMap<Work, number>;
  readonly held: ReadonlySet<Work>;
}

export function attempt(given: Given, decided: Decided, searchPath: readonly string[]): Attempt {
  const late = arrivals();
  const fates: Fate[] = [];
  const refused = new Map<Work, string>();
  const apart = new Set<Work>();
  /** The staged works that a work waits for in the end: itself if it is staged, else what it was put behind. */
  const roots = new Map<Work, readonly Work[]>();
  const ask = (work: Work, replaced?: Work): Answer => {
    const reason = decided.refused.get(work);
    return reason === undefined
      ? given.ask(
          work,
          droppedBy(replaced),
          given.relaxing.get(work)?.filter((each) => !decided.apart.has(each)),
        )
      : { steps: [], open: { impossible: reason } };
  };
  // An index that its own steps do not put in the place of the old one is built where it stands, as before.
  const replacing = replacements(given.works, (work, drop) => {
    if (decided.apart.has(work)) return false;
    const isIndex = work.operations[0]?.operation.kind === 'create-index';
    return isIndex ? ask(work, drop).steps.some((each) => each.replaces) : ask(work).steps.length > 0;
  });
  const taken = new Map<Work, readonly Work[]>();
  for (const [work, { works }] of given.arounds) if (ask(work).steps.length > 0) taken.set(work, works);
  const absorbed = new Set([...replacing.values(), ...[...taken.values()].flat()]);

  const changes = changesBefore(given, decided);
  for (const { file, works } of given.files) {
    const tables = locked(file, given.works);
    for (const work of works) {
      const changed = changes.get(work) ?? [];
      if (absorbed.has(work)) {
        if (changed.length > 0) apart.add(work);
        fates.push({ file, work, steps: [], moved: true, absorbed: true, behind: [] });
        continue;
      }
      const left = given.leftOut.get(work);
      if (left !== undefined && (left.staged === undefined || ask(left.staged).steps.length > 0)) {
        fates.push({
          file,
          work,
          steps: [],
          moved: true,
          absorbed: true,
          leftOut: left,
          behind: left.how === 'takes it back' ? [] : [left.by],
        });
        continue;
      }
      const replaced = replacing.get(work);
      const { steps: own, open, differs } = answerOf(work, late, () => ask(work, replaced));
      if (own.length === 0 && replaced !== undefined) apart.add(work);
      const moved = own.length === 0;
      const gate = late.gate(work);
      const hits = [...late.hits(work, given.stillEmpty.has(work)), ...(moved ? (gate?.hits ?? []) : [])].filter(
        (hit) => !changed.includes(hit.work),
      );
      const held = decided.held.has(work);
      const filled = moved ? filledBefore(work, given.works, (each) => ask(each).steps) : [];
      if (moved && hits.length === 0 && !held && filled.length === 0) {
        tables.stays(work);
        fates.push({ file, work, steps: [], moved: false, behind: [], ...open });
        continue;
      }
      if (changed.length > 0) apart.add(work);
      const steps = moved
        ? [asWritten(work, given.dialect)]
        : replaced === undefined || own.some((each) => each.replaces)
          ? own
          : [...own.slice(0, -1), asWritten(replaced, given.dialect), ...own.slice(-1)];
      const causes = [...new Set([...hits, ...(gate?.hits ?? [])].map((each) => each.work).concat(filled))];
      const first = steps[0] as RecipeStep;
      const found = startBehind(hits, first, tableKey(work)) ?? (held ? undefined : tables.startOf(work, steps));
      const earliest = held
        ? contract
        : filled.length > 0
          ? enforceOf(Math.max(...filled.map((each) => decided.deferred.get(each) ?? 0)))
          : undefined;
      const start = atLeast(found, earliest, firstOf(decided.deferred.get(work) ?? 0), first);
      const stuck =
        stuckBecause(work, file, moved, start, searchPath, decided.oneRound, given.dialect) ??
        (late.isOpen(work) || open.question ? unanswered(work, file) : undefined);
      if (stuck !== undefined) {
        for (const cause of causes.flatMap((each) => roots.get(each) ?? [])) refused.set(cause, stuck);
        tables.stays(work);
        const isFound = work.operations.some(({ findings }) => findings.some(({ category }) => category !== 'operations'));
        const reason = isFound ? { impossible: standsOn(causes) } : {};
        fates.push({ file, work, steps: [], moved: false, behind: [], ...reason, ...open });
        continue;
      }
      roots.set(work, moved ? causes.flatMap((each) => roots.get(each) ?? []) : [work]);
      const opened = gate && startBehind(gate.hits, steps.find((each) => each.stage === gate.from) ?? first, tableKey(work));
      const through = !moved && gate && opened && { from: gate.from, at: opened };
      const alone = ((works.length === 1 && !work.inBlock) || decided.kept.has(work)) && given.runsAlone(file, steps);
      const placed = place(steps, start, work, file, alone, through || undefined);
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
  return {
    fates,
    refused,
    apart,
    deferred: tooLate(fates, decided.held),
    held: decided.deferred.size === 0 ? new Set() : outrun(fates, decided.held),
  };
}

/** The changes of type that a work comes before, though it is written behind them. */
function changesBefore({ relaxing }: Given, { apart }: Decided): ReadonlyMap<Work, readonly Work[]> {
  const changes = new Map<Work, readonly Work[]>();
  for (const [change, works] of relaxing)
    for (const work of works) if (!apart.has(work)) changes.set(work, [...(changes.get(work) ?? []), change]);
  return changes;
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

function standsOn(causes: readonly Work[]): string {
  const lines = causes.map((each) => each.line).sort((a, b) => a - b);
  const where = lines.length === 0 ? 'what comes before it' : `line ${[...new Set(lines)].join(', ')}`;
  return `it stands on ${where}, and could come only when that is done: put it into a later migration`;
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
  oneRound: boolean,
  { unqualified }: PlanDialect,
): string | undefined {
  const line = `the statement on line ${work.line} of ${file.migration.path}`;
  if (oneRound && start !== undefined && start.stage > 0 && !work.operations.every((each) => canWait(each.operation)))
    return `${line} builds on it, and cannot wait for its later stages: put that statement into a later migration`;
  if (start !== undefined && roundOf(start.stage) >= mostRounds)
    return `${line} builds on it, and would come behind ${mostRounds} deploys: put that statement into a later migration`;
  if (moved && work.operations.some((each) => each.before.searchPath.join() !== searchPath.join()))
    return `${line} would have to come after it in a file of its own, where ${unqualified.setting} does not hold: write its names with their ${unqualified.by}`;
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
