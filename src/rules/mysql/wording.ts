import { blocksReads, type MysqlEffect } from '../../engine/effect.ts';
import { locks } from '../../engine/mysql/effect.ts';
import { productOf } from '../../engine/product.ts';
import { feltLocks } from '../existing.ts';
import type { Situation } from '../rule.ts';
import { listed, sized } from '../wording.ts';

type MysqlSituation = Situation<MysqlEffect>;

/** What copies a table while others write to it: for what the server itself only does with writes blocked. */
export const copyOnline = 'gh-ost, pt-online-schema-change or spirit, which copy the table while others write to it';

/** The strongest of some effects; of equals, the first. */
export function strongest(effects: readonly MysqlEffect[]): MysqlEffect | undefined {
  return effects.reduce<MysqlEffect | undefined>(
    (best, each) => (best !== undefined && locks.indexOf(best.lock) >= locks.indexOf(each.lock) ? best : each),
    undefined,
  );
}

/** What is done to the rows: `every row is copied into a new table`. */
export function done({ algorithm, work }: MysqlEffect): string {
  if (!work.includes('rebuild')) return 'an index is built over every row';
  return algorithm === 'COPY' ? 'every row is copied into a new table' : 'every row is rewritten';
}

/** How it is done, and where: ` (ALGORITHM=COPY, LOCK=SHARED; MySQL 8.0)`. */
function how(judged: MysqlSituation, { algorithm, lock, versions }: MysqlEffect): string {
  const parts = [
    ...(algorithm === null ? [] : [`ALGORITHM=${algorithm}, LOCK=${lock.toUpperCase()}`]),
    ...(versions === undefined ? [] : [`${productOf(judged.context.target)} ${listed(versions)}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}

/**
 * What others feel of the work: `writes of orders and customers wait while every row is copied into a new table (ALGORITHM=COPY, LOCK=SHARED), because …`.
 * @param blocking from `blockingWork`, not empty
 */
export function impact(judged: MysqlSituation, blocking: readonly MysqlEffect[]): string {
  const worst = strongest(blocking);
  if (worst === undefined) throw new Error('no blocking effect to word');
  const alike = feltLocks(judged).filter(({ lock }) => lock === worst.lock);
  const tables = (alike.length > 0 ? alike : blocking).map((each) => sized(judged, each.table));
  const who = blocksReads(worst.lock) ? 'reads and writes' : 'writes';
  return `${who} of ${listed(tables)} wait while ${done(worst)}${how(judged, worst)}${reason(worst)}`;
}

/** The work that keeps nobody waiting: `every row of orders is rewritten (ALGORITHM=INPLACE, LOCK=NONE), because …`. */
export function rebuildOf(judged: MysqlSituation, effect: MysqlEffect): string {
  return `${done(effect).replace('every row', `every row of ${sized(judged, effect.table)}`)}${how(judged, effect)}${reason(effect)}`;
}

const reason = ({ because }: MysqlEffect): string => (because === undefined ? '' : `, because ${because}`);

/** As the beginning of a sentence. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Whether a column is added together with its UNIQUE, in one definition. */
export function isAddedWithUnique({ operation }: MysqlSituation): boolean {
  return operation.kind === 'add-column' && operation.column.constraints.some(({ type }) => type === 'unique');
}

/** ` It fails if a row has NULL in total (error 1138).`, or nothing where it does not, or for certain. */
export function failing(effect: MysqlEffect | undefined): string {
  const fails = effect?.fails;
  return fails === undefined || fails.certain ? '' : ` It fails if ${fails.reason} (error ${fails.code}).`;
}
