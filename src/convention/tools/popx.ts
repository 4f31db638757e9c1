import type { Convention } from '../convention.ts';
import { because, manifests, named } from '../depends.ts';
import { dialectIn } from '../dialect.ts';
import { downPath } from '../down-path.ts';

/** ory/x popx, which reads gobuffalo/pop's names: `<time>_<name>[.<dialect>][.autocommit].up.sql`, each file in a transaction unless its name says otherwise. */
export const popx: Convention = {
  id: 'popx',
  title: 'popx',
  manual: 'https://pkg.go.dev/github.com/ory/x/popx',
  markers: manifests.go,
  recognise(around) {
    if (named(around, /\.autocommit\.(?:up|down)\.sql$/)) return '`.autocommit.up.sql` in its files’ names';
    return named(around, /(?:^|\/)\d{14,}_[^/]*\.up\.sql$/)
      ? because(around, manifests.go, ['github.com/ory/pop', 'github.com/gobuffalo/pop'])
      : undefined;
  },
  // What is for another database is none for this one, nor is what this one has a file of its own for.
  direction(path, { dialect, has }) {
    const own = dialectIn(path);
    if (own !== undefined) return own === dialect ? undefined : 'none';
    const [, stem = '', end = ''] = /^(.*?)(?:\.autocommit)?(\.(?:up|down)\.sql)$/.exec(path) ?? [];
    return ['', '.autocommit'].some((option) => has(`${stem}.${dialect}${option}${end}`)) ? 'none' : undefined;
  },
  transaction: ({ path }) => (/\.autocommit\.(?:up|down)\.sql$/.test(path) ? 'single-query' : 'wrapped'),
  writing: {
    unwrapped: { by: 'name', path: (up) => up.replace(/\.(up|down)\.sql$/, '.autocommit.$1.sql') },
    down: { in: 'file', path: downPath },
  },
};
