import type { Expression, ExpressionNode } from '../operation/expression.ts';
import type { QualifiedName, ResolvedName } from '../operation/name.ts';
import { quoteIdentifier, quoteLiteral, quoteName } from '../sql/postgres/quote.ts';

/** `nextval('s')`, `nextval('app.s'::regclass)`: the default that serial stands for, and how a rename of the sequence is read from it. */

/** The sequence that the expression draws from, if that is all it does. */
export function sequenceOf(node: ExpressionNode): QualifiedName | undefined {
  if (node.kind !== 'call' || node.function.name !== 'nextval' || node.arguments.length !== 1) return undefined;
  let argument = node.arguments[0] as ExpressionNode;
  while (argument.kind === 'cast') argument = argument.argument;
  if (argument.kind !== 'constant') return undefined;
  const parts = [...argument.value.matchAll(/"((?:[^"]|"")*)"|([^".]+)/g)].map(
    (part) => part[1]?.replaceAll('""', '"') ?? fold(part[2] as string),
  );
  const [schema, name] = parts.length > 1 ? parts.slice(-2) : [undefined, parts[0]];
  if (name === undefined) return undefined;
  return schema === undefined ? { name } : { schema, name };
}

/** The default of a serial column, as pg_get_expr shows it: the schema only where the search path has it not. */
export function nextvalOf(sequence: ResolvedName, searchPath: readonly string[]): Expression {
  return draw(searchPath.includes(sequence.schema) ? quoteIdentifier(sequence.name) : quoteName(sequence));
}

/** The same default after the sequence got another name; its schema is kept where it was written. */
export function renamedNextval(value: Expression, to: ResolvedName): Expression {
  return draw(sequenceOf(value.tree)?.schema === undefined ? quoteIdentifier(to.name) : quoteName(to));
}

function draw(sequence: string): Expression {
  const type = { name: 'regclass', modifiers: [], dimensions: 0, text: 'regclass' };
  return {
    text: `nextval(${quoteLiteral(sequence)}::regclass)`,
    tree: {
      kind: 'call',
      function: { name: 'nextval' },
      arguments: [{ kind: 'cast', argument: { kind: 'constant', value: sequence }, type }],
    },
  };
}

function fold(word: string): string {
  return word.trim().toLowerCase();
}
