import type { Convention } from '../convention.ts';
import { holds } from '../depends.ts';
import { type Found, matching, type Values } from '../placeholders.ts';
import { partsOf } from '../sections.ts';
import { sectioned } from '../write-sections.ts';

const optOut = '-- +goose NO TRANSACTION';

/** pressly/goose: both directions in a file, each file in a transaction, statements cut at semicolons but for those between StatementBegin and StatementEnd. */
export const goose: Convention = {
  id: 'goose',
  title: 'goose',
  manual: 'https://pressly.github.io/goose/documentation/annotations/',
  markers: [],
  recognise: (around) => (holds(around, /^[ \t]*--[ \t]*\+goose[ \t]+up\b/im) ? '`-- +goose Up` in its files' : undefined),
  parts: (text) => partsOf(text, '+goose'),
  transaction: ({ text }) => (/^[ \t]*--[ \t]*\+goose[ \t]+no[ \t]+transaction\b/im.test(text) ? 'per-statement' : 'wrapped'),
  placeholders: (_, stated) => (file) => fromEnvironment(file.text, stated),
  writing: {
    unwrapped: { by: 'marker', insert: () => ({ span: { start: 0, end: 0 }, lines: [optOut, ''] }) },
    down: { in: 'section' },
    program: asOne,
    file: ({ head, up, down, unwrapped }) =>
      sectioned(
        { head, up: up.map(kept), down: down.map(kept) },
        { ...(unwrapped && { first: optOut }), up: '-- +goose Up', down: '-- +goose Down' },
      ),
  },
};

/** What holds a semicolon of its own is kept together. */
function kept(sql: string): string {
  return /\$\w*\$/.test(sql) ? asOne(sql) : sql;
}

function asOne(sql: string): string {
  return `-- +goose StatementBegin\n${sql}\n-- +goose StatementEnd`;
}

/** Variables of the environment, which goose puts in between two lines that say so. No file of the repository tells their values. */
function fromEnvironment(text: string, stated: Values): readonly Found[] {
  const switches = [...text.matchAll(/^--[ \t]*\+goose[ \t]+envsub[ \t]+(on|off)\b/gim)];
  if (switches.length === 0) return [];
  return matching(text, /(?<![\\$])\$(?=(?:\{?)([A-Za-z_]\w*))(?:\{\w+(?:[:?-][^}\n]{0,200})?\}|\w+(?!\w|\$))/g, stated).filter(
    ({ start }) => switches.findLast(({ index }) => index < start)?.[1]?.toLowerCase() === 'on',
  );
}
