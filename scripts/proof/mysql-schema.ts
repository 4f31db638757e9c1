import type { Session } from '../truth/mysql/client.ts';

/** What information_schema tells of a database, a line a thing; where a plan leaves another index order or row version, it is the same. */
export async function schemaOf(session: Session, database: string, flavor: 'mysql' | 'mariadb'): Promise<readonly string[]> {
  const own = (column: string): string => `${column} = '${database}'`;
  const isVisible = flavor === 'mysql' ? 'is_visible' : 'ignored';
  const expression = flavor === 'mysql' ? "ifnull(expression, '')" : "''";
  const checks =
    flavor === 'mysql'
      ? `select t.table_name, c.constraint_name, c.check_clause, t.enforced from information_schema.check_constraints c join information_schema.table_constraints t using (constraint_schema, constraint_name) where ${own('c.constraint_schema')}`
      : `select table_name, constraint_name, check_clause, level from information_schema.check_constraints where ${own('constraint_schema')}`;
  const queries = {
    table: `select table_name, table_type, engine, row_format, table_collation, create_options, table_comment from information_schema.tables where ${own('table_schema')}`,
    column: `select table_name, ordinal_position, column_name, column_default, is_nullable, column_type, character_set_name, collation_name, column_key, extra, column_comment, generation_expression from information_schema.columns where ${own('table_schema')}`,
    index: `select table_name, index_name, seq_in_index, non_unique, column_name, collation, sub_part, index_type, ${isVisible}, ${expression} from information_schema.statistics where ${own('table_schema')}`,
    key: `select table_name, constraint_name, column_name, ordinal_position, referenced_table_name, referenced_column_name from information_schema.key_column_usage where ${own('table_schema')}`,
    'foreign key': `select table_name, constraint_name, unique_constraint_name, update_rule, delete_rule, referenced_table_name from information_schema.referential_constraints where ${own('constraint_schema')}`,
    check: checks,
    trigger: `select trigger_name, event_object_table from information_schema.triggers where ${own('trigger_schema')}`,
    view: `select table_name, view_definition from information_schema.views where ${own('table_schema')}`,
    partition: `select table_name, partition_name, partition_method, partition_expression from information_schema.partitions where ${own('table_schema')} and partition_name is not null`,
    routine: `select routine_name, routine_type from information_schema.routines where ${own('routine_schema')}`,
  };
  const lines: string[] = [];
  for (const [kind, query] of Object.entries(queries))
    for (const row of await session.rows(query))
      lines.push(
        `${kind} ${row
          .map((value) => String(value))
          .join(' | ')
          .replaceAll(database, 'db')}`,
      );
  return lines.sort();
}

/** All rows, a line each. */
export async function rowsOf(session: Session, database: string): Promise<readonly string[]> {
  const tables = await session.rows(
    `select table_name from information_schema.tables where table_schema = '${database}' and table_type = 'BASE TABLE' order by 1`,
  );
  const lines: string[] = [];
  for (const [table] of tables)
    for (const row of await session.rows(`select * from \`${database}\`.\`${String(table).replaceAll('`', '``')}\``))
      lines.push(`${String(table)} ${JSON.stringify(row)}`);
  return lines.sort();
}
