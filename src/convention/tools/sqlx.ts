import type { Convention } from '../convention.ts';
import { because, beside, manifests, named } from '../depends.ts';
import { downPath } from '../down-path.ts';
import { optOutFirst } from '../write-sections.ts';

/** sqlx: one file, or one a direction; each in a transaction unless it begins with `-- no-transaction`, and sent as one query. */
export const sqlx: Convention = {
  id: 'sqlx',
  title: 'sqlx',
  manual: 'https://docs.rs/sqlx/latest/sqlx/macro.migrate.html',
  markers: [...manifests.rust, 'sqlx.toml', 'sqlx-data.json'],
  recognise: (around) =>
    named(around, /(?:^|\/)\d+_[^/]*\.sql$/)
      ? (because(around, manifests.rust, ['sqlx']) ?? beside(around, 'sqlx.toml', 'sqlx-data.json'))
      : undefined,
  transaction: ({ text }) => (text.startsWith('-- no-transaction') ? 'single-query' : 'wrapped'),
  writing: {
    unwrapped: { by: 'marker', insert: () => ({ span: { start: 0, end: 0 }, lines: ['-- no-transaction', ''] }) },
    file: optOutFirst('-- no-transaction'),
    down: { in: 'file', path: downPath },
    next: ['Databases that have run an older form of an edited file refuse it: its checksum is recorded.'],
  },
};
