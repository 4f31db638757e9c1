import type { Convention } from '../convention.ts';
import { because, holds, isProgramSeries, manifests, named } from '../depends.ts';
import { downPath } from '../down-path.ts';
import { program } from '../write-program.ts';

const unwrapped = { by: 'none', instead: 'db-migrate runs every migration in a transaction (--non-transactional: none of them)' } as const;

/** db-migrate: programs that send their SQL by `db.runSql`, or that of files in `sqls` beside them; each migration in a transaction. */
export const dbMigrate: Convention = {
  id: 'db-migrate',
  title: 'db-migrate',
  manual: 'https://db-migrate.readthedocs.io/en/latest/API/SQL/',
  markers: manifests.node,
  recognise: (around) =>
    (isProgramSeries(around) && holds(around, /\bdb\.runSql\(|\boptions\.dbmigrate\b/) ? '`db.runSql` in its files' : undefined) ??
    (/(?:^|\/)sqls$/.test(around.series) && named(around, /(?:^|\/)\d+[-_][^/]*-(?:up|down)\.sql$/)
      ? because(around, manifests.node, ['db-migrate'])
      : undefined),
  transaction: () => 'wrapped',
  writing: {
    unwrapped,
    down: { in: 'file', path: downPath },
    next: ['A file in `sqls` needs a program of its name in the directory above, as `db-migrate create <name> --sql-file` writes one.'],
  },
  programs: {
    unwrapped,
    down: { in: 'section' },
    file: (content) =>
      program(content, {
        imports: () => [],
        parameter: { name: 'db' },
        send: (template) => `await db.runSql(${template});`,
        unwrapped: {},
      }),
  },
};
