import { type Effect, isWork, needsTableAlone } from '../engine/mysql/effect.ts';

/** `every row is copied into a new table, because …; writes wait; reads go on`: what is done, and what waits meanwhile. */
export function mysqlFactsInWords(effect: Effect, isNew: boolean): string {
  const { because, versions } = effect;
  const what = because === undefined || !isWork(effect.work) ? doneIn(effect) : `${doneIn(effect)}, because ${because}`;
  const where = versions === undefined ? '' : ` (${seriesInWords(versions)})`;
  return `${what}; ${isNew ? 'the table is new, so nobody waits' : waitsIn(effect)}${where}`;
}

function doneIn({ algorithm, lock, work, briefly }: Effect): string {
  if (work.includes('rebuild')) return algorithm === 'COPY' ? 'every row is copied into a new table' : 'every row is rewritten in place';
  if (work.includes('index-build')) return 'an index is built over every row';
  if (work.includes('row-version')) return 'only the dictionary is changed, which uses up a row version';
  return algorithm === null && lock === 'none' && briefly === undefined ? 'nothing but rows is locked' : 'only the dictionary is changed';
}

function waitsIn(effect: Effect): string {
  if (effect.lock === 'exclusive') return isWork(effect.work) ? 'reads and writes wait' : 'for a moment, reads and writes wait';
  const alone = needsTableAlone(effect) ? `, but for a moment${effect.algorithm === null ? '' : ' at its end'}` : '';
  return effect.lock === 'none' ? `reads and writes go on${alone}` : `writes wait; reads go on${alone}`;
}

/** `COPY, LOCK=SHARED`, `INSTANT`; of a statement without a choice of algorithms `EXCLUSIVE`, or `no lock`. */
export function mysqlLockInWords({ algorithm, lock, briefly }: Effect): string {
  if (algorithm === null) return lock === 'none' ? (briefly === undefined ? 'no lock' : 'EXCLUSIVE, briefly') : lock.toUpperCase();
  return algorithm === 'INSTANT' ? algorithm : `${algorithm}, LOCK=${lock.toUpperCase()}`;
}

/** `MySQL 8.0 and 8.4`: the numbers of MariaDB begin where MySQL's have not come to. */
export function seriesInWords(versions: readonly string[]): string {
  const product = Number.parseInt(versions[0] ?? '', 10) >= 10 ? 'MariaDB' : 'MySQL';
  return `${product} ${[versions.slice(0, -1).join(', '), versions.at(-1)].filter((each) => each !== '').join(' and ')}`;
}
