import { lex } from '../../../sql/postgres/lexer.ts';
import { isWord } from '../../../sql/postgres/split.ts';
import { defineRecipe } from '../../recipe.ts';
import { boundToItsFile, tableText } from './alter.ts';

/**
 * VACUUM FULL writes the table anew. Plain VACUUM makes the same space free for the table's own new rows while it is used.
 * https://www.postgresql.org/docs/current/routine-vacuuming.html#VACUUM-FOR-SPACE-RECOVERY
 */
export const vacuumFull = defineRecipe({
  on: ['vacuum'],
  stage(context) {
    const { operation, source, statement } = context;
    if (!operation.full || !context.found.has('blocking')) return undefined;
    if (operation.table === undefined)
      return {
        impossible: 'VACUUM FULL of everything writes every table anew, each while nobody can use it: name the table that needs it',
      };
    const bound = boundToItsFile(context, operation.table);
    if (bound !== undefined) return { impossible: bound };
    const author = source.slice(statement.start, statement.end);
    const { tokens } = lex(author);
    const analyze = tokens.kinds.some((_, i) => isWord(author, tokens, i, 'analyze') || isWord(author, tokens, i, 'analyse'));
    const table = tableText(context);
    return {
      steps: [
        {
          stage: 'expand',
          after: 'transaction',
          sql: `VACUUM ${analyze ? '(ANALYZE) ' : ''}${table};`,
          transaction: 'none',
          queues: false,
          rollback: '-- nothing to undo: only dead rows go',
          why: 'frees the space of dead rows for new ones while rows are read and written',
        },
      ],
      differs: {
        sentence: `the space that VACUUM frees in ${table} stays with the table: to give it back to the disk while the table is used takes pg_repack, or a maintenance window for VACUUM FULL`,
        things: [],
      },
    };
  },
});
