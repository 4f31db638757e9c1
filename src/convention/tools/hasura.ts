import type { Convention } from '../convention.ts';
import { beside, named } from '../depends.ts';
import { downPath } from '../down-path.ts';

/** Hasura: a folder a migration, `up.sql` and `down.sql`; the server runs each in a transaction. */
export const hasura: Convention = {
  id: 'hasura',
  title: 'Hasura',
  manual: 'https://hasura.io/docs/2.0/migrations-metadata-seeds/manage-migrations/',
  markers: ['metadata/version.yaml', 'metadata/databases/databases.yaml'],
  recognise: (around) =>
    named(around, /(?:^|\/)\d{13}_[^/]*\/(?:up|down)\.sql$/)
      ? (beside(around, 'metadata/version.yaml', 'metadata/databases/databases.yaml') ?? 'folders named by milliseconds that hold up.sql')
      : undefined,
  transaction: () => 'wrapped',
  writing: {
    unwrapped: { by: 'none', instead: 'the Hasura server runs every file in a transaction' },
    down: { in: 'file', path: downPath },
  },
};
