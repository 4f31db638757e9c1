import { columnsIn, type Expression, type ExpressionNode } from '../operation/expression.ts';
import type { ConstraintDefinition, IndexDefinition, IndexElement } from '../operation/operation.ts';
import { quoteIdentifier } from '../sql/postgres/quote.ts';
import { shorten } from './naming.ts';

/** What a definition says of columns: which it mentions, and the definition after one was renamed. */

/** Columns of the constraint's own table that it mentions. Not those it only includes in its index: see `indexColumns`. */
export function constraintColumns(definition: ConstraintDefinition): readonly string[] {
  switch (definition.type) {
    case 'check':
      return columnsIn(definition.expression.tree);
    case 'not-null':
      return [definition.column];
    case 'unique':
    case 'primary-key':
      return [...definition.columns, ...(definition.include ?? [])];
    case 'foreign-key':
      return definition.columns;
    case 'exclude':
      return [...definition.elements.flatMap(elementColumns), ...(definition.where ? columnsIn(definition.where.tree) : [])];
  }
}

/** Columns that an index has as keys, includes, computes from or filters by. */
export function indexColumns(index: Pick<IndexDefinition, 'elements' | 'include' | 'where'>): readonly string[] {
  return [...index.elements.flatMap(elementColumns), ...index.include, ...(index.where ? columnsIn(index.where.tree) : [])];
}

export function elementColumns(element: IndexElement): readonly string[] {
  if (element.column !== undefined) return [element.column];
  return element.expression ? columnsIn(element.expression.tree) : [];
}

export function renameInConstraint(definition: ConstraintDefinition, from: string, to: string): ConstraintDefinition {
  if (!constraintColumns(definition).includes(from)) return definition;
  const list = (names: readonly string[]): readonly string[] => names.map((name) => (name === from ? to : name));
  const text = renameInText(definition.text, from, to);
  switch (definition.type) {
    case 'check':
      return { ...definition, text, expression: renameInExpression(definition.expression, from, to) };
    case 'not-null':
      return { ...definition, text, column: to };
    case 'unique':
    case 'primary-key':
      return { ...definition, text, columns: list(definition.columns), ...(definition.include && { include: list(definition.include) }) };
    case 'foreign-key':
      return { ...definition, columns: list(definition.columns) };
    case 'exclude':
      return {
        ...definition,
        text,
        elements: definition.elements.map((element) => renameInElement(element, from, to)),
        ...(definition.where && { where: renameInExpression(definition.where, from, to) }),
      };
  }
}

export function renameInIndex<T extends IndexDefinition>(index: T, from: string, to: string): T {
  if (!indexColumns(index).includes(from)) return index;
  return {
    ...index,
    elements: index.elements.map((element) => renameInElement(element, from, to)),
    include: index.include.map((name) => (name === from ? to : name)),
    ...(index.where && { where: renameInExpression(index.where, from, to) }),
  };
}

export function renameInElement(element: IndexElement, from: string, to: string): IndexElement {
  if (!elementColumns(element).includes(from)) return element;
  return {
    ...element,
    text: renameInText(element.text, from, to),
    ...(element.column !== undefined && { column: to }),
    ...(element.expression && { expression: renameInExpression(element.expression, from, to) }),
  };
}

export function renameInExpression(expression: Expression, from: string, to: string): Expression {
  const rename = (node: ExpressionNode): ExpressionNode =>
    node.kind === 'column' && node.path.at(-1) === from ? { ...node, path: [...node.path.slice(0, -1), to] } : mapParts(node, rename);
  return columnsIn(expression.tree).includes(from)
    ? { text: renameInText(expression.text, from, to), tree: rename(expression.tree) }
    : expression;
}

/** The node with each direct part replaced: the counterpart of `partsOf`. */
function mapParts(node: ExpressionNode, change: (part: ExpressionNode) => ExpressionNode): ExpressionNode {
  switch (node.kind) {
    case 'constant':
    case 'null':
    case 'column':
    case 'value-function':
    case 'parameter':
      return node;
    case 'not':
    case 'null-test':
    case 'boolean-test':
    case 'cast':
    case 'collate':
      return { ...node, argument: change(node.argument) };
    case 'operator':
      return { ...node, ...(node.left && { left: change(node.left) }), right: change(node.right) };
    case 'distinct-test':
      return { ...node, left: change(node.left), right: change(node.right) };
    case 'indirection':
      return { ...node, argument: change(node.argument), parts: node.parts.map(change) };
    default:
      return { ...node, arguments: node.arguments.map(change) };
  }
}

/** Tokens in which a name cannot hide are stepped over: comments, strings (plain, escaped, dollar-quoted); then words, quoted or not. */
const token =
  /--[^\n]*|\/\*[\s\S]*?\*\/|[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$|"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*/gu;

/**
 * The author's text with the column's name replaced, for people and plans to read. Facts are decided from trees; the text is only as good as
 * tokens tell: a word before `(` is a function and stays, a type of the column's name would be renamed too.
 */
export function renameInText(text: string, from: string, to: string): string {
  return text.replace(token, (word, _tag, at: number) => {
    const name = word.startsWith('"') ? word.slice(1, -1).replaceAll('""', '"') : /^[\p{L}_]/u.test(word) ? fold(word) : undefined;
    if (name === undefined || shorten(name) !== from || /^\s*\(/.test(text.slice(at + word.length))) return word;
    return quoteIdentifier(to);
  });
}

function fold(word: string): string {
  return word.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
