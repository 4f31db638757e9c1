import type { Convention } from '../convention.ts';
import { because, beside, manifests, named } from '../depends.ts';
import { listed } from '../order.ts';

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
    file: ({ head, up }) => `${head}\n${up.join('\n--> statement-breakpoint\n')}\n`,
    deploysTogether: 'Drizzle runs all pending migrations in one transaction',
    next: [
      'Each new file needs its entry in meta/_journal.json: `drizzle-kit generate --custom --name=<name>` makes one with an empty file; put the text into that.',
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
