import type { Span } from '../text/span.ts';
import { arrivals, behind, tableKey } from './arrivals.ts';
import { canWait } from './can-wait.ts';
import { isLater, layOut, type Position } from './lay-out.ts';
import type { RecipeResult, RecipeStep } from './recipe.ts';
import { droppedBy, replacements } from './replacement.ts';
import type { PlannableFile, PlannableOperation, PlannableUnit } from './unit.ts';
import { type Work, worksOf } from './work.ts';

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

/** What becomes of one work. */
export interface Fate {
  readonly file: PlannableFile;
  readonly work: Work;
  /** Empty: it stays as the author wrote it, unless it is absorbed. */
  readonly steps: readonly PlacedStep[];
  /** The author's own SQL, put off. */
  readonly moved: boolean;
  /** It is done in one transaction with what replaces it, and is a step of that. */
  readonly absorbed?: true;
  /** Works of the unit that it had to be put behind, or took in. */
  readonly behind: readonly Work[];
  readonly question?: Extract<RecipeResult, { question: unknown }>['question'];
  readonly impossible?: string;
}

/** Whether the author's file keeps it as it is. */
export function stays(fate: Fate): boolean {
  return fate.steps.length === 0 && !fate.absorbed;
}

/** Asks for the steps of an operation. `replaced`: a constraint that the unit drops, but that stays until this one takes its place. */
export type Stage = (file: PlannableFile, work: Work, operation: PlannableOperation, replaced?: string) => RecipeResult;

/**
 * Decides for every statement of the unit where its steps go, in the order that the author gave them. What a staged operation brings
 * later than written, others wait for; what may not wait (a rename, a change of rows) makes that operation stay unstaged, with the reason.
 */
export function schedule(unit: PlannableUnit, stage: Stage): readonly Fate[] {
  const decided: Decided = { refused: new Map(), kept: new Set(), apart: new Set() };
  const files = unit.files.map((file) => ({ file, works: worksOf(file) }));
  for (;;) {
    const outcome = attempt(files, stage, decided, unit.before.searchPath);
    if ('fates' in outcome) {
      const emptied = emptiedFiles(outcome.fates).filter((each) => !decided.kept.has(each));
      if (emptied.length === 0) return outcome.fates;
      for (const work of emptied) decided.kept.add(work);
    } else {
      // Each round decides at least one work for good: the loop ends.
      for (const work of outcome.refuse) decided.refused.set(work, outcome.reason);
      for (const work of outcome.apart) decided.apart.add(work);
    }
  }
}

/** What earlier rounds have found out. */
interface Decided {
  /** Not staged, with the reason. */
  readonly refused: Map<Work, string>;
  /** Stays in its file as the only statement. */
  readonly kept: Set<Work>;
  /** Does not take the place of what is dropped before it. */
  readonly apart: Set<Work>;
}

type Outcome =
  | { readonly fates: readonly Fate[] }
  | { readonly refuse: readonly Work[]; readonly reason: string; readonly apart: readonly Work[] };

function attempt(
  files: readonly { readonly file: PlannableFile; readonly works: readonly Work[] }[],
  stage: Stage,
  decided: Decided,
  searchPath: readonly string[],
): Outcome {
  const late = arrivals();
  const fates: Fate[] = [];
  const ask = (file: PlannableFile, work: Work, replaced?: Work): Answer => {
    const reason = decided.refused.get(work);
    if (reason !== undefined) return { steps: [], open: { impossible: reason } };
    return combine(work.operations.map((each) => (each.findings.length === 0 ? undefined : stage(file, work, each, droppedBy(replaced)))));
  };
  const fileOf = new Map(files.flatMap(({ file, works }) => works.map((work) => [work, file] as const)));
  const replacing = replacements(
    [...fileOf.keys()],
    (work) => !decided.apart.has(work) && ask(fileOf.get(work) as PlannableFile, work).steps.length > 0,
  );
  const absorbed = new Set(replacing.values());

  for (const { file, works } of files) {
    for (const work of works) {
      if (absorbed.has(work)) {
        fates.push({ file, work, steps: [], moved: true, absorbed: true, behind: [] });
        continue;
      }
      const replaced = replacing.get(work);
      const waits = late.isOpen(work);
      const answer = waits ? { steps: [], open: {} } : ask(file, work, replaced);
      if (waits || answer.open.question !== undefined) late.leaveOpen(work);
      if (answer.steps.length === 0 && replaced !== undefined) return { refuse: [], reason: '', apart: [work] };

      const hits = late.hits(work);
      if (answer.steps.length === 0 && hits.length === 0) {
        fates.push({ file, work, steps: [], moved: false, behind: [], ...answer.open });
        continue;
      }
      const moved = answer.steps.length === 0;
      const steps = moved
        ? [asWritten(work)]
        : replaced === undefined
          ? answer.steps
          : [...answer.steps.slice(0, -1), asWritten(replaced), ...answer.steps.slice(-1)];
      const table = tableKey(work);
      let start: Position | undefined;
      for (const hit of hits) {
        const position = behind(hit, steps[0] as RecipeStep, table);
        if (isLater(position, start)) start = position;
      }
      const causes = [...new Set(hits.map((each) => each.work))];
      const line = `the statement on line ${work.line} of ${file.migration.path}`;
      if (start !== undefined && start.stage > 0 && !work.operations.every((each) => canWait(each.operation)))
        return refuse(
          causes,
          `${line} builds on it or changes what its later stages work on, and cannot wait for them: put that statement into a later migration`,
        );
      if (moved && work.operations.some((each) => each.before.searchPath.join() !== searchPath.join()))
        return refuse(
          causes,
          `${line} would have to come after it in a file of its own, where the search_path that its file sets does not hold: write its names with their schema`,
        );
      const placed = layOut(steps, start, work, works.length === 1 || decided.kept.has(work)).map(
        (each): PlacedStep => ({ ...each, table, path: file.migration.path, span: work.span }),
      );
      const last = placed.filter((each) => each.step.stage !== 'contract').at(-1);
      for (const each of placed) {
        // What stays alone in its file comes first in it: the rest of the file comes behind it all the same.
        const position = each.position ?? (decided.kept.has(work) ? { stage: 0, level: 0 } : undefined);
        if (position !== undefined) late.announce(work, each.step, position, each === last);
      }
      fates.push({ file, work, steps: placed, moved, behind: replaced ? [...causes, replaced] : causes, ...answer.open });
    }
  }
  return { fates };
}

function refuse(works: readonly Work[], reason: string): Outcome {
  return { refuse: works, reason, apart: [] };
}

interface Answer {
  readonly steps: readonly RecipeStep[];
  readonly open: Pick<Fate, 'question' | 'impossible'>;
}

/** The results of operations that cannot be parted: all are staged, or none. */
function combine(results: readonly RecipeResult[]): Answer {
  const open = results.find((each) => each !== undefined && !('steps' in each));
  if (open !== undefined) return { steps: [], open: open as Answer['open'] };
  const staged = results.filter((each) => each !== undefined && 'steps' in each);
  if (staged.length > 0 && staged.length < results.length)
    return {
      steps: [],
      open: { impossible: 'the statement does several things at once, and not all of them are staged: write one statement for each' },
    };
  return { steps: staged.flatMap((each) => each.steps), open: {} };
}

/** The author's own SQL as a step, with the waivers that stand above it. */
function asWritten(work: Work): RecipeStep {
  const concurrently = work.operations.some(({ operation }) => 'concurrently' in operation && operation.concurrently);
  return {
    stage: 'expand',
    after: 'transaction',
    sql: work.action ? work.sql : work.waivers.text + work.sql,
    transaction: concurrently ? 'none' : 'shared',
    rollback: "-- as the migration's own way down does",
    why: 'as written, behind what it builds on',
  };
}

/** The first work of each file that would be left without a statement, where it may stay there alone. */
function emptiedFiles(fates: readonly Fate[]): readonly Work[] {
  const byFile = new Map<PlannableFile, Fate[]>();
  for (const fate of fates) {
    const own = byFile.get(fate.file);
    if (own === undefined) byFile.set(fate.file, [fate]);
    else own.push(fate);
  }
  return [...byFile.values()].flatMap((own) => {
    const leaves = (each: Fate): boolean => !stays(each) && each.steps.every((placed) => placed.position !== undefined);
    const [first] = own;
    return own.length > 1 &&
      first !== undefined &&
      own.every(leaves) &&
      first.behind.length === 0 &&
      first.steps[0]?.step.transaction === 'none'
      ? [first.work]
      : [];
  });
}
