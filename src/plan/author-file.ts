import type { Span } from '../text/span.ts';
import { editsOf, type Replacement } from './edits.ts';
import { type Fate, stays } from './fate.ts';
import { comment, inFile } from './files.ts';
import type { FurtherFiles } from './further-files.ts';
import { lockTimeoutAt } from './lock-timeout.ts';
import type { RecipeStep } from './recipe.ts';
import type { Edit } from './stage.ts';
import { optOutOf, type Tool } from './tool.ts';
import type { PlannableFile, PlannableStatement, PlannableUnit } from './unit.ts';

/**
 * The edits that make an author's file the first stage.
 * @param fates of this file's works, in order
 * @param further the files that follow, by the labels that `lockstep: stage` gives them
 */
export function authorEdits(
  file: PlannableFile,
  fates: readonly Fate[],
  plan: string,
  further: FurtherFiles,
  { tool, dialect }: PlannableUnit,
): readonly Edit[] {
  const { text, path } = file.migration;
  const optOut = fates.some(isAlone) ? authorsOptOut(tool, file) : { directive: false };
  const byStatement = new Map<PlannableStatement, Fate[]>();
  for (const fate of fates) {
    const own = byStatement.get(fate.work.statement);
    if (own === undefined) byStatement.set(fate.work.statement, [fate]);
    else own.push(fate);
  }
  const statements = [...byStatement];
  const changed = statements.map(([statement, own]) =>
    rewrite(text, statement, own, plan, further, optOut.directive, {
      sql: (sql) => inFile(sql, dialect, tool.convention),
      comment: (line) => comment(line, tool.convention),
    }),
  );
  if (changed.every((each) => each === undefined)) return [];

  const timed = lockTimeoutAt(file, statements, dialect.lockTimeout);
  const indexes = new Map(statements.map(([statement], i) => [statement, i]));
  // What stays alone in its file does so only if all the rest goes.
  const together = statements.length > 1 && fates.some(isAlone) ? [0, statements.length - 1] : [];
  const replacements = statements.map(([{ statement }, own], i): Replacement => {
    const { fullSpan } = statement;
    const lines = changed[i] ?? (i === timed ? [text.slice(fullSpan.start, fullSpan.end)] : undefined);
    if (lines === undefined) return { span: fullSpan, with: [] };
    const { waivers } = (own[0] as Fate).work;
    // A waiver speaks for the statement below it: it goes where that goes, and nothing may come between.
    const moved = own.every((fate) => fate.moved && !fate.absorbed && !fate.work.action);
    const above = i === timed ? [dialect.lockTimeout.set, ...(moved ? [] : linesOf(waivers.text))] : [];
    const start = moved || i === timed ? waivers.start : fullSpan.start;
    const others = own.flatMap((fate) => fate.behind.flatMap((work) => indexes.get(work.statement) ?? []));
    return { span: { start, end: fullSpan.end }, lines: withAbove(lines, above), with: [...together, ...others] };
  });
  if (optOut.marker === undefined) return editsOf(path, text, replacements);
  // The tool's own line goes with the statements that need it.
  const { span, lines } = optOut.marker;
  const moved = replacements.map((each) => ({ ...each, with: each.with.map((index) => index + 1) }));
  return editsOf(path, text, [{ span, lines, with: moved.map((_, i) => i + 1) }, ...moved]);
}

/** How the author's file gets out of the tool's transaction, unless it is not in one. */
function authorsOptOut(
  tool: Tool,
  { migration }: PlannableFile,
): { readonly directive: boolean; readonly marker?: { readonly span: Span; readonly lines: readonly string[] } } {
  const { unwrapped } = tool.convention.writing;
  if (tool.convention.id !== 'plain' && (migration.transaction === 'single-query' || migration.transaction === 'per-statement'))
    return { directive: false };
  if (unwrapped.by !== 'marker') return { directive: optOutOf(tool, migration).directive };
  const marker = unwrapped.insert(migration.text);
  const text = `${migration.text.slice(0, marker.span.start)}${marker.lines.join('\n')}${migration.text.slice(marker.span.end)}`;
  return { directive: optOutOf(tool, { path: migration.path, text }).directive, marker };
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}

/** Runs outside a transaction in the author's own file. */
export function isAlone({ steps, work }: Fate): boolean {
  const [first] = steps;
  return first !== undefined && first.position === undefined && first.step.transaction === 'none' && !work.committedAlone;
}

/** The plan's directives come first, then the lock_timeout and the waivers, then the steps. */
function withAbove(lines: readonly string[], above: readonly string[]): readonly string[] {
  const directives = lines.findIndex((line) => !line.startsWith('-- lockstep:'));
  return [...lines.slice(0, directives), ...above, ...lines.slice(directives)];
}

/** What stands in the place of a statement; undefined where it stays. */
function rewrite(
  text: string,
  { statement }: PlannableStatement,
  fates: readonly Fate[],
  plan: string,
  further: FurtherFiles,
  directive: boolean,
  written: { sql(sql: string): string; comment(line: string): string },
): readonly string[] | undefined {
  if (fates.every(stays)) return undefined;
  const lines: string[] = [];
  if (fates[0]?.work.inBlock) lines.push(withoutStaged(text, statement.span, fates));
  for (let i = 0; i < fates.length; i++) {
    const fate = fates[i] as Fate;
    if (fate.absorbed) {
      const { leftOut } = fate;
      const why =
        leftOut === undefined
          ? 'moved down, into one transaction with what replaces it'
          : `left out, since \`${abridged(leftOut.by.sql.replace(/;$/, ''))}\` ${leftOut.how}`;
      lines.push(written.comment(`${why}: ${abridged(text.slice(fate.work.span.start, fate.work.span.end))}`));
      continue;
    }
    if (stays(fate) && fate.work.inBlock) continue;
    if (stays(fate)) {
      // Actions that stay, and stood together, stay together.
      let last = i;
      while (last + 1 < fates.length && stays(fates[last + 1] as Fate) && follows(fates, last)) last++;
      const head = text.slice(statement.span.start, Math.min(...fates.map((each) => each.work.span.start)));
      lines.push(`${head}${text.slice(fate.work.span.start, (fates[last] as Fate).work.span.end)};`);
      i = last;
      continue;
    }
    const inPlace = fate.steps.filter((each) => each.position === undefined);
    for (const { step } of inPlace.filter(({ step }) => !inTheBlock(fate, step)))
      lines.push(written.comment(step.why), written.sql(step.sql));
    const [first] = fate.steps;
    if (inPlace.length === 0 && first !== undefined)
      lines.push(
        written.comment(
          `moved to stage ${further.label(first)} of plan ${plan}: ${abridged(text.slice(fate.work.span.start, fate.work.span.end))}`,
        ),
      );
  }
  const placed = fates.flatMap((fate) => fate.steps);
  const pending = further.labels(placed);
  const directives = [
    ...(pending.length > 0 ? [`-- lockstep: pending ${plan} ${pending.join(', ')}`] : []),
    ...(directive && fates.some(isAlone) ? ['-- lockstep: no-transaction'] : []),
  ];
  const author = text.slice(statement.span.start, statement.span.end);
  const asItWas = fates.length === 1 && placed.length === 1 && directives.length === 0 && placed[0]?.step.sql === `${author};`;
  return asItWas ? undefined : [...directives, ...lines];
}

/** Whether the next action is the next in the author's text, too: ALTER TABLE has an order of its own. */
function follows(fates: readonly Fate[], index: number): boolean {
  const [{ end }, { start }] = [fates[index] as Fate, fates[index + 1] as Fate].map((each) => each.work.span) as [Span, Span];
  return end <= start && !fates.some(({ work: { span } }) => span.start >= end && span.end <= start);
}

/** Whether a step stands in the author's DO block, under its guards, in the place of what it stages. */
function inTheBlock({ work }: Fate, step: RecipeStep): boolean {
  return work.inBlock && step.transaction === 'shared' && step.stage === 'expand';
}

/** A DO block with its staged statements exchanged for what takes their place there, or for nothing. */
function withoutStaged(text: string, { start, end }: Span, fates: readonly Fate[]): string {
  let result = '';
  let at = start;
  for (const fate of fates) {
    if (stays(fate)) continue;
    const { span } = fate.work;
    const own = fate.steps.filter(({ step, position }) => position === undefined && inTheBlock(fate, step)).map(({ step }) => step.sql);
    result += text.slice(at, span.start) + (own.length === 0 ? 'NULL' : own.join(' ').replace(/;$/, ''));
    at = span.end;
  }
  return `${result}${text.slice(at, end)};`;
}

/** The author's statement in one short line, for a comment. */
function abridged(sql: string): string {
  const line = sql.replace(/\s+/g, ' ');
  return line.length <= 100 ? line : `${line.slice(0, 99)}…`;
}
