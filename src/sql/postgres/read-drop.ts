import type { DropStmt, Node } from '@pgsql/types';
import type { Operation } from '../../operation/operation.ts';
import { nameOf, pick, qualified, strings } from './ast.ts';
import { objectWords } from './commands.ts';
import type { Source } from './source.ts';

/** DROP of one or more objects: an operation each. */
export function readDrop({ span }: Source, node: DropStmt): readonly Operation[] {
  const ifExists = node.missing_ok ? { ifExists: true as const } : {};
  const cascade = node.behavior === 'DROP_CASCADE' ? { cascade: true as const } : {};
  return (node.objects ?? []).map((object): Operation => {
    const path = pathOf(object);
    const name = qualified(path);
    /** For what hangs on a table, the name's last part is its own. */
    const [table, own] = [qualified(path.slice(0, -1)), path[path.length - 1] ?? ''];
    switch (node.removeType) {
      case 'OBJECT_TABLE':
        return { kind: 'drop-table', span, table: name, ...ifExists, ...cascade };
      case 'OBJECT_FOREIGN_TABLE':
        return { kind: 'drop-table', span, table: name, ...ifExists, ...cascade, foreign: true };
      case 'OBJECT_INDEX':
        return { kind: 'drop-index', span, index: name, concurrently: node.concurrent ?? false, ...ifExists, ...cascade };
      case 'OBJECT_VIEW':
      case 'OBJECT_MATVIEW':
        return { kind: 'drop-view', span, view: name, materialized: node.removeType === 'OBJECT_MATVIEW', ...ifExists, ...cascade };
      case 'OBJECT_TYPE':
      case 'OBJECT_DOMAIN':
        return { kind: 'drop-type', span, type: name, domain: node.removeType === 'OBJECT_DOMAIN', ...ifExists, ...cascade };
      case 'OBJECT_SEQUENCE':
        return { kind: 'drop-sequence', span, sequence: name, ...ifExists, ...cascade };
      case 'OBJECT_SCHEMA':
        return { kind: 'drop-schema', span, schema: name.name, ...ifExists, ...cascade };
      case 'OBJECT_EXTENSION':
        return { kind: 'drop-extension', span, extension: name.name, ...cascade };
      case 'OBJECT_FUNCTION':
      case 'OBJECT_PROCEDURE':
      case 'OBJECT_ROUTINE':
        return { kind: 'drop-function', span, function: name, ...ifExists, ...cascade };
      case 'OBJECT_TRIGGER':
        return { kind: 'drop-trigger', span, table, trigger: own, ...ifExists, ...cascade };
      case 'OBJECT_RULE':
        return { kind: 'drop-rule', span, table, rule: own, ...ifExists };
      case 'OBJECT_POLICY':
        return { kind: 'drop-policy', span, table, policy: own, ...ifExists };
      default:
        return {
          kind: 'other',
          span,
          command: `DROP ${objectWords(node.removeType)}`,
          tables: [],
          ...(hanging.has(node.removeType) && { hanging: { name: name.name, columns: [] } }),
        };
    }
  });
}

/** Kinds of objects that tables have, without being named by them. */
const hanging = new Set<DropStmt['removeType']>(['OBJECT_PUBLICATION', 'OBJECT_STATISTIC_EXT']);

function pathOf(object: Node): string[] {
  const list = pick(object, 'List')?.items ?? pick(object, 'TypeName')?.names ?? pick(object, 'ObjectWithArgs')?.objname;
  if (list !== undefined) return strings(list);
  const name = pick(object, 'String')?.sval;
  return name === undefined ? [nameOf(undefined).name] : [name];
}
