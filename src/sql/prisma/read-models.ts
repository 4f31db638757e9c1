/** A table that a declared schema has, with the line of each of its columns, from 1 on. */
export interface DeclaredTable {
  /** Absent: the default one. */
  readonly schema?: string;
  readonly name: string;
  readonly line: number;
  readonly columns: ReadonlyMap<string, number>;
}

/**
 * The tables of a Prisma schema, as far as their columns' names go: models with their scalar fields, `@map` and `@@map` minded. Fields of another model's type are relations
 * and no columns. https://www.prisma.io/docs/orm/reference/prisma-schema-reference
 * @returns undefined where the text holds no model, or one that is not closed
 */
export function readModels(text: string): readonly DeclaredTable[] | undefined {
  const lines = text.split(/\r\n|\r|\n/).map(withoutComment);
  const models = new Set(lines.flatMap((line) => /^\s*(?:model|view|type)\s+(\w+)\s*\{/.exec(line)?.[1] ?? []));
  const tables: DeclaredTable[] = [];
  for (let i = 0; i < lines.length; i++) {
    const name = /^\s*model\s+(\w+)\s*\{\s*$/.exec(lines[i] ?? '')?.[1];
    if (name === undefined) continue;
    const line = i + 1;
    const columns = new Map<string, number>();
    let table = name;
    let schema: string | undefined;
    let depth = 0;
    for (i++; depth > 0 || !/^\s*\}/.test(lines[i] ?? ''); i++) {
      const own = lines[i];
      if (own === undefined) return undefined;
      if (depth === 0) {
        table = /^\s*@@map\(\s*(?:name:\s*)?"([^"]+)"/.exec(own)?.[1] ?? table;
        schema = /^\s*@@schema\(\s*(?:map:\s*)?"([^"]+)"/.exec(own)?.[1] ?? schema;
        const [, field, type] = /^\s*(\w+)\s+(\w+)/.exec(own) ?? [];
        if (field !== undefined && type !== undefined && !models.has(type))
          columns.set(/\s@map\(\s*(?:name:\s*)?"([^"]+)"/.exec(own)?.[1] ?? field, i + 1);
      }
      const bare = own.replace(/"(?:[^"\\]|\\.)*"/g, '');
      depth += (bare.match(/[([]/g)?.length ?? 0) - (bare.match(/[)\]]/g)?.length ?? 0);
    }
    tables.push({ ...(schema !== undefined && { schema }), name: table, line, columns });
  }
  return tables.length === 0 ? undefined : tables;
}

/** `//` begins a comment but in a string. */
function withoutComment(line: string): string {
  return line.replace(/("(?:[^"\\]|\\.)*")|\/\/.*$/g, (_, string: string | undefined) => string ?? '');
}
