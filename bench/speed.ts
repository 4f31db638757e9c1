import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { corpusDirectory, corpusIsThere, postgresFiles } from '../scripts/corpus-files.ts';
import { writeHistory } from './history.ts';
import { type Contestant, type Measured, measure } from './measure.ts';
import { publish } from './publish.ts';

/**
 * `npm run bench:speed`: everything side by side in one run. Prints the figures; `--write` puts them into docs/performance.md.
 * `--node <path>` runs Lockstep and the floor under another Node; `--dist <path>` takes another build; `--runs <n>` sets the rounds; `--only startup|corpus|history` leaves the rest out.
 */
const { values } = parseArgs({
  options: {
    node: { type: 'string' },
    dist: { type: 'string' },
    runs: { type: 'string' },
    only: { type: 'string' },
    write: { type: 'boolean' },
  },
});
const node = values.node ?? process.execPath;
const require = createRequire(import.meta.url);
const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const cli = join(values.dist ?? path('../dist'), 'cli.js');
if (!existsSync(cli)) throw new Error(`there is no ${cli}: npm run build comes first`);

const directory = mkdtempSync(join(tmpdir(), 'lockstep-bench-'));
const lockstep = (name: string, ...args: readonly string[]): Contestant => ({
  name,
  command: node,
  arguments: [cli, ...args],
  worstExit: 1,
});
const wanted = (part: string): boolean => values.only === undefined || values.only === part;
const written: string[] = [];
try {
  if (wanted('startup')) written.push(...(await startup()));
  if (wanted('corpus')) written.push(...(await corpus()));
  if (wanted('history')) written.push(...(await history()));
} finally {
  rmSync(directory, { recursive: true, force: true });
}
console.log(written.join('\n'));
if (values.write) publish('bench:speed', `${written.join('\n')}\n`, values.node);

async function startup(): Promise<readonly string[]> {
  const safe = join(directory, 'safe.sql');
  const unsafe = join(directory, 'unsafe.sql');
  writeFileSync(safe, "SET lock_timeout = '5s';\nALTER TABLE orders ADD COLUMN status text;\n");
  writeFileSync(unsafe, 'ALTER TABLE orders ADD COLUMN customer_id bigint NOT NULL REFERENCES customers (id);\n');
  const measured = await measure(
    [
      { name: 'the floor: load libpg-query, parse one statement', command: node, arguments: [path('./floor.mjs')] },
      { name: '`node -e 0`', command: node, arguments: ['-e', '0'] },
      lockstep('`check` of a safe file', 'check', safe, '--no-history', '--no-proof'),
      lockstep('`check` of an unsafe file, with its plan', 'check', unsafe, '--no-history', '--no-proof'),
    ],
    runs(25),
  );
  return ['### One file', '', ...table(measured, measured[0])];
}

async function corpus(): Promise<readonly string[]> {
  if (!corpusIsThere) return ['### The corpus', '', 'Skipped: the corpus is absent.'];
  const files = postgresFiles().map((file) => file.path);
  const copy = join(directory, 'corpus');
  for (const file of files) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(corpusDirectory, file), join(copy, file));
  }
  const paths = files.map((file) => join(copy, file));
  const wrapper = require.resolve('squawk-cli/js/bin/squawk');
  const native = require.resolve(`@squawk-cli/${process.platform}-${process.arch}/bin/squawk`);
  const squawk = (name: string, command: string, ...args: readonly string[]): Contestant => ({
    name,
    command,
    arguments: [...args, ...paths],
    worstExit: 1,
  });
  const measured = await measure(
    [
      squawk('squawk as npm installs it, default reporter', node, wrapper),
      squawk('squawk, JSON reporter', node, wrapper, '--reporter', 'json'),
      squawk('squawk, native binary, default reporter', native),
      squawk('squawk, native binary, JSON reporter', native, '--reporter', 'json'),
      lockstep(
        '`check --no-history --format json`',
        'check',
        copy,
        '--engine',
        'postgres',
        '--no-history',
        '--no-proof',
        '--format',
        'json',
        '--fail-on',
        'never',
      ),
    ],
    runs(7),
  );
  return [`### ${files.length} files of the corpus`, '', ...table(measured, measured[0])];
}

async function history(): Promise<readonly string[]> {
  const counts = [1_000, 10_000];
  const contestants = counts.map((count) =>
    lockstep(`${count} migrations`, 'check', writeHistory(join(directory, `history-${count}`), count), '--no-proof', '--fail-on', 'never'),
  );
  const measured = await measure(contestants, runs(5));
  const each = measured.map(({ median }, i) => median / (counts[i] as number));
  return [
    '### The last migration of a long history',
    '',
    ...table(measured, measured[0]),
    '',
    `Per migration ${each.map((time) => `${time.toFixed(3)} ms`).join(' and ')}: ${((each[1] as number) / (each[0] as number)).toFixed(2)} times as much each.`,
  ];
}

function runs(usual: number): number {
  return values.runs === undefined ? usual : Number(values.runs);
}

function table(measured: readonly Measured[], base: Measured | undefined): readonly string[] {
  const megabytes = (bytes: number | undefined): string => (bytes === undefined ? '' : `${(bytes / 1024 / 1024).toFixed(0)} MB`);
  return [
    '| | median | fastest to slowest | ratio | peak memory |',
    '|---|---:|---:|---:|---:|',
    ...measured.map(({ name, median, fastest, slowest, peak }) => {
      const range = `${fastest.toFixed(0)} to ${slowest.toFixed(0)} ms`;
      return `| ${name} | ${median.toFixed(0)} ms | ${range} | ${(median / (base?.median ?? median)).toFixed(2)} | ${megabytes(peak)} |`;
    }),
    '',
  ];
}
