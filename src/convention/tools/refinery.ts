import type { Convention } from '../convention.ts';
import { because, manifests, named } from '../depends.ts';
import { optOutFirst } from '../write-sections.ts';

/** refinery: `V7__name.sql` and `U7__name.sql`, which both run forwards; whole numbers; each in a transaction unless the file says otherwise. */
export const refinery: Convention = {
  id: 'refinery',
  title: 'refinery',
  manual: 'https://docs.rs/refinery/latest/refinery/',
  markers: [...manifests.rust, 'refinery.toml'],
  recognise: (around) => (named(around, /(?:^|\/)[VU]\d+__[^/]*\.sql$/) ? because(around, manifests.rust, ['refinery']) : undefined),
  // What is called `U` comes whenever it is new, and forwards.
  direction: (path) => (/(?:^|\/)U\d+__[^/]*$/.test(path) ? 'up' : undefined),
  transaction: ({ text }) => (/^[ \t]*--[ \t]*\+refinery[ \t]+no[ \t]+transaction\b/im.test(text) ? 'single-query' : 'wrapped'),
  writing: {
    unwrapped: { by: 'marker', insert: () => ({ span: { start: 0, end: 0 }, lines: ['-- +refinery NO TRANSACTION', ''] }) },
    file: optOutFirst('-- +refinery NO TRANSACTION'),
    next: [{ where: /NO TRANSACTION/, text: '`-- +refinery NO TRANSACTION` needs refinery 0.9 or later.' }],
  },
};
