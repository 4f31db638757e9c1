import type { MysqlContext } from '../../src/engine/engine.ts';
import { failuresOf } from '../../src/engine/failure.ts';
import type { Effect } from '../../src/engine/mysql/effect.ts';
import { mysql } from '../../src/engine/mysql/index.ts';
import { applyStatement } from '../../src/schema/apply.ts';
import { loadMysqlSchema } from '../../src/schema/load-mysql.ts';
import type { Schema } from '../../src/schema/schema.ts';
import { loadMysqlReader } from '../../src/sql/load.ts';
import { exceptions } from '../../test/engine/mysql/exceptions.ts';
import { mysqlServers, readRecord } from '../../test/truth/mysql/record.ts';
import { sections, tables } from './operations.ts';
import { staged } from './staged.ts';

const reader = await loadMysqlReader({ server: 'mysql' });
const schema = replayed(tables, await loadMysqlSchema());

/** The columns of the tables: those that were run are said to be. */
const servers = [
  ['5.7', 'mysql', '5.7'],
  ['8.0.12', 'mysql', '8.0.12'],
  ['8.0.29, 8.4', 'mysql', '8.0.29'],
  ['**9.7**', 'mysql', '9.7'],
  ['10.3', 'mariadb', '10.3'],
  ['10.6', 'mariadb', '10.6'],
  ['**10.11**', 'mariadb', '10.11'],
  ['**11.8**', 'mariadb', '11.8'],
] as const;

function replayed(sql: string, start: Schema): Schema {
  return reader.read(sql).statements.reduce((schema, { operations, unreadable }) => {
    if (unreadable) throw new Error(unreadable.message);
    return applyStatement(schema, operations);
  }, start);
}

/** What the last of these statements does to its table. */
export function effectOf(sql: string, target: MysqlContext['target'], before = schema): Effect | undefined {
  const statements = reader.read(sql).statements;
  const last = statements.at(-1);
  if (last === undefined || statements.some(({ unreadable }) => unreadable)) throw new Error(`not read: ${sql}`);
  const start = statements.slice(0, -1).reduce((at, { operations }) => applyStatement(at, operations), before);
  return mysql.statementEffects(last.operations, start, { target })[0];
}

/** The schema that the operations and the staged forms begin with, after further statements. */
export const schemaAfter = (statements: readonly string[]): Schema => statements.reduce((at, sql) => replayed(sql, at), schema);

/** As in `INPLACE, rebuild, no writes`; a dash where the server does not know the statement. */
function cell(effect: Effect | undefined): string {
  if (effect === undefined || failuresOf(effect).some(({ code, certain }) => certain && /^(1064|1911|1674)$/.test(code))) return '–';
  const { algorithm, lock, work } = effect;
  const done = work.includes('rebuild') && algorithm !== 'COPY' ? ['rebuild'] : work.includes('index-build') ? ['index'] : [];
  const kept = { none: algorithm === 'COPY' ? ['writes go on'] : [], shared: ['no writes'], exclusive: ['nobody else'] }[lock];
  return [...(algorithm === null ? [] : [algorithm]), ...done, ...kept].join(', ') || 'at once';
}

export function engineTables(): string {
  const head = [
    'operation',
    ...servers.map(([title, server], i) =>
      servers[i - 1]?.[1] === server ? title : `${server === 'mysql' ? 'MySQL' : 'MariaDB'} ${title}`,
    ),
  ];
  return sections
    .map(({ title, operations }) => {
      const rows = operations.map(([operation, sql]) => [
        operation,
        ...servers.map(([, engine, version]) => cell(effectOf(sql, { engine, version }))),
      ]);
      return [`## ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
    })
    .join('\n\n');
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export function stagedForms(): string {
  return staged
    .map(({ operation, steps }) => {
      const blocks: string[] = [];
      let sql: string[] = [];
      const flush = (): void => {
        if (sql.length > 0) blocks.push(['```sql', ...sql.map((each) => `${each};`), '```'].join('\n'));
        sql = [];
      };
      for (const step of steps) {
        if (step.startsWith('(')) {
          flush();
          blocks.push(`${step[1]?.toUpperCase()}${step.slice(2, -1)}.`);
        } else sql.push(step);
      }
      flush();
      return [`### ${operation}`, ...blocks].join('\n\n');
    })
    .join('\n\n');
}

/** How far what is said is held against servers: test/engine/mysql/record.test.ts requires it. */
export function agreementTable(): string {
  const rows = mysqlServers.map((server) => {
    const cases = readRecord(server).groups.reduce((sum, group) => sum + Object.keys(group.cases).length, 0);
    const others = Object.keys(exceptions[server]).length;
    return [server, String(cases), String(cases - others), String(others)];
  });
  const reasons = [...new Set(mysqlServers.flatMap((server) => Object.values(exceptions[server])))].map((each) => `- ${each}`);
  return [
    ...[['server', 'cases', 'exact', 'otherwise, with a reason'], ['---', '---', '---', '---'], ...rows].map(line),
    '',
    'The reasons:',
    '',
    ...reasons,
  ].join('\n');
}
