import { columnOf } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/mysql/quote.ts';
import { asPinned, perhaps } from './as-pinned.ts';
import { changeType } from './change-type.ts';
import { definitionText, piecesOfColumn } from './definition.ts';
import { fillRows } from './fill-rows.ts';
import { pin } from './pin.ts';
import { renamed } from './rename-column.ts';
import { type Part, staged } from './sequence.ts';
import { defineMysqlRecipe } from './staging.ts';
import { alterTable, authorsStatement, authorsText, ownName, ownTable, tableText } from './text.ts';

/** MODIFY and CHANGE: a column that is defined anew as a whole. */
export const redefineColumn = defineMysqlRecipe({
  on: ['redefine-column'],
  stage(context) {
    const { column: name, definition } = context.operation;
    const old = columnOf(ownTable(context), name);
    const { refused, perhaps: isPerhaps } = pin(context, authorsStatement(context), context.before);
    if (definition.name.toLowerCase() !== name.toLowerCase()) {
      if (!context.found.has('breaking')) return asPinned(context);
      return refused === undefined
        ? renamed(context, name, definition.name)
        : { impossible: 'it changes the name and the definition at once: write a RENAME COLUMN and a MODIFY, each of which has a plan' };
    }
    if (refused !== undefined) {
      const changed = changeType(context, refused);
      return isPerhaps && changed !== undefined && 'impossible' in changed ? perhaps(context, refused) : changed;
    }
    const rollback =
      old === undefined ? {} : { rollback: [alterTable(context, `MODIFY COLUMN ${definitionText(name, piecesOfColumn(old))}`)] };
    if (!definition.notNull || old?.notNull !== false) return asPinned(context, rollback);
    return notNull();

    function notNull(): ReturnType<typeof staged> {
      const stated = context.backfill(ownName(context), name);
      const value = stated?.printed ?? (definition.default?.tree.kind === 'constant' ? definition.default.text : undefined);
      const quoted = quoteIdentifier(name);
      const filled = value === undefined ? undefined : fillRows(context, name, value, 'deploy');
      if (filled !== undefined && 'impossible' in filled) return filled;
      const enforced: Part = {
        stage: 'enforce',
        after: filled === undefined ? 'deploy' : 'backfill',
        sql: [alterTable(context, authorsText(context))],
        rollback: rollback.rollback ?? '-- MODIFY to its definition before',
        why: `the rows are written anew while others write; fails where one holds NULL, so first no row may come from: SELECT * FROM ${tableText(context)} WHERE ${quoted} IS NULL;`,
      };
      return staged(
        context,
        filled === undefined ? [enforced] : [{ ...filled, rollback: '-- cannot be undone: which rows held NULL is not kept' }, enforced],
      );
    }
  },
});
