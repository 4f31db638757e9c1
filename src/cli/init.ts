import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { defaultConfig } from '../config/config.ts';
import { enginesIn, type FoundEngine, imageFiles } from '../config/found.ts';
import { readTarget } from '../config/target.ts';
import { conventionOf } from '../convention/index.ts';
import { isMigrationFile } from '../convention/plain.ts';
import type { MigrationSet } from '../migration/migration.ts';
import { Problem } from '../problem.ts';
import { visible } from '../report/visible.ts';
import { readDisk } from '../source/disk.ts';
import { globMatcher } from '../source/expand.ts';
import { ignoredByGit } from '../source/ignored.ts';
import { filesBelow, readText, type Tree, treeOf } from '../source/tree.ts';
import { isScript, loadScriptReader } from '../sql/script/load.ts';
import type { Arguments } from './arguments.ts';
import type { Io } from './io.ts';

const configFile = '.lockstep.yml';
const workflowFile = '.github/workflows/lockstep.yml';

/** `lockstep init`: writes the config and the workflow from what the repository shows. @throws Problem where one of them is there already, or nothing is found */
export async function init(args: Arguments, io: Io): Promise<number> {
  if (args.operands.length > 0) throw new Problem('`lockstep init` takes no paths; it looks through the whole directory');
  const tree = treeOf(io.cwd);
  const there = [configFile, workflowFile].find((path) => existsSync(join(tree.cwd, path)));
  if (there !== undefined) throw new Problem('exists already; nothing was written', { path: there });
  const sets = await migrationSets(tree);
  if (sets.length === 0) throw new Problem('no migrations found here; write .lockstep.yml by hand (docs/configuration.md)');
  const files = [
    { path: configFile, text: configText(sets, enginesOf(tree)) },
    { path: workflowFile, text: workflow },
  ];
  for (const { path, text } of files) {
    mkdirSync(dirname(join(tree.cwd, path)), { recursive: true });
    writeFileSync(join(tree.cwd, path), text, { flag: 'wx' });
    io.stdout.write(`wrote ${path}\n\n${text.trimEnd().replace(/^(?=.)/gm, '  ')}\n\n`);
  }
  io.stdout.write('Commit both; the next pull request is judged. `lockstep check` judges what is there already.\n');
  return 0;
}

/** The directories that a tool is known to run, and those of SQL that lie where migrations usually do. What git ignores is built from what it does not. */
async function migrationSets(tree: Tree): Promise<readonly MigrationSet[]> {
  const isUsual = await globMatcher(defaultConfig.migrations);
  const found = filesBelow(tree, '.', isMigrationFile);
  const ignored = ignoredByGit(tree, found);
  const paths = found.filter((path) => !ignored.has(path));
  const programs = await loadScriptReader(paths);
  const sets = readDisk({
    tree,
    review: new Map(paths.map((path) => [path, {}])),
    noHistory: true,
    isHistory: 'earlier',
    earlier: [],
    together: false,
    transaction: 'unknown',
    ...(programs && { programs }),
  });
  return sets.filter((set) => set.tool?.id !== 'plain' || pathsOf(set).every((path) => isUsual(path) && !isScript(path)));
}

function pathsOf({ units }: MigrationSet): readonly string[] {
  return units.flatMap((unit) => unit.migrations.map(({ path }) => path));
}

function enginesOf(tree: Tree): readonly FoundEngine[] {
  const workflows = existsSync(join(tree.cwd, '.github/workflows'))
    ? filesBelow(tree, '.github/workflows', (path) => /\.ya?ml$/.test(path))
    : [];
  return [...imageFiles.filter((path) => existsSync(join(tree.cwd, path))), ...workflows.sort()].flatMap((path) =>
    enginesIn(readText(tree, path).text, path),
  );
}

function configText(sets: readonly MigrationSet[], found: readonly FoundEngine[]): string {
  const out = ['# Every key: https://github.com/lockstep-migrations/lockstep/blob/main/docs/configuration.md', ''];
  const dialects = sets.map((set) => set.dialect?.dialect ?? 'postgres');
  const main = dialects.includes('postgres') ? 'postgres' : (dialects.find((each) => each !== 'other') ?? 'postgres');
  out.push(...engineLines(main, found), '', 'migrations:');
  for (const set of sets) {
    const { tool } = set;
    if (tool === undefined) continue;
    if (tool.id !== 'plain') out.push(`  # ${conventionOf(tool.id).title}, recognised by ${visible(tool.reason)}`);
    out.push(...globsOf(set, tool.directory).map((glob) => `  - ${JSON.stringify(glob)}`));
  }
  const others = sets.filter(({ dialect }, i) => dialects[i] !== main && dialect !== undefined && dialect.dialect !== 'other');
  if (others.length > 0) out.push('', 'directories:');
  for (const { tool, dialect } of others)
    out.push(`  ${JSON.stringify(tool?.directory ?? '')}:`, `    engine: ${versionOf(dialect?.dialect ?? '', found) ?? dialect?.dialect}`);
  return `${out.join('\n')}\n`;
}

/** What finds the migrations of a directory, and those that come: a directory stands for what is below it. */
function globsOf(set: MigrationSet, directory: string): readonly string[] {
  if (directory !== '') return [directory];
  const endings = new Set(pathsOf(set).map((path) => extname(path)));
  return [...endings].sort().map((ending) => (isScript(`_${ending}`) ? `[0-9M]*${ending}` : `**/*${ending}`));
}

/** The version where all that name one agree on it and it is known; else the engine, and what was found as a comment. */
function engineLines(engine: string, found: readonly FoundEngine[]): readonly string[] {
  const version = versionOf(engine, found);
  const own = found.filter((each) => each.engine.startsWith(`${engine}@`));
  if (version !== undefined) return [`# As in ${own[0]?.path}.`, `engine: ${version}`];
  const seen = own.map((each) => `${each.engine} in ${visible(each.path)}`);
  const why = seen.length > 0 ? `Found ${[...new Set(seen)].join(', ')}.` : 'No version was found.';
  return [
    `# ${why} Without one, the worst of all that are known counts: say which your servers run, as in ${engine}@${engine === 'postgres' ? '16' : engine === 'mysql' ? '8.4' : '10.11'}.`,
    `engine: ${engine}`,
  ];
}

function versionOf(engine: string, found: readonly FoundEngine[]): string | undefined {
  const versions = new Set(found.flatMap((each) => (each.engine.startsWith(`${engine}@`) ? each.engine : [])));
  const [only] = versions;
  if (only === undefined || versions.size > 1) return undefined;
  try {
    readTarget(only);
    return only;
  } catch {
    return undefined;
  }
}

const workflow = `name: Migrations
on:
  pull_request:
  merge_group:
permissions:
  contents: read
  pull-requests: write
jobs:
  lockstep:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: lockstep-migrations/lockstep@v1
`;
