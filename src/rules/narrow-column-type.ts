import type { Effect } from '../engine/effect.ts';
import { effectOn, isInUse, isNewColumn } from './existing.ts';
import { defineSharedRule, type Judged } from './rule.ts';
import { named, shown } from './wording.ts';

/**
 * Class 22 is PostgreSQL's data exceptions: a value that the new type cannot hold. 22000 is the class itself: what the values are is not known.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const isDataException = (code: string): boolean => code.startsWith('22') && code !== '22000';

/** Out of range, truncated, incorrect, too long. https://dev.mysql.com/doc/mysql-errors/9.5/en/server-error-reference.html */
const isMysqlDataError = (code: string): boolean => ['1264', '1265', '1292', '1366', '1406'].includes(code);

/** What the change of the type does. MODIFY may forbid NULL besides, and fail for that with the same error. */
function effectsOfType({
  operation,
  engine,
  before,
  context,
  effects,
}: Judged<'alter-column-type' | 'redefine-column', Effect>): readonly Effect[] {
  if (operation.kind === 'alter-column-type') return effects;
  return engine.effects({ ...operation, definition: { ...operation.definition, notNull: false } }, before, context);
}

export default defineSharedRule({
  id: 'narrow-column-type',
  title: 'A type that holds less refuses values that rows hold and running code still writes',
  category: 'breaking',
  severity: 'error',
  on: ['alter-column-type', 'redefine-column'],
  check(judged) {
    const { operation, context } = judged;
    const { table, column } = operation;
    const { type } = operation.kind === 'redefine-column' ? operation.definition : operation;
    if (!isInUse(judged.before, table) || isNewColumn(judged.before, table, column)) return;
    const isData = context.target.engine === 'postgres' ? isDataException : isMysqlDataError;
    const fails = effectOn(judged, table, effectsOfType(judged))?.fails;
    if (fails === undefined || !isData(fails.code)) return;
    judged.report(
      `Changing ${shown(judged, table)}.${named(judged, column)} to ${type.text} fails on rows that it cannot hold: ${fails.reason} (error ${fails.code}). Code that is running goes on writing such values, and fails from here on.`,
      'Make the code write only what fits, then move the rows to a second column of the new type, which takes the place of the first.',
    );
  },
});
