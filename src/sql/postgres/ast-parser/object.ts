import type {
  AlterIndexStatement,
  AlterSequenceStatement,
  CreateFunctionStatement,
  DropStatement,
  QColumn,
  Statement,
} from 'pgsql-ast-parser';
import type { Operation } from '../../../operation/operation.ts';
import { find, markAt, spanOf } from '../source.ts';
import { type Feed, refuse, stringAt, tokenOf } from './feed.ts';
import { mentionsOf } from './mentions.ts';
import { bareName, behindName, functionName, nameAt, nameOf, qualifiedName } from './name.ts';
import { typeAt, typeToken } from './type-name.ts';

type Of<T extends Statement['type']> = Extract<Statement, { type: T }>;

/** DROP TABLE, INDEX, SEQUENCE, TYPE: an operation for each name. */
export function readDrop(source: Feed, node: DropStatement): readonly Operation[] {
  return node.names.map((each): Operation => {
    const name = qualifiedName(source, each);
    const base = {
      span: source.span,
      ...(node.ifExists && { ifExists: true as const }),
      ...(node.cascade === 'cascade' && { cascade: true as const }),
    };
    switch (node.type) {
      case 'drop table':
        return { kind: 'drop-table', ...base, table: name };
      case 'drop index':
        return { kind: 'drop-index', ...base, index: name, concurrently: node.concurrently ?? false };
      case 'drop sequence':
        return { kind: 'drop-sequence', ...base, sequence: name };
      case 'drop type':
        return { kind: 'drop-type', ...base, type: name, domain: false };
      default:
        return refuse('DROP TRIGGER without its table', source, source.first);
    }
  });
}

export function readCreateView(source: Feed, node: Of<'create view'> | Of<'create materialized view'>): readonly Operation[] {
  if (node.type === 'create view' && node.recursive) refuse('CREATE RECURSIVE VIEW', source, source.first);
  return [
    {
      kind: 'create-view',
      span: source.span,
      view: qualifiedName(source, node.name),
      materialized: node.type === 'create materialized view',
      ...('orReplace' in node && node.orReplace && { replace: true }),
      ...('temp' in node && node.temp && { temporary: true }),
      ...('ifNotExists' in node && node.ifNotExists && { ifNotExists: true }),
      withData: !('withData' in node) || node.withData !== false,
      reads: mentionsOf(source, node.query).columns,
    },
  ];
}

export function readRefresh(source: Feed, node: Of<'refresh materialized view'>): readonly Operation[] {
  const view = qualifiedName(source, node.name);
  return [{ kind: 'refresh-view', span: source.span, view, concurrently: node.concurrently ?? false, withData: node.withData !== false }];
}

export function readType(source: Feed, node: Of<'create enum'> | Of<'create composite type'> | Of<'alter enum'>): readonly Operation[] {
  const type = qualifiedName(source, node.name);
  const span = source.span;
  switch (node.type) {
    case 'create enum':
      return [{ kind: 'create-enum', span, type, values: node.values.map((value) => stringAt(source, tokenOf(source, value))) }];
    case 'create composite type':
      return [{ kind: 'create-type', span, type, form: 'composite' }];
    case 'alter enum':
      if (node.change.type === 'rename') return [{ kind: 'rename-type', span, type, to: bareName(source, node.change.to) }];
      return [{ kind: 'add-enum-value', span, type, value: stringAt(source, tokenOf(source, node.change.add)) }];
  }
}

export function readAlterIndex(source: Feed, node: AlterIndexStatement): readonly Operation[] {
  const base = { index: qualifiedName(source, node.index), ...(node.ifExists && { ifExists: true as const }) };
  if (node.change.type === 'rename') return [{ kind: 'rename-index', span: source.span, ...base, to: bareName(source, node.change.to) }];
  const tablespace = bareName(source, node.change.tablespace);
  return [{ kind: 'set-index-tablespace', span: spanOf(source, behindName(source, node.index)), ...base, tablespace }];
}

export function readCreateSequence(source: Feed, node: Of<'create sequence'>): readonly Operation[] {
  const { ownedBy } = node.options;
  return [
    {
      kind: 'create-sequence',
      span: source.span,
      sequence: qualifiedName(source, node.name),
      ...(node.temp && { temporary: true }),
      ...(node.ifNotExists && { ifNotExists: true }),
      ...(ownedBy !== undefined && ownedBy !== 'none' && { ownedBy: ownerOf(source, ownedBy) }),
    },
  ];
}

export function readAlterSequence(source: Feed, node: AlterSequenceStatement): readonly Operation[] {
  const sequence = qualifiedName(source, node.name);
  const base = { span: source.span, sequence };
  const ifExists = node.ifExists && { ifExists: true as const };
  switch (node.change.type) {
    case 'rename':
      return [{ kind: 'rename-sequence', ...base, to: nameOf(source, node.change.newName) }];
    case 'set options': {
      const { ownedBy } = node.change;
      return [
        {
          kind: 'alter-sequence',
          ...base,
          ...ifExists,
          ...(ownedBy !== undefined && { ownedBy: ownedBy === 'none' ? 'none' : ownerOf(source, ownedBy) }),
        },
      ];
    }
    case 'owner to':
      return [{ kind: 'alter-sequence', ...base, span: spanOf(source, behindName(source, node.name)), ...ifExists }];
    case 'set schema':
      return [{ kind: 'alter-sequence', ...base, ...ifExists }];
  }
}

/** `OWNED BY [schema.]table.column`, from the text: the parser's node has no place when it stands among options. */
function ownerOf(
  source: Feed,
  node: QColumn,
): { readonly table: { readonly schema?: string; readonly name: string }; readonly column: string } {
  const at = find(source, { from: source.first, to: source.end }, 'owned') + 2;
  if (node.schema === undefined) return { table: { name: nameAt(source, at) }, column: nameAt(source, at + 2) };
  return { table: { schema: nameAt(source, at), name: nameAt(source, at + 2) }, column: nameAt(source, at + 4) };
}

export function readCreateFunction(source: Feed, node: CreateFunctionStatement): readonly Operation[] {
  const parameters = node.arguments.filter((argument) => argument.mode !== 'out');
  return [
    {
      kind: 'create-function',
      span: source.span,
      function: functionName(source, node.name),
      parameters: parameters.map((argument) => typeAt(source, typeToken(source, argument.type)).type),
      volatility: node.purity ?? 'volatile',
      ...(node.orReplace && { replace: true }),
    },
  ];
}

export function readDropFunction(source: Feed, node: Of<'drop function'>): readonly Operation[] {
  return [
    { kind: 'drop-function', span: source.span, function: functionName(source, node.name), ...(node.ifExists && { ifExists: true }) },
  ];
}

/** COMMENT ON: a trigger without its table is none, and for a column the table is what counts. */
export function readComment(source: Feed, node: Of<'comment'>): readonly Operation[] {
  if (node.on.type === 'trigger') refuse('COMMENT ON TRIGGER without its table', source, source.first);
  const at = source.first + 3;
  const qualifiers = markAt(source, at + 3) === '.' ? 2 : 1;
  const { on } = node;
  // A materialized view's type is `materializedview`, whatever the parser's own types say.
  const isRelation = on.type === 'table' || on.type.endsWith('view');
  const target = on.type !== 'column' && isRelation ? qualifiedName(source, on.name) : undefined;
  const column =
    node.on.type !== 'column'
      ? undefined
      : qualifiers === 2
        ? { schema: nameAt(source, at), name: nameAt(source, at + 2) }
        : { name: nameAt(source, at) };
  const table = target ?? column;
  return [{ kind: 'other', span: source.span, command: 'COMMENT', tables: table === undefined ? [] : [table] }];
}

export function readExtension(source: Feed, node: Of<'create extension'>): readonly Operation[] {
  const extension = nameOf(source, node.extension);
  return [{ kind: 'create-extension', span: source.span, extension, ...(node.ifNotExists && { ifNotExists: true }) }];
}

export function readSchema(source: Feed, node: Of<'create schema'>): readonly Operation[] {
  const schema = nameOf(source, node.name);
  return [{ kind: 'create-schema', span: source.span, schema, ...(node.ifNotExists && { ifNotExists: true }) }];
}
