import { defineConfig } from 'vitest/config';

// LOCKSTEP_TEST_REPORT: where CI wants the counts, as JSON.
const report = process.env.LOCKSTEP_TEST_REPORT;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'threads',
    // Vitest leaves one core to itself unless told: on two cores that is half of the time.
    maxWorkers: '100%',
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
