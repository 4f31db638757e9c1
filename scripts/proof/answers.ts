import type { Migration } from '../../src/migration/migration.ts';
import type { TypeName } from '../../src/operation/type-name.ts';
import type { Question } from '../../src/plan/stage.ts';
import { quoteLiteral } from '../../src/sql/postgres/quote.ts';
import type { Reader } from '../../src/sql/statement.ts';

/**
 * What an author might answer to the questions of plans for a series of migrations: a value of the column's type. It says nothing of the migrations, but makes their plans
 * whole, so that they can be run.
 */
export function madeUpAnswers(migrations: readonly Migration[], reader: Reader): (question: Question) => string {
  const types = new Map<string, TypeName>();
  const labels = new Map<string, string>();
  for (const { text, sections } of migrations)
    for (const operation of reader.read(text, sections).statements.flatMap((each) => each.operations)) {
      const columns = operation.kind === 'create-table' ? operation.columns : operation.kind === 'add-column' ? [operation.column] : [];
      if ('table' in operation && operation.table !== undefined)
        for (const column of columns) types.set(`${operation.table.name}.${column.name}`, column.type);
      if (operation.kind === 'create-enum' && operation.values[0] !== undefined) labels.set(operation.type.name, operation.values[0]);
    }
  return ({ table, column }) => {
    const type = types.get(`${table.split('.').at(-1)?.replaceAll('"', '')}.${column}`);
    return type === undefined ? "'0'" : madeUp(type, labels.get(type.name));
  };
}

function madeUp({ name, dimensions }: TypeName, label: string | undefined): string {
  if (dimensions > 0) return "'{}'";
  if (label !== undefined) return quoteLiteral(label);
  switch (name) {
    case 'uuid':
      return 'gen_random_uuid()';
    case 'date':
    case 'timestamp':
    case 'timestamptz':
      return 'now()';
    case 'json':
    case 'jsonb':
      return "'{}'";
    default:
      return "'0'";
  }
}
