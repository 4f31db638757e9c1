import { algorithms, locks } from '../../../engine/mysql/effect.ts';
import type { Forms } from '../../../engine/mysql/forms.ts';
import type { Operation } from '../../../operation/operation.ts';
import { applyStatement } from '../../../schema/apply.ts';
import type { Schema } from '../../../schema/schema.ts';
import type { MysqlStaging } from './staging.ts';

/** A statement that a recipe has written, as the server does it. */
export interface Pinned {
  /** With the clauses that make it fail where it cannot be done so, and its semicolon. */
  readonly sql: string;
  /** Why others cannot write while it works; absent: they can. */
  readonly refused?: string;
  /** It may be done so or fail at once, since history does not tell all that decides it: then `sql` is written to fail rather than to block anybody. */
  readonly perhaps?: true;
  /** Why it cannot be done at all. */
  readonly fails?: string;
  /** Every row is written anew, though others go on. */
  readonly rebuilds: boolean;
  readonly after: Schema;
}

/** DROP INDEX takes none in MariaDB: recipes write it as an action of ALTER TABLE. */
const takesClauses = /^(?:ALTER TABLE|CREATE (?:UNIQUE |FULLTEXT |SPATIAL )?INDEX)\b/i;
const ofPartitions: ReadonlySet<Operation['kind']> = new Set<Operation['kind']>(['alter-partitions', 'repartition-table']);
/** `ALTER TABLE name `, as recipes write it. */
const head = /^ALTER TABLE (?:IF EXISTS )?(?:`(?:[^`]|``)*`\.)?`(?:[^`]|``)*` /;

/**
 * States the algorithm that the server takes for a statement by itself, if others read and write meanwhile. Without the clauses another version, a row format, or an
 * index that nobody knew of would turn it into a copy in silence.
 * @param sql one statement without clauses and semicolon
 */
export function pin(context: MysqlStaging, sql: string, schema: Schema): Pinned {
  const operations = context.read(sql);
  const after = applyStatement(schema, operations);
  const fails = takesClauses.test(sql) ? context.refusalOf(operations, schema) : undefined;
  if (fails !== undefined) return { sql: `${sql};`, refused: fails, fails, rebuilds: false, after };
  const forms = takesClauses.test(sql) ? context.formsOf(operations, schema) : undefined;
  if (forms === undefined) return { sql: `${sql};`, rebuilds: false, after };
  const algorithm = algorithms.find((each) => forms[each]?.lock === 'none' && forms[each]?.fails?.certain !== true);
  const form = algorithm && forms[algorithm];
  if (form === undefined) {
    const stated = withClauses(sql, ['ALGORITHM=INPLACE', 'LOCK=NONE'], operations);
    const perhaps = context.refusalOf(context.read(stated.slice(0, -1)), schema) === undefined;
    return { sql: perhaps ? stated : `${sql};`, refused: reasonOf(forms), ...(perhaps && { perhaps }), rebuilds: false, after };
  }
  const clauses = [`ALGORITHM=${algorithm}`, ...(form.clause === 'default' ? [] : ['LOCK=NONE'])];
  return { sql: withClauses(sql, clauses, operations), rebuilds: form.work.includes('rebuild'), after };
}

/** A statement with the algorithm that blocks others least, stated. */
export function leastHarm(context: MysqlStaging, sql: string, schema: Schema): string {
  const operations = context.read(sql);
  const forms = takesClauses.test(sql) ? context.formsOf(operations, schema) : undefined;
  const ranked = algorithms.filter((each) => forms?.[each] !== undefined && forms[each]?.fails?.certain !== true);
  const best = ranked.sort((a, b) => strength(forms?.[a]) - strength(forms?.[b]))[0];
  const lock = best && forms?.[best]?.lock;
  if (best === undefined || lock === undefined) return `\`${sql.replace(/\s+/g, ' ')};\` when little is written`;
  const pinned = withClauses(sql.replace(/\s+/g, ' '), [`ALGORITHM=${best}`, `LOCK=${lock.toUpperCase()}`], operations);
  return `\`${pinned}\` when little is written${lock === 'shared' ? ': others go on reading' : ''}`;
}

const strength = (form: Forms[keyof Forms]): number => locks.indexOf(form?.lock ?? 'exclusive');

function reasonOf(forms: Forms): string {
  const best = algorithms.find((each) => forms[each] !== undefined);
  const form = best && forms[best];
  if (form?.fails?.certain) return form.fails.reason;
  const how = best === 'COPY' || best === undefined ? 'the server copies the table for it' : 'the server works on all rows for it';
  return `${how} while nobody else writes${form?.because === undefined ? '' : `, because ${form.because}`}`;
}

function withClauses(sql: string, clauses: readonly string[], operations: readonly Operation[]): string {
  if (!/^ALTER/i.test(sql)) return `${sql} ${clauses.join(' ')};`;
  if (!operations.some(({ kind }) => ofPartitions.has(kind))) return `${sql}, ${clauses.join(', ')};`;
  // What is done with partitions ends the list of actions, and PARTITION BY takes no comma before it.
  const before = operations.some(({ kind }) => kind === 'repartition-table') ? ' ' : ', ';
  return `${sql.replace(head, (start) => `${start}${clauses.join(', ')}${before}`)};`;
}
