import { explainReport } from '../report/explain.ts';
import type { Arguments } from './arguments.ts';
import type { Io } from './io.ts';
import { layoutFor } from './layout.ts';
import { run } from './run.ts';

/** `lockstep explain`: facts, no verdict. It fails only where SQL could not be read, for then facts are missing. */
export async function explain(args: Arguments, io: Io): Promise<number> {
  const { analysis, config } = await run(args, io);
  if (args.format === 'json') {
    const { jsonReport } = await import('../report/json.ts');
    io.stdout.write(jsonReport(analysis, config.failOn));
  } else io.stdout.write(explainReport(analysis, config.searchPath, layoutFor(args, io)));
  return analysis.summary.unreadable > 0 && config.failOn !== 'never' ? 1 : 0;
}
