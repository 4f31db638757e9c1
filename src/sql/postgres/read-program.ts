import type { AlterFunctionStmt, CreateFunctionStmt, CreateTrigStmt, Node } from '@pgsql/types';
import type { Operation, Volatility } from '../../operation/operation.ts';
import { nameOf, pick, pickAll, tableName } from './ast.ts';
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
  return [
    {
      kind: 'create-trigger',
      span: source.span,
      table: tableName(node.relation),
      trigger: node.trigname ?? '',
      ...(node.replace && { replace: true }),
      ...(node.constrrel && { references: tableName(node.constrrel) }),
    },
  ];
}
