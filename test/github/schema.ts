import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';

/** The subset of GitHub's OpenAPI description, written by scripts/openapi.ts. */
interface Description {
  readonly operations: Readonly<Record<string, Operation>>;
  readonly components: object;
  readonly examples: Readonly<Record<string, Record<string, unknown>>>;
}

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean; readonly schema: object }[];
  readonly body: { readonly schema?: object };
  readonly responses: Readonly<Record<string, { readonly schema?: object }>>;
}

const description: Description = JSON.parse(readFileSync(new URL('openapi.json', import.meta.url), 'utf8'));
export const examples = description.examples;

const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false, formats: { 'repo.nwo': /^[^/]+\/[^/]+$/ } });
// The package is CommonJS, and its types say otherwise.
(addFormatsModule as unknown as { default?: (ajv: Ajv) => void; (ajv: Ajv): void })(ajv);
ajv.addSchema({ $id: 'github', components: description.components });

const compiled = new Map<string, ValidateFunction>();

/** What is wrong with a value by one schema of the description; undefined: nothing. */
function faultsOf(key: string, schema: object, value: unknown): string | undefined {
  let validate = compiled.get(key);
  if (validate === undefined) {
    validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"github#/components/')));
    compiled.set(key, validate);
  }
  return validate(value) ? undefined : ajv.errorsText(validate.errors, { dataVar: key, separator: '; ' });
}

export interface Matched {
  readonly id: string;
  readonly path: Readonly<Record<string, string>>;
}

const routes = Object.entries(description.operations).map(([id, { method, path }]) => {
  const names: string[] = [];
  const pattern = path.replace(/[.]/g, '\\.').replace(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    return name === 'path' ? '(.+)' : '([^/]+?)';
  });
  return { id, method: method.toUpperCase(), names, pattern: new RegExp(`^${pattern}$`) };
});

/** The operation that a request calls. */
export function operationOf(method: string, path: string): Matched | undefined {
  for (const route of routes) {
    const match = route.method === method ? route.pattern.exec(path) : null;
    if (match !== null)
      return { id: route.id, path: Object.fromEntries(route.names.map((name, i) => [name, decodeURIComponent(match[i + 1] ?? '')])) };
  }
  return undefined;
}

/** Faults of a request: its query parameters and its body. */
export function requestFaults({ id }: Matched, query: URLSearchParams, body: unknown): string | undefined {
  const operation = description.operations[id] as Operation;
  for (const [name, text] of query) {
    const parameter = operation.parameters.find((each) => each.in === 'query' && each.name === name);
    if (parameter === undefined) return `${id} has no parameter ${name}`;
    const { type } = parameter.schema as { type?: string };
    const fault = faultsOf(`${id}?${name}`, parameter.schema, type === 'integer' ? Number(text) : text);
    if (fault !== undefined) return fault;
  }
  return operation.body.schema === undefined ? undefined : faultsOf(`${id} body`, operation.body.schema, body);
}

/** Faults of an answer: the fake itself is held to the description. */
export function responseFaults({ id }: Matched, status: number, body: unknown): string | undefined {
  const schema = description.operations[id]?.responses[String(status)]?.schema;
  return schema === undefined ? undefined : faultsOf(`${id} ${status}`, schema, body);
}
