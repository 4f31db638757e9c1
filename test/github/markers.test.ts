import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connect } from '../../src/github/client.ts';
import type { Settings } from '../../src/github/inputs.ts';
import { readPullRequest } from '../../src/github/pull-request.ts';
import type { MigrationSet } from '../../src/migration/migration.ts';
import { baseSha, headSha, startFake, token } from './fake.ts';

/** Which tool runs the migrations of a pull request is for its base to say; how one of them is run, for the file beside it. */

type Files = Readonly<Record<string, string>>;

async function toolsOf(base: Files, change: Files, checkout: boolean): Promise<readonly string[]> {
  const sets = await setsOf(base, { ...base, ...change }, checkout);
  return sets.map(({ tool, units }) => `${tool?.id} ${units.flatMap((unit) => unit.migrations.map((each) => each.transaction)).join()}`);
}

async function setsOf(base: Files, head: Files, checkout: boolean): Promise<readonly MigrationSet[]> {
  const fake = await startFake({ base, head });
  onTestFinished(() => fake.close());
  const workspace = mkdtempSync(join(tmpdir(), 'lockstep-'));
  onTestFinished(() => rmSync(workspace, { recursive: true }));
  if (checkout) {
    const git = { '.git/HEAD': `${headSha}\n`, ...head };
    for (const [path, text] of Object.entries(git)) {
      mkdirSync(dirname(join(workspace, path)), { recursive: true });
      writeFileSync(join(workspace, path), text);
    }
  }
  const settings: Settings = {
    token,
    paths: [],
    proof: { skip: true, required: false },
    openFollowUp: false,
    outputs: [],
    directory: '',
    repository: { owner: 'Codertocat', repo: 'Hello-World' },
    trigger: { kind: 'pull-request', number: 2, head: headSha, base: baseSha, merge: headSha } as Settings['trigger'],
    apiUrl: fake.url,
    proxied: false,
    workspace,
    temporary: workspace,
  };
  return (await readPullRequest(await connect(settings), settings)).sets;
}

const history = { 'diesel.toml': '', 'migrations/1_a/up.sql': 'CREATE TABLE orders (id int);\n' };

test.each([true, false])('the base says which tool it is, with a checkout: %s', async (checkout) => {
  expect(await toolsOf(history, { 'migrations/2_b/up.sql': 'SELECT 1;\n' }, checkout)).toEqual(['diesel wrapped']);
});

test.each([true, false])('a file beside the migration counts as the branch has it, with a checkout: %s', async (checkout) => {
  const change = { 'migrations/2_b/up.sql': 'SELECT 1;\n', 'migrations/2_b/metadata.toml': 'run_in_transaction = false\n' };
  expect(await toolsOf(history, change, checkout)).toEqual(['diesel single-query']);
});

test.each([true, false])('a branch does not change the tool of what is there, with a checkout: %s', async (checkout) => {
  const change = { 'migrations/2_b.sql': 'SELECT 1;\n', 'migrations/atlas.sum': 'h1:x\n' };
  expect(await toolsOf({ 'migrations/1_a.sql': 'SELECT 1;\n' }, change, checkout)).toEqual(['plain unknown']);
});

test.each([true, false])('what is new to the base is run by the tool that comes with it, with a checkout: %s', async (checkout) => {
  const change = { 'migrations/1_a.sql': 'SELECT 1;\n', 'migrations/atlas.sum': 'h1:x\n' };
  expect(await toolsOf({ 'README.md': '' }, change, checkout)).toEqual(['atlas wrapped']);
});

test.each([true, false])('a schema in a folder is read as the head has it, with a checkout: %s', async (checkout) => {
  const base = {
    'package.json': '{"prisma":{"schema":"db/schema"}}',
    'db/schema/a.prisma': 'model A {\n  id Int @id\n}\n',
    'db/schema/gone.prisma': 'model Gone {\n  id Int @id\n}\n',
    'db/migrations/1_a/migration.sql': 'CREATE TABLE "A" (id int PRIMARY KEY);\n',
  };
  const { 'db/schema/gone.prisma': _, ...kept } = base;
  const head = { ...kept, 'db/schema/b.prisma': 'model B {\n  id Int @id\n}\n', 'db/migrations/2_b/migration.sql': 'SELECT 1;\n' };
  const [set] = await setsOf(base, head, checkout);
  expect(set?.declared).toMatchObject({ path: 'db/schema', files: [{ path: 'db/schema/a.prisma' }, { path: 'db/schema/b.prisma' }] });
  expect(set?.declared?.text.match(/model \w+/g)).toEqual(['model A', 'model B']);
});
