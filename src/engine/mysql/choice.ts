import type { OnlineClauses } from '../../operation/operation.ts';
import { type Failure, joinFailures } from '../failure.ts';
import type { At } from './at.ts';
import { type Algorithm, algorithms, type Effect, isWork, type Lock, locks } from './effect.ts';
import type { Form, Forms } from './forms.ts';

/**
 * What the server does of the forms that it takes: what is demanded, or the cheapest.
 * https://dev.mysql.com/doc/refman/9.7/en/alter-table.html#alter-table-performance
 * @param hoped the forms that it may take for all that is known, where `forms` assumes the worst: what is demanded of these is not refused for certain
 */
export function chosen(at: At, forms: Forms, clauses: OnlineClauses = {}, hoped: Forms = {}): Omit<Effect, 'table'> {
  const stated = clauses.algorithm === undefined || clauses.algorithm === 'default' ? at.algorithm : clauses.algorithm;
  const lock = clauses.lock === 'default' ? undefined : clauses.lock;
  if (at.server === 'mysql' && stated === 'instant' && lock !== undefined) {
    return refused(forms, '1221', `ALGORITHM=INSTANT goes with no LOCK clause but LOCK=DEFAULT`);
  }
  const demanded = stated === 'default' || clauses.ignore ? undefined : (stated.toUpperCase() as Algorithm);
  const isTaken = (algorithm: Algorithm): boolean => {
    const form = forms[algorithm];
    if (form === undefined || (demanded !== undefined && algorithm !== demanded)) return false;
    return (!clauses.ignore || algorithm === 'COPY') && (lock === undefined || goesWith(form, lock, demanded));
  };
  const algorithm = algorithms.find(isTaken);
  const form = algorithm === undefined ? undefined : forms[algorithm];
  if (algorithm === undefined || form === undefined) {
    const [code, reason] = refusalOf(at, forms, demanded, lock);
    const other = demanded ?? 'INPLACE';
    const perhaps = other === 'COPY' ? undefined : hoped[other];
    if (perhaps === undefined || (lock !== undefined && !goesWith(perhaps, lock, demanded))) return refused(forms, code, reason);
    const fails = joinFailures([{ code, reason, certain: false }, perhaps.fails]) as Failure;
    const held = isWork(perhaps.work) && lock !== undefined ? stronger(perhaps.lock, lock) : perhaps.lock;
    return effectOf(other, { ...perhaps, fails, because: forms.COPY?.because ?? 'something about it is not known' }, held);
  }
  const held = isWork(form.work) && lock !== undefined ? stronger(form.lock, lock) : form.lock;
  // MariaDB's NOCOPY and INPLACE are the least that is asked for.
  const real =
    at.server === 'mariadb'
      ? (algorithms.find((each) => forms[each]?.work === form.work && forms[each]?.clause === form.clause) ?? algorithm)
      : algorithm;
  return effectOf(real === 'INSTANT' && form.work.includes('rebuild') ? 'COPY' : real, form, held);
}

function effectOf(algorithm: Algorithm, { work, fails, because }: Form, lock: Lock): Omit<Effect, 'table'> {
  return { algorithm, lock, work, ...(fails && { fails }), ...(because !== undefined && { because }) };
}

/** INSTANT needs no lock that one could strengthen: without ALGORITHM, MySQL takes it with any LOCK. */
function goesWith({ clause }: Form, lock: Lock, demanded: Algorithm | undefined): boolean {
  return clause === 'default' ? demanded === undefined : locks.indexOf(lock) >= locks.indexOf(clause);
}

const stronger = (a: Lock, b: Lock): Lock => (locks.indexOf(a) >= locks.indexOf(b) ? a : b);

/** What it does otherwise is told, too: it is what there is to stage. */
function refused(forms: Forms, code: string, reason: string): Omit<Effect, 'table'> {
  const algorithm = algorithms.find((each) => forms[each] !== undefined) ?? 'COPY';
  const form = forms[algorithm] as Form;
  const fails = joinFailures([{ code, reason, certain: true }, form.fails]) as Failure;
  return effectOf(algorithm, { ...form, fails }, form.lock);
}

/** 1846 tells the reason, 1845 does not. */
function refusalOf(
  { server }: At,
  forms: Forms,
  demanded: Algorithm | undefined,
  lock: Lock | undefined,
): readonly [code: string, reason: string] {
  const best = algorithms.find((each) => forms[each] !== undefined) ?? 'COPY';
  const form = demanded === undefined ? undefined : forms[demanded];
  if (demanded === 'NOCOPY' && server === 'mysql') return ['1800', 'MySQL does not know ALGORITHM=NOCOPY'];
  if (demanded !== undefined && form === undefined)
    return [
      server === 'mysql' && demanded === 'INSTANT' && best === 'INPLACE' ? '1845' : '1846',
      `ALGORITHM=${demanded} is not supported for this: the server needs ALGORITHM=${best}`,
    ];
  const weakest = (form ?? forms[best])?.clause ?? 'shared';
  const reason = `LOCK=${(lock ?? 'none').toUpperCase()} is not supported for this: the server needs LOCK=${weakest.toUpperCase()}`;
  return [weakest === 'exclusive' ? '1845' : '1846', reason];
}
