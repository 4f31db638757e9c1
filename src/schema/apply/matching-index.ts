import type { IndexDefinition } from '../../operation/operation.ts';
import { sameIndex } from '../comparable.ts';
import type { Index, Table } from '../schema.ts';

/**
 * The index of a partition that can be attached to a parent's: the same keys, predicate and method, not yet attached, valid, and with a constraint
 * exactly if the parent's has one (CompareIndexInfo and AttachPartitionEnsureIndexes in PostgreSQL's source).
 * @param invalid one that is not valid will do: so for a new index (DefineIndex), which is then not valid either
 */
export function matchingIndex(partition: Table, parent: IndexDefinition, constraint: boolean, invalid = false): Index | undefined {
  return partition.indexes.find(
    (each) =>
      each.parent === undefined &&
      (each.valid || invalid) &&
      (!constraint || each.constraint !== undefined) &&
      sameIndex(unordered(each.definition), unordered(parent)),
  );
}

/** Ascending or descending, and where the NULLs stand, is not compared. */
function unordered(index: IndexDefinition): IndexDefinition {
  return { ...index, elements: index.elements.map(({ descending: _, nulls: __, ...element }) => element) };
}

/** Whether the index enforces an exclusion constraint. */
export function isExclusion({ elements }: IndexDefinition): boolean {
  return elements.some(({ exclusionOperator }) => exclusionOperator !== undefined);
}
