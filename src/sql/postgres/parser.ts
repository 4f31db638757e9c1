import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RawStmt } from '@pgsql/types';
import createModule from 'libpg-query/wasm/libpg-query.js';

/**
 * libpg_query, PostgreSQL 18's own parser as WebAssembly, called below the package's own entry, because an instance has to be replaceable:
 * input that nests too deeply overflows the JavaScript stack inside the parser, which leaks its C stack, and after some dozens of
 * overflows the instance fails on everything. The compiled code is kept; a new instance then takes 2 to 5 ms.
 */
export interface Parser {
  parse(sql: string): readonly RawStmt[] | ParseFailure;
  /** The functions (for a DO statement: one) of PL/pgSQL statements, as libpg_query's JSON. */
  parsePlpgsql(sql: string): readonly unknown[] | ParseFailure;
}

export interface ParseFailure {
  readonly message: string;
  /** Where, in code points from the start of the text; absent where the parser does not tell. */
  readonly cursor?: number;
}

export function isFailure(result: readonly unknown[] | ParseFailure): result is ParseFailure {
  return !Array.isArray(result);
}

/** The names that Emscripten's glue puts on its module object. */
interface Glue {
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  _wasm_parse_query_raw(sql: number): number;
  _wasm_free_parse_result(result: number): void;
  _wasm_parse_plpgsql(sql: number): number;
  _wasm_free_string(text: number): void;
  getValue(pointer: number, type: 'i32'): number;
  /** The instance's memory; replaced when it grows. */
  readonly HEAPU8: Uint8Array;
}

/** Compiles the parser (10 ms: functions are compiled as they are first called) and makes an instance. */
export async function loadParser(): Promise<Parser> {
  const code = await WebAssembly.compile(readFileSync(wasmFile()));
  const { glue, renew } = await bind(code);
  let worn = false;

  const withInstance = <T>(use: () => T): T | ParseFailure => {
    if (worn) renew();
    worn = false;
    try {
      return use();
    } catch {
      // A RangeError or a RuntimeError, or whatever else the C code has run into: never a reason to stop reading the rest.
      worn = true;
      return { message: 'the statement is nested too deeply, or too large, for the parser' };
    }
  };

  return {
    parse: (sql) => withInstance(() => parse(glue, sql)),
    parsePlpgsql: (sql) => withInstance(() => parsePlpgsql(glue, sql)),
  };
}

/** In `dist/` the file lies beside the bundle, in the source tree in `node_modules`. */
function wasmFile(): string | URL {
  return import.meta.url.endsWith('.ts')
    ? createRequire(import.meta.url).resolve('libpg-query/wasm/libpg-query.wasm')
    : new URL('./libpg-query.wasm', import.meta.url);
}

/**
 * Binds Emscripten's glue to an instance, and on `renew` to a new one, at once, for reading is synchronous.
 *
 * The factory could be called anew instead, but it is asynchronous: what it has pending keeps each discarded instance alive until the next turn of
 * the event loop, and a hostile file would fill the memory meanwhile. The function by which the glue receives its instance can be called again,
 * with two things to look after: the C constructors are run here, not one turn later (they are the one export that the glue does not take on
 * receipt; its name is minified), and the table of C function pointers, whose entries the glue keeps, is handed over as a view on the present one.
 */
async function bind(code: WebAssembly.Module): Promise<{ readonly glue: Glue; readonly renew: () => void }> {
  const glue: Partial<Glue> & Record<string, unknown> = {};
  let table: WebAssembly.Table;
  const view = {
    get:
      (index: number) =>
      (...values: unknown[]): unknown =>
        table.get(index)(...values),
  };
  let renew = (): void => {};
  glue.instantiateWasm = (imports: WebAssembly.Imports, receive: (instance: { exports: object }) => void): object => {
    renew = () => {
      const exports = { ...new WebAssembly.Instance(code, imports).exports };
      for (const [name, value] of Object.entries(exports)) {
        if (!(value instanceof WebAssembly.Table)) continue;
        table = value;
        exports[name] = view;
      }
      const left = new Set(Object.keys(exports));
      const get = (_: object, name: string): unknown => {
        left.delete(name);
        return exports[name];
      };
      receive({ exports: new Proxy(exports, { get }) });
      for (const name of left) {
        const construct = exports[name];
        if (typeof construct === 'function') construct();
        exports[name] = () => {};
      }
    };
    renew();
    return {};
  };
  await createModule(glue);
  return { glue: glue as Glue, renew };
}

function parse(glue: Glue, sql: string): readonly RawStmt[] | ParseFailure {
  return withText(glue, sql, (text) => {
    const result = glue._wasm_parse_query_raw(text);
    if (result === 0) return { message: 'the parser is out of memory' };
    try {
      // struct PgQueryParseResult { char *parse_tree; char *stderr_buffer; PgQueryError *error; }
      const error = glue.getValue(result + 8, 'i32');
      if (error === 0) return (JSON.parse(textAt(glue, glue.getValue(result, 'i32'))) as { stmts?: RawStmt[] }).stmts ?? [];
      // struct PgQueryError { char *message, *funcname, *filename; int lineno, cursorpos; char *context; }
      const cursor = glue.getValue(error + 16, 'i32');
      const message = shortened(textAt(glue, glue.getValue(error, 'i32')));
      return cursor > 0 ? { message, cursor: cursor - 1 } : { message };
    } finally {
      glue._wasm_free_parse_result(result);
    }
  });
}

function parsePlpgsql(glue: Glue, sql: string): readonly unknown[] | ParseFailure {
  return withText(glue, sql, (text) => {
    const result = glue._wasm_parse_plpgsql(text);
    if (result === 0) return { message: 'the parser is out of memory' };
    try {
      const json = textAt(glue, result);
      // Success is an object that holds an array, anything else an error message.
      return json.startsWith('{')
        ? ((JSON.parse(json) as { plpgsql_funcs?: unknown[] }).plpgsql_funcs ?? [])
        : { message: shortened(json) };
    } finally {
      glue._wasm_free_string(result);
    }
  });
}

/** PostgreSQL quotes the rest of the file for a quote that is never closed. */
function shortened(message: string): string {
  return message.length > 160 ? `${message.slice(0, 160).replace(/[\ud800-\udbff]$/, '')}…` : message;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Node's own coders take a third of the time of the loops in the glue. */
function withText<T>(glue: Glue, text: string, use: (pointer: number) => T): T {
  // A UTF-16 unit has at most three bytes.
  const pointer = glue._malloc(text.length * 3 + 1);
  if (pointer === 0) throw new RangeError('out of memory');
  const { written } = encoder.encodeInto(text, glue.HEAPU8.subarray(pointer, pointer + text.length * 3));
  glue.HEAPU8[pointer + written] = 0;
  const result = use(pointer);
  glue._free(pointer);
  return result;
}

/** The C string at a place. */
function textAt({ HEAPU8 }: Glue, pointer: number): string {
  return decoder.decode(HEAPU8.subarray(pointer, HEAPU8.indexOf(0, pointer)));
}
