import { bare, child, keyName, list, type Node } from './node.ts';
import { isPlainOptions } from './places.ts';
import { placedAt, type Scope, type Text, templateText, textOf, type Untold } from './text.ts';

/**
 * The SQL of a `` sql`…` `` template, as Kysely, MikroORM, node-pg-migrate and postgres.js read it: literals of `sql.raw`, `sql.ref`, `sql.id`, `sql.table` and `sql.lit`
 * are put in. https://kysely-org.github.io/kysely-apidoc/interfaces/Sql.html
 * @returns undefined where the expression is neither such a template nor `sql.raw('…')`
 */
export function taggedText(node: Node, scope: Scope): Text | Untold | undefined {
  if (node.type === 'CallExpression') return made(node, scope, ['raw']);
  if (node.type !== 'TaggedTemplateExpression') return undefined;
  const tag = child(node, 'tag') as Node;
  const isSql = tag.type === 'Identifier' || keyName(tag, 'property') === 'sql';
  const quasi = child(node, 'quasi');
  if (!isSql || quasi === undefined) return { untold: node };
  return templateText(quasi, scope, (each) => made(bare(each), scope, ['raw', 'ref', 'id', 'table', 'lit']) ?? { untold: each });
}

/** `sql.ref('users')` and its kin with one literal. */
function made(node: Node, scope: Scope, known: readonly string[]): Text | Untold | undefined {
  const callee = child(node, 'callee');
  if (node.type !== 'CallExpression' || callee?.type !== 'MemberExpression') return undefined;
  const method = keyName(callee, 'property') ?? '';
  const object = child(callee, 'object');
  if (object?.type !== 'Identifier' || object.name !== 'sql' || !known.includes(method)) return undefined;
  const [first, ...more] = list(node, 'arguments');
  if (first === undefined || more.length > 0) return { untold: node };
  const text = textOf(first, scope);
  if ('untold' in text || method === 'raw') return text;
  if (method === 'lit') return placedAt(bare(first).type === 'NumericLiteral' ? text.value : quoted(text.value, "'"), first.start);
  return placedAt(
    method === 'id'
      ? quoted(text.value, '"')
      : text.value
          .split('.')
          .map((each) => quoted(each, '"'))
          .join('.'),
    first.start,
  );
}

/**
 * A text with its placeholders as the server gets them. What the driver sends beside the SQL (`$1`, and Knex's `?`) stays a parameter; names that Knex puts in
 * (`??`) are put in where they are literals; other placeholders with values are filled in when the migration runs.
 * @param sent the SQL, and the argument that holds the values
 */
export function bound(
  text: Text,
  method: string | undefined,
  sent: readonly [argument: Node, values: Node | undefined],
  scope: Scope,
): Text | Untold {
  const [argument, values] = sent;
  const given = values && bare(values);
  if (given !== undefined && method === 'query' && isPlainOptions(given)) return text;
  const isKnex = method === 'raw' && (given === undefined || given.type === 'ArrayExpression');
  if (isKnex ? !text.value.includes('?') : values === undefined || !/\?|(?<![:\w]):[a-z_]|\{\w+\}/i.test(text.value)) return text;
  if (!isKnex) return { untold: values as Node };
  const elements = given === undefined ? undefined : list(given, 'elements');
  let next = 0;
  let parameters = 0;
  let value = '';
  const at: number[] = [];
  for (const match of text.value.matchAll(/\\\?|\?\??|[^?\\]+|\\/g)) {
    const [part] = match;
    let put = part === '\\?' ? '?' : part;
    if (part === '?') put = `$${++parameters}`;
    if (part === '?' || part === '??') {
      const element = elements?.[next++];
      // Without values Knex counts the placeholders all the same.
      if (element === undefined && (elements !== undefined || part === '??')) return { untold: values ?? argument };
      if (element !== undefined && part === '??') {
        const name = textOf(element, scope);
        if ('untold' in name) return { ...name, untold: element };
        put = name.value
          .split('.')
          .map((each) => quoted(each, '"'))
          .join('.');
      }
    }
    const from = match.index;
    for (let i = 0; i < put.length; i++) at.push(text.at[put === part ? from + i : from] as number);
    value += put;
  }
  return { value, at };
}

function quoted(text: string, quote: string): string {
  return `${quote}${text.replaceAll(quote, quote + quote)}${quote}`;
}
