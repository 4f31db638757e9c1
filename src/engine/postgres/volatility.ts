import { type ExpressionNode, partsOf } from '../../operation/expression.ts';
import { keyOf, type QualifiedName } from '../../operation/name.ts';
import type { Volatility } from '../../operation/operation.ts';
import type { Schema, UserFunction } from '../../schema/schema.ts';
import { catalogCast, catalogOperators, extensionVolatility, textVolatility } from './catalog.ts';
import { functionsFor, inferType, operatorsFor, overloadsFor, type Scope } from './infer.ts';
import { builtInName } from './types.ts';

/** How volatile an expression is, and what makes it so. */
export interface VolatilityOf {
  readonly volatility: Volatility;
  /** The part that decides, as a reader would call it: `random()`, `the operator +`. Absent where nothing but constants is there. */
  readonly part?: string;
  /** Set where the part is not in PostgreSQL's catalog nor in the history: taken to be volatile. */
  readonly unknown?: true;
}

const rank: Readonly<Record<Volatility, number>> = { immutable: 0, stable: 1, volatile: 2 };
const constant: VolatilityOf = { volatility: 'immutable' };

function more(a: VolatilityOf, b: VolatilityOf): VolatilityOf {
  return rank[b.volatility] > rank[a.volatility] ? b : a;
}

function most(of: readonly { readonly volatility: Volatility }[]): Volatility {
  return of.reduce<Volatility>((worst, each) => (rank[each.volatility] > rank[worst] ? each.volatility : worst), 'immutable');
}

/**
 * The volatility of an expression by PostgreSQL's catalog and the functions of the history, as `contain_volatile_functions` finds it.
 * https://www.postgresql.org/docs/current/xfunc-volatility.html
 *
 * The planner first folds constants and inlines SQL functions, so that it may find less than is written: `CASE WHEN true THEN 1 ELSE
 * random() END` is no longer volatile, nor is a function in SQL whose body is `select 1`. Here both are: never less than the server.
 */
export function volatilityOf(node: ExpressionNode, scope: Scope): VolatilityOf {
  return partsOf(node).reduce((worst, part) => more(worst, volatilityOf(part, scope)), own(node, scope));
}

/** What the node adds to its parts. */
function own(node: ExpressionNode, scope: Scope): VolatilityOf {
  switch (node.kind) {
    case 'call':
      return ofCall(node, scope);
    case 'operator':
      return ofOperator(node, scope);
    case 'distinct-test':
      return { volatility: most(catalogOperators('=')), part: 'IS DISTINCT FROM' };
    case 'cast':
      return ofCast(node, scope);
    case 'value-function':
      // SQLValueFunction is not in the catalog; the manual calls them the start of the transaction and the session's names: stable.
      return { volatility: 'stable', part: node.name };
    case 'subquery':
      return { volatility: 'volatile', part: 'the subquery' };
    case 'opaque':
      return ofOpaque(node.name);
    default:
      return constant;
  }
}

function ofCall(node: Extract<ExpressionNode, { kind: 'call' }>, scope: Scope): VolatilityOf {
  const part = `${node.function.name}()`;
  const users = takers(userFunctions(scope.schema, node.function), node.arguments.length);
  const inCatalog = node.function.schema === undefined || node.function.schema === 'pg_catalog';
  const fitting = inCatalog ? functionsFor(node, scope) : [];
  // A name of the catalog whose overloads do not seem to fit is still that name: inference is not perfect. The number of arguments is.
  const known = fitting.length > 0 || users.length > 0 || !inCatalog ? fitting : overloadsFor(node);
  const ofExtension =
    known.length === 0 && users.length === 0 ? extensionVolatility(scope.schema.extensions, node.function.name) : undefined;
  if (ofExtension !== undefined) return { volatility: ofExtension, part };
  if (known.length === 0 && users.length === 0) return { volatility: 'volatile', part, unknown: true };
  return { volatility: most([...known, ...users]), part };
}

function userFunctions(schema: Schema, name: QualifiedName): readonly UserFunction[] {
  const schemas = name.schema === undefined ? schema.searchPath : [name.schema];
  return schemas.flatMap((at) => schema.functions.get(keyOf({ schema: at, name: name.name })) ?? []);
}

/** Those with as many parameters as there are arguments; else, since defaults and VARIADIC are not in the history, those that may still be meant. */
function takers(functions: readonly UserFunction[], count: number): readonly UserFunction[] {
  const exact = functions.filter(({ parameters }) => parameters.length === count);
  if (exact.length > 0) return exact;
  return functions.filter(({ parameters }) => count < parameters.length || parameters[parameters.length - 1]?.dimensions === 1);
}

function ofOperator(node: Extract<ExpressionNode, { kind: 'operator' }>, scope: Scope): VolatilityOf {
  const part = `the operator ${node.operator}`;
  const fitting = operatorsFor(node, scope);
  const known = fitting.length > 0 ? fitting : catalogOperators(node.operator);
  // Extensions bring operators (hstore, pg_trgm, PostGIS); no known one is volatile, but nothing says so.
  return known.length === 0 ? { volatility: 'volatile', part, unknown: true } : { volatility: most(known), part };
}

function ofCast(node: Extract<ExpressionNode, { kind: 'cast' }>, scope: Scope): VolatilityOf {
  const target = builtInName(scope.schema, node.type);
  const source = inferType(node.argument, scope);
  const part = `the cast to ${node.type.text}`;
  if (target === undefined) return constant;
  // A quoted literal is read by the type's input function when the statement is parsed: it is a constant from then on.
  if (source === 'unknown' || source === target) return constant;
  if (source === undefined) return { volatility: 'stable', part };
  const cast = catalogCast(source, target);
  if (cast !== undefined) return { volatility: cast.volatility, part };
  return { volatility: most([{ volatility: textVolatility(source, 'output') }, { volatility: textVolatility(target, 'input') }]), part };
}

/** Nodes that no function stands behind: XML and JSON constructors are stable at most, what nobody knows is volatile. */
function ofOpaque(name: string): VolatilityOf {
  if (/^(Xml|Json|GroupingFunc|MinMax|RowCompare|SetToDefault|minvalue|maxvalue|default)/i.test(name))
    return { volatility: 'stable', part: name };
  return { volatility: 'volatile', part: name, unknown: true };
}

/**
 * A part that is certainly not immutable, as a reader would call it. Where `volatilityOf` supposes the worst, this supposes the best: it tells what
 * an index or a generated column is certain to refuse.
 */
export function mutablePart(node: ExpressionNode, scope: Scope): string | undefined {
  for (const part of partsOf(node)) {
    const found = mutablePart(part, scope);
    if (found !== undefined) return found;
  }
  const isMutable = (of: readonly { readonly volatility: Volatility }[]): boolean =>
    of.length > 0 && of.every(({ volatility }) => volatility !== 'immutable');
  switch (node.kind) {
    case 'value-function':
      return node.name;
    case 'call': {
      if (node.function.schema !== undefined && node.function.schema !== 'pg_catalog') return undefined;
      if (userFunctions(scope.schema, node.function).length > 0) return undefined;
      return isMutable(functionsFor(node, scope)) ? `${node.function.name}()` : undefined;
    }
    case 'operator':
      return isMutable(operatorsFor(node, scope)) ? `the operator ${node.operator}` : undefined;
    case 'cast': {
      const cast = ofCast(node, scope);
      return inferType(node.argument, scope) !== undefined && cast.volatility !== 'immutable' ? cast.part : undefined;
    }
    default:
      return undefined;
  }
}
