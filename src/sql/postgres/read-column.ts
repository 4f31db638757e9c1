import type { ColumnDef, Constraint } from '@pgsql/types';
import type { ColumnDefinition, ConstraintDefinition, Generated, Identity } from '../../operation/operation.ts';
import { nameOf, pick, pickAll } from './ast.ts';
import { expressionOf } from './expression.ts';
import { type Attributes, constraintOf } from './read-constraint.ts';
import { at, closing, find, findOpen, inside, markAt, type Range, type Source, spanOf, textOf } from './source.ts';
import { typeName } from './type-name.ts';

/**
 * A column as CREATE TABLE, ADD COLUMN or a composite type defines it.
 * @param range its tokens, from the name to the last of its constraints
 */
export function columnOf(source: Source, node: ColumnDef, range: Range): ColumnDefinition {
  const items = columnItems(source, node.constraints ? pickAll(node.constraints, 'Constraint') : [], node.collClause?.location, range);
  const constraints: ConstraintDefinition[] = [];
  let fields: Pick<ColumnDefinition, 'default' | 'identity' | 'generated' | 'explicitNull'> = {};
  let notNull = false;
  for (const { constraint, range: own, attributes } of items) {
    switch (constraint.contype) {
      case 'CONSTR_NULL':
        fields = { ...fields, explicitNull: true };
        break;
      case 'CONSTR_DEFAULT': {
        const keyword = find(source, own, 'default');
        fields = { ...fields, default: expressionOf(source, constraint.raw_expr, { from: keyword + 1, to: own.to }) };
        break;
      }
      case 'CONSTR_IDENTITY':
        fields = { ...fields, identity: identityOf(source, constraint, own) };
        break;
      case 'CONSTR_GENERATED':
        fields = { ...fields, generated: generatedOf(source, constraint, own) };
        break;
      case 'CONSTR_NOTNULL':
        notNull = true;
        // A plain NOT NULL is a property of the column; only a name, or NO INHERIT, makes it a constraint to talk about.
        if (constraint.conname === undefined && !constraint.is_no_inherit) break;
        constraints.push(...[constraintOf(source, constraint, own, node.colname, attributes)].filter((each) => each !== undefined));
        break;
      default:
        constraints.push(...[constraintOf(source, constraint, own, node.colname, attributes)].filter((each) => each !== undefined));
    }
  }
  return {
    name: node.colname ?? '',
    type: typeName(source, node.typeName),
    ...(node.collClause && { collation: nameOf(node.collClause.collname) }),
    notNull,
    ...fields,
    constraints,
    ...(node.storage_name !== undefined && { storage: node.storage_name }),
    ...(node.compression !== undefined && { compression: node.compression }),
    span: spanOf(source, range),
    text: textOf(source, range),
  };
}

interface Item {
  readonly constraint: Constraint;
  readonly range: Range;
  readonly attributes: Attributes;
}

/**
 * The inline constraints, each from its first token to the next one's. DEFERRABLE and the like are nodes of their own in the parser's tree:
 * they belong to the constraint before them.
 */
export function columnItems(
  source: Source,
  constraints: readonly Constraint[],
  collation: number | undefined,
  range: Range,
): readonly Item[] {
  const items: { constraint: Constraint; from: number; attributes: { -readonly [K in keyof Attributes]: Attributes[K] } }[] = [];
  const cuts: number[] = collation === undefined ? [range.to] : [at(source, collation), range.to];
  for (const constraint of constraints) {
    const last = items[items.length - 1];
    switch (constraint.contype) {
      case 'CONSTR_ATTR_DEFERRABLE':
        if (last) last.attributes.deferrable = true;
        break;
      case 'CONSTR_ATTR_DEFERRED':
        if (last) last.attributes.initdeferred = last.attributes.deferrable = true;
        break;
      case 'CONSTR_ATTR_NOT_ENFORCED':
        if (last) last.attributes.is_enforced = false;
        break;
      case 'CONSTR_ATTR_NOT_DEFERRABLE':
      case 'CONSTR_ATTR_IMMEDIATE':
      case 'CONSTR_ATTR_ENFORCED':
        break;
      default: {
        const from = at(source, constraint.location);
        cuts.push(from);
        const { deferrable, initdeferred, is_enforced } = constraint;
        items.push({ constraint, from, attributes: { deferrable, initdeferred, is_enforced } });
      }
    }
  }
  cuts.sort((a, b) => a - b);
  let next = 0;
  return items.map(({ constraint, from, attributes }) => {
    while ((cuts[next] ?? range.to) <= from && next < cuts.length) next++;
    return { constraint, attributes, range: { from, to: cuts[next] ?? range.to } };
  });
}

/** `range` begins before GENERATED. */
export function identityOf(source: Source, constraint: Constraint, range: Range): Identity {
  const open = findOpen(source, range);
  const named = pickAll(constraint.options, 'DefElem').find((each) => each.defname === 'sequence_name');
  return {
    when: constraint.generated_when === 'd' ? 'by default' : 'always',
    ...(open < range.to && { options: textOf(source, { from: open + 1, to: closing(source, open) }) }),
    ...(named && { sequence: nameOf(pick(named.arg, 'List')?.items) }),
  };
}

function generatedOf(source: Source, constraint: Constraint, range: Range): Generated {
  const open = findOpen(source, range);
  return {
    expression: expressionOf(source, constraint.raw_expr, markAt(source, open) === '(' ? inside(source, open) : range),
    stored: constraint.generated_kind !== 'v',
  };
}
