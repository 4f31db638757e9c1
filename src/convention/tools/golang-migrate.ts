import type { Convention } from '../convention.ts';
import { goSources, manifests, named, runBy } from '../depends.ts';
import { downPath } from '../down-path.ts';
import { golangMigrateModules, maragudkModules } from './go-modules.ts';

/** golang-migrate: a file a direction; the PostgreSQL driver sends it as one query, without a transaction of its own. */
export const golangMigrate: Convention = {
  id: 'golang-migrate',
  title: 'golang-migrate',
  manual: 'https://github.com/golang-migrate/migrate/blob/master/MIGRATIONS.md',
  markers: [...manifests.go, ...goSources],
  recognise: (around) =>
    named(around, /(?:^|\/)\d+_[^/]*\.(?:up|down)\.sql$/) ? runBy(around, golangMigrateModules, maragudkModules) : undefined,
  transaction: () => 'single-query',
  writing: { unwrapped: { by: 'one-statement' }, down: { in: 'file', path: downPath } },
};
