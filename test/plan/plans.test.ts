import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnalyzedFile } from '../../src/analysis/analysis.ts';
import type { TransactionMode } from '../../src/migration/migration.ts';
import { applyEdits } from '../../src/plan/edits.ts';
import { withoutStated } from '../../src/proof/stated.ts';
import { isSampled } from '../everywhere.ts';
import { cases } from './cases.ts';
import { catalogOf, reset } from './catalog.ts';
import { analyzeCase, type Case, changesOf, filesOf, page, pathOf, runFile } from './harness.ts';

let db: PGlite;
beforeAll(async () => {
  db = await PGlite.create();
});
afterAll(async () => {
  await db.close();
});

/** The catalog after the author's own SQL. */
async function original(each: Case): Promise<readonly string[]> {
  await reset(db);
  await db.exec(each.history);
  if (each.rows !== undefined && !each.failsOnRows) await db.exec(each.rows);
  for (const text of each.means !== undefined ? [each.means] : changesOf(each)) await db.exec(text);
  await db.exec('RESET ALL');
  return catalogOf(db);
}

describe.each(cases)('$name', (each) => {
  test('reads well', async () => {
    await expect(page(await analyzeCase(each))).toMatchFileSnapshot(`plans/${each.name.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}.md`);
  });

  test.each(modes(each).slice(0, isSampled ? 1 : undefined))(
    '%s: runs, and ends in the schema that the author asked for',
    async (transaction) => {
      const analysis = await analyzeCase({ ...each, transaction });
      const [plan] = analysis.plans;
      expect(analysis.notices.filter((notice) => notice.message.includes('does not hold'))).toEqual([]);
      if (plan === undefined || plan.stages.length === 0 || plan.questions.length > 0) return;
      const expected = await original(each);
      await prepare(each);
      for (const file of filesOf(plan, each)) await runFile(db, file.text, transaction);
      expect(withoutStated(plan, await catalogOf(db))).toEqual(withoutStated(plan, expected));
    },
  );

  test('any of the suggestions, alone or with others, leave files that apply and raise nothing new', async () => {
    const { plans, files } = await analyzeCase(each);
    const before = rulesOf(files);
    for (const edits of subsetsOf(plans.flatMap((plan) => plan.edits))) {
      const change = changesOf(each).map((text, i) =>
        applyEdits(
          text,
          edits.filter((edit) => edit.path === pathOf(i)),
        ),
      );
      const after = rulesOf((await analyzeCase({ ...each, change })).files);
      expect(after.filter((rule) => !before.includes(rule))).toEqual([]);
      // What the author's own SQL cannot do is not asked of it; and one suggestion cannot reach into two files.
      if (each.failsOnRows || each.means !== undefined || typeof each.change !== 'string') continue;
      await prepare(each);
      for (const text of change) await runFile(db, text, each.transaction ?? 'unknown');
    }
  });
});

async function prepare(each: Case): Promise<void> {
  await reset(db);
  await db.exec(each.history);
  if (each.rows !== undefined) await db.exec(each.rows);
}

function rulesOf(files: readonly AnalyzedFile[]): readonly string[] {
  return files.flatMap(({ findings }) => findings.filter((each) => each.suppressed === undefined).map((each) => each.rule));
}

function modes(each: Case): readonly TransactionMode[] {
  return each.transaction === undefined ? ['unknown', 'wrapped', 'single-query', 'per-statement'] : [each.transaction];
}

/** Every choice of one or more; of more than six, the single ones, the pairs, all but one, and all; of a sample, the single ones. */
function subsetsOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  if (isSampled) return all.map((each) => [each]);
  const choices = Array.from({ length: all.length <= 6 ? 2 ** all.length : 0 }, (_, bits) => all.filter((_, i) => bits & (1 << i)));
  const some = all.flatMap((one, i) => [[one], all.filter((each) => each !== one), ...all.slice(i + 1).map((other) => [one, other])]);
  return (choices.length > 0 ? choices : [...some, all]).filter((each) => each.length > 0);
}
