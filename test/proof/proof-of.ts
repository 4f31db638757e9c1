import type { Analysis } from '../../src/analysis/analysis.ts';
import type { Proof } from '../../src/plan/proof.ts';
import type { Prover } from '../../src/proof/prove.ts';
import { quoteIdentifier } from '../../src/sql/postgres/quote.ts';
import { analyzeCase, type Case, changesOf, pathOf } from '../plan/harness.ts';

/** The proof of a case's plan; undefined where it has none that is complete. */
export async function proofOf(prover: Prover, each: Case): Promise<Proof | undefined> {
  const analysis = await analyzeCase(each);
  const [plan] = analysis.plans;
  if (plan === undefined || plan.stages.length === 0 || plan.questions.length > 0) return undefined;
  const transaction = each.transaction ?? 'unknown';
  return prover.prove({
    history: [{ path: 'history.sql', text: each.history, direction: 'up', transaction }],
    unit: changesOf(each).map((text, i) => ({ path: pathOf(i), text, direction: 'up', transaction })),
    plan,
    tables: tablesOf(analysis),
  });
}

/** The tables that the statements under review work on, as SQL writes them. */
function tablesOf({ files }: Analysis): readonly string[] {
  const effects = files.flatMap((file) => file.statements).flatMap((each) => each.effects);
  return [...new Set(effects.map(({ table }) => `${quoteIdentifier(table.schema)}.${quoteIdentifier(table.name)}`))];
}
