import { keyOf } from '../../../operation/name.ts';
import { columnOf, resolve } from '../../../schema/schema.ts';
import type { RecipeContext } from '../../recipe.ts';
import { ownTable } from './alter.ts';
import { hasInverse, isOfNames } from './conversion.ts';

/**
 * Whether there may be values that the type cannot hold, or that it refuses as a domain; or that the code writes as the new type cannot read: every timestamp has
 * a time, but `2024-01-17` is none.
 */
export function mayNotFit(context: RecipeContext<'alter-column-type'>): boolean {
  const { effects, before, operation } = context;
  const old = columnOf(ownTable(context), operation.column)?.type;
  const from = old?.name ?? '';
  if (isTime(operation.type.name) && !isTime(from)) return true;
  // A name that nothing has: the cast is a function's, of which no error is told.
  if (isOfNames(before, operation.type) && !/^(?:int[248]|oid)$/.test(from) && !(old && isOfNames(before, old))) return true;
  const isDomain = before.types.get(keyOf(resolve(before, operation.type, before.types)))?.kind === 'domain';
  // 22000 is said of all that USING may compute. AT TIME ZONE is told apart: it takes every time there is.
  const computed = operation.using !== undefined && !hasInverse(operation);
  return effects.some(
    ({ fails }) =>
      fails !== undefined &&
      ((fails.code.startsWith('22') && (fails.code !== '22000' || computed)) || (isDomain && fails.code.startsWith('23'))),
  );
}

function isTime(type: string): boolean {
  return type === 'time' || type === 'timetz';
}
