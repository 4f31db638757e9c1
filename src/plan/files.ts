import type { RecipeStep } from './recipe.ts';
import type { Boundary } from './stage.ts';

/** Five seconds: longer than any ordinary statement holds a table, short enough that those who queue behind it are not noticed. */
export const setLockTimeout = "SET lock_timeout = '5s';";

const waits: Readonly<Record<Boundary, string | undefined>> = {
  none: undefined,
  transaction: undefined,
  backfill: '-- Run it when the backfill has ended.',
  deploy: '-- Run it when the new code runs everywhere.',
};

const waitsForNeither = '-- Run it when all running code uses neither what this takes away nor what the next round brings.';

/**
 * The text of a further file of a plan: its directives, what has to be true before it, its steps each under its reason, and how to undo them.
 * @param unwrapped it has to say that it runs outside a transaction; it then holds one statement only
 */
export function fileText(
  header: {
    readonly plan: string;
    readonly label: string;
    readonly boundary: Boundary;
    readonly unwrapped: boolean;
    /** `first`: of a further round. `more`: another round follows. */
    readonly round?: 'first' | 'more';
  },
  steps: readonly RecipeStep[],
): string {
  const lines = [`-- lockstep: stage ${header.plan} ${header.label}`];
  if (header.unwrapped) lines.push('-- lockstep: no-transaction');
  const wait = header.boundary === 'deploy' && header.round === 'more' ? waitsForNeither : waits[header.boundary];
  if (header.round === 'first') lines.push('-- The code that needs what comes from here on is deployed behind it.');
  if (wait !== undefined) lines.push(wait);
  lines.push('');
  if (!header.unwrapped && steps.some((step) => step.queues !== false)) lines.push(setLockTimeout, '');
  for (const step of steps) lines.push(comment(step.why), step.sql, '');
  lines.push('-- To undo:', ...[...new Set([...steps].reverse().map((step) => step.rollback))].flatMap(commented));
  return `${lines.join('\n')}\n`;
}

/** One line of comment: no name, however it is written, can end it. */
export function comment(text: string): string {
  return `-- ${text.replace(/[\r\n]+/g, ' ')}`;
}

function commented(sql: string): readonly string[] {
  return sql.split(/\r\n|\r|\n/).map((line) => `--   ${line.replace(/^-- /, '')}`);
}
