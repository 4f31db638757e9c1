import { resolve } from 'node:path';
import { settingsOf } from '../analysis/analyze-sets.ts';
import { instrumentsFor } from '../analysis/instruments.ts';
import type { Unfinished } from '../analysis/open.ts';
import { unfinishedOf } from '../analysis/unfinished.ts';
import { painter, paragraph } from '../report/style.ts';
import { visible } from '../report/visible.ts';
import { counted } from '../report/words.ts';
import { treeOf } from '../source/tree.ts';
import type { Arguments } from './arguments.ts';
import type { Io } from './io.ts';
import { layoutFor } from './layout.ts';
import { readPaths } from './paths.ts';

/** `lockstep status`: what the migrations have begun and not finished, with the next step of each. Nothing of it is a fault: the exit code is 0. */
export async function status(args: Arguments, io: Io): Promise<number> {
  const { config, sets } = await readPaths(args, io, treeOf(resolve(io.cwd)));
  const unfinished: Unfinished[] = [];
  for (const set of sets) {
    const own = settingsOf(config, set);
    const { reader, instruments } = await instrumentsFor(own);
    unfinished.push(...unfinishedOf(set, own, reader, instruments));
  }
  io.stdout.write(args.format === 'json' ? `${JSON.stringify({ version: 1, unfinished })}\n` : statusText(unfinished, args, io));
  return 0;
}

function statusText(unfinished: readonly Unfinished[], args: Arguments, io: Io): string {
  const layout = layoutFor(args, io);
  const paint = painter(layout.colour);
  if (unfinished.length === 0) return `${paint('good', '✓')} Nothing is unfinished.\n`;
  const out = unfinished.flatMap(({ path, line, message, next }) => [
    `${paint('strong', visible(path))}${line === undefined ? '' : `:${line}`}`,
    ...paragraph('  ', visible(message), layout.width),
    ...paragraph('  → ', visible(next), layout.width).map((each, i) => (i === 0 ? each.replace('→', paint('good', '→')) : each)),
    '',
  ]);
  return `${out.join('\n')}\n${counted(unfinished.length, 'thing')} to finish\n`;
}
