/** A node of Babel's tree (https://github.com/babel/babel/blob/main/packages/babel-parser/ast/spec.md), as far as it is looked at. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** The node under a key. */
export function child(node: Node, key: string): Node | undefined {
  const value = node[key];
  return isNode(value) ? value : undefined;
}

/** The nodes under a key that holds a list; holes of it are left out. */
export function list(node: Node, key: string): readonly Node[] {
  const value = node[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** Every node directly below another, in the order of the text. */
export function below(node: Node): readonly Node[] {
  const nodes: Node[] = [];
  for (const key of Object.keys(node)) {
    const value = node[key];
    if (isNode(value)) nodes.push(value);
    else if (Array.isArray(value)) nodes.push(...value.filter(isNode));
  }
  return nodes.filter((each) => typeof each.start === 'number').sort((a, b) => a.start - b.start);
}

/** An expression without what only the compiler reads, and without `await`. */
export function bare(node: Node): Node {
  for (let at = node; ; ) {
    const inner =
      at.type === 'AwaitExpression'
        ? child(at, 'argument')
        : /^(?:TSAsExpression|TSSatisfiesExpression|TSNonNullExpression|TSTypeAssertion|ParenthesizedExpression)$/.test(at.type)
          ? child(at, 'expression')
          : undefined;
    if (inner === undefined) return at;
    at = inner;
  }
}

/** The names that a pattern binds: `a`, `{ a, b: c }`, `[a]`, `a = 1`. */
export function boundNames(pattern: Node | undefined): readonly string[] {
  if (pattern === undefined) return [];
  switch (pattern.type) {
    case 'Identifier':
      return [String(pattern.name)];
    case 'ObjectPattern':
      return list(pattern, 'properties').flatMap((each) => boundNames(child(each, each.type === 'RestElement' ? 'argument' : 'value')));
    case 'ArrayPattern':
      return list(pattern, 'elements').flatMap(boundNames);
    case 'AssignmentPattern':
      return boundNames(child(pattern, 'left'));
    case 'RestElement':
      return boundNames(child(pattern, 'argument'));
    case 'TSParameterProperty':
      return boundNames(child(pattern, 'parameter'));
    default:
      return [];
  }
}

export function isFunction({ type }: Node): boolean {
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ObjectMethod|ClassMethod|ClassPrivateMethod)$/.test(type);
}

/** The name of a property that is not computed: `a.b`, `{ b: 1 }`, `{ 'b': 1 }`. */
export function keyName(node: Node, key: string): string | undefined {
  const name = child(node, key);
  if (name === undefined) return undefined;
  if (name.type === 'StringLiteral') return String(name.value);
  return name.type === 'Identifier' && node.computed !== true ? String(name.name) : undefined;
}

/** What is not run but names something is left out. */
export function childrenOf(node: Node): readonly Node[] {
  const names = new Set<unknown>();
  if (/^(?:ObjectProperty|ClassProperty)$/.test(node.type) && node.computed !== true) names.add(node.key);
  if (isFunction(node)) for (const each of list(node, 'params')) names.add(each);
  names.add(node.typeAnnotation).add(node.returnType).add(node.typeParameters).add(node.label);
  return below(node).filter((each) => !names.has(each));
}
