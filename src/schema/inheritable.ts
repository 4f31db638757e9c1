import type { Constraint } from './schema.ts';

/** Whether partitions and inheriting tables get the constraint by its name: CHECK and NOT NULL, but for NO INHERIT. */
export function isInheritable(constraint: Constraint): boolean {
  const { definition } = constraint;
  return (definition.type === 'check' || definition.type === 'not-null') && !definition.noInherit;
}
