/**
 * Runs the plans that Lockstep writes with the migration tools themselves, on PostgreSQL: `npm run tools:prove [tool…]`. Server and tools come from npm, into
 * node_modules/.cache, and a tool that npm does not have from Debian, where it is installed. For each fixture of test/convention: the author's migration is run as it is; the plan is written, checked, and run deploy by deploy; in the end both
 * databases must have the same schema.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { main } from '../src/cli/main.ts';
import { placeOf } from '../src/convention/plain.ts';
import { catalogDifference, catalogOf } from '../src/proof/catalog.ts';
import { type Answers, type ProofDatabase, ProofFailure, type ProofResult } from '../src/proof/database.ts';
import { change, type Fixture, fixtures } from '../test/convention/fixtures.ts';
import { type RealTool, realTools } from './tools/tools.ts';
import { startPostgres } from './truth/server.ts';

const cache = fileURLToPath(new URL('../node_modules/.cache/lockstep-tools', import.meta.url));
const run = promisify(execFile);

interface PlanFile {
  readonly path: string;
  readonly deploy: boolean;
}

const wanted = process.argv.slice(2);
const postgres = await startPostgres(18);
// Some tools take no socket.
const proxy = createServer((client) => {
  const server = createConnection(join(postgres.socketDirectory, '.s.PGSQL.5432'));
  client.pipe(server).pipe(client);
  client.on('error', () => server.destroy());
  server.on('error', () => client.destroy());
});
await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
const { port } = proxy.address() as { readonly port: number };
let failed = 0;
try {
  for (const tool of realTools.filter((each) => wanted.length === 0 || wanted.includes(each.tool))) {
    const { program } = tool;
    if (program !== undefined && !(await isInstalled(program.name))) {
      console.log(`${tool.tool}: passed over; apt-get install ${program.debian.join(' ')}`);
      continue;
    }
    const outcome = await prove(tool).catch((error: Error) => `FAILED: ${error.message.split('\n').slice(0, 12).join('\n  ')}`);
    if (outcome.startsWith('FAILED')) failed++;
    console.log(`${tool.tool} (${tool.ending.slice(1)}, ${tool.packages[0] ?? `Debian's ${tool.program?.name}`}): ${outcome}`);
  }
} finally {
  proxy.close();
  postgres.stop();
}
process.exitCode = failed > 0 ? 1 : 0;

async function prove(tool: RealTool): Promise<string> {
  const fixture = fixtures.find((each) => each.tool === tool.tool && each.change.path.endsWith(tool.ending));
  if (fixture === undefined) throw new Error('no fixture');
  const modules = await installed(tool);
  const original = project(fixture, modules);
  const planned = project(fixture, modules);
  try {
    await deploy(tool, original, 'original');
    const deploys = await writePlan(planned, fixture.change.path);
    for (const files of deploys) {
      for (const [path, text] of files) write(planned, path, text);
      await deploy(tool, planned, 'planned');
      // As psql would.
      for (const [path, text] of files.filter(([each]) => each.includes('-by-hand/'))) await byHand('planned', path, text);
    }
    const check = await lockstep(planned, 'check', directoryOf(fixture), '--no-proof');
    if (!/nothing unsafe/.test(check)) throw new Error(`check on the result: ${check}`);
    const [expected, found] = [await catalogIn('original'), await catalogIn('planned')];
    const difference = catalogDifference(expected, found);
    if (difference.length > 0) throw new Error(`another schema: ${difference.join('; ')}`);
    return `the same schema (${expected.length} things) after ${deploys.length} ${deploys.length === 1 ? 'deploy' : 'deploys'}; check is clean`;
  } finally {
    for (const name of ['original', 'planned'])
      await on('postgres', (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    for (const each of [original, planned]) rmSync(each, { recursive: true, force: true });
  }
}

/** The tool's packages, installed once. */
async function installed({ packages }: RealTool): Promise<string | undefined> {
  if (packages.length === 0) return undefined;
  const directory = join(cache, packages.join('+').replaceAll('/', '-'));
  if (!existsSync(join(directory, 'done'))) {
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'package.json'), '{"private":true}\n');
    await run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', ...packages], { cwd: directory });
    writeFileSync(join(directory, 'done'), '');
  }
  return join(directory, 'node_modules');
}

function project({ files, change: { path, wrap = (sql) => sql } }: Fixture, modules: string | undefined): string {
  const directory = mkdtempSync(join(tmpdir(), 'lockstep-tool-'));
  const own = { 'package.json': '{"private":true}\n', '.lockstep.yml': 'engine: postgres@18\n', ...files, [path]: wrap(change) };
  for (const [name, text] of Object.entries(own)) write(directory, name, text);
  if (modules !== undefined) symlinkSync(modules, join(directory, 'node_modules'));
  return directory;
}

function write(directory: string, path: string, text: string): void {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), text);
}

/** The directory that the tool runs. */
function directoryOf({ change: { path } }: Fixture): string {
  return placeOf(path).series;
}

/** Writes the plan and takes the files of later deploys away again: they come one deploy after the other. */
async function writePlan(directory: string, path: string): Promise<readonly (readonly (readonly [path: string, text: string])[])[]> {
  const { plans } = JSON.parse(await lockstep(directory, 'plan', path, '--no-proof', '--format', 'json'));
  const [plan] = plans as { stages: { boundary: string; files: PlanFile[] }[] }[];
  if (plan === undefined) throw new Error('no plan');
  // A list that the tool keeps is whole at the end; what is not there yet is left out of it by deploys.
  const list = join(directory, dirname(path), 'meta/_journal.json');
  const before = existsSync(list) ? readFileSync(list, 'utf8') : undefined;
  await lockstep(directory, 'plan', path, '--write', '--no-proof');
  const after = existsSync(list) ? readFileSync(list, 'utf8') : undefined;
  const deploys: [string, string][][] = [[]];
  for (const [i, stage] of plan.stages.entries()) {
    for (const [j, file] of stage.files.entries()) {
      const own = file.path === path;
      if ((stage.boundary === 'deploy' || stage.boundary === 'backfill') && i > 0 && j === 0) deploys.push([]);
      const text = readFileSync(join(directory, file.path), 'utf8');
      if (!own) rmSync(join(directory, file.path));
      deploys.at(-1)?.push([file.path, text]);
    }
  }
  if (before !== undefined && after !== undefined) {
    const name = `${dirname(path)}/meta/_journal.json`;
    const journal = JSON.parse(after) as { entries: { tag: string }[] };
    const there = new Set((JSON.parse(before) as { entries: { tag: string }[] }).entries.map((each) => each.tag));
    for (const deploy of deploys) {
      for (const [file] of deploy) there.add(file.replace(/^.*\/|\.sql$/g, ''));
      deploy.push([name, JSON.stringify({ ...journal, entries: journal.entries.filter((each) => there.has(each.tag)) })]);
    }
  }
  return deploys;
}

async function deploy(tool: RealTool, directory: string, database: string): Promise<void> {
  await on('postgres', async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  });
  const fixture = fixtures.find((each) => each.tool === tool.tool && each.change.path.endsWith(tool.ending)) as Fixture;
  const url = `postgres://postgres@127.0.0.1:${port}/${database}`;
  for (const [name, text] of Object.entries(tool.files?.(url, directoryOf(fixture)) ?? {})) write(directory, name, text);
  const [command, ...parameters] = tool.command(url, directoryOf(fixture));
  await run(command, parameters, { cwd: directory, env: { ...process.env, ...tool.environment } });
}

async function isInstalled(program: string): Promise<boolean> {
  return run(program, ['--version']).then(
    () => true,
    () => false,
  );
}

async function byHand(database: string, path: string, text: string): Promise<void> {
  const { loadReader } = await import('../src/sql/load.ts');
  const { statements } = (await loadReader()).read(text);
  await on(database, async (client) => {
    for (const { span } of statements) await client.query(text.slice(span.start, span.end));
  }).catch((error: Error) => {
    throw new Error(`${path}: ${error.message}`);
  });
}

async function catalogIn(name: string): Promise<readonly string[]> {
  return on(name, (client) => {
    const runOne = async (sql: string): Promise<ProofResult> => {
      try {
        return { rows: (await client.query(sql)).rows, tag: '' };
      } catch (error) {
        const { code = '', message } = error as { readonly code?: string; readonly message: string };
        throw new ProofFailure(code, message);
      }
    };
    const runAll = async (statements: readonly string[]): Promise<Answers> => {
      const results: ProofResult[] = [];
      try {
        for (const each of statements) results.push(await runOne(each));
        return { results };
      } catch (error) {
        return { results, refusal: error as ProofFailure };
      }
    };
    const database = { run: runOne, runAll };
    return catalogOf(database as unknown as ProofDatabase);
  });
}

async function on<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database, ssl: false });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function lockstep(directory: string, ...argv: string[]): Promise<string> {
  let stdout = '';
  let stderr = '';
  await main(argv, {
    cwd: directory,
    env: {},
    stdout: { isTTY: false, columns: undefined, write: (text: string) => (stdout += text) },
    stderr: { isTTY: false, columns: undefined, write: (text: string) => (stderr += text) },
    stdin: async () => Buffer.from(''),
  } as unknown as Parameters<typeof main>[1]);
  if (stderr !== '') throw new Error(stderr);
  return stdout;
}
