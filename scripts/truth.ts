import { parseArgs } from 'node:util';
import { Problem } from '../src/problem.ts';
import { loadReader } from '../src/sql/load.ts';
import type { Case } from '../test/truth/cases/case.ts';
import { allCases, typeMatrix } from '../test/truth/cases/index.ts';
import { observe } from '../test/truth/observe.ts';
import { predict } from '../test/truth/predict.ts';
import { pins } from './truth/binaries.ts';
import { connect } from './truth/client.ts';
import { startPostgres } from './truth/server.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sql: { type: 'string' }, outside: { type: 'boolean' }, case: { type: 'string' } },
});

const named = positionals.filter((each) => /^postgres@\d+$/.test(each)).map((each) => Number(each.slice('postgres@'.length)));
const majors = named.length > 0 ? named : Object.keys(pins).map(Number);
const statements = positionals.filter((each) => !/^postgres@\d+$/.test(each));
const cases: readonly Case[] =
  values.sql === undefined
    ? [...allCases, ...Object.values(typeMatrix).flat()].filter((each) => each.name.includes(values.case ?? ''))
    : statements.map((sql) => ({ name: sql, setup: values.sql ?? '', sql, ...(values.outside && { outsideTransaction: true as const }) }));
const reader = await loadReader();
for (const major of majors) {
  const running = await startPostgres(major);
  try {
    const server = { db: await connect(running.socketDirectory), setup: undefined };
    for (const each of cases) {
      console.log(`${major}  ${each.name}`);
      try {
        const { tables, error, message } = await observe(server, each);
        console.log(`    server ${one(tables)} ${error ?? ''} ${message ?? ''}`);
      } catch (error) {
        console.log(`    the setup fails: ${(error as Error).message}`);
      }
      try {
        const effects = predict(reader, each, major);
        const tables = Object.fromEntries(effects.map(({ table, lock, work }) => [`${table.schema}.${table.name}`, { lock, work }]));
        const fails = effects.flatMap(({ fails }) => (fails === undefined ? [] : [`${fails.code}${fails.certain ? '!' : '?'}`]));
        console.log(`    engine ${one(tables)} ${fails.join(' ')}`);
      } catch (error) {
        console.log(`    engine: ${(error as Error).message}`);
      }
    }
    await server.db.close();
  } finally {
    await running.stop();
  }
}

function one(tables: Readonly<Record<string, { lock: string | null; work: readonly string[] }>>): string {
  const names = Object.keys(tables).sort();
  return names
    .map((name) => `${name.replace('public.', '')}=${tables[name]?.lock?.replace('Lock', '')}:${tables[name]?.work.join('+')}`)
    .join(' ');
}
if (majors.length === 0) throw new Problem('no such version');
