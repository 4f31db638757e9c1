import { spawnSync } from 'node:child_process';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { node24, runAction, type Situation } from '../test/action/run.ts';
import { mergeSha, startFake, type World } from '../test/github/fake.ts';
import { publish } from './publish.ts';

/**
 * `npm run bench:action`: the action's own time on a pull request of five migrations, from the start of the process to its last request,
 * less all the time in which it waits for GitHub, and less `node -e 0`. Each round runs both, one after the other, and gives one
 * difference. The plans are not proved. `--runs <n>` sets the rounds, `--write` puts the figures into docs/performance.md.
 */
const { values } = parseArgs({ options: { runs: { type: 'string' }, write: { type: 'boolean' } } });
const runs = Number(values.runs ?? 15);

const history = {
  '.lockstep.yml': 'engine: postgres@16\nmigrations: db/migrations/*.sql\n',
  'db/migrations/0001_shop.sql': `CREATE TABLE customers (id bigint PRIMARY KEY, email text NOT NULL);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, note text, total numeric(10, 2) NOT NULL);
`,
};
const change = {
  'db/migrations/0002_token.sql': "SET lock_timeout = '5s';\nALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid();\n",
  'db/migrations/0003_index.sql': 'CREATE INDEX orders_customer_id ON orders (customer_id);\n',
  'db/migrations/0004_key.sql': `SET lock_timeout = '5s';
ALTER TABLE orders ADD CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customers (id);
`,
  'db/migrations/0005_refunds.sql': 'CREATE TABLE refunds (id bigint PRIMARY KEY, order_id bigint REFERENCES orders (id));\n',
  'db/migrations/0006_note.sql': "SET lock_timeout = '5s';\nALTER TABLE orders ALTER COLUMN note SET NOT NULL;\n",
};
const world: World = { base: history, head: { ...history, ...change } };
const checkout = { files: { ...history, ...change }, commit: mergeSha };

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Between the action and its GitHub: notes when it waits for an answer. */
async function watch(target: string): Promise<{ readonly url: string; readonly waits: readonly Interval[]; close(): void }> {
  const waits: Interval[] = [];
  const server = createServer((incoming, outgoing) => {
    const from = performance.now();
    outgoing.on('finish', () => waits.push({ from, to: performance.now() }));
    const onward = request(target + incoming.url, { method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, waits, close: () => server.close() };
}

/** Milliseconds from the start to the last request in which no request was under way. */
async function ownTime(situation: Situation): Promise<{ readonly own: number; readonly requests: number }> {
  const fake = await startFake(situation.world);
  const { url, waits, close } = await watch(fake.url);
  try {
    const ran = await runAction({ ...situation, fake, environment: { GITHUB_API_URL: url, GITHUB_GRAPHQL_URL: `${url}/graphql` } });
    if (ran.outputs.verdict !== 'fail') throw new Error(`the action did not judge: ${ran.log}`);
    const last = Math.max(...waits.map(({ from }) => from));
    let waited = 0;
    let until = 0;
    for (const { from, to } of waits.toSorted((a, b) => a.from - b.from)) {
      waited += Math.max(0, Math.min(to, last) - Math.max(from, until));
      until = Math.max(until, to);
    }
    return { own: last - ran.started - waited, requests: waits.length };
  } finally {
    close();
    await fake.close();
  }
}

function nodeAlone(): number {
  const start = performance.now();
  spawnSync(node24, ['-e', '0']);
  return performance.now() - start;
}

const rows: string[] = [];
for (const [name, situation] of [
  ['with a checkout', { world, checkout }],
  ['without one', { world }],
] as const) {
  const differences: number[] = [];
  let count = 0;
  for (let run = -1; run < runs; run++) {
    const alone = nodeAlone();
    const { own, requests } = await ownTime(situation);
    count = requests;
    if (run >= 0) differences.push(own - alone);
  }
  differences.sort((a, b) => a - b);
  const at = (share: number): string => `${(differences[Math.round(share * (differences.length - 1))] as number).toFixed(0)} ms`;
  rows.push(`| ${name} | ${count} | ${at(0.5)} | ${at(0)} to ${at(1)} |`);
}
const figures = [
  '| five migrations, four of them unsafe | requests | more than `node -e 0`, median | fastest to slowest |',
  '|---|---:|---:|---:|',
  ...rows,
].join('\n');
console.log(figures);
if (values.write) publish('bench:action', `${figures}\n`);
