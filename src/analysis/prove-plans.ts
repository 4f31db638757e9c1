import { productOf } from '../engine/product.ts';
import type { Migration, MigrationSet } from '../migration/migration.ts';
import type { Proof } from '../plan/proof.ts';
import type { Plan } from '../plan/stage.ts';
import type { Prover } from '../proof/prove.ts';
import { quoteName } from '../sql/postgres/quote.ts';
import type { Reader } from '../sql/statement.ts';
import type { Analysis, AnalyzedFile } from './analysis.ts';

/** Whether plans are proved, and on what. */
export interface ProofChoice {
  readonly skip: boolean;
  /** A plan that is not proved fails the run. */
  readonly required: boolean;
  /** A server of the team's own; absent: the embedded engine. */
  readonly databaseUrl?: string;
  /** Once it is aborted, what is left stays unproved. */
  readonly signal?: AbortSignal;
}

/** What was found in a set of migrations. */
export interface AnalyzedSet {
  readonly analysis: Analysis;
  readonly set: MigrationSet;
}

/**
 * Has the plans of a run proved, all on one engine. That is started for the first plan that can be proved: a run without any does not even load it.
 * A plan that fails its proof is taken out, and the findings that it answers say so.
 */
export async function provePlans(sets: readonly AnalyzedSet[], choice: ProofChoice, reader: Reader): Promise<readonly Analysis[]> {
  const engine = lazily(choice, reader);
  try {
    const proved: Analysis[] = [];
    for (const { analysis, set } of sets) {
      const proofs: (Proof | undefined)[] = [];
      for (const plan of analysis.plans) proofs.push(await proofOf(plan, { analysis, set }, choice, engine));
      proved.push(withProofs(analysis, proofs, choice));
    }
    return proved;
  } finally {
    await engine.close();
  }
}

async function proofOf(
  plan: Plan,
  { analysis, set }: AnalyzedSet,
  { skip, signal }: ProofChoice,
  engine: LazyProver,
): Promise<Proof | undefined> {
  // Where nothing is staged nothing can be run.
  if (plan.proof !== undefined || plan.stages.length === 0) return plan.proof;
  // What proves is a PostgreSQL, the embedded one or the team's.
  if (analysis.target.engine !== 'postgres')
    return { status: 'unproved', checks: [], reason: `there is no ${productOf(analysis.target)} to run it on` };
  if (skip) return { status: 'skipped', checks: [], reason: 'it was not asked for' };
  if (signal?.aborted)
    return { status: 'unproved', checks: [], reason: 'the time that a run has for proofs was used up by the plans before it' };
  const index = set.units.findIndex(({ migrations }) => migrations.some((each) => isOf(plan, each.path)));
  const unit = set.units[index]?.migrations ?? [];
  const history: readonly Migration[] = [
    ...(set.dump ? [set.dump] : []),
    ...set.history,
    ...set.units.slice(0, index).flatMap((each) => each.migrations),
  ];
  if ([...history, ...unit].some(({ program }) => program !== undefined && program.unread.length > 0))
    return {
      status: 'unproved',
      checks: [],
      reason: 'some of the migrations make SQL only when they run, so the database that they lead to is not known',
    };
  const files = analysis.files.filter((file) => unit.some((each) => each.path === file.migration.path));
  return engine.prove({ history, unit, plan, tables: tablesOf(files) });
}

function isOf({ files, edits, questions, unplanned }: Plan, path: string): boolean {
  return files.includes(path) || [...edits, ...questions, ...unplanned].some((each) => each.path === path);
}

/** The tables that the statements work on, as SQL writes them. */
export function tablesOf(files: readonly AnalyzedFile[]): readonly string[] {
  const effects = files.flatMap((file) => file.statements).flatMap((each) => each.effects);
  return [...new Set(effects.filter((each) => !('ofIndex' in each)).map(({ table }) => quoteName(table)))];
}

/** The analysis with what is known now; findings point to the plans that are left. */
function withProofs(analysis: Analysis, proofs: readonly (Proof | undefined)[], { required }: ProofChoice): Analysis {
  const staged = analysis.plans.flatMap(({ stages }, i) => (stages.length === 0 ? [] : [proofs[i]]));
  const unproved = staged.filter((each) => each?.status !== 'proved').length;
  const summary = required ? { ...analysis.summary, unproved } : analysis.summary;
  const kept = proofs.flatMap((proof, i) => (proof?.status === 'failed' ? [] : [i]));
  const plans = kept.map((i): Plan => {
    const [plan, proof] = [analysis.plans[i] as Plan, proofs[i]];
    return { ...plan, ...(proof && { proof }) };
  });
  const files = analysis.files.map((file) => ({
    ...file,
    findings: file.findings.map((finding) => {
      if (finding.plan === undefined) return finding;
      const { plan, ...rest } = finding;
      const now = kept.indexOf(plan);
      return now === -1 ? { ...rest, advice: `${finding.advice} ${refusalOf(proofs[plan])}` } : { ...rest, plan: now };
    }),
  }));
  return { ...analysis, files, plans, summary };
}

function refusalOf(proof: Proof | undefined): string {
  return `The staged plan that was found is not offered, because it failed its proof on ${proof?.engine}: ${proof?.reason}.`;
}

interface LazyProver extends Prover {
  close(): Promise<void>;
}

function lazily({ databaseUrl }: ProofChoice, reader: Reader): LazyProver {
  let started: Promise<LazyProver> | undefined;
  const start = async (): Promise<LazyProver> => {
    const { startProver } = await import('../proof/start.ts');
    return startProver(reader, databaseUrl);
  };
  return {
    async prove(request) {
      started ??= start();
      return (await started).prove(request);
    },
    async close() {
      // What it could not be started for has been said.
      await (await started?.catch(() => undefined))?.close();
    },
  };
}
