import type { Convention } from '../convention.ts';
import { because, beside, manifests, named } from '../depends.ts';
import { downPath } from '../down-path.ts';
import { joinPath, splitPath } from '../split.ts';

/** Diesel: a folder a migration, `up.sql` and `down.sql`; each in a transaction unless `metadata.toml` beside it says otherwise, and sent as one query. */
export const diesel: Convention = {
  id: 'diesel',
  title: 'Diesel',
  manual: 'https://docs.rs/diesel_migrations/latest/diesel_migrations/struct.FileBasedMigrations.html',
  markers: ['diesel.toml', ...manifests.rust],
  recognise: (around) =>
    named(around, /\/up\.sql$/)
      ? (beside(around, 'diesel.toml') ?? because(around, manifests.rust, ['diesel_migrations', 'diesel']))
      : undefined,
  sidecar: (path) => joinPath(splitPath(path).directory, 'metadata.toml'),
  transaction: ({ sidecar = '' }) => (/^[ \t]*run_in_transaction[ \t]*=[ \t]*false\b/m.test(sidecar) ? 'single-query' : 'wrapped'),
  writing: {
    unwrapped: { by: 'sidecar', text: 'run_in_transaction = false\n' },
    down: { in: 'file', path: downPath },
  },
};
