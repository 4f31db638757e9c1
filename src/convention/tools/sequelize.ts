import type { Convention } from '../convention.ts';
import { holds, isProgramSeries } from '../depends.ts';
import { lexicographic } from '../order.ts';
import { program } from '../write-program.ts';

/** Sequelize's command and Umzug: files in the order of their names; every query is sent and committed by itself unless the migration opens a transaction. */
export const sequelize: Convention = {
  id: 'sequelize',
  title: 'Sequelize',
  manual: 'https://sequelize.org/docs/v6/other-topics/migrations/',
  markers: [],
  recognise: (around) => (isProgramSeries(around) && holds(around, /\bqueryInterface\b/) ? '`queryInterface` in its files' : undefined),
  order: () => lexicographic,
  transaction: ({ text }) => (/\.transaction\(/.test(text) ? 'unknown' : 'per-statement'),
  writing: {
    unwrapped: { by: 'program' },
    down: { in: 'section' },
    file: (content) =>
      program(content, {
        imports: ({ typed }) => (typed ? ["import type { QueryInterface } from 'sequelize';"] : []),
        parameter: { name: 'queryInterface', type: 'QueryInterface' },
        send: (template) => `await queryInterface.sequelize.query(${template});`,
        unwrapped: {},
      }),
  },
};
