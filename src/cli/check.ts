import { verdictOf } from '../analysis/verdict.ts';
import { quietReport, terminalReport } from '../report/terminal.ts';
import type { Arguments } from './arguments.ts';
import type { Io } from './io.ts';
import { layoutFor } from './layout.ts';
import { run } from './run.ts';

/** `lockstep check`: judges, reports, and says by its exit code whether the merge is to be blocked. */
export async function check(args: Arguments, io: Io): Promise<number> {
  const { analysis, config } = await run(args, io);
  const { failOn } = config;
  if (args.format === 'json') {
    const { jsonReport } = await import('../report/json.ts');
    io.stdout.write(jsonReport(analysis, failOn));
  } else {
    io.stdout.write(args.quiet ? quietReport(analysis) : terminalReport(analysis, failOn, layoutFor(args, io)));
  }
  return verdictOf(analysis, failOn) === 'fail' && failOn !== 'never' ? 1 : 0;
}
