import type { Layout } from '../report/style.ts';
import type { Arguments } from './arguments.ts';
import type { Io } from './io.ts';

/**
 * Colour on a terminal only, and not where the user said no. https://no-color.org: any value but an empty one.
 * Lines longer than 120 columns are hard to read; a pipe has no width, and 100 suits a log.
 */
export function layoutFor(args: Arguments, { stdout, env }: Io): Layout {
  const colour = stdout.isTTY && !args.noColor && !env.NO_COLOR && env.TERM !== 'dumb';
  return { colour, width: Math.min(120, Math.max(60, stdout.columns ?? 100)) };
}
