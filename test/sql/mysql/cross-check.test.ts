import nodeSqlParser from 'node-sql-parser/build/mysql.js';
import { describe, expect, it } from 'vitest';
import { corpusDirectory, corpusFiles, corpusIsThere, corpusText, isMysql, partsOf } from '../../../scripts/corpus-files.ts';
import type { ColumnDefinition, Operation } from '../../../src/operation/operation.ts';
import type { TypeName } from '../../../src/operation/type-name.ts';
import type { Statement } from '../../../src/sql/statement.ts';
import { loadDtSqlParser } from './dt-sql-parser.ts';
import { mysql } from './reading.ts';

/**
 * Two other parsers of MySQL, which share no code with the reader and none with one another, over the corpus: where one of them reads a statement, it has to
 * name the same tables, columns and types. Neither is the reader, for neither reads enough: dt-sql-parser takes `type` and `active` for no names, and
 * node-sql-parser binds OR tighter than AND.
 */
const second = new nodeSqlParser.Parser();

interface Read {
  readonly path: string;
  readonly sql: string;
  readonly statement: Statement;
}

function* corpus(): Generator<Read> {
  for (const { path } of corpusFiles().filter(isMysql)) {
    const text = corpusText(path);
    for (const statement of mysql.read(text, partsOf(text)).statements) {
      yield { path, sql: text.slice(statement.span.start, statement.span.end), statement };
    }
  }
}

const system = /^(?:information_schema|performance_schema|mysql|sys)$/i;

/** The names of all tables and views that a value mentions, but for those of the server. */
function tablesIn(value: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const each of value) tablesIn(each, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      const isName = /^(?:table|view|references|reads|tables|with)$/.test(key);
      for (const name of isName ? [each].flat() : []) {
        const { schema = '', name: own } = (name.table ?? name) as { schema?: string; name?: string };
        if (own !== undefined && !system.test(schema)) found.add(own.toLowerCase());
      }
      if (key === 'to' && (value as Operation).kind === 'rename-table') found.add(String(each).toLowerCase());
      tablesIn(each, found);
    }
  }
  return found;
}

const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();

/** Kinds that the other parsers tell the tables of. */
const comparable = (statement: Statement): boolean =>
  statement.unreadable === undefined &&
  statement.operations.every(
    (each) => !each.conditional && !/^(?:create-function|create-trigger|call|other|drop-function|dynamic-sql)$/.test(each.kind),
  );

const otherNames: Readonly<Record<string, string>> = {
  integer: 'int',
  numeric: 'decimal',
  dec: 'decimal',
  character: 'char',
  bool: 'tinyint',
  boolean: 'tinyint',
};

interface Definition {
  readonly dataType?: string;
  readonly length?: number | null;
  readonly scale?: number | null;
  readonly suffix?: readonly string[] | null;
  readonly expr?: { readonly value?: readonly { readonly value: string }[] };
}

function typeOf(definition: Definition): string {
  const name = (definition.dataType ?? '').toLowerCase();
  const members = definition.expr?.value?.map((each) => each.value) ?? [];
  const modifiers = [definition.length, definition.scale, ...members].filter((each) => each !== undefined && each !== null);
  const unsigned = definition.suffix?.some((each) => /unsigned|zerofill/i.test(each)) ? ' unsigned' : '';
  return `${otherNames[name] ?? name}(${name.startsWith('bool') ? 1 : modifiers.join()})${unsigned}`;
}

const ownType = ({ name, modifiers, unsigned }: TypeName): string => `${name}(${modifiers.join()})${unsigned ? ' unsigned' : ''}`;
const ownColumn = (column: ColumnDefinition): string => `${column.name} ${ownType(column.type)}`;

/** The columns that CREATE TABLE and ALTER TABLE define or drop, with their types. */
function columnsOf({ operations }: Statement): readonly string[] {
  return operations.flatMap((each): readonly string[] => {
    switch (each.kind) {
      case 'create-table':
        return each.columns.map((column) => `add ${ownColumn(column)}`);
      case 'add-column':
        return [`add ${ownColumn(each.column)}`];
      case 'redefine-column':
        return [`redefine ${ownColumn(each.definition)}`];
      case 'drop-column':
        return [`drop ${each.column}`];
      default:
        return [];
    }
  });
}

interface Element {
  readonly resource?: string;
  readonly action?: string;
  readonly column?: { readonly column: string };
  readonly definition?: Definition;
}

function columnsByOther(tree: { readonly create_definitions?: readonly Element[]; readonly expr?: readonly Element[] }): readonly string[] {
  return [...(tree.create_definitions ?? []), ...(Array.isArray(tree.expr) ? tree.expr : [])]
    .filter((each) => each.resource === 'column' && each.action !== 'rename')
    .map(({ action = 'add', column, definition }) => {
      const verb = action === 'modify' || action === 'change' ? 'redefine' : action;
      return definition === undefined ? `${verb} ${column?.column}` : `${verb} ${column?.column} ${typeOf(definition)}`;
    });
}

describe.skipIf(!corpusIsThere)('the corpus', () => {
  it('has the columns and tables that node-sql-parser finds', () => {
    const different: string[] = [];
    const counts = { statements: 0, read: 0, columns: 0 };
    for (const { path, sql, statement } of corpus()) {
      counts.statements++;
      let other: ReturnType<typeof second.parse>;
      try {
        other = second.parse(sql, { database: 'mysql' });
      } catch {
        continue;
      }
      if (!comparable(statement)) continue;
      counts.read++;
      const trees = [other.ast].flat() as unknown as Parameters<typeof columnsByOther>[0][];
      const columns = trees.flatMap(columnsByOther);
      counts.columns += columns.length;
      const own = columnsOf(statement);
      if (columns.join() !== own.join()) different.push(`${path}: ${own} / ${columns}`);
      const tables = sorted(
        other.tableList
          .map((each) => each.split('::'))
          .filter(([, schema]) => !system.test(schema ?? ''))
          .map((each) => (each[2] ?? '').toLowerCase()),
      );
      const mentioned = sorted(tablesIn(statement.operations));
      if (/^\s*(?:insert|update|delete|select)/i.test(sql) && tables.join() !== mentioned.join())
        different.push(`${path}: ${mentioned} / ${tables}`);
    }
    expect(different).toEqual([]);
    expect(counts.read / counts.statements).toBeGreaterThan(0.7);
    expect(counts.columns).toBeGreaterThan(5_000);
  });

  it('has the tables that dt-sql-parser finds', async () => {
    const third = await loadDtSqlParser();
    const seen = new Set<string>();
    const different: string[] = [];
    let read = 0;
    for (const { path, sql, statement } of corpus()) {
      // It takes some milliseconds a statement: one of each shape will do.
      const shape = sql
        .replace(/'[^']*'|\d+/g, '0')
        .replace(/`[^`]*`|\b[a-z_]\w*\b/g, 'x')
        .slice(0, 70);
      if (seen.has(shape) || sql.length > 1_500 || !comparable(statement)) continue;
      seen.add(shape);
      // It takes the alias of `DELETE a FROM t a` for a table.
      if (/^delete\s+\w+\s+from/i.test(sql)) continue;
      if (third.validate(`${sql};`).length > 0) continue;
      read++;
      const tables = (third.getAllEntities(`${sql};`) ?? [])
        .filter((each) => /^(?:table|tableCreate|view|viewCreate)$/.test(each.entityContextType) && !each.text.startsWith('('))
        .map((each) => each.text.replaceAll('`', '').toLowerCase())
        .filter((each) => !system.test(each.split('.')[0] as string));
      const others = sorted(tables.map((each) => each.split('.').at(-1) as string));
      const own = sorted(tablesIn(statement.operations));
      if (own.join() !== others.join()) different.push(`${path}: ${own} / ${others}`);
    }
    expect(different).toEqual([]);
    expect(read).toBeGreaterThan(300);
  });
});
if (!corpusIsThere) console.log(`cross-check of the corpus skipped: there is none at ${corpusDirectory}`);
