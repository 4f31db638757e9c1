import { expect, test } from 'vitest';
import { staged } from '../../../scripts/engines/staged.ts';
import { effectOf, schemaAfter } from '../../../scripts/engines/table.ts';
import type { MysqlTarget } from '../../../src/engine/engine.ts';
import { failuresOf } from '../../../src/engine/failure.ts';

const targets: readonly MysqlTarget[] = [
  { engine: 'mysql', version: '8.0.29' },
  { engine: 'mysql' },
  { engine: 'mariadb', version: '10.6' },
  { engine: 'mariadb' },
];

/** What docs/engines.md recommends is taken as it is pinned, and lets others write. */
test.each(staged)('$operation', ({ steps }) => {
  const statements = steps.filter((step) => !step.startsWith('('));
  const wrong = targets.flatMap((target) =>
    statements.flatMap((sql, i) => {
      const effect = effectOf(sql, target, schemaAfter(statements.slice(0, i)));
      const isRefused = effect !== undefined && failuresOf(effect).some(({ certain }) => certain);
      const blocks = effect !== undefined && (effect.lock !== 'none' || effect.algorithm === 'COPY');
      return isRefused || blocks || (effect === undefined && sql.startsWith('alter')) ? [[target, sql, effect]] : [];
    }),
  );
  expect(wrong).toEqual([]);
});
