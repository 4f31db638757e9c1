import type { Convention } from '../convention.ts';
import { because, manifests, named } from '../depends.ts';
import { downPath } from '../down-path.ts';

/** golang-migrate: a file a direction; the PostgreSQL driver sends it as one query, without a transaction of its own. */
export const golangMigrate: Convention = {
  id: 'golang-migrate',
  title: 'golang-migrate',
  manual: 'https://github.com/golang-migrate/migrate/blob/master/MIGRATIONS.md',
  markers: manifests.go,
  recognise: (around) =>
    named(around, /(?:^|\/)\d+_[^/]*\.(?:up|down)\.sql$/)
      ? because(around, manifests.go, ['github.com/golang-migrate/migrate', 'github.com/mattes/migrate'])
      : undefined,
  transaction: () => 'single-query',
  writing: { unwrapped: { by: 'one-statement' }, down: { in: 'file', path: downPath } },
};
