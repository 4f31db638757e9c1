import type { Direction } from '../../migration/migration.ts';
import type { Bindings } from './bindings.ts';
import { bare, boundNames, child, isFunction, keyName, list, type Node } from './node.ts';

/** The function by which a migration goes one way, and the names under which it holds what sends SQL. */
export interface Way {
  /** The function; another expression where it cannot be told which function it is. */
  readonly node: Node;
  readonly handles: readonly string[];
  /** The methods of its object send SQL too. */
  readonly self: boolean;
}

/**
 * The functions `up` or `down` of a program: exported ones (`export async function up`, `exports.up =`, `module.exports = { up }`, `export default { up }`),
 * and the methods of its classes.
 */
export function waysOf(program: Node, direction: Direction, bindings: Bindings): readonly Way[] {
  // An export by name and the object around it may be the same function.
  const found = new Map<Node, Way>();
  const add = (value: Node | undefined, self = false): void => {
    if (value === undefined) return;
    const node = bare(value);
    const own = node.type === 'Identifier' ? (bindings.function(String(node.name)) ?? node) : node;
    // `exports.down = false`: there is no way back.
    if (own.type === 'BooleanLiteral' || own.type === 'NullLiteral' || (own.type === 'Identifier' && own.name === 'undefined')) return;
    if (!found.has(own)) found.set(own, { node: own, handles: isFunction(own) ? boundNames(list(own, 'params')[0]) : [], self });
  };
  const addFrom = (value: Node | undefined): void => {
    const node = value && bare(value);
    if (node?.type === 'ObjectExpression')
      for (const each of list(node, 'properties'))
        if (keyName(each, 'key') === direction) add(each.type === 'ObjectMethod' ? each : child(each, 'value'));
    if (node?.type === 'ClassDeclaration' || node?.type === 'ClassExpression') addClass(node);
  };
  const addClass = (node: Node): void => {
    const body = child(node, 'body');
    for (const each of body === undefined ? [] : list(body, 'body')) {
      if (keyName(each, 'key') !== direction || each.static === true) continue;
      if (each.type === 'ClassMethod') add(each, child(node, 'superClass') !== undefined);
      else if (each.type === 'ClassProperty') add(child(each, 'value'), child(node, 'superClass') !== undefined);
    }
  };
  const addDeclared = (declaration: Node): void => {
    if (declaration.type === 'FunctionDeclaration' && boundNames(child(declaration, 'id'))[0] === direction) add(declaration);
    else if (declaration.type === 'ClassDeclaration') addClass(declaration);
    else if (declaration.type === 'VariableDeclaration')
      for (const each of list(declaration, 'declarations')) {
        if (boundNames(child(each, 'id'))[0] === direction) add(child(each, 'init'));
        else addFrom(child(each, 'init'));
      }
  };

  for (const statement of list(program, 'body')) {
    switch (statement.type) {
      case 'ExportNamedDeclaration': {
        const declaration = child(statement, 'declaration');
        if (declaration !== undefined) addDeclared(declaration);
        for (const each of list(statement, 'specifiers')) {
          if (keyName(each, 'exported') === direction) add(child(each, 'local') ?? each);
        }
        break;
      }
      case 'ExportDefaultDeclaration':
        addFrom(child(statement, 'declaration'));
        break;
      case 'ExpressionStatement': {
        const assignment = child(statement, 'expression');
        if (assignment?.type !== 'AssignmentExpression') break;
        const [left, right] = [child(assignment, 'left'), child(assignment, 'right')];
        if (left?.type !== 'MemberExpression') break;
        if (keyName(left, 'property') === direction) add(right);
        else addFrom(right);
        break;
      }
      case 'ClassDeclaration':
        addClass(statement);
        break;
      case 'VariableDeclaration':
        // `const migration = { up, down }; export default migration`
        for (const each of list(statement, 'declarations')) addFrom(child(each, 'init'));
        break;
      default:
    }
  }
  return [...found.values()];
}
