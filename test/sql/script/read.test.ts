// biome-ignore-all lint/suspicious/noTemplateCurlyInString: programs as text
import { expect, test } from 'vitest';
import { loadReader } from '../../../src/sql/load.ts';
import { readScript } from '../../../src/sql/script/reader.ts';

const reader = await loadReader();

/** What is read of a program: its statements with their lines, and what is not. */
function read(source: string, path = '1_a.ts', direction: 'up' | 'down' = 'up') {
  const script = readScript(source, path, direction);
  if (script === undefined || 'message' in script) return script;
  expect(script.text).toHaveLength(source.length);
  const { statements } = reader.read(script.text, script.sections);
  const lineOf = (at: number): number => source.slice(0, at).split('\n').length;
  return {
    sql: statements.map(
      ({ span, unreadable }) => `${lineOf(span.start)}: ${unreadable ? 'UNREADABLE ' : ''}${script.text.slice(span.start, span.end)}`,
    ),
    unread: script.unread.map(({ span, reason }) => `${lineOf(span.start)}: ${reason}`),
  };
}
const up = (body: string, handle = 'knex'): string => `export async function up(${handle}) {\n${body}\n}\n`;
const sqlOf = (body: string, handle?: string) => {
  const found = read(up(body, handle));
  return found !== undefined && 'sql' in found ? { sql: found.sql.map((each) => each.replace(/^\d+: /, '')), unread: found.unread } : found;
};

test.each([
  ['exports.up = function (knex) { return knex.raw("SELECT 1"); };'],
  ['exports.up = async (knex) => { await knex.raw("SELECT 1"); };'],
  ['module.exports.up = (knex) => knex.raw("SELECT 1");'],
  ['module.exports = { up: async (queryInterface, Sequelize) => { await queryInterface.sequelize.query("SELECT 1"); } };'],
  ['module.exports = { async up({ context: queryInterface }) { await queryInterface.sequelize.query("SELECT 1"); } };'],
  ['export default { up: async (db) => db.raw("SELECT 1") };'],
  ['export const up = async (knex: Knex): Promise<void> => { await knex.schema.raw("SELECT 1"); };'],
  ['async function up(knex) { await knex.raw("SELECT 1"); }\nexport { up };'],
  ['async function up(knex) { await knex.raw("SELECT 1"); }\nmodule.exports = { up };'],
  [
    'export class A implements MigrationInterface { public async up(queryRunner: QueryRunner): Promise<void> { await queryRunner.query("SELECT 1"); } }',
  ],
  ['export class A extends Migration { async up(): Promise<void> { this.addSql("SELECT 1"); } }'],
  ['exports.default = class extends Migration { up = async () => { this.addSql("SELECT 1"); }; }'],
  ['export const up = (pgm: MigrationBuilder) => { pgm.sql("SELECT 1"); };'],
  ['import { sql } from "kysely";\nexport async function up(db) { await sql`SELECT 1`.execute(db); }'],
  ['export async function up(db) { await sql.raw("SELECT 1").execute(db); }'],
  ['export const up = (sql) => sql`SELECT 1`;'],
])('finds what runs: %s', (source) => {
  const found = read(source);
  expect(found).toMatchObject({ unread: [] });
  expect((found as { readonly sql: readonly string[] }).sql.map((each) => each.replace(/^\d+: /, ''))).toEqual(['SELECT 1']);
});

test('directions are told apart', () => {
  const source = `export async function up(k) {\n  await k.raw('CREATE TABLE a ()');\n}\nexport async function down(k) {\n  await k.raw('DROP TABLE a');\n}\n`;
  expect(read(source)).toEqual({ sql: ['2: CREATE TABLE a ()'], unread: [] });
  expect(read(source, '1_a.ts', 'down')).toEqual({ sql: ['5: DROP TABLE a'], unread: [] });
  expect(read('exports.up = async () => {};\nexports.down = false;', '1.js', 'down')).toBeUndefined();
});

test.each([
  ["await knex.raw('SELECT 1');", ['SELECT 1']],
  ['await knex.raw(`SELECT\n  1`);', ['SELECT\n  1']],
  ["await knex.raw('ALTER TABLE a ' + 'ADD b int');", ['ALTER TABLE a     ADD b int']],
  ["await knex.raw('ALTER TABLE a_' + 'b ADD c int');", ['ALTER TABLE a_b     ADD c int']],
  ['await knex.raw("ALTER TABLE \\"a\\" ADD \\"b c\\" int DEFAULT \'x\'");', ['ALTER TABLE "a"   ADD "b c"   int DEFAULT \'x\'']],
  ["await knex.raw('SELECT \\'it\\'\\'s\\' AS a');", ["SELECT 'it''s'     AS a"]],
  ["await knex.raw('-- one\\nSELECT 1;\\n-- two\\nSELECT 2');", ['SELECT 1', 'SELECT 2']],
  ["const t = 'users';\nawait knex.raw(`ALTER TABLE ${t} ADD a int`);", ['ALTER TABLE users ADD a int']],
  ["const t = 'a_far_longer_name';\nawait knex.raw(`ALTER TABLE ${t} ADD a int`);", ['ALTER TABLE a_far_longer_name ADD a int']],
  ["await knex.raw(['SELECT 1', 'FROM a'].join(' '));", ['SELECT 1    FROM a']],
  ["await knex.raw('ALTER TABLE ?? ADD a int', ['x']);", ['ALTER TABLE "x" ADD a int']],
  ["await knex.raw('UPDATE a SET b = ?', [f()]);", ['UPDATE a SET b = $1']],
  ["await knex.raw(\"SELECT '{}'::jsonb \\\\? 'a'\", []);", ["SELECT '{}'::jsonb ?   'a'"]],
  ["if (!(await knex.schema.hasTable('a'))) { await knex.raw('SELECT 1'); }", ['SELECT 1']],
  ["await knex.transaction(async (trx) => { await trx.raw('SELECT 1'); });", ['SELECT 1']],
  ["const rows = (await knex.raw('SELECT 1')).rows;", ['SELECT 1']],
  ["await Promise.all([knex.raw('SELECT 1'), knex.raw('SELECT 2')]);", ['SELECT 1', 'SELECT 2']],
  ["const runner = knex.manager;\nawait runner.query('SELECT 1');", ['SELECT 1']],
  ["await knex.commitTransaction();\nawait knex.query('SELECT 1');\nawait knex.startTransaction();", ['COMMIT', 'SELECT 1', 'BEGIN']],
  [
    'await sql`ALTER TABLE ${sql.ref("s.a")} ADD b text DEFAULT ${sql.lit("it\'s")}`.execute(knex);',
    ['ALTER TABLE "s"."a" ADD b text DEFAULT \'it\'\'s\''],
  ],
])('reads %s', (body, sql) => {
  const found = sqlOf(body) as { readonly sql: readonly string[]; readonly unread: readonly string[] };
  expect(found.unread).toEqual([]);
  expect(found.sql.map((each) => each.replace(/ +/g, ' '))).toEqual(sql.map((each) => each.replace(/ +/g, ' ')));
});

test.each([
  ['await knex.raw(`ALTER TABLE ${T} ADD a int`);', '`knex.raw` sends SQL with `T` in it, which only a run would tell'],
  ["let t = 'a';\nawait knex.raw(`ALTER TABLE ${t} ADD a int`);", '`knex.raw` sends SQL with `t` in it, which only a run would tell'],
  [
    "const t = 'a';\n{ const t = 'b';\nawait knex.raw(`DROP TABLE ${t}`); }",
    '`knex.raw` sends SQL with `t` in it, which only a run would tell',
  ],
  ['await knex.raw(text());', '`knex.raw` sends SQL with `text()` in it, which only a run would tell'],
  ["await knex.raw('DROP TABLE :t:', { t });", '`knex.raw` sends SQL with `{ t }` in it, which only a run would tell'],
  ["await knex.schema.alterTable('a', (t) => { t.dropColumn('b'); });", '`knex.schema.alterTable` makes its SQL when the migration runs'],
  ["await knex('a').update({ b: 1 });", '`knex` makes its SQL when the migration runs'],
  ['await helper(knex);', '`helper` gets the database and is not followed'],
  ['await helper(...knex);', '`helper` gets the database and is not followed'],
  ['const all = { knex };\nawait run(all);', '`knex` is handed on here and is not followed'],
  ['return run({ db: knex });', '`knex` is handed on here and is not followed'],
  ["await knex['raw']('DROP TABLE a');", undefined],
  ['await knex[name](text);', '`knex[…]` makes its SQL when the migration runs'],
  ['knex.raw = other;', '`knex.raw` is set, so what it does is not known any more'],
  ["await client.query('DROP TABLE a');", '`client.query` may send SQL by another way than the migration’s own'],
])('reports what it cannot read: %s', (body, reason) => {
  const found = sqlOf(body) as { readonly sql: readonly string[]; readonly unread: readonly string[] };
  if (reason === undefined) expect(found).toEqual({ sql: ['DROP TABLE a'], unread: [] });
  else expect(found.unread.map((each) => each.replace(/^\d+: /, '').replace('’', "'"))).toEqual([reason.replace('’', "'")]);
});

test('a constant that is sent out of its place is reported, not taken out of order', () => {
  const source = `const second = 'DROP TABLE b';\n${up("await knex.raw('DROP TABLE a');\nawait knex.raw(second);")}`;
  expect(read(source)).toEqual({
    sql: ['3: DROP TABLE a'],
    unread: ['4: `second` stands elsewhere in the file, and not in the order in which it runs'],
  });
});

test.each([
  ['export const x = 1;', { message: 'No function `up` was found in it.', line: 1 }],
  ['export async function up(knex) {\n  await knex.raw(`x;\n}', { line: 2 }],
  [`export const up = (k) => k.raw(${'('.repeat(20000)}1${')'.repeat(20000)});`, { line: 1 }],
  ["export { up } from './other';", { sql: [], unread: ['1: the function that runs is not in this file, or not written out'] }],
  ['exports.up = make();', { sql: [], unread: ['1: the function that runs is not in this file, or not written out'] }],
])('fails closed: %.60s', (source, expected) => {
  expect(read(source)).toMatchObject(expected);
});

test('comments that speak to Lockstep are read, those of the way back are not', () => {
  const source = `// lockstep: no-transaction\nexport async function up(k) {\n  // lockstep-ignore drop-column: gone\n  await k.raw('SELECT 1');\n}\nexport async function down(k) {\n  // lockstep-ignore x: y\n}\n`;
  const script = readScript(source, 'a.ts', 'up');
  expect(script).toBeDefined();
  const { text, sections } = script as { readonly text: string; readonly sections: readonly { start: number; end: number }[] };
  expect(reader.read(text, sections).comments.map((each) => each.text)).toEqual([
    '-- lockstep: no-transaction',
    '-- lockstep-ignore drop-column: gone',
  ]);
});

/** What a few characters could make the reader put together: named as unread, and not put together. */
test.each([
  ['interpolations', `const a = \`${'x'.repeat(20_000)}\`;\n${up(`knex.raw(\`${'${a}'.repeat(4_000)}\`);`)}`],
  ['many queries', `const a = \`${'x'.repeat(20_000)}\`;\n${up('knex.raw(`${a}${a}`);\n'.repeat(2_000))}`],
  ['a separator', up(`knex.raw([${'1,'.repeat(4_000)}].join('${'x'.repeat(20_000)}'));`)],
  ['names', `const a = '${'x'.repeat(20_000)}';\n${up(`knex.raw('${'??'.repeat(4_000)}', [${'a,'.repeat(4_000)}]);`)}`],
  [
    'constants of constants',
    `const a0 = '';\n${Array.from({ length: 40 }, (_, i) => `const a${i + 1} = \`\${a${i}}\${a${i}}\`;\n`).join('')}${up('knex.raw(a40);')}`,
  ],
])('text without bound: %s', (_, source) => {
  const script = readScript(source, '1_a.js', 'up');
  const reasons = script !== undefined && 'unread' in script ? script.unread.map(({ reason }) => reason) : [];
  expect(reasons.at(-1)).toMatch(/in it, which comes to more than is read of one program$/);
});

test('long chains of members, sums and functions that go up take no longer than they are', () => {
  expect(sqlOf(`x${'.y'.repeat(1_000)};`)).toEqual({ sql: [], unread: [] });
  expect(sqlOf(`knex.raw('SELECT ' + ${"'' + ".repeat(1_000)}'1');`)).toMatchObject({ sql: [expect.stringMatching(/^SELECT +1$/)] });
  expect(read('exports.up = () => {};\n'.repeat(20_000))).toEqual({ sql: [], unread: [] });
});

test('constants of constants, numbers, and what is added up', () => {
  const constants = "const schema = 'app';\nconst table = `${schema}.orders`;\nconst factor = 0.5;\nconst one = 1;\n";
  const found = (body: string) => {
    const { sql, unread } = read(constants + up(body)) as { sql: string[]; unread: string[] };
    return [...sql.map((each) => each.replace(/^\d+: /, '')), ...unread.map((each) => each.replace(/^\d+: /, ''))];
  };
  expect(found('knex.raw(`DROP TABLE ${table}`);')).toEqual(['DROP TABLE app.orders']);
  expect(found('knex.raw(`SELECT ${factor}`);')).toEqual(['SELECT 0.5']);
  expect(found("knex.raw('SELECT ' + one + 2);")).toEqual(['SELECT 12']);
  expect(found("knex.raw(one + 2 + ' ');")).toEqual(["`knex.raw` sends SQL with `one + 2 + ' '` in it, which only a run would tell"]);
  expect(found('knex.raw(`SELECT ${1.50}`);')).toEqual(['`knex.raw` sends SQL with `1.50` in it, which only a run would tell']);
  expect(read(`const a = b + '';\nconst b = a + '';\n${up('knex.raw(a);')}`)).toMatchObject({ sql: [] });
});

test('alterTable under another name is no reading of the catalog, and what every object has is no transaction', () => {
  expect(sqlOf("knex.schema.table('a', (t) => t.dropColumn('b'));")).toEqual({
    sql: [],
    unread: ['2: `knex.schema.table` makes its SQL when the migration runs'],
  });
  expect(sqlOf("knex.raw('SELECT 1').toString().valueOf();")).toMatchObject({ sql: ['SELECT 1'] });
});

test('options of Sequelize that put nothing in leave colons and question marks as they are', () => {
  const sent = (options: string) => sqlOf(`db.sequelize.query("SELECT a ? 'b', c::int", ${options});`, 'db');
  expect(sent('{ transaction: t }')).toEqual({ sql: ["SELECT a ? 'b', c::int"], unread: [] });
  for (const options of ['{ replacements: { d: 1 } }', '{ ...options }', '{ bind: [1] }', 'options'])
    expect(sent(options)).toMatchObject({ sql: [] });
});

test('a list that a loop sends is read in its order', () => {
  const list = ["'SELECT 1'", '`SELECT ${2}`', 'three'].join(', ');
  expect(sqlOf(`for (const sql of [${list}]) { await knex.raw(sql); }`)).toEqual({
    sql: ['SELECT 1', 'SELECT 2'],
    unread: ['2: `knex.raw` sends SQL with `three` in it, which only a run would tell'],
  });
  expect(read(`const all = ['SELECT 1', 'SELECT 2'];\n${up('for (const sql of all) knex.raw(sql);')}`)).toEqual({
    sql: ['1: SELECT 1', '1: SELECT 2'],
    unread: [],
  });
});

/** The text as MySQL gets it, of which every token is where the program has it. */
test.each([
  [
    'names',
    'ALTER TABLE \\`orders\\` ADD COLUMN \\`customer id\\` int, ADD INDEX \\`a\\`(\\`id\\`)',
    'ALTER TABLE `orders` ADD COLUMN `customer id` int, ADD INDEX `a`(`id`)',
  ],
  ['names beside each other', 'UPDATE \\`a\\` SET \\`b\\`=\\`c  d\\`', 'UPDATE `a` SET `b`=`c  d`'],
  ['strings with backslashes', "INSERT INTO a VALUES ('it\\\\'s   so', \\`b\\`)", "INSERT INTO a VALUES ('it\\'s   so', `b`)"],
])('MySQL: %s stay as they are', async (_, written, sql) => {
  const { loadMysqlReader } = await import('../../../src/sql/load.ts');
  const mysql = await loadMysqlReader({ server: 'mysql' });
  const script = readScript(up(`await queryRunner.query(\`${written}\`);`, 'queryRunner'), '1_a.ts', 'up');
  if (script === undefined || 'message' in script) throw new Error('not read');
  const [statement] = mysql.read(script.text, script.sections).statements;
  const text = script.text.slice(statement?.span.start, statement?.span.end);
  expect(statement?.unreadable).toBeUndefined();
  // Blanks between words may be more; within quotes they are what they were.
  const quoted = (of: string): readonly string[] => of.match(/`[^`]*`|'(?:[^'\\]|\\.)*'/g) ?? [];
  expect(quoted(text)).toEqual(quoted(sql));
  expect(text.replace(/ +/g, ' ')).toBe(sql.replace(/ +/g, ' '));
});
