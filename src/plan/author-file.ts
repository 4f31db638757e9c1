import { type LockMode, lockModes } from '../engine/effect.ts';
import { keyOf } from '../operation/name.ts';
import { isNew } from '../schema/schema.ts';
import type { Span } from '../text/span.ts';
import { editsOf, type Replacement } from './edits.ts';
import { setLockTimeout } from './files.ts';
import type { FurtherFiles } from './further-files.ts';
import type { Fate } from './schedule.ts';
import type { Edit } from './stage.ts';
import type { PlannableFile, PlannableStatement } from './unit.ts';
import { type Work, waiversAbove } from './work.ts';

/**
 * The edits that make an author's file the first stage.
 * @param fates of this file's works, in order
 * @param further the files that follow, by the labels that `lockstep: stage` gives them
 */
export function authorEdits(file: PlannableFile, fates: readonly Fate[], plan: string, further: FurtherFiles): readonly Edit[] {
  const { text, path } = file.migration;
  const byStatement = new Map<PlannableStatement, Fate[]>();
  for (const fate of fates) byStatement.set(fate.work.statement, [...(byStatement.get(fate.work.statement) ?? []), fate]);
  const statements = [...byStatement.entries()];
  const changed = statements.map(([statement, own]) => rewrite(text, statement, own, plan, further));
  if (changed.every((each) => each === undefined)) return [];

  const timed = lockTimeoutAt(file, statements);
  const indexOf = (work: Work): number => statements.findIndex(([statement]) => statement === work.statement);
  const leftAlone =
    statements.length > 1 &&
    fates.some((fate) => fate.steps[0]?.position === undefined && fate.steps[0]?.step.transaction === 'none' && !fate.work.committedAlone);
  const replacements = statements.map(([statement, own], i): Replacement => {
    const lines = changed[i];
    const { span, fullSpan } = statement.statement;
    const waivers = waiversAbove(file, span.start);
    // A waiver speaks for the statement below it: it goes where that goes, and nothing may come between.
    const moved = own.every((fate) => fate.moved && !fate.absorbed);
    const above = i === timed && !moved ? waivers.text : '';
    const timeout = i === timed ? [setLockTimeout] : [];
    const kept =
      above === ''
        ? []
        : above
            .trimEnd()
            .split(/\r?\n/)
            .map((line) => line.trimStart());
    const written = lines ?? (i === timed ? [text.slice(fullSpan.start, fullSpan.end)] : undefined);
    const others = leftAlone
      ? statements.map((_, index) => index)
      : own.flatMap((fate) => fate.behind.map(indexOf)).filter((index) => index >= 0);
    const start = written !== undefined && (moved || above !== '') ? waivers.start : fullSpan.start;
    return { span: { start, end: fullSpan.end }, ...(written && { lines: withTimeout(written, [...timeout, ...kept]) }), with: others };
  });
  return editsOf(path, text, replacements);
}

/** The directives come first, then the lock_timeout, then the steps. */
function withTimeout(lines: readonly string[], timeout: readonly string[]): readonly string[] {
  const directives = lines.findIndex((line) => !line.startsWith('-- lockstep:'));
  return [...lines.slice(0, Math.max(directives, 0)), ...timeout, ...lines.slice(Math.max(directives, 0))];
}

/** What stands in the place of a statement; undefined where it stays. */
function rewrite(
  text: string,
  { statement }: PlannableStatement,
  fates: readonly Fate[],
  plan: string,
  further: FurtherFiles,
): readonly string[] | undefined {
  if (fates.every(stays)) return undefined;
  const lines: string[] = [];
  for (let i = 0; i < fates.length; i++) {
    const fate = fates[i] as Fate;
    if (fate.absorbed) {
      lines.push(`-- moved down, into one transaction with what replaces it: ${abridged(text, fate.work.span)}`);
      continue;
    }
    if (stays(fate)) {
      // Actions that stay, and stood together, stay together.
      let last = i;
      while (last + 1 < fates.length && stays(fates[last + 1] as Fate)) last++;
      const head = text.slice(statement.span.start, (fates[0] as Fate).work.span.start);
      lines.push(`${head}${text.slice(fate.work.span.start, (fates[last] as Fate).work.span.end)};`);
      i = last;
      continue;
    }
    const inPlace = fate.steps.filter((each) => each.position === undefined);
    for (const { step } of inPlace) lines.push(`-- ${step.why}`, step.sql);
    const [first] = fate.steps;
    if (inPlace.length === 0 && first !== undefined)
      lines.push(`-- moved to stage ${further.label(first)} of plan ${plan}: ${abridged(text, fate.work.span)}`);
  }
  const placed = fates.flatMap((fate) => fate.steps);
  const own = new Set(placed.filter((each) => each.position !== undefined).map(further.label));
  const pending = further.labels.filter((label) => own.has(label));
  const unwrapped = placed.some(
    (each) => each.position === undefined && each.step.transaction === 'none' && !fates[0]?.work.committedAlone,
  );
  const directives = [
    ...(pending.length > 0 ? [`-- lockstep: pending ${plan} ${pending.join(', ')}`] : []),
    ...(unwrapped ? ['-- lockstep: no-transaction'] : []),
  ];
  const author = text.slice(statement.span.start, statement.span.end);
  const asItWas = fates.length === 1 && placed.length === 1 && directives.length === 0 && placed[0]?.step.sql === `${author};`;
  return asItWas ? undefined : [...directives, ...lines];
}

function stays(fate: Fate): boolean {
  return fate.steps.length === 0 && !fate.absorbed;
}

/** The author's statement in one short line, for a comment. */
function abridged(text: string, span: Span): string {
  const line = text.slice(span.start, span.end).replace(/\s+/g, ' ');
  return line.length <= 100 ? line : `${line.slice(0, 99)}…`;
}

/**
 * The statement before which a lock_timeout is missing: the first that others queue behind, from where a finding says that nothing sets it; or the first
 * whose steps queue where the author's own statement did not.
 */
function lockTimeoutAt(file: PlannableFile, statements: readonly (readonly [PlannableStatement, readonly Fate[]])[]): number {
  const missing = statements.findIndex(([{ operations }]) =>
    operations.some(({ findings }) => findings.some(({ rule }) => rule === 'missing-lock-timeout')),
  );
  const unheard = statements.findIndex(([statement, fates]) => fates.some(queuesInPlace) && !locks(statement) && !setsLockTimeout(file));
  if (missing < 0) return unheard;
  return statements.findIndex(
    ([statement, fates], i) => i === unheard || (i >= missing && (fates.some(queuesInPlace) || (fates.some(stays) && locks(statement)))),
  );
}

function setsLockTimeout(file: PlannableFile): boolean {
  return file.statements.some(({ operations }) =>
    operations.some(({ operation }) => operation.kind === 'set-variable' && operation.name === 'lock_timeout'),
  );
}

function queuesInPlace(fate: Fate): boolean {
  return fate.steps.some(({ step, position }) => position === undefined && step.queues !== false);
}

const strong: ReadonlySet<LockMode | null> = new Set(lockModes.slice(lockModes.indexOf('ShareLock')));

function locks({ effects, operations }: PlannableStatement): boolean {
  const before = operations[0]?.before;
  return effects.some(
    (effect) => strong.has(effect.lock) && !(before !== undefined && isNew(before, before.tables.get(keyOf(effect.table)))),
  );
}
