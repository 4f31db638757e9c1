import type { Convention } from '../convention.ts';
import { because, manifests, named } from '../depends.ts';
import { downPath } from '../down-path.ts';

/** maragudk/migrate: a file a direction, each in a transaction that a file cannot get out of. */
export const maragudkMigrate: Convention = {
  id: 'maragudk-migrate',
  title: 'maragudk/migrate',
  manual: 'https://github.com/maragudk/migrate#readme',
  markers: manifests.go,
  recognise: (around) =>
    named(around, /(?:^|\/)\d[^/]*\.(?:up|down)\.sql$/)
      ? because(around, manifests.go, ['github.com/maragudk/migrate', 'maragu.dev/migrate'])
      : undefined,
  transaction: () => 'wrapped',
  writing: {
    unwrapped: { by: 'none', instead: 'maragudk/migrate runs every file in a transaction' },
    down: { in: 'file', path: downPath },
  },
};
