import type { Node, RangeVar } from '@pgsql/types';
import type { QualifiedName } from '../../operation/name.ts';

/**
 * Access to libpg_query's JSON: a node is an object with one key, its type's name; a field that is zero, false or empty is left out.
 */
export type NodeName = Node extends infer N ? (N extends unknown ? keyof N : never) : never;
export type NodeOf<K extends NodeName> = Extract<Node, Record<K, unknown>> extends Record<K, infer T> ? T : never;

/** The node's content if it is of that type. */
export function pick<K extends NodeName>(node: Node | undefined, name: K): NodeOf<K> | undefined {
  return node === undefined ? undefined : (node as unknown as Record<K, NodeOf<K> | undefined>)[name];
}

/** The contents of the nodes of that type in a list. */
export function pickAll<K extends NodeName>(nodes: readonly Node[] | undefined, name: K): NodeOf<K>[] {
  const found: NodeOf<K>[] = [];
  for (const node of nodes ?? []) {
    const content = pick(node, name);
    if (content !== undefined) found.push(content);
  }
  return found;
}

/** The type's name of a node. */
export function nameOfNode(node: Node): NodeName {
  for (const name in node) return name as NodeName;
  throw new Error('a node without a type');
}

export function contentOf(node: Node): unknown {
  return (node as unknown as Record<string, unknown>)[nameOfNode(node)];
}

/** A list of String nodes. */
export function strings(nodes: readonly Node[] | undefined): string[] {
  return pickAll(nodes, 'String').map((each) => each.sval ?? '');
}

/** A name in parts, the last two counting: a database name before the schema is dropped. */
export function qualified(parts: readonly string[]): QualifiedName {
  const name = parts[parts.length - 1] ?? '';
  const schema = parts[parts.length - 2];
  return schema === undefined ? { name } : { schema, name };
}

export function nameOf(nodes: readonly Node[] | undefined): QualifiedName {
  return qualified(strings(nodes));
}

export function tableName(relation: RangeVar | undefined): QualifiedName {
  const name = relation?.relname ?? '';
  return relation?.schemaname === undefined ? { name } : { schema: relation.schemaname, name };
}

/** `ONLY`, before a table whose children are left out. */
export function onlyOf(relation: RangeVar | undefined): { readonly only?: true } {
  return relation !== undefined && !relation.inh ? { only: true } : {};
}

/** What the statement calls the table, where that is another name. */
export function aliasOf(relation: RangeVar | undefined): { readonly alias?: string } {
  const alias = relation?.alias?.aliasname;
  return alias === undefined || alias === relation?.relname ? {} : { alias };
}

/** The value of a small constant, as options and SET hold it: strings, numbers, names of types. */
export function plainValue(node: Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  const constant = pick(node, 'A_Const');
  if (constant !== undefined) {
    if (constant.sval !== undefined) return constant.sval.sval ?? '';
    if (constant.ival !== undefined) return String(constant.ival.ival ?? 0);
    if (constant.fval !== undefined) return constant.fval.fval ?? '';
    if (constant.boolval !== undefined) return String(constant.boolval.boolval ?? false);
    return undefined;
  }
  const text = pick(node, 'String')?.sval ?? pick(node, 'Float')?.fval;
  if (text !== undefined) return text;
  const integer = pick(node, 'Integer');
  if (integer !== undefined) return String(integer.ival ?? 0);
  const boolean = pick(node, 'Boolean');
  if (boolean !== undefined) return String(boolean.boolval ?? false);
  const type = pick(node, 'TypeName');
  return type === undefined ? undefined : nameOf(type.names).name;
}
