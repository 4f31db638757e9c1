import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnalyzedFile } from '../../src/analysis/analysis.ts';
import { analyze } from '../../src/analysis/analyze.ts';
import { defaultConfig } from '../../src/config/config.ts';
import { readTarget } from '../../src/config/target.ts';
import { blocksWrites, type Effect, isWork } from '../../src/engine/effect.ts';
import { loadReader } from '../../src/sql/load.ts';
import type { Reader } from '../../src/sql/statement.ts';
import { isSampled } from '../everywhere.ts';
import { catalogOf } from '../truth/fuzz/catalog.ts';
import { drawBy } from '../truth/fuzz/draw.ts';
import { groundOf } from '../truth/fuzz/ground.ts';
import { setupHead } from '../truth/fuzz/history.ts';
import { foundations } from '../truth/fuzz/schema.ts';
import { empty, keep, type Side, startSide } from '../truth/fuzz/side.ts';
import { anyKind, kinds } from '../truth/fuzz/statement.ts';

/**
 * The engine says what a statement does, and the rules what there is to say of it: whatever works on rows while others wait, or may fail on them, is found by one of
 * them. (Whether the engine is right, the tests of its facts tell.) Schemas are drawn on a server, so that the replayed history is one that runs.
 */
const histories = isSampled ? 5 : 30;
const config = { ...defaultConfig, target: readTarget('postgres@18') };
let side: Side;
let reader: Reader;

beforeAll(async () => {
  [side, reader] = await Promise.all([startSide(), loadReader()]);
});
afterAll(() => side.db.close());

test('whatever blocks or may fail is found', async () => {
  let dangerous = 0;
  const property = fc.asyncProperty(fc.gen(), async (value) => {
    const draw = drawBy(value);
    await empty(side);
    let count = 0;
    const setup = [setupHead];
    const commit = async (sql: string | undefined): Promise<void> => {
      if (sql !== undefined && (await keep(side, sql))) setup.push(sql);
    };
    const ground = async () => groundOf(draw, await catalogOf(side.db), () => ++count);
    for (const [times, generator] of foundations)
      for (let left = draw.upTo(times + 1); left > 0; left--) await commit(generator(await ground()));
    for (let step = 0; step < 3; step++) {
      const on = await ground();
      let last: string | undefined;
      for (let tried = 0; tried < 30; tried++) {
        const sql = kinds[anyKind(draw)]?.[1](on);
        if (sql === undefined) continue;
        const file = judged(setup, sql);
        // What the server would refuse whatever the rows are has its own rule, and does nothing.
        if (file.findings.some(({ rule }) => rule === 'always-fails')) continue;
        last = sql;
        if (!isDangerous(file, sql, setup)) continue;
        dangerous++;
        expect(file.findings, `${setup.join(';\n')};\n-- not found:\n${sql}`).not.toEqual([]);
      }
      await commit(last);
    }
  });
  await fc.assert(property, { seed: 18, numRuns: histories, endOnFailure: true });
  expect(dangerous).toBeGreaterThan(10 * histories);
}, 300_000);

function judged(setup: readonly string[], sql: string): AnalyzedFile {
  const migration = (path: string, text: string) => ({ path, text, direction: 'up' as const, transaction: 'per-statement' as const });
  const history = [migration('m/1.sql', setup.map((each) => `${each};`).join('\n'))];
  const { files } = analyze(
    { history, units: [{ migrations: [migration('m/2.sql', `SET lock_timeout = '5s';\n${sql};`)] }] },
    config,
    reader,
  );
  return files[0] as AnalyzedFile;
}

function isDangerous(file: AnalyzedFile, sql: string, setup: readonly string[]): boolean {
  const effects = file.statements.flatMap(({ felt }) => felt);
  // Nobody writes a materialized view: only who reads it waits.
  const isView = ({ table }: Effect): boolean => setup.some((each) => /materialized view/.test(each) && each.includes(table.name));
  const waits = ({ lock, work }: Effect, isView: boolean): boolean =>
    isWork(work) && (isView ? lock === 'AccessExclusiveLock' : blocksWrites(lock));
  // Of these failing is the purpose, or leaves nothing behind and may be tried again.
  const mayFail = !/validate constraint|concurrently|detach partition/.test(sql);
  return effects.some((each) => waits(each, isView(each)) || (mayFail && each.fails !== undefined && !isView(each)));
}
