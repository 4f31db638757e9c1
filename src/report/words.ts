import { blocksReads, blocksWrites, type Effect, isOfMysql, isWork, type Work } from '../engine/effect.ts';
import { sqlNameOf, whatWaits } from '../engine/postgres/lock-mode.ts';
import type { Boundary, Plan, Stage } from '../plan/stage.ts';
import { nameIn } from '../sql/quote.ts';
import { mysqlFactsInWords, mysqlLockInWords } from './words-mysql.ts';

const doing: Readonly<Record<Work, string>> = {
  metadata: 'only the catalog is changed',
  'row-version': 'only the dictionary is changed',
  scan: 'every row is read',
  'foreign-key-check': 'every row is looked up in the referenced table',
  'index-build': 'an index is built over every row',
  rewrite: 'every row is rewritten',
  rebuild: 'every row is rewritten',
};

/** The work as a picture names it, in a word or two. */
export const workNames: Readonly<Record<Work, string>> = {
  metadata: 'catalog',
  'row-version': 'dictionary',
  scan: 'scan',
  'foreign-key-check': 'lookup',
  'index-build': 'index build',
  rewrite: 'rewrite',
  rebuild: 'rebuild',
};

/**
 * `every row is rewritten, because …; reads and writes wait`: what is done, and what waits meanwhile.
 * @param isNew the statement or one before it has made the table
 * @param alongside the same statement works on the rows of another table: the lock is held as long
 */
export function factsInWords(effect: Effect, isNew: boolean, alongside = false): string {
  if (isOfMysql(effect)) return mysqlFactsInWords(effect, isNew);
  const { work, because, lock, versions } = effect;
  const what = work.map((each) => doing[each]).join(' and ');
  const waits = lock === null ? 'nothing waits' : whatWaits[lock];
  const meanwhile = isNew
    ? 'the table is new, so nobody waits'
    : isWork(work) || lock === null
      ? waits
      : `${alongside ? 'meanwhile' : 'for a moment'}, ${waits}`;
  const where = versions === undefined ? '' : ` (PostgreSQL ${rangeInWords(versions)})`;
  return `${because === undefined ? what : reasoned(what, because)}; ${meanwhile}${where}`;
}

/** The work with its reason; a reason that names the work itself (`the index of UNIQUE is built over every row`) stands for both. */
function reasoned(what: string, because: string): string {
  const verb = what.replace(/^an index /, '');
  return because.endsWith(verb) ? because : `${what}, because ${because}`;
}

/**
 * `reads and writes of orders wait while every row is rewritten`: what the users of a table feel.
 * @param alongside the same statement works on the rows of another table: the lock is held as long
 */
export function effectInWords(
  effect: { readonly lock: Effect['lock']; readonly work: readonly Work[] },
  table: string,
  alongside = false,
): string {
  const waits = blocksReads(effect.lock) ? 'reads and writes of' : blocksWrites(effect.lock) ? 'writes of' : undefined;
  const works = effect.work.filter((each) => isWork([each])).map((each) => doing[each]);
  const meanwhile =
    works.length === 0 ? (waits === undefined ? '' : alongside ? ' meanwhile' : ' for a moment') : ` while ${works.join(' and ')}`;
  return waits === undefined ? `reads and writes of ${table} go on${meanwhile}` : `${waits} ${table} wait${meanwhile}`;
}

/** The table of an effect as its author would write it. */
export function tableInWords(effect: Effect, searchPath: readonly string[]): string {
  const { table } = effect;
  // Without the schema where that is the first of the search path.
  const name = nameIn(isOfMysql(effect) ? 'mysql' : 'postgres', table.schema === searchPath[0] ? { name: table.name } : table);
  return 'ofIndex' in effect ? `the table of ${name}` : name;
}

/** `ACCESS EXCLUSIVE`, `COPY, LOCK=SHARED`, or `no lock`. */
export function lockInWords(effect: Effect): string {
  if (isOfMysql(effect)) return mysqlLockInWords(effect);
  return effect.lock === null ? 'no lock' : sqlNameOf(effect.lock);
}

/** `12 to 16`; versions of an effect follow one another. */
function rangeInWords(versions: readonly number[]): string {
  const [first, last] = [versions[0], versions.at(-1)];
  return first === last ? `${first}` : `${first} to ${last}`;
}

/** What must be true before a stage may start, as a person would say it. */
export const boundaryWords: Readonly<Record<Boundary, string>> = {
  none: 'in this deploy',
  transaction: 'next file of the same deploy, once the stage before is committed',
  backfill: 'once the backfill has ended',
  deploy: 'next deploy, once the new code runs everywhere',
};

/** `expand`, or `expand, round 2` where a plan goes through the stages again. */
export function stageWords({ name, round }: Stage): string {
  return round === undefined ? name : `${name}, round ${round}`;
}

/** Whether a plan has been executed, what was seen, and what else is known of it. */
export function proofInWords({ proof, differences }: Plan): string {
  const except = differences === undefined ? '' : ', except where it says otherwise';
  if (proof?.status !== 'proved') {
    const what = proof?.engine === undefined ? 'Not executed' : `Not proved on ${proof.engine}`;
    const because = proof?.reason === undefined ? '' : `: ${proof.reason.replace(/\.$/, '')}`;
    return `${what}${because}. It parses, raises no finding that its stages do not answer, and replays to the same schema${except}.`;
  }
  const [schema, blocking] = (['schema', 'blocking'] as const).map((name) => proof.checks.find((each) => each.name === name)?.detail);
  const missing = proof.checks.filter(({ status }) => status === 'skipped').map(({ name, detail }) => `${name} (${detail})`);
  return [
    `Proved on ${proof.engine}: ${schema}${except}${except === '' ? ',' : ';'} ${blocking}.`,
    ...(missing.length === 0 ? [] : [`Not proved: ${missing.join('; ')}.`]),
  ].join(' ');
}

/** `1 file`, `2,951 files`. Grouped by hand: `toLocaleString` depends on the machine. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} ${count === 1 ? one : many}`;
}
