import { plain } from '../convention/index.ts';
import { placeOf } from '../convention/plain.ts';
import type { Fate, PlacedStep } from './fate.ts';
import { fileText, type Header, type Written } from './files.ts';
import { nameOf, roundOf } from './lay-out.ts';
import { programOf } from './program.ts';
import type { RecipeStep } from './recipe.ts';
import type { Boundary, PlanFile, Step } from './stage.ts';
import { byHandPath, optOutOf, runsUnwrapped } from './tool.ts';
import type { PlannableUnit } from './unit.ts';

/** The files of a plan that the author does not have yet. */
export interface FurtherFiles {
  /** How many stages there are, those without a file among them. */
  readonly stages: number;
  /** How many files there are. */
  readonly count: number;
  /** The names of those that the tool runs, without extension, in order. */
  readonly keys: readonly string[];
  /** Those of a stage, in order. */
  of(stage: number): readonly PlanFile[];
  /** What `lockstep: stage` calls the file that holds a step. */
  label(step: PlacedStep): string;
  /** The labels of steps, each once, in the order in which their files run. */
  labels(steps: readonly PlacedStep[]): readonly string[];
}

interface Group {
  readonly stage: number;
  readonly level: number;
  readonly alone: boolean;
  readonly steps: PlacedStep[];
}

/**
 * Puts the steps that have left the author's files into files: one a transaction, and one a table in it, so that nobody waits for two tables at once;
 * where every statement is committed on its own, one a stage.
 */
export function furtherFiles(unit: PlannableUnit, plan: string, fates: readonly Fate[]): FurtherFiles {
  const { tool, dialect } = unit;
  const perStatement =
    dialect.commitsImplicitly ||
    (tool.convention.id === 'plain'
      ? unit.files.every((file) => file.migration.transaction === 'per-statement')
      : tool.mode({ path: '', text: '' }) === 'per-statement');
  const groups = group(
    fates.flatMap((fate) => fate.steps),
    perStatement,
  );
  const labels = new Map<PlacedStep, string>();
  const sizes = new Map<number, number>();
  for (const { stage } of groups) sizes.set(stage, (sizes.get(stage) ?? 0) + 1);
  const counts = new Map<number, number>();
  const labelled = groups.map((each) => {
    const number = (counts.get(each.stage) ?? 0) + 1;
    counts.set(each.stage, number);
    const round = roundOf(each.stage);
    const name = `${round > 0 ? `round-${round + 1}-` : ''}${nameOf(each.stage)}`;
    const label = sizes.get(each.stage) === 1 ? name : `${name}-${number}`;
    for (const step of each.steps) labels.set(step, label);
    return { ...each, label };
  });
  const order = new Map(labelled.map((each, i) => [each.label, i]));
  const last = unit.files.at(-1)?.migration.path;
  const paths =
    last === undefined || labelled.length === 0
      ? undefined
      : unit.pathsAfter(
          last,
          labelled.map((each) => each.label),
        );
  const files = labelled.map((each, i): { readonly stage: number; readonly file: PlanFile } => {
    const steps = each.steps.map((placed) => placed.step);
    const first = labelled[i - 1]?.stage !== each.stage;
    const header = {
      plan,
      label: each.label,
      boundary: first ? boundaryOf(each.stage, fates) : 'none',
      unwrapped: each.alone && !perStatement,
      ...(roundOf(labelled[i - 1]?.stage ?? 0) < roundOf(each.stage)
        ? { round: 'first' as const }
        : roundOf(labelled.at(-1)?.stage ?? 0) > roundOf(each.stage) && { round: 'more' as const }),
    } as const;
    return { stage: each.stage, file: { ...written(unit, header, steps, paths?.[i]), steps: each.steps.map(stepOf) } };
  });
  return {
    stages: Math.max(0, ...groups.map((each) => each.stage)) + 1,
    count: files.length,
    keys: files.flatMap(({ file: { path, byHand } }) => (path === undefined || byHand !== undefined ? [] : [placeOf(path).key])),
    of: (stage) => files.filter((each) => each.stage === stage).map((each) => each.file),
    label: (step) => labels.get(step) ?? '',
    labels: (steps) =>
      [...new Set(steps.flatMap((step) => labels.get(step) ?? []))].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
  };
}

/** A file in the tool's own form, with what is written beside it. */
function written(
  { tool, dialect }: Pick<PlannableUnit, 'tool' | 'dialect'>,
  header: Omit<Header, 'notes'>,
  steps: readonly RecipeStep[],
  freePath: string | undefined,
): Omit<PlanFile, 'steps'> {
  const { convention } = tool;
  const { down, unwrapped, deploysTogether } = convention.writing;
  const byHand =
    header.unwrapped && unwrapped.by === 'none' && !steps.every((step) => runsUnwrapped(tool, step)) ? unwrapped.instead : undefined;
  const path = freePath !== undefined && header.unwrapped && unwrapped.by === 'name' ? unwrapped.path(freePath) : freePath;
  if (byHand !== undefined) {
    const notes = [`Run it by hand, with psql -f: ${byHand}.`];
    const { text } = fileText({ ...header, notes }, steps, plain, true, dialect);
    return { ...(path !== undefined && { path: byHandPath(path) }), text, byHand };
  }
  const notes = deploysTogether === undefined ? [] : [`In a deploy of its own: ${deploysTogether}.`];
  const downPath = path !== undefined && down?.in === 'file' ? down.path(path) : undefined;
  const text = (directive: boolean): Written =>
    fileText({ ...header, notes, path, like: tool.programs?.like, down: downPath }, steps, convention, directive, dialect);
  const tried = text(false);
  const optOut = header.unwrapped ? optOutOf(tool, { path: path ?? '', text: tried.text }) : undefined;
  const { text: whole, down: back } = optOut?.directive ? text(true) : tried;
  const beside = [
    ...(downPath !== undefined && back !== undefined ? [{ path: downPath, text: back }] : []),
    ...(path !== undefined && optOut?.beside ? [optOut.beside] : []),
  ];
  const program = programOf(tool, { path: path ?? tool.programs?.like.path ?? '', text: whole });
  const sections = program === undefined ? convention.parts?.(whole, tool.sql)?.up : undefined;
  return {
    ...(path !== undefined && { path }),
    text: whole,
    ...(beside.length > 0 && { beside }),
    ...(sections && { sections }),
    ...(program && { program }),
    transaction: tool.mode({ path: path ?? '', text: whole, ...(optOut?.beside && { sidecar: optOut.beside.text }) }),
  };
}

export function stepOf({ step, path, span }: PlacedStep): Step {
  return {
    sql: step.sql,
    transaction: step.transaction !== 'none',
    rollback: step.rollback,
    why: step.why,
    ...(step.authors && { authors: true }),
    answers: { path, span },
  };
}

/** Files in the order in which they run. */
function group(steps: readonly PlacedStep[], perStatement: boolean): readonly Group[] {
  const groups: Group[] = [];
  const byKey = new Map<string, Group>();
  const ordered = perStatement
    ? steps
        .filter((each) => each.position !== undefined)
        .map((each, i) => ({ each, i }))
        .sort((a, b) => (a.each.position?.level ?? 0) - (b.each.position?.level ?? 0) || a.i - b.i)
        .map(({ each }) => each)
    : steps;
  for (const placed of ordered) {
    const { position, step, table } = placed;
    if (position === undefined) continue;
    const alone = step.transaction === 'none';
    const key = perStatement
      ? String(position.stage)
      : [position.stage, position.level, step.transaction, alone ? groups.length : table].join('\t');
    const known = byKey.get(key);
    if (known !== undefined && (perStatement || shares(known, step))) known.steps.push(placed);
    else {
      const made = { stage: position.stage, level: perStatement ? 0 : position.level, alone, steps: [placed] };
      byKey.set(key, made);
      groups.push(made);
    }
  }
  return groups.sort((a, b) => a.stage - b.stage || a.level - b.level);
}

/** Whether a step locks no third table, and nothing behind what reads every row. */
function shares({ steps }: Group, { also, transaction, queues }: RecipeStep): boolean {
  return steps.every(
    ({ step }) =>
      (also === undefined || step.also === undefined || step.also === also) &&
      (transaction !== 'own' || (queues === false) === (step.queues === false)),
  );
}

/**
 * What has to be true before a stage: the strongest condition of its steps, and that a backfill before it has ended.
 * @param deploysTogether where all files of a deploy run in one transaction, another deploy is what ends it
 */
export function boundaryOf(stage: number, fates: readonly Fate[], deploysTogether?: string): Boundary {
  if (stage === 0) return 'none';
  const backfill = stage - 1;
  const order: readonly Boundary[] = ['none', 'transaction', 'backfill', 'deploy'];
  const placed = fates.flatMap((fate) => fate.steps);
  const own = placed.filter((each) => each.position?.stage === stage).map((each) => order.indexOf(each.step.after));
  const backfilled = nameOf(stage) === 'enforce' && placed.some((each) => each.position?.stage === backfill);
  const boundary = order[Math.max(...own, backfilled ? 2 : 1)] ?? 'transaction';
  return boundary === 'transaction' && deploysTogether !== undefined ? 'deploy' : boundary;
}
