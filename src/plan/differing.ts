import { keyOf, type ResolvedName } from '../operation/name.ts';
import { shown } from '../schema/difference.ts';
import { partitionTree } from '../schema/partition-tree.ts';
import type { Schema } from '../schema/schema.ts';

/** What a plan may leave otherwise than the author's own SQL, and nothing beside it. */
export type Differing =
  | { readonly kind: 'column' | 'trigger' | 'constraint'; readonly table: ResolvedName; readonly name: string }
  | { readonly kind: 'domain-constraint'; readonly domain: ResolvedName; readonly name: string }
  | { readonly kind: 'function'; readonly function: ResolvedName }
  /** In the order of its columns, and in nothing else. */
  | { readonly kind: 'view-order'; readonly view: ResolvedName };

/** The column of the table and of those that inherit it. */
export function columnOfAll(schema: Schema, table: ResolvedName, name: string): readonly Differing[] {
  return partitionTree(schema, table).map((each) => ({ kind: 'column', table: each, name }));
}

/** As `difference` begins its lines on it. */
export function inDifference(thing: Differing): string {
  switch (thing.kind) {
    case 'column':
    case 'trigger':
    case 'constraint':
      return `table ${shown(keyOf(thing.table))}: ${thing.kind} ${thing.name}`;
    case 'domain-constraint':
      return `type ${shown(keyOf(thing.domain))}: constraint ${thing.name}`;
    case 'function':
      return `function ${shown(keyOf(thing.function))}`;
    case 'view-order':
      return `view ${shown(keyOf(thing.view))}: reading`;
  }
}
