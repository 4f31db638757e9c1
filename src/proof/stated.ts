import type { Differing } from '../plan/differing.ts';
import type { Plan } from '../plan/stage.ts';
import { quoteIdentifier, quoteName } from '../sql/postgres/quote.ts';

/**
 * Lines of `catalogOf` without those on the things that the plan says to leave otherwise: exactly these, by their whole names, so that nothing else can
 * hide behind them.
 */
export function withoutStated({ differences = [] }: Plan, lines: readonly string[]): readonly string[] {
  const stated = differences.flatMap(({ things }) => things.map(isOn));
  return stated.length === 0 ? lines : lines.filter((line) => !stated.some((is) => is(line)));
}

/** Whether a line of the catalog is on the thing. */
function isOn(thing: Differing): (line: string) => boolean {
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
