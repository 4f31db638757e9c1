import type { Convention, FileContent, SourceFile, Writing } from '../convention/convention.ts';
import { body } from '../convention/write-sections.ts';
import type { PlanDialect } from './dialect.ts';
import type { RecipeStep } from './recipe.ts';
import type { Boundary } from './stage.ts';

const waits: Readonly<Record<Boundary, string | undefined>> = {
  none: undefined,
  transaction: undefined,
  backfill: '-- Run it when the backfill has ended.',
  deploy: '-- Run it when the new code runs everywhere.',
};

const waitsForNeither = '-- Run it when all running code uses neither what this takes away nor what the next round brings.';

/** What a further file is about. */
export interface Header {
  readonly plan: string;
  readonly label: string;
  readonly boundary: Boundary;
  /** It runs outside of a transaction; it then holds one statement only. */
  readonly unwrapped: boolean;
  /** Lines of comment behind its directives. */
  readonly notes: readonly string[];
  /** `first`: of a further round. `more`: another round follows. */
  readonly round?: 'first' | 'more';
  /** Where it goes. */
  readonly path?: string | undefined;
  /** The author's file, whose form it takes on. */
  readonly like?: SourceFile | undefined;
  /** Where the way back goes, where that is a file of its own. */
  readonly down?: string | undefined;
}

/** A file's text as the tool reads it, and the text of the way back where that is a file of its own. */
export interface Written {
  readonly text: string;
  readonly down?: string;
}

/**
 * The text of a further file of a plan: its directives, what has to be true before it, its steps each under its reason, and how to undo them.
 * @param directive it has to say itself that it runs outside of a transaction
 */
export function fileText(
  header: Header,
  steps: readonly RecipeStep[],
  convention: Convention,
  directive: boolean,
  dialect: PlanDialect,
): Written {
  const { writing } = convention;
  const head = [`-- lockstep: stage ${header.plan} ${header.label}`];
  if (directive) head.push('-- lockstep: no-transaction');
  const wait = header.boundary === 'deploy' && header.round === 'more' ? waitsForNeither : waits[header.boundary];
  if (header.round === 'first') head.push('-- The code that needs what comes from here on is deployed behind it.');
  if (wait !== undefined) head.push(wait);
  head.push(...header.notes.map((note) => comment(note, convention)));
  const timeout = !header.unwrapped && steps.some((step) => step.queues !== false) ? [dialect.lockTimeout.set] : [];
  const up = [...timeout, ...steps.map((step) => `${comment(step.why, convention)}\n${inFile(step.sql, dialect, convention)}`)];
  const form = {
    ...(header.path !== undefined && { path: header.path }),
    ...(header.like && { like: header.like }),
    ...(dialect.commitsImplicitly && { commitsImplicitly: true as const }),
  };
  const rollbacks = [...new Set([...steps].reverse().map((step) => step.rollback))];
  if (writing.down === undefined || (writing.down.in === 'file' && header.down === undefined)) {
    const undo = ['-- To undo:', ...rollbacks.flatMap(commented)].join('\n');
    const content = { name: header.label, head: head.join('\n'), up: [...up.slice(0, -1), `${up.at(-1)}\n\n${undo}`], down: [] };
    return { text: textOf(writing, { ...content, unwrapped: header.unwrapped, ...form }) };
  }
  const text = textOf(writing, { name: header.label, head: head.join('\n'), up, down: rollbacks, unwrapped: header.unwrapped, ...form });
  return writing.down.in === 'section' ? { text } : { text, down: body(rollbacks) };
}

/** A step's SQL as the tool's files take it. */
export function inFile(sql: string, { inFile }: PlanDialect, convention: Convention): string {
  return inFile?.(sql, convention) ?? sql;
}

function textOf(writing: Writing, content: FileContent): string {
  return writing.file?.(content) ?? `${content.head}\n\n${body(content.up)}`;
}

/** One line of comment: no name, however it is written, can end it. */
export function comment(text: string, { writing }: Pick<Convention, 'writing'>): string {
  const line = text.replace(/[\r\n]+/g, ' ');
  return `-- ${writing.splitsAtSemicolons ? line.replaceAll(';', ',') : line}`;
}

function commented(sql: string): readonly string[] {
  return sql.split(/\r\n|\r|\n/).map((line) => `--   ${line.replace(/^-- /, '')}`);
}
