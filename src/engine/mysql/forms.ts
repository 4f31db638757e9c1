import { type Failure, joinFailures } from '../failure.ts';
import type { At } from './at.ts';
import type { Change } from './change.ts';
import { type Standing, standingOf } from './circumstance.ts';
import { holdsUnasked, ignores, isNotCopied, isWritable } from './copy.ts';
import { type Algorithm, type Lock, locks, type Work, works } from './effect.ts';
import type { Tables } from './tables.ts';
import { type Together, togetherOf } from './together.ts';
import { has } from './version.ts';
import { type ChangeKind, copiedInSilence, type Done, instantSince } from './ways.ts';

/** What is done with one algorithm. */
export interface Form {
  readonly lock: Lock;
  readonly work: readonly Work[];
  /** The weakest LOCK clause that is taken with it; `default`: none but that. */
  readonly clause: Lock | 'default';
  readonly fails?: Failure;
  /** Why nothing lighter is done. */
  readonly because?: string;
}

/** By algorithm: what is done where it is demanded. One that is missing is refused. */
export type Forms = Readonly<Partial<Record<Algorithm, Form>>>;

/** Every algorithm that the server takes for all these changes of one table together. */
export function formsOf(at: At, changes: readonly Change[], tables: Tables): Forms {
  if (changes.length === 0) return { INSTANT: untouched, NOCOPY: untouched, INPLACE: untouched, COPY: untouched };
  const standings = changes.map((change) => standingOf(at, change, tables));
  const together = togetherOf(at, standings, tables);
  const copy = copyForm(at, standings, tables, together);
  if (standings.some(ignores) || standings.some(validates)) return { COPY: copy };
  const light = lightForm(standings, together);
  const inplace = inPlaceForm(at, standings, together);
  const own = at.server === 'mysql' ? inMysql(at, light, inplace, copy) : inMariadb(at, standings, light, inplace, copy);
  // Under alter_algorithm = copy it copies whatever else is demanded, but INPLACE.
  const forms = at.server === 'mariadb' && at.algorithm === 'copy' ? { ...own, INSTANT: copy, NOCOPY: copy } : own;
  const { COPY: _, ...others } = forms;
  const isLeft = Object.keys(others).length > 0;
  return isLeft && standings.some((each) => isNotCopied(at, each, tables)) ? others : forms;
}

/** Of MariaDB, where IF EXISTS and IF NOT EXISTS leave nothing to do. */
const untouched: Form = { lock: 'none', work: ['metadata'], clause: 'none' };

/** What may be taken for a change of which nothing is known. */
export const anythingAt = (at: At): Forms => ({
  ...(has(at, instantSince) && { INSTANT: untouched }),
  ...(at.server === 'mariadb' && has(at, instantSince) && { NOCOPY: { lock: 'none', work: ['index-build'], clause: 'none' } as const }),
  INPLACE: { lock: 'none', work: ['rebuild'], clause: 'none' },
});

/** INSTANT and INPLACE exclude each other: INPLACE writes rows anew that INSTANT would leave. */
function inMysql(at: At, light: LightForm | undefined, inplace: Form | undefined, copy: Form): Forms {
  const isOld = !has(at, instantSince);
  const { nocopy: _, ...instant } = light ?? {};
  return {
    ...(light !== undefined && !isOld && { INSTANT: { ...(instant as Form), clause: 'default' as const } }),
    ...(inplace !== undefined && { INPLACE: inplace }),
    COPY: copy,
  };
}

/** What is demanded, or better. */
function inMariadb(at: At, standings: readonly Standing[], light: LightForm | undefined, inplace: Form | undefined, copy: Form): Forms {
  const isOld = !has(at, instantSince);
  if (light !== undefined) {
    const { nocopy, ...form } = light;
    return { ...(!nocopy && !isOld && { INSTANT: form }), ...(!isOld && { NOCOPY: form }), INPLACE: form, COPY: copy };
  }
  if (inplace !== undefined)
    return { ...(!inplace.work.includes('rebuild') && !isOld && { NOCOPY: inplace }), INPLACE: inplace, COPY: copy };
  const silent = !has(at, { mariadb: '11.2' }) && standings.some(copiesInSilence);
  return silent ? { INSTANT: copy, NOCOPY: copy, COPY: copy } : { COPY: copy };
}

/** MariaDB takes ALGORITHM=INSTANT for some changes, and copies the table all the same: 10.11 does, 11.8 no more; taken to have ended with the copy that blocked writes. */
const copiesInSilence = ({ change, because }: Standing): boolean =>
  copiedInSilence.has(change.kind) ||
  change.kind === 'set-keys-state' ||
  (change.kind.endsWith('-primary-key') && because?.endsWith('is partitioned') === true);

type LightForm = Form & { readonly nocopy: boolean };

function lightForm(standings: readonly Standing[], { notLight, nocopy }: Together): LightForm | undefined {
  const all = standings.flatMap(({ way }) => way.light ?? []);
  if (all.length < standings.length || notLight !== undefined) return undefined;
  return {
    lock: 'none',
    work: joined(all),
    clause: isAlone(standings) ? 'exclusive' : 'none',
    nocopy: nocopy !== undefined || standings.some(({ way }) => way.nocopy),
    ...(nocopy === undefined ? reason(standings, ({ way }) => way.nocopy === true) : { because: nocopy }),
  };
}

/** They need the table for themselves, be it for a moment, and the server takes no promise that says otherwise. */
const alone: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['rename-table', 'set-keys-state']);
const isAlone = (standings: readonly Standing[]): boolean => standings.every(({ change }) => alone.has(change.kind));

function inPlaceForm(at: At, standings: readonly Standing[], { notInPlace, shared, notLight }: Together): Form | undefined {
  if (notInPlace !== undefined) return undefined;
  const all = standings.flatMap(({ way }) => way.inplace ?? []);
  if (all.length < standings.length) return undefined;
  const work = joined(all);
  const lock = strongest([...all.map((each) => each.lock), work.includes('rebuild') && shared ? 'shared' : 'none']);
  const heaviest = work.at(-1);
  const isCause = ({ way }: Standing): boolean => way.light === undefined && way.inplace?.work === heaviest;
  const because = notLight === undefined ? reason(standings, isCause) : { because: notLight };
  // MySQL fills what cannot be NULL with zeros, and nobody may see how.
  const hides = !at.noZeroDate && standings.some(({ change }) => change.kind === 'add-column-without-value' && !change.fails);
  return {
    lock: hides ? 'exclusive' : lock,
    work,
    clause: isAlone(standings) ? 'exclusive' : lock,
    ...because,
    ...failing(standings.map(({ change }) => change.fails)),
  };
}

function copyForm(at: At, standings: readonly Standing[], { before }: Tables, { notInPlace, notLight }: Together): Form {
  const clause = isWritable(at, standings, before) ? 'none' : 'shared';
  const together = notInPlace ?? notLight;
  const isCause = ({ way }: Standing): boolean => way.light === undefined && way.inplace === undefined;
  return {
    lock: holdsUnasked(at, standings, before) ? 'shared' : clause,
    work: ['rebuild'],
    clause,
    ...(standings.some(isCause) ? reason(standings, isCause) : together === undefined ? {} : { because: together }),
    ...failing(standings.map(({ change }) => change.failsCopied ?? change.fails)),
  };
}

/** MySQL's WITH VALIDATION goes through all rows, for what generated columns give. */
const validates = ({ change }: Standing): boolean => change.operation.clauses?.validation === true;

function joined(all: readonly Done[]): readonly Work[] {
  const own = new Set(all.map(({ work }) => work));
  if (own.has('rebuild')) return ['rebuild'];
  if (own.size > 1) own.delete('metadata');
  return works.filter((work) => own.has(work));
}

const strongest = (all: readonly Lock[]): Lock => locks.findLast((lock) => all.includes(lock)) ?? 'none';

/** The reason of the first that is one; where it has none of its own and stands beside lighter ones, that it does. */
function reason(standings: readonly Standing[], isCause: (standing: Standing) => boolean): { readonly because?: string } {
  const causes = standings.filter(isCause);
  const told = causes.find(({ because }) => because !== undefined)?.because;
  if (told !== undefined) return { because: told };
  const [cause] = causes;
  if (cause === undefined || causes.length === standings.length) return {};
  const work = cause.way.inplace?.work;
  if (work === 'index-build') return { because: 'the same statement makes an index' };
  return {
    because: `another action of the statement ${work === 'metadata' || cause.way.light ? 'is not INSTANT' : 'writes all rows anew'}`,
  };
}

function failing(failures: readonly (Failure | undefined)[]): { readonly fails?: Failure } {
  const fails = joinFailures(failures);
  return fails === undefined ? {} : { fails };
}
