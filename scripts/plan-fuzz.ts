import { parseArgs } from 'node:util';
import { embeddedDatabase } from '../src/proof/embedded/engine.ts';
import { loadReader } from '../src/sql/load.ts';
import { type Result, run } from '../test/plan/fuzz/run.ts';

/**
 * `npm run plan:fuzz -- [--runs 20000] [--seed N]`: draws schemas and unsafe migrations by a fresh seed, and has every complete plan proved, with its rollback
 * from every point (`npm run build` comes first). Goes on after a plan that does not prove, and prints one of each kind.
 */
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '20000' }, seed: { type: 'string' }, all: { type: 'boolean' } },
});
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
const plans = Number(values.runs);
const started = performance.now();
const kinds = new Map<string, number>();
const statuses = new Map<string, number>();
let done = 0;

console.log(`seed ${seed}, ${plans} plans`);
const database = await embeddedDatabase();
await run(database, await loadReader(), { seed, plans, onPlan: told });
await database.close();
for (const [kind, count] of [...kinds].sort(([, a], [, b]) => b - a)) console.log(`${String(count).padStart(6)} ${kind}`);
console.log(
  `seed ${seed}: ${done} plans, ${[...statuses].map(([status, count]) => `${count} ${status}`).join(', ')}, ${minutes()} minutes`,
);
process.exitCode = statuses.get('proved') === done ? 0 : 1;

function told({ drawn, plan, proof }: Result): void {
  done++;
  statuses.set(proof.status, (statuses.get(proof.status) ?? 0) + 1);
  if (done % 500 === 0) console.log(`${done} plans, ${statuses.get('proved') ?? 0} proved, ${minutes()} minutes`);
  if (proof.status === 'proved') return;
  const kind = (proof.reason ?? '').replace(/"[^"]*"|'[^']*'|\b\w*\d+\w*\b/g, '?').slice(0, 160);
  const seen = kinds.get(kind) ?? 0;
  kinds.set(kind, seen + 1);
  if (seen > 0 && !values.all) return;
  console.log(
    `── ${proof.status}: ${proof.reason}\n${drawn.history.join(';\n')};\n-- the change\n${drawn.change.join(';\n')};\n-- the plan`,
  );
  for (const stage of plan.stages) console.log(`-- ${stage.name}\n${stage.files.map((file) => file.text).join('\n')}`);
}

function minutes(): string {
  return ((performance.now() - started) / 60_000).toFixed(1);
}
