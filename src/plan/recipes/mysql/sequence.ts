import type { Schema } from '../../../schema/schema.ts';
import type { Differs, RecipeResult, RecipeStep } from '../../recipe.ts';
import { waived } from '../../waiver.ts';
import { pin } from './pin.ts';
import type { MysqlStaging } from './staging.ts';
import { byCopyingTool } from './tool.ts';

/** One step before its statements have been held against the server's facts. */
export interface Part extends Pick<RecipeStep, 'stage' | 'after' | 'why' | 'queues'> {
  /** Statements without clauses and semicolons, in order; a program as a whole. */
  readonly sql: readonly (string | Waived)[];
  /** Statements that undo it, likewise, and what is to be said of them (`-- …`); or, where none can, a sentence that starts with `-- `. */
  readonly rollback: readonly string[] | string;
}

/** A statement that a rule would stop, and why it may run here. */
export interface Waived {
  readonly sql: string;
  readonly rule: string;
  readonly reason: string;
}

/**
 * Steps in order, each statement pinned to the algorithm that the server takes for it on the schema as the steps before leave it. If one of them cannot be
 * done while others write, none of the sequence is any use, and a tool has to copy the table.
 */
export function staged(context: MysqlStaging, parts: readonly Part[], differs?: Differs): RecipeResult {
  let schema = context.before;
  const steps: RecipeStep[] = [];
  for (const { sql, rollback, ...part } of parts) {
    const lines: string[] = [];
    for (const each of sql) {
      const { sql: text, rule, reason } = typeof each === 'string' ? { sql: each, rule: undefined, reason: undefined } : each;
      const { sql: pinned, refused, fails, rebuilds, after } = pin(context, text, schema);
      if (fails !== undefined) return { impossible: `\`${text.replace(/\s+/g, ' ')}\` would fail: ${fails}` };
      if (refused !== undefined) return byCopyingTool(context, refused);
      const rules = [...(rule === undefined ? [] : [rule]), ...(rebuilds ? ['table-rebuild'] : [])];
      const why = [reason, rebuilds ? 'others go on meanwhile; best run when little is written' : undefined].filter(
        (each) => each !== undefined,
      );
      lines.push(rules.length === 0 ? pinned : waived(rules, why.join('; '), pinned));
      schema = after;
    }
    steps.push({ ...part, sql: lines.join('\n'), transaction: 'shared', rollback: wayBack(context, rollback, schema) });
  }
  return { steps, ...(differs && { differs }) };
}

/** Steps that themselves drop what they take the place of. */
export function replacing(result: RecipeResult): RecipeResult {
  return result !== undefined && 'steps' in result
    ? { ...result, steps: result.steps.map((each) => ({ ...each, replaces: true as const })) }
    : result;
}

function wayBack(context: MysqlStaging, rollback: Part['rollback'], schema: Schema): string {
  if (typeof rollback === 'string') return rollback;
  let at = schema;
  return rollback
    .map((sql) => {
      if (sql.startsWith('-- ')) return sql;
      const pinned = pin(context, sql, at);
      at = pinned.after;
      return pinned.sql;
    })
    .join('\n');
}
