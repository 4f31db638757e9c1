import { verdictOf } from '../analysis/verdict.ts';
import type { Output } from '../report/format.ts';
import type { Layout } from '../report/style.ts';
import { quietReport, terminalReport } from '../report/terminal.ts';
import type { Arguments } from './arguments.ts';
import type { Io } from './io.ts';
import { layoutFor } from './layout.ts';
import { type Run, run } from './run.ts';

/** In a file there is no terminal to ask. */
const inFile: Layout = { colour: false, width: 100 };

/** `lockstep check`: judges, reports, and says by its exit code whether the merge is to be blocked. */
export async function check(args: Arguments, io: Io): Promise<number> {
  const done = await run(args, io);
  for (const { format, path } of args.outputs) {
    const { writeReport } = await import('../source/write-report.ts');
    writeReport(done.tree, path, await reportIn(format, done, args, inFile));
  }
  if (!args.toFile) io.stdout.write(await reportIn(args.format, done, args, layoutFor(args, io)));
  const { failOn } = done.config;
  return verdictOf(done.analysis, failOn) === 'fail' && failOn !== 'never' ? 1 : 0;
}

async function reportIn(format: Output['format'], { analysis, config, tree }: Run, args: Arguments, layout: Layout): Promise<string> {
  const { failOn } = config;
  if (format === 'text') return args.quiet ? quietReport(analysis) : terminalReport(analysis, failOn, layout);
  const { renderReport } = await import('../report/format.ts');
  const { packagePages } = await import('./package.ts');
  const { prefixOf } = await import('../source/write-report.ts');
  return renderReport(format, analysis, { failOn, prefix: prefixOf(tree), ...packagePages() });
}
