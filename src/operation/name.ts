/** A name as PostgreSQL or MySQL resolves it: folded and unquoted. `schema` is absent where the author wrote none. */
export interface QualifiedName {
  readonly schema?: string;
  readonly name: string;
}

/** A name that has been resolved against the search path. */
export interface ResolvedName extends QualifiedName {
  readonly schema: string;
}

/** The key of a resolved name in maps. A tab cannot be confused with a dot inside a quoted name. */
export function keyOf(name: ResolvedName): string {
  return `${name.schema}\t${name.name}`;
}

/** Whether two names of columns, indexes or constraints are one to MySQL, which minds no case of letters in them. */
export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
