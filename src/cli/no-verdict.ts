import { Problem } from '../problem.ts';
import type { Output } from '../report/format.ts';
import { jsonError } from '../report/json.ts';
import { noVerdictReport } from '../report/no-verdict.ts';
import { type Tree, treeOf } from '../source/tree.ts';
import { removeReport, writeReport } from '../source/write-report.ts';
import { type Arguments, readArguments } from './arguments.ts';
import type { Io } from './io.ts';

/**
 * Says in every report that was asked for that there is no verdict.
 * @param reason one line
 */
export function reportNoVerdict(argv: readonly string[], io: Io, reason: string): void {
  const args = understood(argv);
  if (args === undefined) {
    // Whoever asked for JSON gets JSON.
    if (argv.includes('--format=json') || argv[argv.indexOf('--format') + 1] === 'json') io.stdout.write(jsonError(reason));
    return;
  }
  leaveNoVerdict(treeOf(io.cwd), args.outputs, reason);
  if (args.toFile || args.format === 'text') return;
  io.stdout.write(noVerdictReport(args.format, reason) ?? '');
}

/** In the files of the reports: those that cannot say it go, for an earlier one, or one of the pull request's own, must not stand for this run. */
export function leaveNoVerdict(tree: Tree, outputs: readonly Required<Output>[], reason: string): void {
  for (const { format, path } of outputs) {
    const text = noVerdictReport(format, reason);
    try {
      if (text === undefined) removeReport(tree, path);
      else writeReport(tree, path, text);
    } catch (error) {
      // The reason may be this very file.
      if (!(error instanceof Problem)) throw error;
    }
  }
}

function understood(argv: readonly string[]): Arguments | undefined {
  try {
    return readArguments(argv);
  } catch {
    return undefined;
  }
}
