import type { Convention } from '../convention.ts';
import { holds } from '../depends.ts';
import { lexicographic } from '../order.ts';
import { partsOf } from '../sections.ts';
import { onLine, sectioned } from '../write-sections.ts';

const mark = /^[ \t]*--[ \t]*migrate:up\b.*$/im;

/** dbmate: both directions in a file, each in a transaction unless its line says otherwise; the part is then sent as one query. */
export const dbmate: Convention = {
  id: 'dbmate',
  title: 'dbmate',
  manual: 'https://github.com/amacneil/dbmate#migration-options',
  markers: [],
  recognise: (around) => (holds(around, mark) ? '`-- migrate:up` in its files' : undefined),
  order: () => lexicographic,
  parts: (text) => partsOf(text, 'migrate:'),
  transaction: ({ text }) => (/\btransaction:[ \t]*false\b/i.test(mark.exec(text)?.[0] ?? '') ? 'single-query' : 'wrapped'),
  writing: {
    unwrapped: onLine(mark, () => '-- migrate:up transaction:false'),
    down: { in: 'section' },
    file({ head, up, down, unwrapped }) {
      const option = unwrapped ? ' transaction:false' : '';
      // dbmate refuses statements before the first mark, and takes comments.
      return sectioned({ head, up, down }, { up: `-- migrate:up${option}`, down: `-- migrate:down${option}` });
    },
    next: ['`dbmate up` writes schema.sql anew: commit it with the migration.'],
  },
};
