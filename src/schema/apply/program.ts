import { keyOf, type ResolvedName } from '../../operation/name.ts';
import type { OperationOf } from '../../operation/operation.ts';
import type { TypeName } from '../../operation/type-name.ts';
import { comparableType } from '../comparable.ts';
import { newName, resolve, type Schema, type UserFunction } from '../schema.ts';
import { putTable } from '../store.ts';

type ProgramOperation = OperationOf<'create-function' | 'alter-function' | 'drop-function'>;

/** Functions by name with their overloads. What a function's body uses is not followed. */
export function applyProgram(schema: Schema, operation: ProgramOperation): Schema {
  switch (operation.kind) {
    case 'create-function':
      return createFunction(schema, operation);
    case 'alter-function':
      return alterFunction(schema, operation);
    case 'drop-function': {
      // The operation does not tell which overload: where there are several, all stay known.
      const key = keyOf(resolve(schema, operation.function, schema.functions));
      if ((schema.functions.get(key)?.length ?? 0) > 1) return schema;
      return followed({ ...schema, functions: schema.functions.delete(key) }, key, undefined);
    }
  }
}

/** Triggers go with their function, or follow it to its new name. */
function followed(schema: Schema, from: string, to: ResolvedName | undefined): Schema {
  return schema.tables.entries().reduce((next, [, table]) => {
    if (!table.hanging.some((each) => each.function && keyOf(each.function) === from)) return next;
    const hanging = table.hanging.flatMap((each) => {
      if (each.function === undefined || keyOf(each.function) !== from) return [each];
      return to === undefined ? [] : [{ ...each, function: to }];
    });
    return putTable(next, { ...table, hanging });
  }, schema);
}

function createFunction(schema: Schema, operation: OperationOf<'create-function'>): Schema {
  const resolved = newName(schema, operation.function);
  const signature = signatureOf(operation.parameters);
  const others = (schema.functions.get(keyOf(resolved)) ?? []).filter((each) => signatureOf(each.parameters) !== signature);
  const created: UserFunction = { name: resolved, parameters: operation.parameters, volatility: operation.volatility };
  return { ...schema, functions: schema.functions.set(keyOf(resolved), [...others, created]) };
}

function signatureOf(parameters: readonly TypeName[]): string {
  return parameters.map(comparableType).join(', ');
}

/** ALTER FUNCTION. Which overload it means is not told: a volatility counts for all of them where it is a worse one, else where there is one. */
function alterFunction(schema: Schema, operation: OperationOf<'alter-function'>): Schema {
  const from = resolve(schema, operation.function, schema.functions);
  const overloads = schema.functions.get(keyOf(from));
  if (overloads === undefined) return schema;
  const { volatility } = operation;
  const certain = overloads.length === 1 || volatility === 'volatile';
  const name = operation.renameTo === undefined ? from : { schema: from.schema, name: operation.renameTo };
  const altered = overloads.map((each) => ({ ...each, name, ...(volatility && certain && { volatility }) }));
  const next = { ...schema, functions: schema.functions.delete(keyOf(from)).set(keyOf(name), altered) };
  return operation.renameTo === undefined ? next : followed(next, keyOf(from), name);
}
