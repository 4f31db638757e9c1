import { parseArgs } from 'node:util';
import { Problem } from '../src/problem.ts';
import type { Case } from '../test/truth/cases/case.ts';
import { everyCase } from '../test/truth/cases/index.ts';
import { everyCase as everyMysqlCase } from '../test/truth/mysql/cases/index.ts';
import { type MysqlServer, mysqlServers } from '../test/truth/mysql/record.ts';
import { pins } from './truth/binaries.ts';
import * as mysql from './truth/mysql/record.ts';
import { record } from './truth/record.ts';
import { withPostgres } from './truth/server.ts';
import { show } from './truth/show.ts';

/**
 * `npm run truth -- [postgres@12 mysql@9.7 …]`: runs every case on real servers of these versions (all of them, where none is named), one after the other, and
 * writes what they did into test/truth/<server>-<version>.json. `--new` runs only those that are not recorded as they stand. To look without writing:
 * `--case TEXT` shows the cases whose name contains it, `--sql SETUP STATEMENT…` any statements on any setup (`--outside`: in no transaction).
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    new: { type: 'boolean', default: false },
    case: { type: 'string' },
    sql: { type: 'string' },
    outside: { type: 'boolean', default: false },
  },
});
const [servers, statements] = [positionals.filter(isServer), positionals.filter((each) => !isServer(each))];

try {
  if (values.sql === undefined && statements.length > 0) throw new Problem(`not a server such as postgres@18: ${statements.join(', ')}`);
  for (const server of serversOf(servers)) {
    if (isMysql(server)) await onMysql(server);
    else await onPostgres(Number(server.slice('postgres@'.length)));
  }
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(error.oneLine);
  process.exitCode = 1;
}

async function onPostgres(major: number): Promise<void> {
  if (values.sql !== undefined) await withPostgres(major, (server) => show(server, major, asked(values.sql ?? '')));
  else if (values.case !== undefined) await withPostgres(major, (server) => show(server, major, named(everyCase, values.case ?? '')));
  else await record(major, values.new);
}

async function onMysql(server: MysqlServer): Promise<void> {
  if (values.sql !== undefined) await mysql.show(server, asked(values.sql));
  else if (values.case !== undefined) await mysql.show(server, named(everyMysqlCase, values.case));
  else await mysql.record(server, values.new);
}

function isServer(word: string): boolean {
  return /^(postgres|mysql|mariadb)@[\d.]+$/.test(word);
}

function isMysql(server: string): server is MysqlServer {
  return (mysqlServers as readonly string[]).includes(server);
}

function serversOf(asked: readonly string[]): readonly string[] {
  const known = [...Object.keys(pins).map((major) => `postgres@${major}`), ...mysqlServers];
  const unknown = asked.find((server) => !known.includes(server));
  if (unknown !== undefined) throw new Problem(`${unknown} is not one of ${known.join(', ')}`);
  return asked.length > 0 ? asked : known;
}

function asked(setup: string): readonly Case[] {
  return statements.map((sql) => ({ name: sql, setup, sql, ...(values.outside && { outsideTransaction: true as const }) }));
}

function named<Each extends { readonly name: string }>(cases: readonly Each[], text: string): readonly Each[] {
  return cases.filter((each) => each.name.includes(text));
}
