import { dirname, resolve } from 'node:path';
import { usualBaseline } from '../config/baseline.ts';
import { baselineEntries, baselineText } from '../report/baseline.ts';
import { visible } from '../report/visible.ts';
import { counted } from '../report/words.ts';
import { shownPath } from '../source/tree.ts';
import { writeReport } from '../source/write-report.ts';
import type { Arguments } from './arguments.ts';
import type { Io } from './io.ts';
import { run } from './run.ts';

/** `lockstep baseline`: writes down the findings of the migrations that there are, so that `check` speaks of new ones only. */
export async function baseline(args: Arguments, io: Io): Promise<number> {
  const { analysis, config, tree } = await run(args, io);
  const path = config.baseline ?? usualBaseline;
  const file = resolve(tree.cwd, path);
  const entries = baselineEntries(analysis, (each) => shownPath(dirname(file), resolve(tree.cwd, each)));
  writeReport(tree, path, baselineText(entries));
  const how = config.baseline === undefined ? `; say \`baseline: ${usualBaseline}\` in .lockstep.yml to have it count` : '';
  io.stdout.write(`wrote ${visible(path)}: ${counted(entries.length, 'finding')}${how}\n`);
  const { unreadable } = analysis.summary;
  if (unreadable > 0) io.stdout.write(`${counted(unreadable, 'statement')} could not be read: mend or waive what is a whole file\n`);
  return 0;
}
