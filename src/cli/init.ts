import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { defaultConfig } from '../config/config.ts';
import { type EngineChoice, engineFor, enginesIn, type FoundEngine, namesImages } from '../config/found.ts';
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
  const hidden = ['.github/workflows', '.devcontainer'].filter((path) => existsSync(join(tree.cwd, path)));
  const paths = [
    ...filesBelow(tree, '.', namesImages).sort(),
    ...hidden.flatMap((directory) => filesBelow(tree, directory, (path) => /\.ya?ml$/.test(path)).sort()),
  ];
  return paths.flatMap((path) => enginesIn(readText(tree, path).text, path));
}

function configText(sets: readonly MigrationSet[], found: readonly FoundEngine[]): string {
  const out = ['# Every key: https://github.com/lockstep-migrations/lockstep/blob/main/docs/configuration.md', ''];
  const engines = sets.map(({ tool, dialect }): Engine => {
    const known = dialect === undefined || dialect.dialect === 'other' ? 'postgres' : dialect.dialect;
    return engineOf(known, engineFor(tool?.directory ?? '', known, found));
  });
  // One stands for all, and the directories that differ say so.
  const main = engines.find(({ name }) => name.startsWith('postgres')) ?? engines[0];
  if (main !== undefined) out.push(`# ${main.why}`, `engine: ${main.name}`, '', 'migrations:');
  for (const set of sets) {
    const { tool } = set;
    if (tool === undefined) continue;
    if (tool.id !== 'plain') out.push(`  # ${conventionOf(tool.id).title}, recognised by ${visible(tool.reason)}`);
    out.push(...globsOf(set, tool.directory).map((glob) => `  - ${JSON.stringify(glob)}`));
  }
  const others = sets.flatMap(({ tool }, i) => {
    const own = engines[i] as Engine;
    return own.name === main?.name ? [] : [`  ${JSON.stringify(tool?.directory ?? '')}:`, `    # ${own.why}`, `    engine: ${own.name}`];
  });
  if (others.length > 0) out.push('', 'directories:', ...others);
  return `${out.join('\n')}\n`;
}

/** An engine as the config names it, and why it is that one. */
interface Engine {
  readonly name: string;
  readonly why: string;
}

/** With its version where that is decided and known. */
function engineOf(dialect: 'postgres' | 'mysql' | 'mariadb', { engine, among }: EngineChoice): Engine {
  if (engine !== undefined && isKnown(engine.engine)) return { name: engine.engine, why: `As in ${visible(engine.path)}.` };
  const seen = [...new Set(among.map((each) => `${each.engine} in ${visible(each.path)}`))];
  const why = seen.length > 0 ? `Found ${seen.join(', ')}.` : 'No version was found.';
  const example = { postgres: 'postgres@16', mysql: 'mysql@8.4', mariadb: 'mariadb@10.11' }[dialect];
  return {
    name: dialect,
    why: `${why} Without one, the worst of all that are known counts: say which your servers run, as in ${example}.`,
  };
}

function isKnown(engine: string): boolean {
  try {
    readTarget(engine);
    return true;
  } catch {
    return false;
  }
}

/** What finds the migrations of a directory, and those that come: a directory stands for what is below it. */
function globsOf(set: MigrationSet, directory: string): readonly string[] {
  if (directory !== '') return [directory];
  const endings = new Set(pathsOf(set).map((path) => extname(path)));
  return [...endings].sort().map((ending) => (isScript(`_${ending}`) ? `[0-9M]*${ending}` : `**/*${ending}`));
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
