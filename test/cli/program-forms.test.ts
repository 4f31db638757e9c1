import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workspace } from './workspace.ts';

/** Calls are exchanged in whatever a program has them in; what is written is run here, on a handle that takes down what it is sent. */

const check = 'ALTER TABLE a ADD CONSTRAINT c CHECK (id > 0)';
const note = "COMMENT ON TABLE a IS 'x'";
const more = "COMMENT ON COLUMN a.id IS 'y'";

async function sentBy(path: string): Promise<readonly string[]> {
  const sent: string[] = [];
  // As a server would: in the order in which it gets them, each only once it is waited for.
  const raw = (sql: string): PromiseLike<void> => ({
    // biome-ignore lint/suspicious/noThenProperty: as Knex's are
    then: (done, failed) =>
      Promise.resolve()
        .then(() => void sent.push(sql))
        .then(done, failed),
  });
  const query = async (sql: string, options?: unknown): Promise<void> => {
    await raw(sql);
    if (options !== undefined) expect(options).toEqual({ transaction: 7 });
  };
  const transaction = (work: (it: number) => Promise<void>): Promise<void> => work(7);
  await createRequire(import.meta.url)(path).up({ raw, sequelize: { query, transaction } });
  return sent;
}

const forms: readonly (readonly [name: string, body: string, written: string])[] = [
  ['an arrow function', `(knex) => knex.raw("${check}")`, '(knex) =>\n  LINES\n  knex.raw(`CHECK`)'],
  ['a returned call', `function (knex) {\n  return knex.raw("${check}");\n}`, 'function (knex) {\n  LINES\n  return knex.raw(`CHECK`);\n}'],
  [
    'a call that an async function returns at its end',
    `async (knex) => {\n  await knex.raw("${note}");\n  return await knex.raw("${check}");\n}`,
    `async (knex) => {\n  await knex.raw("${note}");\n  LINES\n  return knex.raw(\`CHECK\`);\n}`,
  ],
  [
    'a chain of promises',
    `(knex) =>\n  knex.raw("${check}")\n    .then(() => knex.raw("${note}"))`,
    `(knex) =>\n  LINES\n  knex.raw(\`CHECK\`)\n    .then(() => knex.raw("${note}"))`,
  ],
  [
    'Promise.all',
    `async (knex) => {\n  await Promise.all([knex.raw("${note}"), knex.raw("${check}")]);\n  await knex.raw("${more}");\n}`,
    `async (knex) => {\n  await knex.raw("${note}");\n  LINES\n  await knex.raw(\`CHECK\`);\n  await knex.raw("${more}");\n}`,
  ],
  [
    'a list that a loop sends',
    `async (knex) => {\n  for (const sql of [\n    "${note}",\n    "${check}",\n    "${more}",\n  ])\n    await knex.raw(sql);\n}`,
    `async (knex) => {\n  for (const sql of [\n    "${note}",\n    LINES\n    \`CHECK\`,\n    "${more}",\n  ])\n    await knex.raw(sql);\n}`,
  ],
  [
    'options beside the SQL',
    `(db) => db.sequelize.transaction(async (transaction) => {\n  await db.sequelize.query("${check}", { transaction });\n  await db.sequelize.query("${note}", {\n    transaction,\n  });\n})`,
    `(db) => db.sequelize.transaction(async (transaction) => {\n  LINES\n  await db.sequelize.query(\`CHECK\`, { transaction });\n  await db.sequelize.query("${note}", {\n    transaction,\n  });\n})`,
  ],
];

test.each(forms)('%s', async (_, body, written) => {
  const library = body.includes('sequelize') ? 'queryInterface' : 'knex';
  const here = workspace({
    'package.json': '{"type":"commonjs"}',
    '.lockstep.yml': 'lock-timeout: role\nengine: postgres@18\n',
    'migrations/20240101000000_a.js': `// ${library}\nexports.up = (${library}) => ${library}.raw("CREATE TABLE a (id int)");\n`,
    'migrations/20240102000000_b.js': `exports.up = ${body};\n`,
  });
  const path = 'migrations/20240102000000_b.js';
  const before = await sentBy(join(here.directory, path));
  expect((await here.lockstep('plan', path, '--write', '--no-proof')).code).toBe(0);
  const text = readFileSync(join(here.directory, path), 'utf8');
  const lines = /\n( *)\/\/ lockstep: pending.*(?:\n *\/\/.*)*/.exec(text);
  expect(text.replace(lines?.[0] ?? '', `\n${lines?.[1]}LINES`).replace(`${check} NOT VALID`, 'CHECK')).toBe(`exports.up = ${written};\n`);

  createRequire(import.meta.url).cache[join(here.directory, path)] = undefined;
  const files = readdirSync(join(here.directory, 'migrations')).slice(1).sort();
  const sent = (await Promise.all(files.map((file) => sentBy(join(here.directory, 'migrations', file))))).flat();
  expect(sent).toEqual([...before.map((sql) => (sql === check ? `${check} NOT VALID` : sql)), 'ALTER TABLE a VALIDATE CONSTRAINT c;']);
  expect((await here.lockstep('check', 'migrations', '--no-proof')).stdout).toMatch(/nothing unsafe/);
});

test.each([
  ['what stands under an `if`', `async (knex) => { if (knex.client) await knex.raw("${check}"); }`],
  ['what is used', `async (knex) => { const done = await knex.raw("${check}"); console.log(done); }`],
  ['values for placeholders', `async (knex) => { await knex.raw("${check}", [1]); }`],
  ['what others of a Promise.all have to wait for', `async (knex) => { await Promise.all([knex.raw("${check}"), fetch('/')]); }`],
])('%s is not exchanged', async (_, body) => {
  const here = workspace({
    'migrations/20240101000000_a.js': 'exports.up = (knex) => knex.raw("CREATE TABLE a (id int)");\n',
    'migrations/20240102000000_b.js': `exports.up = ${body};\n`,
  });
  const { stdout } = await here.lockstep('check', 'migrations/20240102000000_b.js', '--no-proof');
  expect(stdout.replace(/\s+/g, ' ')).toContain('its program would have to be written anew');
});
