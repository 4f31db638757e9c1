import type { ExpressionNode } from '../operation/expression.ts';
import { impliesNotNull } from '../schema/proof.ts';
import type { Constraint, Schema, Table } from '../schema/schema.ts';
import { quoteIdentifier, quoteName } from '../sql/postgres/quote.ts';
import { isHelper, type Open } from './open.ts';

/** What is open on a table of PostgreSQL. @param key the table's, in the schema */
export function openInPostgres(key: string, table: Table, schema: Schema): readonly Open[] {
  if (table.partitionOf !== undefined) return [];
  const about = (name: string, rest: Omit<Open, 'key'>, text?: string): Open => ({
    key: { table: key, name, ...(text && { text }) },
    ...rest,
  });
  const { schema: own, name } = table.name;
  const named = own === schema.searchPath[0] ? quoteIdentifier(name) : quoteName(table.name);
  return [
    ...table.constraints.flatMap((constraint) => {
      const open = openConstraint(table, named, constraint);
      // Dropped and added anew it is another one.
      return open === undefined
        ? []
        : [
            about(
              `constraint ${constraint.name}`,
              { ...open, ...(isHelper(constraint.name) && { helper: true }) },
              JSON.stringify(constraint.definition),
            ),
          ];
    }),
    ...table.indexes
      .filter(({ valid }) => !valid)
      .map(({ name }) =>
        about(`index ${name}`, {
          kind: 'index',
          message: `The index ${quoteIdentifier(name)} of ${named} is not valid: not every partition has its own attached.`,
          next: `ALTER INDEX ${quoteIdentifier(name)} ATTACH PARTITION <the index of each partition that is missing>;`,
        }),
      ),
    ...table.hanging
      .filter(({ kind, name }) => kind === 'trigger' && isHelper(name))
      .map(({ name }) =>
        about(`trigger ${name}`, {
          helper: true,
          kind: 'trigger',
          message: `The trigger ${quoteIdentifier(name)} keeps columns of ${named} in step: the old one waits for its contract stage.`,
          next: 'Run the contract stage of its plan once the new code runs everywhere: it drops the trigger, its function and the old column.',
        }),
      ),
  ];
}

function openConstraint(
  table: Table,
  named: string,
  { name, definition, validated, enforced, conditional }: Constraint,
): Omit<Open, 'key'> | undefined {
  const column =
    definition.type === 'check' ? table.columns.find((each) => meansNotNull(definition.expression.tree, each.name)) : undefined;
  const setNotNull = column === undefined ? '' : `ALTER TABLE ${named} ALTER COLUMN ${quoteIdentifier(column.name)} SET NOT NULL;`;
  if (!validated && enforced && !conditional) {
    const then = column !== undefined && isHelper(name) ? ` then, in a transaction of its own: ${setNotNull}` : '';
    return {
      kind: 'constraint',
      message: `The constraint ${quoteIdentifier(name)} of ${named} was never validated: rows from before it may break it.`,
      next: `ALTER TABLE ${named} VALIDATE CONSTRAINT ${quoteIdentifier(name)};${then}`,
    };
  }
  if (column === undefined || column.notNull || !isHelper(name)) return undefined;
  return {
    kind: 'column',
    message: `The column ${quoteIdentifier(column.name)} of ${named} is proved to hold no NULL, and was not made NOT NULL.`,
    next: `${setNotNull} ALTER TABLE ${named} DROP CONSTRAINT ${quoteIdentifier(name)};`,
  };
}

function meansNotNull(tree: ExpressionNode, column: string): boolean {
  return tree.kind === 'null-test' && impliesNotNull(tree, column);
}
