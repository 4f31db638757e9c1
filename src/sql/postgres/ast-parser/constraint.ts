import type { ColumnConstraint, TableConstraint, TableReference } from 'pgsql-ast-parser';
import type { ConstraintDefinition } from '../../../operation/operation.ts';
import { commaParts, findOpen, inside, markAt, type Range, spanOf } from '../source.ts';
import { withoutNotValid } from '../without-not-valid.ts';
import { expression } from './expression.ts';
import { type Feed, refuse } from './feed.ts';
import { behindName, nameOf, namesOf, qualifiedName } from './name.ts';

/**
 * A constraint of a table or a column. The parser refuses INCLUDE, DEFERRABLE, NO INHERIT and the like, so that none of them is lost here; NOT VALID and others at the end
 * of one that is added are `attributes.ts`.
 * @param range its tokens, from CONSTRAINT or its first keyword on
 * @param column for an inline constraint: the column it stands at
 */
export function constraintOf(source: Feed, node: TableConstraint | ColumnConstraint, range: Range, column?: string): ConstraintDefinition {
  const base = {
    ...(node.constraintName && { name: nameOf(source, node.constraintName) }),
    span: spanOf(source, range),
    text: withoutNotValid(source, range),
  };
  const own = column === undefined ? [] : [column];
  switch (node.type) {
    case 'check': {
      const body = inside(source, findOpen(source, range));
      if (commaParts(source, body).length > 1) refuse('CHECK over several values', source, body.from);
      return { ...base, type: 'check', expression: expression(source, node.expr, body) };
    }
    case 'not null':
      return { ...base, type: 'not-null', column: column ?? '' };
    case 'unique':
    case 'primary key':
      return {
        ...base,
        type: node.type === 'unique' ? 'unique' : 'primary-key',
        columns: 'columns' in node ? namesOf(source, node.columns) : own,
      };
    case 'foreign key':
      return { ...base, ...foreignKey(source, node), columns: namesOf(source, node.localColumns) };
    case 'reference':
      return { ...base, ...foreignKey(source, node), columns: own };
    default:
      return refuse(`the constraint ${node.type}`, source, range.from);
  }
}

type ForeignKey = Extract<ConstraintDefinition, { type: 'foreign-key' }>;

function foreignKey(
  source: Feed,
  node: TableReference,
): Pick<ForeignKey, 'type' | 'references' | 'referencedColumns' | 'match' | 'onDelete' | 'onUpdate'> {
  return {
    type: 'foreign-key',
    references: qualifiedName(source, node.foreignTable),
    // Where none are named, those of the tree are the feed's.
    referencedColumns: markAt(source, behindName(source, node.foreignTable).from) === '(' ? namesOf(source, node.foreignColumns) : [],
    match: node.match ?? 'simple',
    onDelete: node.onDelete ?? 'no action',
    onUpdate: node.onUpdate ?? 'no action',
  };
}
