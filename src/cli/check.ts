import { verdictOf } from '../analysis/verdict.ts';
import { type Format, renderReport } from '../report/format.ts';
import { quietReport, terminalReport } from '../report/terminal.ts';
import type { Arguments } from './arguments.ts';
import type { Io } from './io.ts';
import { layoutFor } from './layout.ts';
import { type Run, run } from './run.ts';

/** `lockstep check`: judges, reports, and says by its exit code whether the merge is to be blocked. */
export async function check(args: Arguments, io: Io): Promise<number> {
  const done = await run(args, io);
  const { analysis, tree } = done;
  const { failOn } = done.config;
  for (const { format, path } of args.outputs) {
    const { writeReport } = await import('../source/write-report.ts');
    writeReport(tree, path, await reportIn(format, done));
  }
  if (!args.toFile) io.stdout.write(args.format === 'text' ? textFor(args, io, done) : await reportIn(args.format, done));
  return verdictOf(analysis, failOn) === 'fail' && failOn !== 'never' ? 1 : 0;
}

function textFor(args: Arguments, io: Io, { analysis, config }: Run): string {
  return args.quiet ? quietReport(analysis) : terminalReport(analysis, config.failOn, layoutFor(args, io));
}

async function reportIn(format: Format, { analysis, config, tree }: Run): Promise<string> {
  const { packagePages } = await import('./package.ts');
  const { prefixOf } = await import('../source/write-report.ts');
  return renderReport(format, analysis, { failOn: config.failOn, prefix: prefixOf(tree), ...packagePages() });
}
