import type { Convention } from '../convention.ts';
import { goSources, manifests, named, runBy } from '../depends.ts';
import { downPath } from '../down-path.ts';
import { lexicographic } from '../order.ts';
import { golangMigrateModules, maragudkModules } from './go-modules.ts';

/** maragudk/migrate: a file a direction, each in a transaction that a file cannot get out of. */
export const maragudkMigrate: Convention = {
  id: 'maragudk-migrate',
  title: 'maragudk/migrate',
  manual: 'https://github.com/maragudk/migrate#readme',
  markers: [...manifests.go, ...goSources],
  recognise: (around) =>
    named(around, /(?:^|\/)\d[^/]*\.(?:up|down)\.sql$/) ? runBy(around, maragudkModules, golangMigrateModules) : undefined,
  // As a listing of the directory has them; the whole name is the version.
  order: () => lexicographic,
  transaction: () => 'wrapped',
  writing: {
    unwrapped: { by: 'none', instead: 'maragudk/migrate runs every file in a transaction' },
    down: { in: 'file', path: downPath },
  },
};
