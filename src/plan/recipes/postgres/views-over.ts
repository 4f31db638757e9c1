import { resolve } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import type { Differs, RecipeContext } from '../../recipe.ts';
import { tableText } from './alter.ts';
import { relationSettings } from './catalog-queries.ts';
import { kept } from './run-each.ts';

/** The views over a column that changes its type, which the author drops before it and makes anew behind it; each part in order. */
export interface ViewsOver {
  /** The old ones stay beside the old column, for a way back. */
  readonly aside: readonly string[];
  readonly create: readonly string[];
  /** The way back of both. */
  readonly drop: readonly string[];
  readonly back: readonly string[];
  /** The old ones go, and the old column. @param column the statement that drops it */
  end(column: string): { readonly statements: readonly string[]; readonly declare: readonly string[]; readonly isDynamic: boolean };
  /** Of views over `*`. */
  readonly differs?: Differs;
}

export function viewsOver(context: RecipeContext<'alter-column-type'>): ViewsOver {
  const views = (context.around?.views ?? []).map((each) => {
    const resolved = resolve(context.before, each.view, context.before.views);
    const [name, old] = [context.nameOf(each.view), context.helperName(resolved, 'old')];
    const schema = name.slice(0, name.length - quoteIdentifier(each.view.name).length);
    return {
      ...each,
      resolved,
      name,
      bare: quoteIdentifier(each.view.name),
      old: `${schema}${quoteIdentifier(old)}`,
      aside: quoteIdentifier(old),
    };
  });
  const changing = views.filter((each) => each.isLast);
  const dropNew = (some: typeof views): readonly string[] => some.toReversed().map((each) => `DROP VIEW ${each.name};`);
  const dropOld = views
    .filter((each) => each.isFirst)
    .toReversed()
    .map((each) => `DROP VIEW ${each.old};`);
  // A new one over * reads the old column as well, which could not go.
  const readsAll = views.some((each) => each.readsAll);
  const settings = kept(views.flatMap((each) => relationSettings('VIEW', each.name)));
  return {
    aside: changing.map((each) => `ALTER VIEW ${each.name} RENAME TO ${each.aside};`),
    create: changing.map((each) => each.create),
    drop: dropNew(changing),
    back: changing.map((each) => `ALTER VIEW ${each.old} RENAME TO ${each.bare};`),
    end: (drop) =>
      readsAll
        ? {
            statements: [...settings.keep, ...dropOld, ...dropNew(views), drop, ...views.map((each) => each.create), ...settings.put],
            declare: settings.declare,
            isDynamic: true,
          }
        : { statements: [...dropOld, drop], declare: [], isDynamic: false },
    ...(readsAll && {
      differs: {
        sentence: `where ${views.map((each) => each.name).join(', ')} read * of ${tableText(context)}, ${quoteIdentifier(context.operation.column)} comes behind the other columns`,
        things: views.map((each) => ({ kind: 'view-order', view: each.resolved }) as const),
      },
    }),
  };
}
