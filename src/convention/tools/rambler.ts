import type { Convention } from '../convention.ts';
import { holds } from '../depends.ts';
import { partsOf } from '../sections.ts';
import { sectioned } from '../write-sections.ts';

/** elwinar/rambler: both directions in a file, every statement sent and committed on its own. */
export const rambler: Convention = {
  id: 'rambler',
  title: 'rambler',
  manual: 'https://github.com/elwinar/rambler#migrations',
  markers: [],
  recognise: (around) => (holds(around, /^[ \t]*--[ \t]*rambler[ \t]+up\b/im) ? '`-- rambler up` in its files' : undefined),
  parts: (text) => partsOf(text, 'rambler'),
  transaction: () => 'per-statement',
  writing: {
    unwrapped: { by: 'one-statement' },
    down: { in: 'section' },
    file: (content) => sectioned(content, { up: '-- rambler up', down: '-- rambler down' }),
  },
};
