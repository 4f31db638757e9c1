import type { TypeName } from '../operation/type-name.ts';

const integer = (name: string, text: string): TypeName => ({ name, modifiers: [], dimensions: 0, text });

/** By the names that the readers give: `smallserial`, `serial` and `bigserial` are read as these. */
const serials: ReadonlyMap<string, TypeName> = new Map([
  ['serial2', integer('int2', 'smallint')],
  ['serial4', integer('int4', 'integer')],
  ['serial8', integer('int8', 'bigint')],
]);

/**
 * The integer type behind `serial` and its kin, a shorthand for that type, a sequence and NOT NULL; undefined for any other type.
 * https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL
 */
export function serialType(type: TypeName): TypeName | undefined {
  return type.schema === undefined && type.dimensions === 0 ? serials.get(type.name) : undefined;
}

/** Whether the type is `smallserial`, `serial` or `bigserial`. */
export function isSerial(type: TypeName): boolean {
  return serialType(type) !== undefined;
}
