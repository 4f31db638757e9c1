import type { Expression, ExpressionNode } from '../operation/expression.ts';
import { partsOf } from '../operation/expression.ts';
import type { QualifiedName } from '../operation/name.ts';
import type { ConstraintDefinition, IndexDefinition, IndexElement } from '../operation/operation.ts';
import type { TypeName } from '../operation/type-name.ts';
import { sequenceOf } from './nextval.ts';

/**
 * Definitions as text in which only the meaning is left: two are the same exactly if their texts are. The author's wording, spans and names
 * that PostgreSQL does not compare are gone. Columns go by their last name, since a definition mentions only its own table.
 */

export function comparableType(type: TypeName): string {
  const modifiers = type.modifiers.length > 0 ? `(${type.modifiers.join(',')})` : '';
  const own = `${type.unsigned ? ' unsigned' : ''}${type.characterSet === undefined ? '' : ` character set ${type.characterSet}`}`;
  return `${type.schema === undefined || type.schema === 'pg_catalog' ? '' : `${type.schema}.`}${type.name}${modifiers}${'[]'.repeat(type.dimensions)}${own}`;
}

export function comparableExpression(expression: Expression | undefined): string {
  return expression === undefined ? '' : comparableNode(expression.tree);
}

const numbers: ReadonlySet<string> = new Set(['int2', 'int4', 'int8', 'numeric', 'float4', 'float8']);

function comparableNode(node: ExpressionNode): string {
  const parts = (): string => `(${partsOf(node).map(comparableNode).join(' ')})`;
  switch (node.kind) {
    case 'constant':
      return `${node.type ?? ''}${JSON.stringify(node.value)}`;
    case 'null':
      return 'null';
    case 'column':
      return `column:${node.path.at(-1)}`;
    case 'call':
      return nextval(node) ?? `call:${function_(node.function)}${node.variadic ? ':variadic' : ''}${node.names?.join(',') ?? ''}${parts()}`;
    case 'operator':
      if (node.quantifier !== undefined && node.left !== undefined)
        return `operator:${node.operator}${node.quantifier}(${comparableNode(node.left)} ${comparableNode(listed(node.right))})`;
      return `operator:${node.operator}${node.left ? '' : 'prefix'}${parts()}`;
    case 'null-test':
    case 'distinct-test':
      return `${node.kind}:${node.negated}${parts()}`;
    case 'boolean-test':
      return `${node.kind}:${node.test.toLowerCase()}${parts()}`;
    case 'cast':
      // The catalog gives every quoted constant a type, and a number that of what it meets; the author only where he cares.
      if (node.argument.kind === 'constant' && (node.argument.type === undefined || numbers.has(node.type.name)))
        return comparableNode(node.argument);
      return `cast:${comparableType(node.type)}${parts()}`;
    case 'value-function':
      return node.name;
    case 'collate':
      return `collate:${node.collation.name}${parts()}`;
    case 'parameter':
      return `$${node.number}`;
    case 'subquery':
      return `subquery:${node.reads.map((each) => each.name).join(',')}${parts()}`;
    case 'opaque':
      return `opaque:${node.name}${parts()}`;
    default:
      return node.kind + parts();
  }
}

/** `= ANY (ARRAY['a', 'b']::text[])` is what the catalog makes of `IN ('a', 'b')`. */
function listed(node: ExpressionNode): ExpressionNode {
  const array = node.kind === 'cast' && node.type.dimensions > 0 ? node.argument : node;
  return array.kind === 'array' ? { kind: 'list', arguments: array.arguments } : node;
}

/** The sequence, however it is written. */
function nextval(node: ExpressionNode): string | undefined {
  const sequence = sequenceOf(node);
  return sequence && `nextval:${sequence.name}`;
}

function function_(name: QualifiedName): string {
  return name.schema === undefined || name.schema === 'pg_catalog' ? name.name : `${name.schema}.${name.name}`;
}

export function comparableElement(element: IndexElement): string {
  const nulls = element.nulls ?? (element.descending ? 'first' : 'last');
  return [
    element.column === undefined ? comparableExpression(element.expression) : `column:${element.column}`,
    element.prefix ?? '',
    element.collation?.name ?? '',
    element.operatorClass?.name ?? '',
    element.descending ? 'desc' : 'asc',
    nulls,
    element.exclusionOperator ?? '',
  ].join(' ');
}

/** An index without its name, tablespace and storage parameters. */
export function comparableIndex(index: IndexDefinition): string {
  return [
    index.method,
    index.unique ? 'unique' : '',
    index.nullsNotDistinct ? 'nulls not distinct' : '',
    index.elements.map(comparableElement).join(', '),
    index.include.join(', '),
    comparableExpression(index.where),
    index.invisible ? 'invisible' : '',
  ].join('; ');
}

export function sameIndex(a: IndexDefinition, b: IndexDefinition): boolean {
  return comparableIndex(a) === comparableIndex(b);
}

/** A constraint without its name and its state. */
export function comparableConstraint(definition: ConstraintDefinition): string {
  const flags = [
    definition.noInherit && 'no inherit',
    definition.deferrable && 'deferrable',
    definition.initiallyDeferred && 'initially deferred',
  ].filter((each) => each);
  return [definition.type, ...flags, meaning(definition)].join('; ');
}

function meaning(definition: ConstraintDefinition): string {
  switch (definition.type) {
    case 'check':
      return comparableExpression(definition.expression);
    case 'not-null':
      return definition.column;
    case 'unique':
    case 'primary-key':
      return [
        definition.columns.join(', '),
        (definition.include ?? []).join(', '),
        definition.nullsNotDistinct ? 'nulls not distinct' : '',
        definition.withoutOverlaps ? 'without overlaps' : '',
      ].join('; ');
    case 'foreign-key':
      return [
        definition.columns.join(', '),
        `${definition.references.schema ?? ''}.${definition.references.name}`,
        definition.referencedColumns.join(', '),
        definition.match,
        definition.onDelete,
        definition.onUpdate,
        definition.period ? 'period' : '',
      ].join('; ');
    case 'exclude':
      return [definition.method, definition.elements.map(comparableElement).join(', '), comparableExpression(definition.where)].join('; ');
  }
}
