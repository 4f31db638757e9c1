import type { ExpressionNode } from '../../operation/expression.ts';
import type { Schema } from '../../schema/schema.ts';
import { type CatalogFunction, type CatalogOperator, catalogCast, catalogFunctions, catalogOperators, catalogType } from './catalog.ts';
import { builtInName } from './types.ts';

/** What is known about the names in an expression. */
export interface Scope {
  readonly schema: Schema;
  /** The built-in type of a column, where it is known. */
  columnType?(name: string): string | undefined;
}

/** A type by its internal name; `unknown` is a quoted literal, which becomes what it is needed as; undefined where nothing can be told. */
export type Inferred = string | undefined;

/**
 * The type of an expression as far as it can be told, after https://www.postgresql.org/docs/current/typeconv.html.
 * It only has to separate overloads, so what is rare is left undefined.
 */
export function inferType(node: ExpressionNode, scope: Scope): Inferred {
  switch (node.kind) {
    case 'constant':
      return node.type ?? 'unknown';
    case 'null':
      return 'unknown';
    case 'column':
      return scope.columnType?.(node.path[node.path.length - 1] as string);
    case 'cast':
      return builtInName(scope.schema, node.type);
    case 'collate':
      return inferType(node.argument, scope);
    case 'and':
    case 'or':
    case 'not':
    case 'null-test':
    case 'boolean-test':
    case 'distinct-test':
      return 'bool';
    case 'value-function':
      return valueFunctionTypes[node.name];
    case 'coalesce':
    case 'greatest':
    case 'least':
    case 'nullif':
      return node.arguments.map((each) => inferType(each, scope)).find((type) => type !== 'unknown');
    case 'operator':
      return onlyResult(operatorsFor(node, scope));
    case 'call':
      return onlyResult(functionsFor(node, scope));
    case 'array': {
      const element = node.arguments.map((each) => inferType(each, scope)).find((type) => type !== 'unknown');
      return element === undefined ? undefined : `_${element}`;
    }
    default:
      return undefined;
  }
}

const valueFunctionTypes: Readonly<Record<string, string>> = {
  current_date: 'date',
  current_time: 'timetz',
  current_timestamp: 'timestamptz',
  localtime: 'time',
  localtimestamp: 'timestamp',
  current_role: 'name',
  current_user: 'name',
  user: 'name',
  session_user: 'name',
  current_catalog: 'name',
  current_schema: 'name',
};

function onlyResult(candidates: readonly { readonly result: string }[]): Inferred {
  const results = new Set(candidates.map((candidate) => candidate.result));
  const [result] = results;
  return results.size === 1 && result !== undefined && catalogType(result)?.category !== 'P' ? result : undefined;
}

type Call = Extract<ExpressionNode, { kind: 'call' }>;
type OperatorNode = Extract<ExpressionNode, { kind: 'operator' }>;

/** The built-in functions that a call may mean: those whose parameters take the arguments, the closest matches only. */
export function functionsFor(call: Call, scope: Scope): readonly CatalogFunction[] {
  const given = call.arguments.map((each) => inferType(each, scope));
  const overloads = overloadsFor(call);
  if (call.names !== undefined) return overloads;
  return closest(overloads, given, (each) => parametersFor(each, given.length));
}

/** Those that take as many arguments, whatever their types. */
export function overloadsFor(call: Call): readonly CatalogFunction[] {
  return catalogFunctions(call.function.name).filter((each) => takesCount(each, call.arguments.length));
}

function takesCount(overload: CatalogFunction, count: number): boolean {
  const most = overload.variadic ? Number.POSITIVE_INFINITY : overload.arguments.length;
  const least = overload.arguments.length - overload.defaults - (overload.variadic ? 1 : 0);
  return count >= least && count <= most;
}

/** The last parameter of a variadic function stands for any number of its elements. */
function parametersFor(overload: CatalogFunction, count: number): readonly string[] {
  if (!overload.variadic) return overload.arguments;
  const last = overload.arguments[overload.arguments.length - 1] as string;
  const fixed = overload.arguments.slice(0, -1);
  return [...fixed, ...Array<string>(Math.max(0, count - fixed.length)).fill(catalogType(last)?.element ?? 'any')];
}

/** The built-in operators that an operator expression may mean. */
export function operatorsFor(node: OperatorNode, scope: Scope): readonly CatalogOperator[] {
  const left = node.left === undefined ? undefined : inferType(node.left, scope);
  // x = ANY (list) compares with each element: what stands on the right says nothing about the operator that the left does not say better.
  const right = node.quantifier === undefined ? inferType(node.right, scope) : undefined;
  const overloads = catalogOperators(node.operator).filter((each) => (each.left === undefined) === (node.left === undefined));
  const given = node.left === undefined ? [right] : [left, right];
  return closest(overloads, given, (each) => (each.left === undefined ? [each.right] : [each.left, each.right]));
}

/**
 * The overloads that take the given types, narrowed to those with the most exact matches. A literal beside a typed operand is taken
 * to be of that operand's type, as the first rule of operator resolution has it.
 */
function closest<T>(overloads: readonly T[], given: readonly Inferred[], parametersOf: (overload: T) => readonly string[]): readonly T[] {
  const known = given.find((type) => type !== undefined && type !== 'unknown');
  const assumed = given.length === 2 && known !== undefined ? given.map((type) => (type === 'unknown' ? known : type)) : given;
  const fitting = overloads.filter((overload) => {
    const parameters = parametersOf(overload);
    return given.every((type, i) => takes(parameters[i], type));
  });
  const score = (overload: T): number => {
    const parameters = parametersOf(overload);
    return assumed.filter((type, i) => type !== undefined && type === parameters[i]).length;
  };
  // An argument of unknown type could match any of them exactly: then no overload may be dropped for having fewer exact matches.
  if (given.includes(undefined)) return fitting;
  const best = Math.max(0, ...fitting.map(score));
  return preferringText(
    fitting.filter((overload) => score(overload) === best),
    assumed,
    parametersOf,
  );
}

/** Among equals a quoted literal goes where text is taken. */
function preferringText<T>(
  overloads: readonly T[],
  given: readonly Inferred[],
  parametersOf: (overload: T) => readonly string[],
): readonly T[] {
  const textual = overloads.filter((overload) =>
    parametersOf(overload).every((parameter, i) => given[i] !== 'unknown' || catalogType(parameter)?.category === 'S'),
  );
  return textual.length > 0 ? textual : overloads;
}

function takes(parameter: string | undefined, given: Inferred): boolean {
  if (parameter === undefined) return false;
  if (given === undefined || given === 'unknown' || given === parameter || parameter === 'any') return true;
  if (catalogType(parameter)?.category === 'P') return true;
  return catalogCast(given, parameter)?.context === 'implicit';
}
