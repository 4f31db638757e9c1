import type { Convention } from '../convention.ts';
import { inSeries } from '../depends.ts';
import { lexicographic } from '../order.ts';
import { joinPath } from '../split.ts';
import { body } from '../write-sections.ts';
import { atlasSum } from './atlas-sum.ts';

const optOut = '-- atlas:txmode none';

/** Atlas: files in the order of their names, each in a transaction unless its first lines say otherwise; statements are sent one by one. */
export const atlas: Convention = {
  id: 'atlas',
  title: 'Atlas',
  manual: 'https://atlasgo.io/versioned/apply#transaction-configuration',
  markers: ['atlas.sum'],
  recognise: (around) => inSeries(around, 'atlas.sum'),
  order: () => lexicographic,
  // A directive of the file stands in the comments before its first blank line or statement.
  transaction: ({ text }) => (/^(?:--[^\n]*\n)*?--[ \t]*atlas:txmode[ \t]+none[ \t]*\r?(?:\n|$)/.test(text) ? 'per-statement' : 'wrapped'),
  writing: {
    unwrapped: { by: 'marker', insert: () => ({ span: { start: 0, end: 0 }, lines: [optOut, '', ''] }) },
    file: ({ head, up, unwrapped }) => `${unwrapped ? `${optOut}\n\n` : ''}${head}\n\n${body(up)}`,
    sums: {
      path: (series) => joinPath(series, 'atlas.sum'),
      of: atlasSum,
      byHand: '`atlas migrate hash` writes atlas.sum anew: commit it with the migration.',
    },
  },
};
