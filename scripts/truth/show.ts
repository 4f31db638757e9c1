import { loadReader } from '../../src/sql/load.ts';
import type { Case } from '../../test/truth/cases/case.ts';
import type { Server } from '../../test/truth/database.ts';
import { observe } from '../../test/truth/observe.ts';
import { predict } from '../../test/truth/predict.ts';
import { lineOf } from '../../test/truth/record.ts';
import { disagreement, type Verdict, verdictOf } from '../../test/truth/verdict.ts';

/** Prints what the server does for each case, and what the engine says where that differs. */
export async function show(server: Server, major: number, cases: readonly Case[]): Promise<void> {
  const reader = await loadReader();
  for (const each of cases) {
    const observed = await observe(server, each);
    const words = 'message' in observed ? `  ${observed.message}` : '';
    console.log(`${major}  ${each.name}\n    server  ${JSON.stringify(lineOf(observed))}${words}`);
    let verdict: Verdict;
    try {
      verdict = verdictOf(predict(reader, each, major));
    } catch (error) {
      console.log(`    engine  ${(error as Error).message}`);
      continue;
    }
    const certain = verdict.certain.map((code) => `${code} for certain`);
    const failures = [...certain, ...verdict.possible.map((code) => `${code} perhaps`)].join(', ');
    const tables = JSON.stringify(lineOf({ outcome: 'done', tables: verdict.tables }));
    console.log(`    engine  ${tables} ${failures}${disagreement(verdict, observed) === undefined ? '' : '  ✗'}`);
  }
}
