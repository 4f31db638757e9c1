import { bare, child, list, type Node } from './node.ts';

/** A string that a program holds, and where each UTF-16 unit of it stands in the program. Units that the program writes elsewhere stand where they are put in. */
export interface Text {
  readonly value: string;
  readonly at: readonly number[];
}

/** The expression that only a run of the program would tell, or that comes to more than is read. */
export interface Untold {
  readonly untold: Node;
  readonly tooLong?: true;
}

/** What the expressions of a program are read with. */
export interface Scope {
  readonly source: string;
  /** The program's constants that are plain literals. */
  readonly constant: (name: string) => Node | undefined;
  /** Takes so many UTF-16 units from what may be put together for this program: a few interpolations in each other grow without bound. @returns whether there are as many */
  takes(units: number): boolean;
}

/** What may be put together for one program: each literal a few times over, and constants that are used often. */
export function roomFor(source: string): Scope['takes'] {
  let left = 1024 * 1024 + 8 * source.length;
  return (units) => {
    // What is empty costs as well.
    left -= units + 16;
    return left >= 0;
  };
}

/**
 * The string that an expression stands for, if the text of the program alone says it: string and template literals, their concatenations, `[…].join('…')` of them, and
 * constants that are such.
 */
export function textOf(expression: Node, scope: Scope): Text | Untold {
  const node = bare(expression);
  const { source } = scope;
  switch (node.type) {
    case 'StringLiteral':
      return decoded(source, { start: node.start + 1, end: node.end - 1 }, String(node.value)) ?? { untold: node };
    case 'NumericLiteral': {
      const value = source.slice(node.start, node.end);
      return String(node.value) === value ? { value, at: [...value].map((_, i) => node.start + i) } : { untold: node };
    }
    case 'TemplateLiteral':
      return templateText(node, scope, (each) => textOf(each, scope));
    case 'BinaryExpression': {
      const parts = summands(node, scope);
      return parts === undefined ? { untold: node } : joined(textsOf(parts, scope), node, scope);
    }
    case 'CallExpression':
      return joinedList(node, scope) ?? { untold: node };
    case 'Identifier': {
      const name = String(node.name);
      const constant = scope.constant(name);
      if (constant === undefined) return { untold: node };
      // A circle of constants ends where it began.
      const text = textOf(constant, { ...scope, constant: (other) => (other === name ? undefined : scope.constant(other)) });
      return 'untold' in text ? { ...text, untold: node } : joined([text], node, scope);
    }
    default:
      return { untold: node };
  }
}

function* textsOf(expressions: readonly Node[], scope: Scope): Iterable<Text | Untold> {
  for (const each of expressions) yield textOf(each, scope);
}

/** `a + b + c`, one after the other; undefined where they are not put together but added up, or may be. */
function summands(node: Node, scope: Scope): readonly Node[] | undefined {
  const found: Node[] = [];
  let at = node;
  while (at.type === 'BinaryExpression') {
    const [left, right] = [child(at, 'left'), child(at, 'right')];
    if (at.operator !== '+' || left === undefined || right === undefined) return undefined;
    found.push(bare(right));
    at = bare(left);
  }
  const parts = [at, ...found.reverse()];
  return parts.slice(0, 2).some((each) => isText(each, scope)) ? parts : undefined;
}

function isText(node: Node, { constant }: Scope): boolean {
  const own = node.type === 'Identifier' ? constant(String(node.name)) : node;
  const known = own && bare(own);
  return known !== undefined && known.type !== 'NumericLiteral' && known.type !== 'Identifier';
}

/** @param put what an interpolation puts in */
export function templateText(node: Node, scope: Scope, put: (expression: Node) => Text | Untold): Text | Untold {
  const between = list(node, 'expressions');
  function* parts(): Iterable<Text | Untold> {
    for (const [i, quasi] of list(node, 'quasis').entries()) {
      const { cooked } = quasi.value as { readonly cooked?: string | null };
      yield (typeof cooked === 'string' ? decoded(scope.source, quasi, cooked) : undefined) ?? { untold: node };
      const next = between[i];
      if (next === undefined) continue;
      const text = put(next);
      yield 'untold' in text ? text : placedAt(text.value, quasi.end);
    }
  }
  return joined(parts(), node, scope);
}

/** A text that is written elsewhere, as if it stood at one place. */
export function placedAt(value: string, place: number): Text {
  return { value, at: Array.from({ length: value.length }, () => place) };
}

/** @param parts each is put together only once those before it are known. @param node what they make up */
function joined(parts: Iterable<Text | Untold>, node: Node, { takes }: Scope): Text | Untold {
  const texts: Text[] = [];
  for (const part of parts) {
    if ('untold' in part) return part;
    if (!takes(part.value.length)) return { untold: node, tooLong: true };
    texts.push(part);
  }
  return { value: texts.map((each) => each.value).join(''), at: texts.flatMap((each) => each.at) };
}

/** `['…', '…'].join(' ')`. */
function joinedList(call: Node, scope: Scope): Text | Untold | undefined {
  const callee = child(call, 'callee');
  const array = callee && child(callee, 'object');
  const [separator, ...more] = list(call, 'arguments');
  if (callee?.type !== 'MemberExpression' || array?.type !== 'ArrayExpression' || more.length > 0) return undefined;
  if ((child(callee, 'property') as { readonly name?: unknown } | undefined)?.name !== 'join' || callee.computed === true) return undefined;
  const between = separator === undefined ? ',' : separator.type === 'StringLiteral' ? String(separator.value) : undefined;
  const elements = array.elements as readonly unknown[];
  if (between === undefined || elements.includes(null)) return undefined;
  if (!scope.takes(between.length * elements.length)) return { untold: call, tooLong: true };
  function* parts(): Iterable<Text | Untold> {
    for (const [i, each] of list(array as Node, 'elements').entries()) {
      if (i > 0) yield placedAt(between as string, each.start - 1);
      yield textOf(each, scope);
    }
  }
  return joined(parts(), call, scope);
}

/**
 * A literal's units with their places; undefined where they are not what the parser says the literal is.
 * Line breaks stay as they are written: to SQL they are all the same.
 */
function decoded(source: string, { start, end }: { readonly start: number; readonly end: number }, value: string): Text | undefined {
  const raw = source.slice(start, end);
  const at: number[] = [];
  let text = '';
  for (let i = 0; i < raw.length; ) {
    const { put, length } = raw[i] === '\\' ? escapeAt(raw, i) : { put: raw[i] as string, length: 1 };
    for (let unit = 0; unit < put.length; unit++) at.push(start + i);
    text += put;
    i += length;
  }
  return text.replace(/\r\n?/g, '\n') === value.replace(/\r\n?/g, '\n') ? { value: text, at } : undefined;
}

const single: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', v: '\v', f: '\f', 0: '\0' };

/** https://tc39.es/ecma262/#sec-literals-string-literals */
function escapeAt(raw: string, at: number): { readonly put: string; readonly length: number } {
  const hex = /^\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|u\{([0-9a-f]{1,6})\})/i.exec(raw.slice(at, at + 10));
  if (hex !== null) {
    const code = Number.parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '', 16);
    return { put: code <= 0x10ffff ? String.fromCodePoint(code) : '', length: hex[0].length };
  }
  const next = raw[at + 1] ?? '';
  if (next === '\r' && raw[at + 2] === '\n') return { put: '', length: 3 };
  if (/[\r\n\u2028\u2029]/.test(next)) return { put: '', length: 2 };
  return { put: single[next] ?? next, length: 2 };
}
