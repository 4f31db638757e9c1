import type { Convention } from '../convention.ts';
import { holds } from '../depends.ts';
import { partsOf } from '../sections.ts';
import { onLine, sectioned } from '../write-sections.ts';

const mark = /^[ \t]*--[ \t]*\+migrate[ \t]+up\b.*$/im;

/** rubenv/sql-migrate: goose's older form, with the way out of the transaction on the line itself. */
export const sqlMigrate: Convention = {
  id: 'sql-migrate',
  title: 'sql-migrate',
  manual: 'https://github.com/rubenv/sql-migrate#writing-migrations',
  markers: [],
  recognise: (around) => (holds(around, mark) ? '`-- +migrate Up` in its files' : undefined),
  parts: (text) => partsOf(text, '+migrate'),
  transaction: ({ text }) => (/\bnotransaction\b/i.test(mark.exec(text)?.[0] ?? '') ? 'per-statement' : 'wrapped'),
  writing: {
    unwrapped: onLine(mark, () => '-- +migrate Up notransaction'),
    down: { in: 'section' },
    program: asOne,
    file({ head, up, down, unwrapped }) {
      const option = unwrapped ? ' notransaction' : '';
      return sectioned(
        { head, up: up.map(kept), down: down.map(kept) },
        { up: `-- +migrate Up${option}`, down: `-- +migrate Down${option}` },
      );
    },
  },
};

function kept(sql: string): string {
  return /\$\w*\$/.test(sql) ? asOne(sql) : sql;
}

function asOne(sql: string): string {
  return `-- +migrate StatementBegin\n${sql}\n-- +migrate StatementEnd`;
}
