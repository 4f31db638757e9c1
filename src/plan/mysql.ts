import type { MysqlEffect } from '../engine/effect.ts';
import type { MysqlContext } from '../engine/engine.ts';
import { formsOfStatement, mysql } from '../engine/mysql/index.ts';
import { modeAt } from '../migration/migration.ts';
import { indexColumns } from '../schema/mention.ts';
import { isNamed, resolve, tableOf } from '../schema/schema.ts';
import type { Dialect } from '../sql/mysql/dialect.ts';
import { quoteIdentifier, quoteName } from '../sql/mysql/quote.ts';
import type { Reader } from '../sql/statement.ts';
import type { Stage } from './attempt.ts';
import type { PlanDialect } from './dialect.ts';
import { helperNames } from './helper-name.ts';
import { recipeFor } from './recipes/mysql/index.ts';
import { wayBackOf } from './recipes/mysql/way-back.ts';
import type { PlannableFile, PlannableOperation, PlannableUnit } from './unit.ts';

/** Plans for MySQL and MariaDB. @param reader reads what the recipes write, as it reads the migrations */
export function mysqlPlans(reader: Reader, dialect: Dialect, context: MysqlContext): PlanDialect {
  return {
    staging: (unit, batches) => stagingOf(unit, batches, reader, dialect, context),
    quoteIdentifier,
    quoteName: (name) => quoteName(name.schema === '' ? { name: name.name } : name),
    wayDown,
    lockTimeout: {
      variable: 'lock_wait_timeout',
      // Five seconds: longer than any ordinary statement holds a table, short enough that those who queue behind it are not noticed.
      set: 'SET SESSION lock_wait_timeout = 5;',
      rule: 'missing-lock-wait-timeout',
    },
    unqualified: { setting: 'the database that its file uses', by: 'database' },
    commitsImplicitly: true,
    inFile: (sql, { writing }) => sql.replace(/^CREATE PROCEDURE [\s\S]*?^END;$/m, (program) => writing.program?.(program) ?? program),
  };
}

function stagingOf(unit: PlannableUnit, batches: boolean, reader: Reader, dialect: Dialect, context: MysqlContext): Stage {
  const helperName = helperNames(unit.after);
  const usualPath = unit.before.searchPath.join();
  const ofPlans = new Set(unit.files.filter(isStageOfPlan));
  return (file, work, { operation, before, effects, findings }, replaced) => {
    const recipe = recipeFor(operation.kind);
    if (ofPlans.has(file)) return undefined;
    if (recipe === undefined) {
      const refusal = (effects as readonly MysqlEffect[]).find(({ fails }) => fails?.certain)?.fails?.reason;
      return refusal === undefined ? undefined : { impossible: `the server refuses it: ${refusal}` };
    }
    const { span: statement } = work.statement.statement;
    if (isProgram.test(file.migration.text.slice(statement.start, statement.end)))
      return { impossible: 'it stands in a program, which is run as a whole: write it as a statement of its own' };
    const usual = before.searchPath.join() === usualPath;
    const nameOf: Parameters<typeof quoteName>[0] extends infer N ? (name: N) => string : never = (name) => {
      const { schema, name: own } = name.schema !== undefined || usual ? name : resolve(before, name);
      return schema === undefined || schema === '' ? quoteIdentifier(own) : quoteName({ schema, name: own });
    };
    return recipe.stage({
      operation,
      source: file.migration.text,
      statement,
      before,
      effects: effects as readonly MysqlEffect[],
      found: new Set(findings.flatMap(({ category }) => (category === 'operations' && !batches ? [] : [category]))),
      target: context.target,
      transaction: modeAt(file.migration, work.span.start),
      dialect,
      read: (sql) => reader.read(sql).statements.flatMap((each) => (each.unreadable === undefined ? each.operations : [])),
      formsOf: (operations, schema) => formsOfStatement(operations, schema, context),
      refusalOf: (operations, schema) =>
        mysql.statementEffects(operations, schema, context).find(({ fails }) => fails?.certain === true)?.fails?.reason,
      nameOf,
      indexedLater(column) {
        const table = 'table' in operation && operation.table !== undefined ? tableOf(unit.after, operation.table) : undefined;
        return table?.indexes.some((each) => indexColumns(each.definition).includes(column)) ?? false;
      },
      isIndexLater(name) {
        const table = 'table' in operation && operation.table !== undefined ? tableOf(unit.after, operation.table) : undefined;
        return table?.indexes.some((each) => isNamed(table, each, name)) ?? false;
      },
      helperName,
      backfill: unit.backfill,
      ...(replaced && { replaced }),
    });
  };
}

/**
 * How a statement begins that does what others say: a procedure that is called, a text that is executed, a compound statement of MariaDB's. What it does has no SQL of its own
 * in the statement, or none that could be taken out of it. https://mariadb.com/kb/en/using-compound-statements-outside-of-stored-programs/
 */
const isProgram = /^(?:call|execute|begin|if|case|loop|repeat|while|for)\b|^\w+\s*:/i;

/** Written by an earlier plan: what is found in it is not answered by another. */
function isStageOfPlan({ sql }: PlannableFile): boolean {
  return sql.comments.some((each) => /^--\s*lockstep:\s*stage\b/.test(each.text));
}

/** SQL that undoes a statement of the author's own, where it and the schema before it tell all that it takes. */
function wayDown({ operation, before }: PlannableOperation): string | undefined {
  const sql = wayBackOf(operation, before, (name) => quoteName(name.schema === '' ? { name: name.name } : name));
  return sql === undefined ? undefined : `${sql};`;
}
