import type { Expression } from '../../operation/expression.ts';
import type { IndexDefinition, IndexElement } from '../../operation/operation.ts';
import { closing, find, findOpen, inside, is, type Range, type Source, textOf } from './source.ts';

/** Where the parts of a CREATE INDEX stand. @param on a token between its name and its keys */
export function indexParts(
  source: Source,
  on: number,
): { readonly keys: Range; readonly behind: Range; readonly where: Range; readonly storage: Pick<IndexDefinition, 'storage'> } {
  const open = findOpen(source, { from: on, to: source.end });
  const behind = { from: closing(source, open) + 1, to: source.end };
  const where = find(source, behind, 'where');
  const options = find(source, { from: behind.from, to: where }, 'with');
  return {
    keys: inside(source, open),
    behind,
    where: { from: where + 1, to: source.end },
    storage: is(source, options, 'with') ? { storage: textOf(source, inside(source, options + 1)) } : {},
  };
}

/** A column in parentheses is that column, not an expression: ComputeIndexAttrs and ComputePartitionAttrs take it so. */
export function keyFrom(expression: Expression): Pick<IndexElement, 'column' | 'expression' | 'collation'> {
  const { tree } = expression;
  const argument = tree.kind === 'collate' ? tree.argument : tree;
  const column = argument.kind === 'column' ? argument.path.at(-1) : undefined;
  if (column === undefined) return { expression };
  return { column, ...(tree.kind === 'collate' && { collation: tree.collation }) };
}
