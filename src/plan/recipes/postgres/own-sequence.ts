import type { ColumnDefinition } from '../../../operation/operation.ts';
import { sequenceName } from '../../../schema/naming.ts';
import { serialType } from '../../../schema/serial.ts';
import { quoteIdentifier, quoteLiteral } from '../../../sql/postgres/quote.ts';
import type { RecipeStep, StagingContext } from '../../recipe.ts';
import { alterColumn, alterTable, besideTable, ownName, ownTable, tableText } from './alter.ts';
import { atOnce } from './at-once.ts';

/** A column that numbers its rows, taken apart: what comes with the column, the expression that numbers, and what comes last. */
export interface Numbering {
  readonly type: string;
  readonly expand: readonly RecipeStep[];
  readonly expression: string;
  /** Needs the rows to be numbered and the column NOT NULL. */
  readonly finish: readonly RecipeStep[];
}

const integers: Readonly<Record<string, string>> = { int2: 'smallint', int4: 'integer', int8: 'bigint' };

/**
 * What serial stands for (https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL), with the names that it would have made,
 * so that the end is the same.
 */
export function serial(context: StagingContext, column: ColumnDefinition): Numbering {
  const type = serialType(column.type)?.text ?? 'bigint';
  const sequence = besideTable(context, sequenceName(context.before, ownName(context), column.name));
  const expression = `nextval(${quoteLiteral(sequence)})`;
  const isUnlogged = ownTable(context)?.persistence === 'unlogged';
  const [word, later] = isUnlogged && context.lowestMajor >= 15 ? ['UNLOGGED ', []] : ['', isUnlogged ? [unlogged(sequence)] : []];
  const create = `CREATE ${word}SEQUENCE ${sequence} AS ${type} OWNED BY ${tableText(context)}.${quoteIdentifier(column.name)};`;
  return { type, expression, expand: [...numbered(context, column.name, create, sequence, expression), ...later], finish: [] };
}

/** The sequence of an unlogged table is unlogged itself, from PostgreSQL 15 on: https://www.postgresql.org/docs/15/release-15.html */
function unlogged(sequence: string): RecipeStep {
  return {
    stage: 'expand',
    after: 'none',
    // Older servers do not know the statement.
    sql: atOnce([
      "IF current_setting('server_version_num')::integer >= 150000 THEN",
      `  EXECUTE ${quoteLiteral(`ALTER SEQUENCE ${sequence} SET UNLOGGED`)};`,
      'END IF;',
    ]),
    transaction: 'shared',
    rollback: '-- nothing to undo: the sequence goes',
    why: 'is not logged, as its table is not',
  };
}

/**
 * An identity column begins as a column with a default over a helper sequence, since ADD GENERATED AS IDENTITY takes a column that is there and NOT NULL
 * without rewriting it. At the end its own sequence goes on where the helper stopped.
 */
export function identity(context: StagingContext, column: ColumnDefinition): Numbering | { readonly impossible: string } {
  const { when, options } = column.identity ?? { when: 'always' };
  if (/\b(?:sequence\s+name|restart|owned|logged|unlogged)\b/i.test(options ?? ''))
    return {
      impossible:
        'the options of its identity name the sequence or restart it, which a helper sequence cannot share; add the identity without them and alter its sequence afterwards',
    };
  const type = integers[column.type.name] ?? 'bigint';
  const helper = besideTable(context, context.helperName(ownName(context), column.name));
  const expression = `nextval(${quoteLiteral(helper)})`;
  const name = quoteIdentifier(column.name);
  const generated = `ADD GENERATED ${when.toUpperCase()} AS IDENTITY${options === undefined ? '' : ` (${options})`}`;
  const shared = { stage: 'enforce', after: 'transaction', transaction: 'shared' } as const;
  const create = `CREATE SEQUENCE ${helper} AS ${type}${options === undefined ? '' : ` ${options}`};`;
  const own = `pg_get_serial_sequence(${quoteLiteral(tableText(context))}, ${quoteLiteral(column.name)})`;
  return {
    type,
    expression,
    expand: numbered(context, column.name, create, helper, expression),
    finish: [
      {
        ...shared,
        // One statement: between two, the column would be required and nothing would fill it.
        sql: alterTable(context, `ALTER COLUMN ${name} DROP DEFAULT, ALTER COLUMN ${name} ${generated}`),
        rollback: alterTable(context, `ALTER COLUMN ${name} DROP IDENTITY IF EXISTS, ALTER COLUMN ${name} SET DEFAULT ${expression}`),
        why: 'the column is filled and NOT NULL, so no row is rewritten; an identity column has no default',
      },
      {
        ...shared,
        sql: `SELECT setval(${own}, ${expression}, false);`,
        rollback: '-- nothing to undo: the sequence goes with the identity',
        why: 'the identity goes on where the helper sequence stopped',
      },
      {
        ...shared,
        sql: `DROP SEQUENCE ${helper};`,
        rollback: create,
        why: 'the helper has done its work',
      },
    ],
  };
}

function numbered(context: StagingContext, column: string, create: string, sequence: string, expression: string): readonly RecipeStep[] {
  const shared = { stage: 'expand', after: 'none', transaction: 'shared' } as const;
  return [
    { ...shared, sql: create, rollback: `DROP SEQUENCE IF EXISTS ${sequence};`, why: 'numbers the rows' },
    {
      ...shared,
      sql: alterColumn(context, column, `SET DEFAULT ${expression}`),
      rollback: alterColumn(context, column, 'DROP DEFAULT'),
      why: 'rows that are written from now on are numbered',
    },
  ];
}
