import type { Operation } from '../operation/operation.ts';
import { quoteIdentifier, quoteName } from '../sql/postgres/quote.ts';
import { tableKey } from './arrivals.ts';
import { stronglyLocked } from './locked.ts';
import type { RecipeStep } from './recipe.ts';
import { waived } from './recipes/postgres/waiver.ts';
import type { Work } from './work.ts';

/** Renames of what the unit itself brings break no code, as long as they come in its own deployment. */
const renames: ReadonlySet<Operation['kind']> = new Set<Operation['kind']>(['rename-column', 'rename-table', 'rename-view']);

function text({ operations, action, waivers, sql }: Work): string {
  const [only] = operations;
  if (only !== undefined && only.findings.length === 0 && waivers.text === '' && renames.has(only.operation.kind))
    return waived(
      only.operation.kind === 'rename-column' ? 'rename-column' : 'rename-table',
      'the name came with this plan, and no running code uses it',
      sql,
    );
  return action ? sql : waivers.text + sql;
}

function undone({ operations: [only] }: Work): string {
  if (only?.operation.kind === 'rename-column') {
    const { table, column, to } = only.operation;
    return `ALTER TABLE ${quoteName(table)} RENAME COLUMN ${quoteIdentifier(to)} TO ${quoteIdentifier(column)};`;
  }
  if (only?.operation.kind === 'rename-table') {
    const { table, to } = only.operation;
    return `ALTER TABLE ${quoteName({ ...table, name: to })} RENAME TO ${quoteIdentifier(table.name)};`;
  }
  return "-- as the migration's own way down does";
}

/** The author's own SQL as a step, with the waivers that stand above it. */
export function asWritten(work: Work): RecipeStep {
  const concurrently = work.operations.some(({ operation }) => 'concurrently' in operation && operation.concurrently);
  const also = work.operations.flatMap(stronglyLocked).find((each) => each !== tableKey(work));
  return {
    stage: 'expand',
    after: 'transaction',
    sql: text(work),
    transaction: concurrently ? 'none' : 'shared',
    ...(also !== undefined && { also }),
    rollback: undone(work),
    authors: true,
    why: 'as written, behind what it builds on',
  };
}
