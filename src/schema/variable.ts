import type { Schema } from './schema.ts';

/** What the file has set a variable of MySQL's session to: undefined where it set none, or to what is no plain value. @param name in lower case */
export function variableOf(schema: Schema, name: string): string | undefined {
  return schema.mysql?.variables[name];
}

/** A variable that is on or off; undefined as above. */
export function switchOf(schema: Schema, name: string): boolean | undefined {
  const value = variableOf(schema, name)?.toLowerCase();
  return value === undefined ? undefined : !/^(0|off|false)$/.test(value);
}
