import type { Convention } from '../convention.ts';
import { because, manifests, named } from '../depends.ts';
import { downPath } from '../down-path.ts';

/** ory/x popx, which reads gobuffalo/pop's names: `<time>_<name>[.<dialect>][.autocommit].up.sql`, each file in a transaction unless its name says otherwise. */
export const popx: Convention = {
  id: 'popx',
  title: 'popx',
  manual: 'https://pkg.go.dev/github.com/ory/x/popx',
  markers: manifests.go,
  recognise(around) {
    if (named(around, /\.autocommit\.(?:up|down)\.sql$/)) return '`.autocommit.up.sql` in its files’ names';
    return named(around, /(?:^|\/)\d{14,}_[^/]*\.up\.sql$/) ? because(around, manifests.go, ['github.com/ory/x/popx']) : undefined;
  },
  transaction: ({ path }) => (/\.autocommit\.(?:up|down)\.sql$/.test(path) ? 'single-query' : 'wrapped'),
  writing: {
    unwrapped: { by: 'name', path: (up) => up.replace(/\.(up|down)\.sql$/, '.autocommit.$1.sql') },
    down: { in: 'file', path: downPath },
  },
};
