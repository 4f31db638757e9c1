/**
 * `npm run plan:tools -- mysql@9.7 [gh-ost]` (`mariadb@10.11`, `mariadb@11.8`): runs the commands that plans name for what only a copy of the table can do, on that server, and
 * compares what comes of each with the author's own SQL. pt-online-schema-change comes from Debian; gh-ost is run where a path to it is given, for no registry has it; spirit not at
 * all. What was run is written to test/plan/mysql/tools-mysql-9.7.json, which the tests hold the commands against.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type MysqlCase, mysqlCases } from '../test/plan/mysql/cases.ts';
import { analyzeCase } from '../test/plan/mysql/harness.ts';
import { type Command, commandIn, readToolsRecord, type ToolsRecord, toolsRecordPath } from '../test/plan/mysql/tools.ts';
import { mysqlServers } from '../test/truth/mysql/record.ts';
import { rowsOf, schemaOf } from './proof/mysql-schema.ts';
import type { Session } from './truth/mysql/client.ts';
import { unpackedAlone } from './truth/mysql/packages.ts';
import { type Server, withServer } from './truth/mysql/server.ts';

const database = 'lockstep_tools';
const [name, ghOst] = process.argv.slice(2);
const target = mysqlServers.find((each) => each === name);
if (target === undefined) throw new Error(`which server? ${mysqlServers.join(', ')}`);
const port = await freePort();
const root = join(await unpackedAlone({ sid: ['percona-toolkit'], bookworm: ['libdbi-perl', 'libdbd-mysql-perl', 'libmariadb3'] }), 'usr');
const directory = mkdtempSync(join(tmpdir(), 'lockstep-tools-'));
try {
  // gh-ost follows the binary log, over TCP.
  const settings = {
    'skip-networking': 'OFF',
    'bind-address': '127.0.0.1',
    port,
    'server-id': '1',
    'skip-log-bin': 'OFF',
    'log-bin': 'binlog',
    'binlog-format': 'ROW',
  };
  await withServer(target, prove, settings);
} finally {
  rmSync(directory, { recursive: true, force: true });
}

async function prove(server: Server): Promise<void> {
  writeTools(server);
  if (server.flavor === 'mariadb') await asRoot(server);
  const cases: Record<string, string> = {};
  for (const each of mysqlCases) {
    if ((each.engine ?? server.flavor) !== server.flavor) continue;
    const command = commandIn(await analyzeCase(target as (typeof mysqlServers)[number], each));
    if (command === undefined || (command.line.startsWith('gh-ost') && ghOst === undefined)) continue;
    const outcome = await run(server, each, command);
    console.log(`${each.name}: ${outcome ?? 'the same schema and rows'}`);
    if (outcome === undefined) cases[each.name] = command.line;
    else process.exitCode = 1;
  }
  const ran = Object.values(cases).some((each) => each.startsWith('gh-ost'));
  const versions = Object.fromEntries(['pt-online-schema-change', ...(ran ? ['gh-ost'] : [])].map((tool) => [tool, versionOf(tool)]));
  const kept: Partial<ToolsRecord> = ghOst === undefined ? (readToolsRecord(target as (typeof mysqlServers)[number]) ?? {}) : {};
  const record: ToolsRecord = { tools: { ...kept.tools, ...versions }, cases: { ...kept.cases, ...cases } };
  if (Object.keys(record.cases).length > 0)
    writeFileSync(toolsRecordPath(target as (typeof mysqlServers)[number]), `${JSON.stringify(record, undefined, 2)}\n`);
}

/** What differs from the author's own SQL, or why the command failed; undefined where all is the same. */
async function run(server: Server, each: MysqlCase, command: Command): Promise<string | undefined> {
  const original = await onFresh(server, each, async (session) => {
    await session.run(each.change);
    return stateOf(server, session);
  });
  return onFresh(server, each, async (session) => {
    for (const sql of command.before) await session.run(sql);
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command.line], {
      env: { PATH: `${directory}:${process.env.PATH}`, DATABASE: database },
      encoding: 'utf8',
    });
    if (status !== 0) return `exit ${status}\n${(stdout + stderr).trim().split('\n').slice(-8).join('\n')}`;
    const found = await stateOf(server, session);
    const other = [...original.filter((line) => !found.includes(line)), ...found.filter((line) => !original.includes(line))];
    return other.length === 0 ? undefined : `otherwise: ${other.slice(0, 6).join('\n  ')}`;
  });
}

/** But for what the tools say that they leave otherwise: names of CHECKs and foreign keys, and gh-ost's old table. */
async function stateOf({ flavor }: Server, session: Session): Promise<readonly string[]> {
  const lines = [...(await schemaOf(session, database, flavor)), ...(await rowsOf(session, database))];
  return lines
    .filter((line) => !/\b_\w+_del\b/.test(line))
    .map((line) =>
      /^(?:check|foreign key|key|index) /.test(line)
        ? line.replace(/^(\w+(?: key)? \w+ \| )_?(?:\w+_(?:chk|ibfk)_\d+)/, '$1constraint')
        : line,
    )
    .sort();
}

async function onFresh<T>(server: Server, { history, rows = '' }: MysqlCase, work: (session: Session) => Promise<T>): Promise<T> {
  const session = await server.connect();
  try {
    await session.run(`drop database if exists ${database}; create database ${database}; use ${database}; ${history} ${rows}`);
    return await work(session);
  } finally {
    session.close();
  }
}

/** The tool asks what it may do, and the server has no accounts yet. */
async function asRoot(server: Server): Promise<void> {
  const session = await server.connect();
  await session.run('flush privileges; create or replace user root@localhost; grant all on *.* to root@localhost with grant option');
  session.close();
}

/** The tools as the shell finds them, each told how to connect. */
function writeTools({ socketPath }: Server): void {
  const libraries = join(root, 'lib', 'x86_64-linux-gnu');
  const perl = `PERL5LIB=${join(libraries, 'perl5', '5.36')}:${join(root, 'share', 'perl5')} LD_LIBRARY_PATH=${libraries} MARIADB_PLUGIN_DIR=${join(libraries, 'libmariadb3', 'plugin')}`;
  const tools = {
    'pt-online-schema-change': `${perl} exec perl ${join(root, 'bin', 'pt-online-schema-change')} --socket=${socketPath} --user=root "$@"`,
    ...(ghOst !== undefined && {
      'gh-ost': `exec ${resolve(ghOst)} --host=127.0.0.1 --port=${port} --user=root --allow-on-master --serve-socket-file=${join(directory, 'socket')} "$@"`,
    }),
  };
  for (const [tool, script] of Object.entries(tools)) {
    writeFileSync(join(directory, tool), `#!/bin/sh\n${script}\n`);
    chmodSync(join(directory, tool), 0o755);
  }
}

function versionOf(tool: string): string {
  return (
    spawnSync(join(directory, tool), ['--version'], { encoding: 'utf8' })
      .stdout.trim()
      .split(' ')
      .find((word) => /^\d/.test(word)) ?? ''
  );
}

async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return String(typeof address === 'object' ? address?.port : '');
}
