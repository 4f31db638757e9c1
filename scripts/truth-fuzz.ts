import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadReader } from '../src/sql/load.ts';
import { type Failing, setupHead, type Tally } from '../test/truth/fuzz/history.ts';
import { countOf, run, shown } from '../test/truth/fuzz/run.ts';

/**
 * `npm run truth:fuzz -- [--runs 200000] [--seed N]`: draws schemas and statements by a fresh seed, and compares what PostgreSQL 18 does with what the
 * engine says. Goes on after a disagreement: it is made small and kept in test/truth/cases/found.json, so that it is a case from then on.
 */
const { values } = parseArgs({ options: { runs: { type: 'string', default: '200000' }, seed: { type: 'string' } } });
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
const statements = Number(values.runs);
const path = new URL('../test/truth/cases/found.json', import.meta.url);

interface Found {
  readonly setup: string;
  readonly sql: string;
}

const known: Found[] = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Found[]) : [];
const tally: Tally = new Map();
const started = performance.now();
const minutes = (): string => ((performance.now() - started) / 60_000).toFixed(1);
const kinds = new Map<string, number>();
let told = 0;

console.log(`seed ${seed}, ${statements} statements`);
await run(await loadReader(), { seed, statements, length: { steps: 5, tries: 30 }, tally, onFailure: keep, onHistory: tell });

for (const [kind, { compared, refused }] of [...tally].sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(`${kind.padEnd(28)} ${String(compared).padStart(7)} compared ${String(refused).padStart(6)} refused`);
}
const { compared, refused } = countOf(tally);
const disagreements = [...kinds.values()].reduce((sum, each) => sum + each, 0);
console.log(
  `seed ${seed}: ${compared + refused} statements, ${refused} refused, ${compared} compared, ${disagreements} disagreements, ${minutes()} minutes`,
);
process.exitCode = disagreements === 0 ? 0 : 1;

/** Two that differ in names and numbers only are one. */
function keep(failing: Failing): void {
  const kind = `${failing.disagreement.what} ${failing.sql}`.replace(/"[^"]*"|'[^']*'|\b\w*\d+\b/g, '?');
  const seen = kinds.get(kind) ?? 0;
  kinds.set(kind, seen + 1);
  if (seen > 0) return;
  console.log(shown(failing));
  const setup = [...failing.setup, failing.sql].some((each) => each.includes('other.')) ? [setupHead, ...failing.setup] : failing.setup;
  known.push({ setup: setup.map((each) => `${each};`).join('\n'), sql: failing.sql });
  writeFileSync(path, `${JSON.stringify(known, undefined, 2)}\n`);
}

function tell(): void {
  const { compared } = countOf(tally);
  if (compared - told < 5000) return;
  told = compared;
  console.log(
    `${compared} compared, ${countOf(tally).refused} refused, ${minutes()} minutes, ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
  );
}
