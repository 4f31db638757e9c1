/**
 * Extracts the operations that Lockstep calls from GitHub's OpenAPI description into `test/github/openapi.json`, which the fake
 * GitHub of the tests enforces. The whole description is 13 MB (385 MB with its variants), so it is fetched into a temporary
 * directory and never becomes a dependency.
 *
 *     node scripts/openapi.ts           writes the subset
 *     node scripts/openapi.ts --check   fails where the committed subset differs
 *
 * What is left out: descriptions, examples, titles. What is changed: `nullable` becomes a type of JSON Schema, because ajv refuses
 * `nullable` without `type`, which the description has in some places; and what `nullable` below lists.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const source = '@octokit/openapi@23.0.2';
const target = new URL('../test/github/openapi.json', import.meta.url);

const operations = [
  'git/create-commit',
  'git/create-ref',
  'git/create-tree',
  'git/get-blob',
  'git/get-commit',
  'git/get-tree',
  'git/list-matching-refs',
  'git/update-ref',
  'issues/create-comment',
  'issues/delete-comment',
  'issues/list-comments',
  'issues/list-events',
  'issues/update-comment',
  'pulls/create',
  'pulls/create-review',
  'pulls/delete-review-comment',
  'pulls/get',
  'pulls/list',
  'pulls/list-files',
  'pulls/list-review-comments',
  'pulls/list-reviews',
  'pulls/update',
  'pulls/update-review-comment',
  'repos/compare-commits',
  'repos/get-content',
  'repos/list-pull-requests-associated-with-commit',
  'teams/list-members-in-org',
];

/** Examples that the fake's answers start from. */
const examples = [
  'commit-comparison',
  'git-commit',
  'git-ref',
  'issue-comment',
  'pull-request',
  'pull-request-review',
  'pull-request-review-comment',
];

/** Where GitHub's answers are known to differ from its description: a comment on lines that are no longer in the diff has none. */
const nullable: Readonly<Record<string, readonly string[]>> = { 'pull-request-review-comment': ['line', 'position'] };

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
const at = (value: Json | undefined, key: string): Json | undefined => (isObject(value) ? value[key] : undefined);

/** Keywords that hold one schema, a list of them, or a map of them; everything else is copied or left out. */
const nested = new Set(['items', 'additionalProperties', 'not']);
const lists = new Set(['allOf', 'anyOf', 'oneOf']);
const copied = new Set([
  'type',
  'enum',
  'required',
  'format',
  '$ref',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
]);

function schemaOf(schema: Json): Json {
  if (!isObject(schema)) return schema;
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(schema)) {
    if (copied.has(key)) result[key] = value;
    else if (nested.has(key)) result[key] = schemaOf(value);
    else if (lists.has(key)) result[key] = (value as Json[]).map(schemaOf);
    else if (key === 'properties')
      result[key] = Object.fromEntries(Object.entries(value as JsonObject).map(([name, each]) => [name, schemaOf(each)]));
  }
  if (schema.nullable !== true) return result;
  if (Array.isArray(result.enum) && !result.enum.includes(null)) result.enum = [...result.enum, null];
  if (typeof result.type === 'string') return { ...result, type: [result.type, 'null'] };
  return { anyOf: [result, { type: 'null' }] };
}

function corrected(name: string, schema: Json): Json {
  const properties = at(schema, 'properties') as JsonObject;
  for (const key of nullable[name] ?? []) properties[key] = { type: ['integer', 'null'] };
  return schema;
}

function resolve(document: JsonObject, value: Json | undefined): Json | undefined {
  const reference = at(value, '$ref');
  if (typeof reference !== 'string') return value;
  return reference
    .slice(2)
    .split('/')
    .reduce<Json | undefined>((node, key) => at(node, key), document);
}

const contentSchema = (holder: Json | undefined): JsonObject =>
  Object.fromEntries(
    Object.entries((at(holder, 'content') ?? {}) as JsonObject)
      .filter(([type]) => type.includes('json'))
      .slice(0, 1)
      .map(([, value]) => ['schema', schemaOf(at(value, 'schema') ?? {})]),
  );

function extract(document: JsonObject): JsonObject {
  const found: JsonObject = {};
  for (const [path, methods] of Object.entries(document.paths as JsonObject)) {
    for (const [method, operation] of Object.entries(methods as JsonObject)) {
      const id = at(operation, 'operationId');
      if (typeof id !== 'string' || !operations.includes(id)) continue;
      const parameters = ((at(operation, 'parameters') ?? []) as Json[]).map((each) => {
        const parameter = resolve(document, each) as JsonObject;
        return {
          name: parameter.name ?? '',
          in: parameter.in ?? '',
          required: parameter.required === true,
          schema: schemaOf(parameter.schema ?? {}),
        };
      });
      const responses = Object.entries(at(operation, 'responses') as JsonObject).map(
        ([status, response]) => [status, contentSchema(resolve(document, response))] as const,
      );
      found[id] = {
        method,
        path,
        parameters,
        body: contentSchema(at(operation, 'requestBody')),
        responses: Object.fromEntries(responses),
      };
    }
  }
  const missing = operations.filter((id) => !(id in found));
  if (missing.length > 0) throw new Error(`${source} has no operation ${missing.join(', ')}`);

  const schemas: JsonObject = {};
  const queue: Json[] = [found];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (Array.isArray(next)) queue.push(...next);
    else if (isObject(next)) {
      const reference = next.$ref;
      const name = typeof reference === 'string' ? reference.replace('#/components/schemas/', '') : undefined;
      if (name !== undefined && !(name in schemas)) {
        const schema = corrected(name, schemaOf(resolve(document, next) ?? {}));
        schemas[name] = schema;
        queue.push(schema);
      }
      queue.push(...Object.values(next));
    }
  }
  const sorted = <T extends JsonObject>(map: T): JsonObject => Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    generated: `by scripts/openapi.ts from ${source} (MIT, GitHub's REST API description)`,
    operations: sorted(found),
    components: { schemas: sorted(schemas) },
    examples: Object.fromEntries(examples.map((name) => [name, at(at(at(at(document, 'components'), 'examples'), name), 'value') ?? {}])),
  };
}

function download(): JsonObject {
  const directory = mkdtempSync(join(tmpdir(), 'openapi-'));
  try {
    const archive = execFileSync('npm', ['pack', '--silent', source], { cwd: directory, encoding: 'utf8' }).trim();
    execFileSync('tar', ['-xzf', archive, 'package/generated/api.github.com.json'], { cwd: directory });
    return JSON.parse(readFileSync(join(directory, 'package/generated/api.github.com.json'), 'utf8'));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const text = `${JSON.stringify(extract(download()), null, 1)}\n`;
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error('test/github/openapi.json differs from what scripts/openapi.ts extracts; run it and look at the difference');
  process.exitCode = 1;
}
