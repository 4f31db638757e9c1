import type { Analysis } from '../analysis/analysis.ts';
import { analyzeSets } from '../analysis/analyze-sets.ts';
import { mergeAnalyses } from '../analysis/merge.ts';
import { provePlans } from '../analysis/prove-plans.ts';
import { type Waiving, wantedApproval } from '../analysis/suppression.ts';
import type { Config } from '../config/config.ts';
import type { OnRead } from '../source/disk.ts';
import { type Tree, treeOf } from '../source/tree.ts';
import { loadReader } from '../sql/load.ts';
import type { Arguments } from './arguments.ts';

import type { Io } from './io.ts';
import { readPaths } from './paths.ts';

export interface Run {
  readonly analysis: Analysis;
  readonly config: Config;
  readonly tree: Tree;
}

/** Reads what the arguments name and analyses it: what `check`, `explain` and `plan` share. @throws Problem */
export async function run(args: Arguments, io: Io): Promise<Run> {
  // PostgreSQL's parser compiles while the files are found and read, unless it is known by now that nobody will ask for it.
  const loading = /^(?:mysql|mariadb)/.test(args.engine ?? '') ? undefined : loadReader();
  loading?.catch(() => {});
  const tree = treeOf(io.cwd);
  const onRead = io.entry === undefined ? undefined : untilTooMuch();
  // What reads git is loaded only by who asks for it.
  const { config, sets, notices, baseline } =
    args.base === undefined
      ? await readPaths(args, io, tree, onRead)
      : await (await import('./changes.ts')).readChanges(args.base, args, tree, onRead);
  const done = progress(
    sets.reduce((sum, set) => sum + set.history.length + set.units.length, 0),
    io,
  );
  const { analyzed, reader } = await analyzeSets(sets, config, { waiving: waivingFor(args, config), baseline }, loading);
  const choice = { skip: args.noProof, required: args.requireProof, ...(args.databaseUrl && { databaseUrl: args.databaseUrl }) };
  // What explains or lists statements shows no plan.
  const proved =
    args.command === 'explain' || args.command === 'baseline'
      ? analyzed.map((each) => each.analysis)
      : await provePlans(analyzed, choice, reader);
  const analysis = mergeAnalyses(proved, config.target);
  done();
  return { analysis: notices.length === 0 ? analysis : { ...analysis, notices: [...notices, ...analysis.notices] }, config, tree };
}

/** Characters of SQL: what may come of fewer, a process can take. A thread to watch the others in costs 60 ms. */
const mostUnwatched = 256 * 1024;

/** The run is to be made in a thread instead. */
export class TooMuchUnwatched extends Error {}

/** Asked while files are read, so that nothing more is: the thread reads them all again. */
function untilTooMuch(): OnRead {
  let sum = 0;
  return (characters) => {
    sum += characters;
    if (sum > mostUnwatched) throw new TooMuchUnwatched();
  };
}

/** What a branch brings waits for its approval in the pull request, which nobody can see from here. What is merged has had it. */
function waivingFor({ base }: Arguments, config: Config): Waiving {
  if (config.waivers === 'allow' || base === undefined) return { allowed: true };
  return { allowed: false, wanted: wantedApproval(config) };
}

/** Migrations from which on a run takes long enough to say so. */
const many = 300;

/** Says on a terminal that there is work, and takes it back once it is done. */
function progress(migrations: number, { stderr }: Io): () => void {
  if (migrations < many || !stderr.isTTY) return () => {};
  stderr.write(`reading ${migrations} migrations …`);
  return () => stderr.write('\r\u001b[2K');
}
