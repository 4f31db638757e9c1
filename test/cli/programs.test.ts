// biome-ignore-all lint/suspicious/noTemplateCurlyInString: programs as text
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { repository, workspace } from './workspace.ts';

/** Migrations in TypeScript and JavaScript, from the command line to the report. */

const typeorm = (name: string, up: string, down = ''): string => `import { MigrationInterface, QueryRunner } from 'typeorm';

export class ${name} implements MigrationInterface {
  public async up(queryRunner: QueryRunner): Promise<void> {
${up}
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
${down}
  }
}
`;
const history = {
  'db/migrations/1700000000000-Init.ts': typeorm(
    'Init1700000000000',
    '    await queryRunner.query(`CREATE TABLE "user" (id int, email text NOT NULL)`);',
  ),
};
const findings = (stdout: string): readonly string[] =>
  (JSON.parse(stdout).files as { path: string; findings: { rule: string; line: number; column: number }[] }[]).flatMap((file) =>
    file.findings.map(({ rule, line, column }) => `${line}:${column} ${rule}`),
  );

test('findings stand where the program has its SQL, and history is read', async () => {
  const here = workspace({
    ...history,
    '.lockstep.yml': 'lock-timeout: role\n',
    'db/migrations/1700000000001-Next.ts': typeorm(
      'Next1700000000001',
      `    await queryRunner.query(
      'ALTER TABLE "user" ' +
        'ALTER COLUMN id TYPE bigint',
    );
    // lockstep-ignore create-index-blocking: an hour nobody is there
    await queryRunner.query("CREATE INDEX a ON \\"user\\" (email)");
    await queryRunner.query('ALTER TABLE "user" ALTER COLUMN email SET NOT NULL');
    await queryRunner.dropColumn('user', 'email');`,
      '    await queryRunner.query(`DROP INDEX a`);',
    ),
  });
  const path = 'db/migrations/1700000000001-Next.ts';
  const { stdout } = await here.lockstep('check', path, '--format', 'json', '--no-proof');
  expect(findings(stdout)).toEqual(['7:10 alter-column-type-blocking', '10:30 create-index-blocking', '12:11 dynamic-sql']);
  const [file] = JSON.parse(stdout).files;
  expect(file.findings[1].suppressed.reason).toBe('an hour nobody is there');
  expect(file.migration).toMatchObject({ tool: 'typeorm', order: 2, direction: 'up', transaction: 'wrapped' });

  const { stdout: shown } = await here.lockstep('check', path, '--no-proof');
  expect(shown).toContain("await queryRunner.dropColumn('user', 'email');");
  expect(shown).toContain('`queryRunner.dropColumn` makes its SQL when the migration runs');
  // The files of a directory are found, and nothing else that is TypeScript.
  here.write({ 'db/migrations/index.ts': 'export {};\n', 'db/migrations/1700000000001-Next.spec.ts': 'x' });
  const all = JSON.parse((await here.lockstep('check', '--format', 'json', '--no-proof')).stdout).files as { path: string }[];
  expect(all.map((each) => each.path)).toEqual(['db/migrations/1700000000000-Init.ts', path]);
});

test.each([
  ['knex', 'exports.up = (knex) => knex.raw("CREATE INDEX CONCURRENTLY a ON b (c)");\nexports.config = { transaction: false };\n'],
  [
    'typeorm',
    typeorm('A', '    await queryRunner.query(`CREATE INDEX CONCURRENTLY a ON b (c)`);').replace(
      '{\n',
      '{\n  transaction = false as const;\n',
    ),
  ],
  [
    'mikro-orm',
    "import { Migration } from '@mikro-orm/migrations';\nexport class M extends Migration {\n  async up() { this.addSql('CREATE INDEX CONCURRENTLY a ON b (c)'); }\n  isTransactional(): boolean { return false; }\n}\n",
  ],
  ['node-pg-migrate', "exports.up = (pgm) => { pgm.noTransaction(); pgm.sql('CREATE INDEX CONCURRENTLY a ON b (c)'); };\n"],
  ['sequelize', "module.exports = { up: (queryInterface) => queryInterface.sequelize.query('CREATE INDEX CONCURRENTLY a ON b (c)') };\n"],
])('%s: the way out of the transaction is known', async (tool, text) => {
  const here = workspace({ 'migrations/20240101000000-a.ts': text, '.lockstep.yml': 'lock-timeout: role\n' });
  const { stdout } = await here.lockstep('check', '--format', 'json', '--no-proof');
  expect(JSON.parse(stdout).files[0].migration).toMatchObject({ tool, transaction: 'per-statement' });
  expect(findings(stdout)).toEqual([]);
});

test('queries that hold several statements are transactions of their own', async () => {
  const text =
    "module.exports = { up: (queryInterface) => queryInterface.sequelize.query('SELECT 1; CREATE INDEX CONCURRENTLY a ON b (c)') };\n";
  const here = workspace({ 'migrations/20240101000000-a.js': text, '.lockstep.yml': 'lock-timeout: role\n' });
  const { stdout } = await here.lockstep('check', '--format', 'json', '--no-proof');
  expect(findings(stdout)).toContain('1:86 concurrently-in-transaction');
});

test('a program that cannot be read fails, and one without a way back has none', async () => {
  const here = workspace({
    'migrations/01_a.js': 'exports.up = (knex) => {\n',
    'migrations/02_b.js': 'exports.up = (knex) => knex.raw("SELECT 1");\n',
  });
  const { stdout, code } = await here.lockstep('check', '--format', 'json', '--no-proof');
  expect({ code, findings: findings(stdout) }).toEqual({ code: 1, findings: ['2:1 unreadable-statement'] });
});

test('in a branch: its own migrations, by the lines that it changes', async () => {
  const repo = repository({ ...history, '.lockstep.yml': 'lock-timeout: role\n' });
  repo.write({
    'db/migrations/1700000000001-Next.ts': typeorm('Next1700000000001', '    await queryRunner.query(`CREATE INDEX a ON "user" (email)`);'),
    'src/1-not-a-migration.ts': 'export {};\n',
  });
  const { stdout } = await repo.lockstep('check', '--base', 'main', '--format', 'json', '--no-proof');
  expect(JSON.parse(stdout).files.map((each: { path: string }) => each.path)).toEqual(['db/migrations/1700000000001-Next.ts']);
  expect(findings(stdout)).toEqual(['5:30 create-index-blocking']);
});

test('what a plan writes is read as it was: backslashes, backticks, `${` and the placeholders of Knex', async () => {
  const here = workspace({
    'migrations/20240101000000_a.js': 'exports.up = (knex) => knex.raw("CREATE TABLE a (id int)");\n',
    'migrations/20240102000000_b.js': `exports.up = async (knex) => {
  await knex.raw("ALTER TABLE a ADD CONSTRAINT c CHECK (id::text <> E'\\\\\\\\ \\\\? \` \${x}')");
};
`,
  });
  const sqlOf = async (): Promise<readonly string[]> =>
    JSON.parse((await here.lockstep('check', '--format', 'json', '--no-proof')).stdout).files.flatMap(
      (each: { statements: { sql: string }[] }) => each.statements.map(({ sql }) => sql),
    );
  expect((await sqlOf())[1]).toContain('CHECK');
  const { code } = await here.lockstep('plan', 'migrations/20240102000000_b.js', '--write', '--no-proof');
  expect(code).toBe(0);
  const again = await here.lockstep('check', '--no-proof', 'migrations');
  expect(again.stdout).toMatch(/nothing unsafe/);
  const { readScript } = await import('../../src/sql/script/reader.ts');
  const written = readFileSync(`${here.directory}/migrations/20240102000000_b.js`, 'utf8');
  const script = readScript(written, 'b.js', 'up');
  expect(script !== undefined && 'text' in script && script.text.replace(/ +/g, ' ')).toContain(
    "CHECK (id::text <> E'\\\\ ? ` ${x}') NOT VALID",
  );
});

test('where other code stands between the calls that would be edited together, nothing is staged, and it is said why', async () => {
  const here = workspace({
    'migrations/20240101000000_a.js': 'exports.up = (knex) => knex.raw("CREATE TABLE a (id int)");\n',
    'migrations/20240102000000_b.js':
      'exports.up = async (knex) => {\n  if (process.env.SHOP) await knex.raw("ALTER TABLE a ALTER id SET NOT NULL");\n};\n',
  });
  const { stdout } = await here.lockstep('check', 'migrations/20240102000000_b.js', '--no-proof');
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'its program would have to be written anew: the call that sends the SQL is not a statement of its own',
  );
});
