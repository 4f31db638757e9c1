import type { Table } from '../schema/schema.ts';
import { identifierIn, nameIn } from '../sql/quote.ts';
import { isHelper, type Open } from './open.ts';

/**
 * What is open on a table of MySQL or MariaDB. A foreign key that was added with `foreign_key_checks` off is not: no statement of theirs reads the old rows later.
 * @param key the table's, in the schema
 */
export function openInMysql(key: string, table: Table, engine: 'mysql' | 'mariadb'): readonly Open[] {
  const quoted = (name: string): string => identifierIn(engine, name);
  const named = nameIn(engine, table.name);
  const triggers = table.hanging.filter(({ kind, name }) => kind === 'trigger' && isHelper(name)).map(({ name }) => quoted(name));
  const several = triggers.length > 1;
  const inStep: Open = {
    key: { table: key, name: 'triggers' },
    helper: true,
    kind: 'trigger',
    message: `The ${several ? 'triggers' : 'trigger'} ${triggers.join(' and ')} ${several ? 'keep' : 'keeps'} columns of ${named} in step: the old one waits for its contract stage.`,
    next: 'Run the next stage of its plan; the contract stage, once the new code runs everywhere, drops what it has made, and the old column.',
  };
  const columns = table.columns
    .filter(({ name }) => isHelper(name))
    .map(
      ({ name }): Open => ({
        key: { table: key, name: `column ${name}` },
        helper: true,
        kind: 'column',
        message: `The column ${quoted(name)} of ${named} was made by a plan, which takes it away again or gives it its name at its end.`,
        next: 'Run the next stage of its plan, or drop the column where the plan was given up.',
      }),
    );
  const [unused, used] = engine === 'mysql' ? ['INVISIBLE', 'VISIBLE'] : ['IGNORED', 'NOT IGNORED'];
  const indexes = table.indexes
    .filter(({ definition }) => definition.invisible)
    .map(
      ({ name }): Open => ({
        key: { table: key, name: `index ${name}` },
        kind: 'index',
        message: `The index ${quoted(name)} of ${named} is ${unused}: no query uses it, and every write keeps it up.`,
        next: `DROP INDEX ${quoted(name)} ON ${named}; or, where it was missed: ALTER TABLE ${named} ALTER INDEX ${quoted(name)} ${used};`,
      }),
    );
  return [...(triggers.length > 0 ? [inStep] : []), ...columns, ...indexes];
}
