import type { Node } from '@pgsql/types';
import type { Operation } from '../../operation/operation.ts';
import { contentOf, type NodeName, type NodeOf, nameOf, nameOfNode, pickAll, strings, tableName } from './ast.ts';
import { commandOf, hangingOf, namesPart, tablesOf } from './commands.ts';
import type { Parser } from './parser.ts';
import { readAlterTable } from './read-alter-table.ts';
import { readCopy, readData } from './read-data.ts';
import { readDo } from './read-do.ts';
import { readDrop } from './read-drop.ts';
import { readIndex } from './read-index.ts';
import { readAlterFunction, readFunction, readPolicy, readRule, readTrigger } from './read-program.ts';
import { readRename, readSetSchema } from './read-rename.ts';
import { isOn, readCluster, readLock, readReindex, readSet, readTransaction, readTruncate, readVacuum } from './read-session.ts';
import { readCreateTable } from './read-table.ts';
import { readAlterDomain, readAlterEnum, readAlterSequence, readCreateSequence, readDefine, readDomain, readSchema } from './read-type.ts';
import { readRefresh, readTableAs, readView } from './read-view.ts';
import type { Source } from './source.ts';

/**
 * A statement of the parser's tree as operations, at least one. What has no kind of its own is `other` with its command tag.
 * @param depth how many DO blocks enclose it
 */
export function readStatement(source: Source, node: Node, parser: Parser, depth = 0): readonly Operation[] {
  const read = readers[nameOfNode(node)] as Read<NodeName> | undefined;
  const operations = read?.(source, contentOf(node) as NodeOf<NodeName>, {
    node,
    inner: (query) => (query === undefined ? [] : readStatement(source, query, parser, depth)),
    block: (block) => readDo(source, block, parser, depth, readStatement),
  });
  if (operations !== undefined && operations.length > 0) return operations;
  const hanging = hangingOf(node);
  return [
    {
      kind: 'other',
      span: source.span,
      command: commandOf(node),
      tables: tablesOf(node),
      ...(namesPart(node) && { ofPart: true }),
      ...(hanging && { hanging }),
    },
  ];
}

/** Gives no operations where the statement turns out to have none of its own. */
type Read<K extends NodeName> = (source: Source, content: NodeOf<K>, around: Around) => readonly Operation[] | undefined;

interface Around {
  readonly node: Node;
  /** Reads a statement inside this one. */
  readonly inner: (query: Node | undefined) => readonly Operation[];
  readonly block: (block: NodeOf<'DoStmt'>) => readonly Operation[];
}

const data = (source: Source, _: unknown, { node }: Around): readonly Operation[] => readData(source, node);

const readers: { readonly [K in NodeName]?: Read<K> } = {
  AlterDomainStmt: readAlterDomain,
  AlterEnumStmt: readAlterEnum,
  AlterFunctionStmt: readAlterFunction,
  AlterObjectSchemaStmt: readSetSchema,
  AlterPolicyStmt: (source, node) => readPolicy(source, node, 'alter-policy'),
  AlterSeqStmt: readAlterSequence,
  AlterTableMoveAllStmt: ({ span }, { orig_tablespacename }) => [
    { kind: 'dynamic-sql', span, reason: `it moves everything that is in tablespace ${orig_tablespacename}, whatever that is` },
  ],
  AlterTableStmt: readAlterTable,
  CallStmt: ({ span }, { funccall }) => [{ kind: 'call', span, procedure: nameOf(funccall?.funcname) }],
  ClusterStmt: readCluster,
  CompositeTypeStmt: ({ span }, { typevar }) => [{ kind: 'create-type', span, type: tableName(typevar), form: 'composite' }],
  CopyStmt: readCopy,
  CreateDomainStmt: readDomain,
  CreateEnumStmt: ({ span }, { typeName, vals }) => [{ kind: 'create-enum', span, type: nameOf(typeName), values: strings(vals) }],
  CreateExtensionStmt: ({ span }, { extname = '', if_not_exists }) => [
    { kind: 'create-extension', span, extension: extname, ...(if_not_exists && { ifNotExists: true }) },
  ],
  CreateForeignTableStmt: (source, { base = {} }) => readCreateTable(source, base, true),
  CreateFunctionStmt: readFunction,
  CreatePolicyStmt: (source, node) => readPolicy(source, node, 'create-policy'),
  CreateRangeStmt: ({ span }, { typeName }) => [{ kind: 'create-type', span, type: nameOf(typeName), form: 'range' }],
  CreateSchemaStmt: (source, node, { inner }) => readSchema(source, node, inner),
  CreateSeqStmt: readCreateSequence,
  CreateStmt: (source, node) => readCreateTable(source, node),
  CreateTableAsStmt: readTableAs,
  CreateTrigStmt: readTrigger,
  DeclareCursorStmt: (_, { query }, { inner }) => inner(query),
  DefineStmt: readDefine,
  DeleteStmt: data,
  DoStmt: (_, node, { block }) => block(node),
  DropOwnedStmt: ({ span }, { roles }) => {
    const names = pickAll(roles, 'RoleSpec').map((each) => each.rolename ?? 'the current role');
    return [{ kind: 'dynamic-sql', span, reason: `it drops everything that ${names.join(' and ')} owns, whatever that is` }];
  },
  DropStmt: readDrop,
  ExplainStmt: (_, { options, query }, { inner }) => (isOn(options, 'analyze') ? inner(query) : undefined),
  IndexStmt: readIndex,
  InsertStmt: data,
  LockStmt: readLock,
  MergeStmt: data,
  // A prepared statement is read where its text stands; EXECUTE then runs what has been read.
  PrepareStmt: (_, { query }, { inner }) => inner(query),
  RefreshMatViewStmt: readRefresh,
  ReindexStmt: readReindex,
  RenameStmt: readRename,
  RuleStmt: readRule,
  SelectStmt: data,
  TransactionStmt: readTransaction,
  TruncateStmt: readTruncate,
  UpdateStmt: data,
  VacuumStmt: readVacuum,
  VariableSetStmt: readSet,
  ViewStmt: readView,
};
