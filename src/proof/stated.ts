import type { Differing } from '../plan/differing.ts';
import type { Plan } from '../plan/stage.ts';
import { quoteIdentifier, quoteName } from '../sql/postgres/quote.ts';

/**
 * Lines of `catalogOf` without those on the things that the plan says to leave otherwise: exactly these, by their whole names, so that nothing else can
 * hide behind them. Of a view whose columns come in another order all words stay.
 */
export function withoutStated({ differences = [] }: Plan, lines: readonly string[]): readonly string[] {
  const stated = differences.flatMap(({ things }) => things);
  if (stated.length === 0) return lines;
  const orders = stated.flatMap((each) => (each.kind === 'view-order' ? [startsWith(`view ${quoteName(each.view)} `)] : []));
  const left = stated.flatMap((each) => (each.kind === 'view-order' ? [] : [isOn(each)]));
  return lines
    .filter((line) => !left.some((is) => is(line)))
    .map((line) =>
      orders.some((is) => is(line))
        ? line
            .split(/[\s,]+/)
            .sort()
            .join(' ')
        : line,
    );
}

/** Whether a line of the catalog is on the thing. */
function isOn(thing: Exclude<Differing, { kind: 'view-order' }>): (line: string) => boolean {
  switch (thing.kind) {
    case 'column': {
      const column = quoteIdentifier(thing.name);
      const table = quoteName(thing.table);
      // PostgreSQL 18 keeps NOT NULL as a constraint as well.
      const notNull = ` n NOT NULL ${column}`;
      return (line) =>
        line.startsWith(`column ${table}.${column} `) ||
        (line.startsWith(`constraint ${table}.`) && (line.endsWith(notNull) || line.includes(`${notNull} `)));
    }
    case 'constraint':
      return startsWith(`constraint ${quoteName(thing.table)}.${quoteIdentifier(thing.name)} `);
    case 'trigger': {
      const head = `trigger CREATE TRIGGER ${quoteIdentifier(thing.name)} `;
      return (line) => line.startsWith(head) && line.includes(` ON ${quoteName(thing.table)} FOR EACH ROW `);
    }
    case 'domain-constraint':
      return startsWith(`domain constraint ${quoteName(thing.domain)}.${quoteIdentifier(thing.name)} `);
    case 'function':
      return startsWith(`function ${quoteName(thing.function)}(`);
  }
}

const startsWith = (head: string) => (line: string) => line.startsWith(head);
