import type { Effect } from '../engine/postgres/effect.ts';
import type { ColumnDefinition } from '../operation/operation.ts';
import { blockingWork } from './existing.ts';
import type { Judged } from './rule.ts';

type Part = 'default' | 'identity' | 'generated' | 'constraints';

/**
 * What ADD COLUMN would block if its definition had only its name, its type and these parts: tells which part of a definition
 * causes the work, without judging it anew.
 */
export function blockingWorkOf(judged: Judged<'add-column'>, parts: readonly Part[]): readonly Effect[] {
  const { operation } = judged;
  const { default: byDefault, identity, generated, ...bare } = operation.column;
  const column: ColumnDefinition = {
    ...bare,
    notNull: false,
    constraints: parts.includes('constraints') ? bare.constraints : [],
    ...(byDefault && parts.includes('default') && { default: byDefault }),
    ...(identity && parts.includes('identity') && { identity }),
    ...(generated && parts.includes('generated') && { generated }),
  };
  return blockingWork(judged, judged.engine.effects({ ...operation, column }, judged.before, judged.context));
}

/** Whether the effects rewrite a table. */
export function rewrites(effects: readonly Effect[]): boolean {
  return effects.some((effect) => effect.work.includes('rewrite'));
}
