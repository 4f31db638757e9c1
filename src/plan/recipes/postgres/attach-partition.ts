import { keyOf, type ResolvedName } from '../../../operation/name.ts';
import type { PartitionBound } from '../../../operation/operation.ts';
import { isNew, resolve, type Table, tableOf } from '../../../schema/schema.ts';
import { defineRecipe, type RecipeResult, type StagingContext } from '../../recipe.ts';
import { boundToItsFile, tableText, textOf } from './alter.ts';
import { type BoundProof, boundProof } from './partition-proof.ts';

/** A table that becomes a partition, and a partition that is made: what PostgreSQL would read rows for is proved to it before. */
export const attachPartition = defineRecipe({
  on: ['attach-partition', 'create-table'],
  stage(context) {
    const { operation, before, source, statement } = context;
    if (!context.found.has('blocking')) return undefined;
    const part =
      operation.kind === 'attach-partition'
        ? { name: operation.partition, parent: operation.table, bound: operation.bound }
        : operation.partitionOf && { name: operation.table, parent: operation.partitionOf.parent, bound: operation.partitionOf.bound };
    if (part === undefined) return undefined;
    const bound = boundToItsFile(context, part.parent) ?? boundToItsFile(context, part.name);
    if (bound !== undefined) return { impossible: bound };
    const parent = tableOf(before, part.parent);
    const name = resolve(before, part.name);
    const partition = operation.kind === 'attach-partition' ? before.tables.get(keyOf(name)) : undefined;
    const proofs = parent === undefined ? undefined : proofsOf(context, parent, { name, partition }, part.bound);
    if (proofs === undefined || 'impossible' in proofs) return proofs ?? { impossible: unknownParent(context) };
    return staged(`${source.slice(statement.start, statement.end)};`, context, name, proofs);
  },
});

function unknownParent(context: StagingContext): string {
  return `the history does not show how ${tableText(context)} is partitioned: give Lockstep a dump of the schema (docs/configuration.md)`;
}

function proofsOf(
  context: StagingContext,
  parent: Table,
  part: { readonly name: ResolvedName; readonly partition: Table | undefined },
  bound: PartitionBound,
): readonly BoundProof[] | { readonly impossible: string } | undefined {
  const { before } = context;
  const key = parent.partitionBy;
  if (key === undefined) return undefined;
  const proofs: BoundProof[] = [];
  for (const effect of context.effects) {
    if (effect.work.every((work) => work === 'metadata')) continue;
    const table = before.tables.get(keyOf(effect.table));
    const shown = textOf(context, effect.table);
    if (effect.work.some((work) => work !== 'scan' && work !== 'metadata'))
      return {
        impossible: `${shown} lacks an index or a foreign key of the parent, which is made while it is locked: build the index on ${shown} CONCURRENTLY (for a key, make it the constraint's with USING INDEX), add the foreign key NOT VALID and validate it, in a migration before this one`,
      };
    const isPart = keyOf(effect.table) === keyOf(part.name);
    const wanted = bound.kind === 'default' ? othersOf(context, parent) : { bound, excluded: !isPart };
    const proof =
      parent.partitionOf === undefined && wanted !== undefined && !isNew(before, table)
        ? boundProof(context, effect.table, key, wanted, part.name)
        : undefined;
    if (proof === undefined)
      return {
        impossible: `no CHECK proves of ${shown} what PostgreSQL reads its rows for (a hash partition, or a parent that is a partition itself): its writes wait while they are read. The least harmful way is to attach it while it is empty or small, with a lock_timeout`,
      };
    proofs.push(proof);
  }
  return proofs;
}

/** What the default partition must not hold, as one bound, since PostgreSQL asks for it as one: undefined for several ranges. */
function othersOf({ before }: StagingContext, parent: Table): { readonly bound: PartitionBound; readonly excluded: true } | undefined {
  const [first, ...more] = parent.children.map((child) => before.tables.get(keyOf(child))?.partitionOf?.bound);
  if (first === undefined || more.length === 0) return first && { bound: first, excluded: true };
  const lists = [first, ...more].flatMap((each) => (each?.kind === 'list' ? [each] : []));
  if (lists.length <= more.length) return undefined;
  return { bound: { ...(lists[0] as (typeof lists)[number]), values: lists.flatMap((each) => each.values) }, excluded: true };
}

function staged(sql: string, context: StagingContext, name: ResolvedName, proofs: readonly BoundProof[]): RecipeResult {
  const { operation } = context;
  const table = textOf(context, name);
  return {
    steps: [
      // Each table in a transaction of its own: nobody waits for two at once.
      ...proofs.flatMap((each, i) =>
        i === 0 ? each.add : each.add.map((step) => ({ ...step, after: 'transaction' as const, transaction: 'own' as const })),
      ),
      ...proofs.flatMap((each) => each.validate),
      {
        stage: 'expand',
        after: 'transaction',
        sql,
        transaction: 'shared',
        rollback:
          operation.kind === 'attach-partition'
            ? `ALTER TABLE ${tableText(context)} DETACH PARTITION ${table};`
            : `DROP TABLE IF EXISTS ${table};`,
        why: 'the valid checks prove what is asked, so that no row is read',
      },
      ...proofs.flatMap((each) => each.drop),
    ],
  };
}
