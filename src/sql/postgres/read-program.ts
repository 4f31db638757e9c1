import type {
  AlterFunctionStmt,
  AlterPolicyStmt,
  CreateFunctionStmt,
  CreatePolicyStmt,
  CreateTrigStmt,
  Node,
  RuleStmt,
} from '@pgsql/types';
import type { QualifiedName } from '../../operation/name.ts';
import type { Operation, Volatility } from '../../operation/operation.ts';
import type { Mentions } from '../scope.ts';
import { nameOf, pick, pickAll, strings, tableName } from './ast.ts';
import { mentionsOf } from './mentions.ts';
import type { Source } from './source.ts';
import { typeName } from './type-name.ts';

/** The body is not executed by creating it, so that it is not read. */
export function readFunction(source: Source, node: CreateFunctionStmt): readonly Operation[] {
  const inputs = pickAll(node.parameters, 'FunctionParameter').filter(
    ({ mode }) => mode !== 'FUNC_PARAM_OUT' && mode !== 'FUNC_PARAM_TABLE',
  );
  return [
    {
      kind: 'create-function',
      span: source.span,
      function: nameOf(node.funcname),
      parameters: inputs.map((each) => typeName(source, each.argType)),
      volatility: volatilityOf(node.options) ?? 'volatile',
      ...(node.is_procedure && { procedure: true }),
      ...(node.replace && { replace: true }),
    },
  ];
}

export function readAlterFunction(source: Source, node: AlterFunctionStmt): readonly Operation[] {
  const volatility = volatilityOf(node.actions);
  return [{ kind: 'alter-function', span: source.span, function: nameOf(node.func?.objname), ...(volatility && { volatility }) }];
}

function volatilityOf(options: readonly Node[] | undefined): Volatility | undefined {
  const option = pickAll(options, 'DefElem').find((each) => each.defname === 'volatility');
  const word = pick(option?.arg, 'String')?.sval;
  return word === 'immutable' || word === 'stable' || word === 'volatile' ? word : undefined;
}

export function readTrigger(source: Source, node: CreateTrigStmt): readonly Operation[] {
  const table = tableName(node.relation);
  const columns = [
    ...new Set([...strings(node.columns), ...columnsOf(table, mentionsOf(node.whenClause, { table, as: 'new and old' }).columns)]),
  ];
  return [
    {
      kind: 'create-trigger',
      span: source.span,
      table,
      trigger: node.trigname ?? '',
      ...(node.replace && { replace: true }),
      ...(node.row && { row: true }),
      ...(node.funcname && { function: nameOf(node.funcname) }),
      ...(node.constrrel && { references: tableName(node.constrrel) }),
      ...(columns.length > 0 && { columns }),
    },
  ];
}

export function readRule(source: Source, node: RuleStmt): readonly Operation[] {
  const table = tableName(node.relation);
  const { columns } = mentionsOf([node.whereClause, node.actions], { table, as: 'new and old' });
  const targets = (node.actions ?? []).flatMap((action) => {
    const write = pick(action, 'InsertStmt') ?? pick(action, 'UpdateStmt') ?? pick(action, 'DeleteStmt');
    return write === undefined ? [] : [tableName(write.relation)];
  });
  return [
    {
      kind: 'create-rule',
      span: source.span,
      table,
      rule: node.rulename ?? '',
      ...usesOf(table, columns),
      ...(targets.length > 0 && { writes: targets }),
    },
  ];
}

export function readPolicy(
  source: Source,
  node: CreatePolicyStmt | AlterPolicyStmt,
  kind: 'create-policy' | 'alter-policy',
): readonly Operation[] {
  const table = tableName(node.table);
  const { columns } = mentionsOf([node.qual, node.with_check], { table, as: 'itself' });
  const leaves = node.qual === undefined && node.with_check === undefined;
  return [
    {
      kind,
      span: source.span,
      table,
      policy: node.policy_name ?? '',
      ...(leaves && kind === 'alter-policy' ? {} : usesOf(table, columns)),
    },
  ];
}

/** What is mentioned of the table itself, and which others are read. */
function usesOf(
  table: QualifiedName,
  columns: Mentions<Node>['columns'],
): { columns?: readonly string[]; reads?: readonly QualifiedName[] } {
  const own = columnsOf(table, columns);
  const reads = columns.flatMap((each) => (isSame(each.table, table) ? [] : [each.table]));
  return { ...(own.length > 0 && { columns: own }), ...(reads.length > 0 && { reads }) };
}

function columnsOf(table: QualifiedName, columns: Mentions<Node>['columns']): readonly string[] {
  return columns.find((each) => isSame(each.table, table))?.columns ?? [];
}

const isSame = (a: QualifiedName, b: QualifiedName): boolean => a.name === b.name && a.schema === b.schema;
