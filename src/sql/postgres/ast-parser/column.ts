import type { AlterColumnAddGenerated, CreateColumnDef } from 'pgsql-ast-parser';
import type { ColumnDefinition, ConstraintDefinition, Generated, Identity } from '../../../operation/operation.ts';
import { find, findOpen, inside, type Range, spanOf, textOf } from '../source.ts';
import { constraintOf } from './constraint.ts';
import { expression } from './expression.ts';
import { type Feed, refuse, tokenOf } from './feed.ts';
import { nameOf, qualifiedName } from './name.ts';
import { typeAt } from './type-name.ts';

/**
 * A column as CREATE TABLE or ADD COLUMN defines it.
 * @param range its tokens, from the name to the last of its constraints
 */
export function columnOf(source: Feed, node: CreateColumnDef, range: Range): ColumnDefinition {
  const name = nameOf(source, node.name);
  const constraints: ConstraintDefinition[] = [];
  let fields: Pick<ColumnDefinition, 'default' | 'identity' | 'generated' | 'explicitNull'> = {};
  let notNull = false;
  const nodes = node.constraints ?? [];
  for (const [i, constraint] of nodes.entries()) {
    const next = nodes[i + 1];
    const own = { from: tokenOf(source, constraint), to: next === undefined ? range.to : tokenOf(source, next) };
    switch (constraint.type) {
      case 'null':
        fields = { ...fields, explicitNull: true };
        break;
      case 'default':
        fields = { ...fields, default: expression(source, constraint.default, { from: find(source, own, 'default') + 1, to: own.to }) };
        break;
      case 'add generated':
        fields = { ...fields, ...generation(source, constraint, own) };
        break;
      case 'not null':
        notNull = true;
        if (constraint.constraintName) constraints.push(constraintOf(source, constraint, own, name));
        break;
      default:
        constraints.push(constraintOf(source, constraint, own, name));
    }
  }
  return {
    name,
    type: typeAt(source, range.from + 1).type,
    ...(node.collate && { collation: qualifiedName(source, node.collate) }),
    notNull,
    ...fields,
    constraints,
    span: spanOf(source, range),
    text: textOf(source, range),
  };
}

/** GENERATED …: the parser tells an identity from an expression only by what is missing, and takes both ways of each that SQL does not have. */
function generation(source: Feed, node: AlterColumnAddGenerated, range: Range): { identity: Identity } | { generated: Generated } {
  if (node.expression === undefined) return { identity: identityOf(source, node, range) };
  if (node.always !== 'always' || node.sequence !== undefined) refuse('this GENERATED', source, range.from);
  const body = inside(source, findOpen(source, range));
  return { generated: { expression: expression(source, node.expression, body), stored: node.stored === true } };
}

/** @param range begins at or before GENERATED */
export function identityOf(source: Feed, node: AlterColumnAddGenerated, range: Range): Identity {
  const isIdentity = find(source, range, 'identity') < range.to && node.expression === undefined && node.stored === undefined;
  if (!isIdentity || node.always === undefined) refuse('this GENERATED', source, range.from);
  const open = findOpen(source, range);
  const named = node.sequence?.name;
  return {
    when: node.always,
    ...(open < range.to && { options: textOf(source, inside(source, open)) }),
    ...(named && { sequence: qualifiedName(source, named) }),
  };
}
