import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type Reporter, type TestSpecification } from 'vitest/node';
import { isSampled } from './test/everywhere.ts';

// LOCKSTEP_TEST_REPORT: where CI wants the counts, as JSON.
const report = process.env.LOCKSTEP_TEST_REPORT;

/**
 * Files that take longest, those first: begun last, one of them would run alone while the other cores wait. Without durations of an earlier run, as on a clean clone,
 * Vitest goes by the size of files, which says nothing here.
 */
const longest = [
  'test/action/scenario.test.ts',
  'test/plan/fuzz/',
  'test/proof/server.test.ts',
  'test/proof/engine-limits.test.ts',
  'test/plan/plans.test.ts',
  'test/action/',
  'test/truth/',
  'test/proof/',
  'test/cli/',
  'test/plan/',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => longest.findIndex((each) => moduleId.includes(each)) >>> 0;
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

/** Says why a test had to be repeated: that it passed at the second try alone would hide what was wrong at the first. */
const repeated: Reporter = {
  onTestCaseResult(test) {
    if (!test.diagnostic()?.flaky) return;
    for (const { message, diff } of test.result().errors ?? []) console.error(`repeated: ${test.fullName}\n${message}\n${diff ?? ''}`);
  },
};

/** These start the built action, on the Node among the dependencies whichever runs the tests: once is enough. */
const ofTheAction = ['test/action/**', 'test/hostile/**'];
/** What takes long, and no Node changes: comparisons with other parsers and linters, real files by the thousand, and the limits of the engine, which is the same WebAssembly everywhere. */
const long = [
  'test/sql/mysql/cross-check.test.ts',
  'test/ast-parser/{cross-check,mutation}.test.ts',
  'test/truth/accuracy.test.ts',
  'test/mysql-corpus.test.ts',
  'test/plan/fuzz/**',
  'test/proof/engine-limits.test.ts',
];
const isRunElsewhere = isSampled && existsSync('node_modules/.bin/node');

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(isRunElsewhere ? [...ofTheAction, ...long] : [])],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Tests start processes and threads with real deadlines; a machine with much else to do may miss one once. What it had to repeat, and why, is printed; twice is a failure.
    retry: 1,
    // Not threads: those of one process wait for each other whenever one asks for memory, and an engine asks for much.
    pool: 'forks',
    // Vitest leaves one core to itself unless told, and many tests wait, for a process or for GitHub's limits: one more than there are cores.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    reporters: report ? ['default', repeated, ['json', { outputFile: report }]] : ['default', repeated],
  },
});
