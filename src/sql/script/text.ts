import { bare, child, list, type Node } from './node.ts';

/** A string that a program holds, and where each UTF-16 unit of it stands in the program. Units that the program writes elsewhere stand where they are put in. */
export interface Text {
  readonly value: string;
  readonly at: readonly number[];
}

/** The expression that only a run of the program would tell. */
export interface Untold {
  readonly untold: Node;
}

/** The program's constants that are plain literals. */
export type Constants = (name: string) => Node | undefined;

/**
 * The string that an expression stands for, if the text of the program alone says it: string and template literals, their concatenations, `[…].join('…')` of them, and
 * constants that are such.
 * @param source the program
 */
export function textOf(expression: Node, source: string, constants: Constants): Text | Untold {
  const node = bare(expression);
  switch (node.type) {
    case 'StringLiteral':
      return decoded(source, { start: node.start + 1, end: node.end - 1 }, String(node.value)) ?? { untold: node };
    case 'NumericLiteral': {
      const value = source.slice(node.start, node.end);
      return /^\d+$/.test(value) ? { value, at: [...value].map((_, i) => node.start + i) } : { untold: node };
    }
    case 'TemplateLiteral':
      return templateText(node, source, (each) => textOf(each, source, constants));
    case 'BinaryExpression': {
      const [left, right] = [child(node, 'left'), child(node, 'right')];
      if (node.operator !== '+' || left === undefined || right === undefined) return { untold: node };
      return joined([textOf(left, source, constants), textOf(right, source, constants)]);
    }
    case 'CallExpression':
      return joinedList(node, source, constants) ?? { untold: node };
    case 'Identifier': {
      const constant = constants(String(node.name));
      if (constant === undefined) return { untold: node };
      // A constant of constants is followed once: a circle of them ends here too.
      const text = textOf(constant, source, () => undefined);
      return 'untold' in text ? { untold: node } : text;
    }
    default:
      return { untold: node };
  }
}

/** @param put what an interpolation puts in */
export function templateText(node: Node, source: string, put: (expression: Node) => Text | Untold): Text | Untold {
  const between = list(node, 'expressions');
  const parts = list(node, 'quasis').flatMap((quasi, i): readonly (Text | Untold)[] => {
    const { cooked } = quasi.value as { readonly cooked?: string | null };
    const own = typeof cooked === 'string' ? decoded(source, quasi, cooked) : undefined;
    const next = between[i];
    if (own === undefined) return [{ untold: node }];
    if (next === undefined) return [own];
    const text = put(next);
    return [own, 'untold' in text ? text : placedAt(text.value, quasi.end)];
  });
  return joined(parts);
}

/** A text that is written elsewhere, as if it stood at one place. */
export function placedAt(value: string, place: number): Text {
  return { value, at: Array.from({ length: value.length }, () => place) };
}

export function joined(parts: readonly (Text | Untold)[]): Text | Untold {
  const texts: Text[] = [];
  for (const part of parts) {
    if ('untold' in part) return part;
    texts.push(part);
  }
  return { value: texts.map((each) => each.value).join(''), at: texts.flatMap((each) => each.at) };
}

/** `['…', '…'].join(' ')`. */
function joinedList(call: Node, source: string, constants: Constants): Text | Untold | undefined {
  const callee = child(call, 'callee');
  const array = callee && child(callee, 'object');
  const [separator, ...more] = list(call, 'arguments');
  if (callee?.type !== 'MemberExpression' || array?.type !== 'ArrayExpression' || more.length > 0) return undefined;
  if ((child(callee, 'property') as { readonly name?: unknown } | undefined)?.name !== 'join' || callee.computed === true) return undefined;
  const between = separator === undefined ? ',' : separator.type === 'StringLiteral' ? String(separator.value) : undefined;
  const elements = array.elements as readonly unknown[];
  if (between === undefined || elements.includes(null)) return undefined;
  return joined(
    list(array, 'elements').flatMap((each, i) => {
      const text = textOf(each, source, constants);
      return i === 0 ? [text] : [placedAt(between, each.start - 1), text];
    }),
  );
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
