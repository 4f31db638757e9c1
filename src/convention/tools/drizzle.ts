import type { Convention } from '../convention.ts';
import { because, beside, manifests, named } from '../depends.ts';
import { listed } from '../order.ts';
import { joinPath } from '../split.ts';

const journal = 'meta/_journal.json';

/** Drizzle: files in the order of the journal; all that are pending run in one transaction, statement by statement. */
export const drizzle: Convention = {
  id: 'drizzle',
  title: 'Drizzle',
  manual: 'https://orm.drizzle.team/docs/drizzle-kit-migrate',
  markers: [journal, ...manifests.node],
  recognise: (around) =>
    named(around, /(?:^|\/)\d{4}_[^/]*\.sql$|(?:^|\/)\d{14}_[^/]*\/migration\.sql$/)
      ? (beside(around, journal) ?? because(around, manifests.node, ['drizzle-orm', 'drizzle-kit']))
      : undefined,
  order: (around) => listed(entriesOf(around.markers(journal)[0]?.text ?? '') ?? []),
  troubles: (around) =>
    around
      .markers(journal)
      .slice(0, 1)
      .filter(({ text }) => entriesOf(text) === undefined)
      .map(({ path }) => ({ path, message: 'This is no journal of Drizzle, so the order of its migrations is taken from their names.' })),
  transaction: () => 'wrapped',
  writing: {
    unwrapped: { by: 'none', instead: 'Drizzle runs all pending migrations in one transaction' },
    file: ({ head, up }) => `${head}\n\n${up.join('\n--> statement-breakpoint\n')}\n`,
    deploysTogether: 'Drizzle runs all pending migrations in one transaction',
    // A folder a migration, as newer versions have it, needs no journal.
    list: {
      path: (series, migration) => (migration.endsWith('/migration.sql') ? undefined : joinPath(series, journal)),
      add,
      next: 'Commit each file together with its entry in meta/_journal.json, in the deploy that its line names.',
    },
    next: [
      'Change the schema in TypeScript as well: `drizzle-kit generate` compares with its last snapshot, and would write the same again.',
    ],
  },
};

/** The names of the journal's migrations, in order; undefined where it cannot be read as a journal. */
function entriesOf(text: string): readonly string[] | undefined {
  try {
    const { entries } = JSON.parse(text) as { readonly entries?: unknown };
    if (!Array.isArray(entries)) return undefined;
    return entries.flatMap((each: { readonly tag?: unknown } | null) => (typeof each?.tag === 'string' ? [each.tag] : []));
  } catch {
    return undefined;
  }
}

/** A migration is pending if its time is behind that of the last that has run: each gets the next millisecond. */
function add(text: string, keys: readonly string[]): string | undefined {
  if (entriesOf(text) === undefined) return undefined;
  const read = JSON.parse(text) as {
    readonly version?: unknown;
    readonly entries: readonly { readonly idx?: unknown; readonly when?: unknown }[];
  };
  const highest = (of: 'idx' | 'when'): number =>
    Math.max(-1, ...read.entries.map((each) => (typeof each[of] === 'number' ? each[of] : -1)));
  const [idx, when] = [highest('idx'), highest('when')];
  const more = keys.map((tag, i) => ({ idx: idx + 1 + i, version: read.version, when: when + 1 + i, tag, breakpoints: true }));
  return `${JSON.stringify({ ...read, entries: [...read.entries, ...more] }, null, 2)}\n`;
}
