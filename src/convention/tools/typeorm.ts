import type { Convention } from '../convention.ts';
import { holds, isProgramSeries } from '../depends.ts';
import { program } from '../write-program.ts';

/** TypeORM: classes in the order of the time in their names; all that are pending run in one transaction unless the data source says `each`. */
export const typeorm: Convention = {
  id: 'typeorm',
  title: 'TypeORM',
  manual: 'https://typeorm.io/docs/migrations/executing/#transaction-modes',
  markers: [],
  recognise: (around) =>
    isProgramSeries(around) && holds(around, /\bMigrationInterface\b|\bqueryRunner\b/) ? '`MigrationInterface` in its files' : undefined,
  transaction: ({ text }) =>
    /^[ \t]*(?:(?:public|readonly)[ \t]+)*transaction[ \t]*(?::[ \t]*\w+[ \t]*)?=[ \t]*false\b/m.test(text) ? 'per-statement' : 'wrapped',
  writing: {
    unwrapped: { by: 'program' },
    down: { in: 'section' },
    file: (content) =>
      program(content, {
        imports: ({ typed }) => (typed ? ["import type { MigrationInterface, QueryRunner } from 'typeorm';"] : []),
        parameter: { name: 'queryRunner', type: 'QueryRunner' },
        send: (template) => `await queryRunner.query(${template});`,
        class: { heritage: ({ typed }) => (typed ? ' implements MigrationInterface' : ''), body: (name) => [`name = '${name}';`] },
        unwrapped: { outside: ({ typed }) => (typed ? 'transaction = false as const;' : 'transaction = false;') },
      }),
    deploysTogether: "TypeORM runs all pending migrations in one transaction (migrationsTransactionMode 'each': each in its own)",
    next: [
      {
        where: /transaction = false/,
        text: "`transaction = false` needs `migrationsTransactionMode: 'each'` in the data source: with 'all', TypeORM refuses it.",
      },
    ],
  },
};
