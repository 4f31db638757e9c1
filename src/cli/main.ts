import { Problem } from '../problem.ts';
import { visibleLines } from '../report/visible.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { check } from './check.ts';
import type { Io } from './io.ts';
import { TooMuchUnwatched } from './run.ts';

/**
 * Runs the command line.
 * @returns the exit code: 0 nothing reached `--fail-on`; 1 something did, or SQL could not be read; 2 usage, config, a missing path, a bug
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await bounded(argv, io);
  } catch (error) {
    const message = error instanceof Problem ? error.oneLine : `internal error: ${describe(error)}`;
    const { reportNoVerdict } = await import('./no-verdict.ts');
    reportNoVerdict(argv, io, message);
    io.stderr.write(`lockstep: ${visibleLines(message).join('\n')}\n`);
    return 2;
  }
}

/** Runs the command here; where it has much to read, in a thread that is watched. */
async function bounded(argv: readonly string[], io: Io): Promise<number> {
  const args = readArguments(argv);
  try {
    return await dispatch(args, io);
  } catch (error) {
    if (!(error instanceof TooMuchUnwatched) || io.entry === undefined) throw error;
    const { runWatched } = await import('./watched.ts');
    return await runWatched(io.entry, argv, io, args.operands.includes('-') ? await io.stdin() : undefined);
  }
}

// What is not needed to judge one file is loaded only by the command that needs it.
async function dispatch(args: Arguments, io: Io): Promise<number> {
  if (args.version) {
    const { packageInfo } = await import('./package.ts');
    io.stdout.write(`${packageInfo().version}\n`);
    return 0;
  }
  if (args.help || args.command === undefined) {
    const { help } = await import('./help.ts');
    (args.help ? io.stdout : io.stderr).write(help);
    return args.help ? 0 : 2;
  }
  switch (args.command) {
    case 'check':
      return check(args, io);
    case 'explain':
      return (await import('./explain.ts')).explain(args, io);
    case 'plan':
      return (await import('./plan.ts')).plan(args, io);
    case 'status':
      return (await import('./status.ts')).status(args, io);
    case 'init':
      return (await import('./init.ts')).init(args, io);
    case 'baseline':
      return (await import('./baseline.ts')).baseline(args, io);
    case 'rules':
      return (await import('./rules.ts')).listRules(args, io);
  }
}

/** A bug, with what is needed to find it. */
function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
