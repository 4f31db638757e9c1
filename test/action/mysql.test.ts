import { expect, test } from 'vitest';
import { commitSuggestion, suggestionIn } from '../github/commit.ts';
import type { World } from '../github/fake.ts';
import { runAction } from './run.ts';

const base = {
  '.lockstep.yml': 'engine: mysql@8.4\nmigrations: db/migrations/*.sql\n',
  'db/migrations/0001_shop.sql': 'CREATE TABLE orders (id BIGINT AUTO_INCREMENT PRIMARY KEY, email VARCHAR(100) NOT NULL);\n',
};
const path = 'db/migrations/0002_track_orders.sql';
const text = 'SET SESSION lock_wait_timeout = 5;\nALTER TABLE orders ADD COLUMN token CHAR(36) DEFAULT (UUID());\n';
const world: World = { base, head: { ...base, [path]: text } };

test('a pull request on MySQL is judged by MySQL, and its suggestion leaves a file that is clean', async () => {
  const before = await runAction({ world, inputs: { 'no-proof': 'false' } });
  expect(before.code).toBe(1);
  expect(before.fake.comments).toHaveLength(1);
  const [comment] = before.fake.comments;
  const suggestion = comment && suggestionIn(comment);
  if (suggestion === undefined) throw new Error('no suggestion');
  expect(suggestion.lines.join('\n')).toContain('ALGORITHM=INSTANT');
  // There is no MySQL in a run, and no plan passes for one that was run.
  expect(comment?.body).toContain('Not executed: there is no MySQL to run it on');

  const committed = commitSuggestion(text, suggestion);
  const after = await runAction({ world: { base, head: { ...base, [path]: committed } } });
  expect(after.report.files.flatMap((each) => each.findings)).toEqual([]);
  expect(after.outputs).toMatchObject({ verdict: 'pass' });
});
