import { parseArgs } from 'node:util';
import { Problem } from '../src/problem.ts';
import type { Case } from '../test/truth/cases/case.ts';
import { everyCase } from '../test/truth/cases/index.ts';
import { pins } from './truth/binaries.ts';
import { record } from './truth/record.ts';
import { withPostgres } from './truth/server.ts';
import { show } from './truth/show.ts';

/**
 * `npm run truth -- [postgres@12 …]`: runs every case on real servers of these majors (all of them, where none is named), one after the other, and
 * writes what they did into test/truth/postgres-<major>.json. `--new` runs only those that are not recorded as they stand. To look without writing:
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
  for (const major of majorsOf(servers)) {
    if (values.sql !== undefined) await withPostgres(major, (server) => show(server, major, asked(values.sql ?? '')));
    else if (values.case !== undefined) await withPostgres(major, (server) => show(server, major, named(values.case ?? '')));
    else await record(major, values.new);
  }
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(error.oneLine);
  process.exitCode = 1;
}

function isServer(word: string): boolean {
  return /^postgres@\d+$/.test(word);
}

function majorsOf(servers: readonly string[]): readonly number[] {
  const known = Object.keys(pins).map(Number);
  const majors = servers.map((server) => Number(server.slice('postgres@'.length)));
  for (const major of majors)
    if (!known.includes(major)) throw new Problem(`postgres@${major} is not one of ${known.map((each) => `postgres@${each}`).join(', ')}`);
  return majors.length > 0 ? majors : known;
}

function asked(setup: string): readonly Case[] {
  return statements.map((sql) => ({ name: sql, setup, sql, ...(values.outside && { outsideTransaction: true as const }) }));
}

function named(text: string): readonly Case[] {
  return everyCase.filter((each) => each.name.includes(text));
}
