import type { Convention } from '../convention.ts';
import { because, holds, isProgramSeries, manifests, named } from '../depends.ts';
import { partsBy } from '../sections.ts';
import { program } from '../write-program.ts';
import { sectioned } from '../write-sections.ts';

const mark = /^[ \t]*--[ \t-]*(up|down)[ \t]+migration.*$/gim;

const deploysTogether = 'node-pg-migrate runs all pending files in one transaction (--no-single-transaction: each in its own)';

/** node-pg-migrate: both directions in a file; all pending files run in one transaction, which an SQL file cannot get out of, and a program can. */
export const nodePgMigrate: Convention = {
  id: 'node-pg-migrate',
  title: 'node-pg-migrate',
  manual: 'https://salsita.github.io/node-pg-migrate/migrations/',
  markers: manifests.node,
  recognise: (around) =>
    (isProgramSeries(around) && holds(around, /\bpgm\b|\bnode-pg-migrate\b/) ? '`pgm` in its files' : undefined) ??
    (named(around, /(?:^|\/)\d+[_-][^/]*\.sql$/) ? because(around, manifests.node, ['node-pg-migrate']) : undefined) ??
    (holds(around, /^[ \t]*--[ \t-]*up[ \t]+migration\b/im) && holds(around, /^[ \t]*--[ \t-]*down[ \t]+migration\b/im)
      ? '`-- Up Migration` in its files'
      : undefined),
  parts(text) {
    const marks = [...text.matchAll(mark)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      direction: match[1]?.toLowerCase() === 'up' ? ('up' as const) : ('down' as const),
    }));
    return marks.some(({ direction }) => direction === 'up') ? partsBy(text, marks) : undefined;
  },
  transaction: ({ text }) => (/\bnoTransaction\(\)/.test(text) ? 'per-statement' : 'wrapped'),
  writing: {
    unwrapped: {
      by: 'none',
      instead: 'node-pg-migrate runs SQL files in a transaction; a migration in JavaScript leaves it with `pgm.noTransaction()`',
    },
    down: { in: 'section' },
    file: (content) => sectioned(content, { up: '-- Up Migration', down: '-- Down Migration' }),
    deploysTogether,
  },
  programs: {
    unwrapped: { by: 'program' },
    down: { in: 'section' },
    file: (content) =>
      program(content, {
        imports: ({ typed }) => (typed ? ["import type { MigrationBuilder } from 'node-pg-migrate';"] : []),
        parameter: { name: 'pgm', type: 'MigrationBuilder' },
        send: (template) => `pgm.sql(${template});`,
        unwrapped: { inside: 'pgm.noTransaction();' },
      }),
    deploysTogether,
  },
};
