import type { Operation } from '../../operation/operation.ts';
import type { Failure } from '../effect.ts';
import type { At } from './at.ts';
import type { Tables } from './column.ts';

/** Why the server refuses a statement whatever the rows. */
export function refusalsOf(_at: At, _operations: readonly Operation[], _tables: Tables): readonly Failure[] {
  return [];
}
