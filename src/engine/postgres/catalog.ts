import type { Volatility } from '../../operation/operation.ts';
import * as recorded from './catalog.recorded.ts';

/**
 * PostgreSQL's own catalog, as `scripts/catalog.ts` recorded it: what a name of the system means. Each part is read from its text when it is
 * first asked for, since most migrations ask for none.
 */
export interface CatalogType {
  readonly name: string;
  /** `pg_type.typcategory`. https://www.postgresql.org/docs/current/catalog-pg-type.html */
  readonly category: string;
  readonly preferred: boolean;
  /** The element type of an array type. */
  readonly element?: string;
  /** The operator class that a btree index on such a column gets, '' where there is none. */
  readonly operatorClass: string;
}

export interface CatalogCast {
  /** `binary`: the bytes are taken as they are. `function`: a function is called. `text`: written and read again. */
  readonly method: 'binary' | 'function' | 'text';
  /** What applies it: anything, an assignment, or only an explicit cast. */
  readonly context: 'implicit' | 'assignment' | 'explicit';
  readonly volatility: Volatility;
}

export interface CatalogOperator {
  readonly left?: string;
  readonly right: string;
  readonly result: string;
  readonly volatility: Volatility;
}

export interface CatalogFunction {
  readonly arguments: readonly string[];
  readonly result: string;
  readonly volatility: Volatility;
  /** Trailing arguments that may be left out. */
  readonly defaults: number;
  readonly variadic: boolean;
  /** An aggregate or a window function. */
  readonly aggregate: boolean;
}

const volatilities: Readonly<Record<string, Volatility>> = { i: 'immutable', s: 'stable', v: 'volatile' };
const volatilityOf = (letter: string | undefined): Volatility => volatilities[letter ?? ''] ?? 'volatile';
const lines = (text: string): readonly string[] => text.trim().split('\n');

/** Computes once, when first asked. */
function lazy<T>(compute: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => {
    value ??= { of: compute() };
    return value.of;
  };
}

/** In the order of the record: other parts name a type by its line. */
const typeList = lazy(() =>
  lines(recorded.types).map((line): CatalogType => {
    const [name = '', category = '', preferred = '', element = '', operatorClass = ''] = line.split(' ');
    return { name, category, preferred: preferred === 'p', ...(element === '' ? {} : { element }), operatorClass };
  }),
);
const typeAt = (line: string | undefined): string => typeList()[Number.parseInt(line ?? '', 36)]?.name ?? '';
const typesByName = lazy(() => new Map(typeList().map((type) => [type.name, type])));

const castsByTypes = lazy(() => {
  const methods: Readonly<Record<string, CatalogCast['method']>> = { b: 'binary', f: 'function', i: 'text' };
  const contexts: Readonly<Record<string, CatalogCast['context']>> = { i: 'implicit', a: 'assignment', e: 'explicit' };
  return new Map(
    lines(recorded.casts).map((line): [string, CatalogCast] => {
      const [source, target, how = ''] = line.split(' ');
      return [
        `${typeAt(source)} ${typeAt(target)}`,
        {
          method: methods[how[0] ?? ''] ?? 'function',
          context: contexts[how[1] ?? ''] ?? 'explicit',
          volatility: volatilityOf(how[2]),
        },
      ];
    }),
  );
});

const inputOutputByType = lazy(
  () =>
    new Map(
      lines(recorded.inputOutput).map((line): [string, { input: Volatility; output: Volatility }] => {
        const [type, how = ''] = line.split(' ');
        return [typeAt(type), { input: volatilityOf(how[0]), output: volatilityOf(how[1]) }];
      }),
    ),
);

const textsByName = (text: string): ReadonlyMap<string, string> =>
  new Map(lines(text).map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]));
const operatorTexts = lazy(() => textsByName(recorded.operators));
const functionTexts = lazy(() => textsByName(recorded.functions));

const extensionTexts = lazy(() => textsByName(recorded.extensionFunctions));

/** The volatility of a function that one of the extensions brings (pgcrypto, uuid-ossp, pg_trgm, …), by its name. */
export function extensionVolatility(extensions: readonly string[], name: string): Volatility | undefined {
  for (const extension of extensions) {
    const found = extensionTexts()
      .get(extension)
      ?.split(' ')
      .find((each) => each.startsWith(`${name},`));
    if (found !== undefined) return volatilityOf(found.slice(name.length + 1));
  }
  return undefined;
}

/** A built-in type by its internal name (`int4`, `_int4`). */
export function catalogType(name: string): CatalogType | undefined {
  return typesByName().get(name);
}

/** The cast that `pg_cast` has from one type to another; without one there may still be a cast through text. */
export function catalogCast(source: string, target: string): CatalogCast | undefined {
  return castsByTypes().get(`${source} ${target}`);
}

/** The volatility of reading (`input`) or writing (`output`) a value of the type as text. */
export function textVolatility(type: string, way: 'input' | 'output'): Volatility {
  return inputOutputByType().get(type)?.[way] ?? 'immutable';
}

/** The overloads of a name, read when they are first asked for. */
function overloadsOf<T>(texts: () => ReadonlyMap<string, string>, read: (overload: string) => T): (name: string) => readonly T[] {
  const known = new Map<string, readonly T[]>();
  return (name) => {
    const text = texts().get(name);
    if (text === undefined) return [];
    const overloads = known.get(name) ?? text.split(' ').map(read);
    known.set(name, overloads);
    return overloads;
  };
}

export const catalogOperators = overloadsOf(operatorTexts, (overload): CatalogOperator => {
  const [left = '', right, result, volatility] = overload.split(',');
  return {
    ...(left === '-' ? {} : { left: typeAt(left) }),
    right: typeAt(right),
    result: typeAt(result),
    volatility: volatilityOf(volatility),
  };
});

export const catalogFunctions = overloadsOf(functionTexts, (overload): CatalogFunction => {
  const [flags = '', types = ''] = overload.split(':');
  const [result, ...parameters] = types.split(',');
  return {
    arguments: parameters.map(typeAt),
    result: typeAt(result),
    volatility: volatilityOf(flags[0]),
    aggregate: flags[1] === 'a' || flags[1] === 'w',
    variadic: flags.includes('+'),
    defaults: Number(flags.split('-')[1] ?? 0),
  };
});
