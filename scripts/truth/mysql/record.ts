import { existsSync, writeFileSync } from 'node:fs';
import { linesIn, recordIn, textOf } from '../../../test/truth/lines.ts';
import type { Case } from '../../../test/truth/mysql/case.ts';
import { everyCase } from '../../../test/truth/mysql/cases/index.ts';
import { type Line, type MysqlServer, mysqlGroupsOf, pathOf, readRecord } from '../../../test/truth/mysql/record.ts';
import { groundOn, observe, observeAll } from './observe.ts';
import { pins } from './packages.ts';
import { withServer } from './server.ts';

/**
 * Runs the cases on a server and writes what it did.
 * @param onlyNew keeps what the file says of cases as they stand, by the same build
 */
export async function record(name: MysqlServer, onlyNew: boolean): Promise<void> {
  const start = performance.now();
  const { release, ...pin } = pins[name];
  const build = `${pin.name} ${pin.version} (Debian ${release})`;
  const groups = mysqlGroupsOf(everyCase);
  const known = onlyNew && existsSync(pathOf(name)) ? readRecord(name) : undefined;
  const lines = new Map<Case, Line>(known?.package === build ? linesIn(known, groups).lines : []);
  const asked = everyCase.filter((each) => !lines.has(each));
  await withServer(name, async (server) => {
    const [[version] = []] = await (await server.connect()).rows('select version()');
    for (const [each, line] of await observeAll(server, asked)) lines.set(each, line);
    writeFileSync(pathOf(name), textOf(recordIn({ package: build, server: `${server.flavor} ${version}` }, groups, lines)));
  });
  console.log(`${name}: ${asked.length} cases in ${((performance.now() - start) / 1000).toFixed(0)} s`);
}

/** Prints what the server does for each case. */
export async function show(name: MysqlServer, cases: readonly Case[]): Promise<void> {
  await withServer(name, async (server) => {
    const ground = await groundOn(server, 0);
    for (const each of cases) console.log(`${name}  ${each.name}\n    ${JSON.stringify(await observe(ground, each))}`);
  });
}
