import { casts, types } from '../../../src/engine/postgres/catalog.recorded.ts';
import { type Case, group } from './case.ts';
import { typeMatrix } from './type-change.ts';

/** The casts of `pg_cast` that the matrix of types does not have: every pair of the system's types that a cast connects is tried. */
const names = types
  .trim()
  .split('\n')
  .map((line) => line.split(' ')[0] as string);
const pairs = casts
  .trim()
  .split('\n')
  .map((line) =>
    line
      .split(' ')
      .slice(0, 2)
      .map((type) => names[Number.parseInt(type, 36)] as string),
  );

const internal: Readonly<Record<string, string>> = { '"char"': 'char', char: 'bpchar' };
const inMatrix = new Set(
  Object.keys(typeMatrix).map((type) => {
    const name = type.replace(/\(.*/, '');
    return internal[name] ?? name;
  }),
);

/** Not types of columns, or an extension's. */
const unusable = /^pg_|^citext$/;

const newer = (type: string): number => (/multirange/.test(type) ? 14 : /^(xid8|regcollation)$/.test(type) ? 13 : 0);

export const cast: readonly Case[] = pairs
  .filter(([from = '', to = '']) => from !== to && !unusable.test(from) && !unusable.test(to) && !(inMatrix.has(from) && inMatrix.has(to)))
  .flatMap(([from = '', to = '']) => {
    const since = Math.max(newer(from), newer(to));
    const column = (type: string): string => (type === 'char' ? '"char"' : type);
    return group(
      `cast from ${from}`,
      `create table t (c ${column(from)}); insert into t values (null);`,
      [`alter table t alter column c type ${column(to)}`, `alter table t alter column c type ${column(to)} using c::${column(to)}`],
      since === 0 ? {} : { since },
    );
  });
