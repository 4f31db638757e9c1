import { type Changeset, type Program, sourceOf, type TransactionMode } from '../migration/migration.ts';
import type { Operation } from '../operation/operation.ts';
import { movedSections } from '../plan/edits.ts';
import type { Boundary, Plan, StageName, Step } from '../plan/stage.ts';
import { directivesOf } from '../sql/directive.ts';
import type { Reader } from '../sql/statement.ts';
import { linesOf } from '../text/lines.ts';
import { contains, type Span } from '../text/span.ts';

/** A file as it is run: its statements, and whether they share a transaction. */
export interface Script {
  readonly path: string;
  readonly statements: readonly ScriptStatement[];
  readonly transaction: boolean;
}

export interface ScriptStatement {
  readonly path: string;
  readonly sql: string;
  readonly line: number;
  /** The step of a plan that it is, or is a part of; absent: the author's own. */
  readonly step?: Step;
  /** BEGIN, COMMIT and the like: the file minds its transactions itself. */
  readonly control?: Control;
}

export type Control = Extract<Operation, { readonly kind: 'transaction' }>;

/** The author's statement, which the plan left as it was or only put elsewhere. */
export function isAuthorsOwn({ step, control }: ScriptStatement): boolean {
  return !control && (step === undefined || step.authors === true);
}

/** SET and RESET: of the session, not of the schema or its rows. */
export function isSetting({ sql }: ScriptStatement): boolean {
  return /^(?:re)?set\b/i.test(sql);
}

/** A stage of a plan as it is run. */
export interface StageScripts {
  readonly name: StageName;
  /** How often the plan has gone through the stages before, and this time. */
  readonly round: number;
  readonly boundary: Boundary;
  readonly scripts: readonly Script[];
}

interface Source {
  readonly program?: Program;
  readonly path: string;
  readonly text: string;
  readonly transaction: TransactionMode;
  readonly sections?: readonly Span[];
  readonly changesets?: readonly Changeset[];
}

/** A file as it is run, where parts of it are transactions of their own, one script for each. @param steps of a plan's file, in its order */
export function scriptsOf(source: Source, reader: Reader, steps: readonly Step[] = []): readonly Script[] {
  const { changesets, sections } = source;
  if (changesets === undefined) return [scriptOf(source, reader, steps)];
  return changesets.map(({ span, transaction }) => {
    const own = sections?.filter((each) => contains(span, each)) ?? [span];
    return scriptOf({ ...source, transaction, sections: own }, reader, steps);
  });
}

/** @param steps of a plan's file, in its order */
export function scriptOf(source: Source, reader: Reader, steps: readonly Step[] = []): Script {
  const { path, text, transaction } = source;
  const lines = linesOf(sourceOf(source));
  const { statements, comments } = reader.read(text, source.sections);
  const unwrapped = directivesOf(comments, lines).some((each) => each.kind === 'no-transaction');
  let next = 0;
  const run = statements.map(({ span, operations }): ScriptStatement => {
    const sql = text.slice(span.start, span.end);
    const found = steps.findIndex((step, i) => i >= next && step.sql.includes(sql));
    if (found !== -1) next = found;
    const step = found === -1 ? undefined : steps[found];
    // A block that commits is more than that.
    const [first] = operations;
    const control = first?.kind === 'transaction' && !/^do\b/i.test(sql) ? first : undefined;
    return { path, sql, line: lines.position(span.start).line, ...(control && { control }), ...(step && { step }) };
  });
  return {
    path,
    statements: run,
    // `unknown` is run as most tools would: in a transaction, unless the file says that it must not be.
    transaction:
      !unwrapped &&
      transaction !== 'per-statement' &&
      !run.some((each) => each.control) &&
      run.every((each) => each.step?.transaction !== false),
  };
}

/** The plan's stages in the order in which they run; the author's files that it leaves alone run with the first. */
export function stagesOf(plan: Plan, unit: readonly Source[], reader: Reader): readonly StageScripts[] {
  const own = new Set(unit.map((each) => each.path));
  const rewritten = new Map(plan.stages.flatMap((stage) => stage.files).map((file) => [file.path, file]));
  const first = unit.flatMap((source) => {
    const file = rewritten.get(source.path);
    const sections = file?.sections ?? (source.sections && movedSections(source.sections, plan, source.path));
    const now = { text: file?.text ?? source.text, transaction: file?.transaction ?? source.transaction };
    if (file?.program !== undefined) return scriptOf({ ...source, ...now, ...file.program }, reader, file.steps);
    const changesets = file?.changesets ?? source.changesets;
    return scriptsOf({ ...source, ...now, ...(sections && { sections }), ...(changesets && { changesets }) }, reader, file?.steps);
  });
  const transaction = unit.at(-1)?.transaction ?? 'unknown';
  const stages = plan.stages.map(({ name, round = 1, boundary, files }): StageScripts => {
    const further = files
      .filter((file) => file.path === undefined || !own.has(file.path))
      .map((file, i) => {
        const source = { path: file.path ?? `${name}-${i + 1}.sql`, text: file.text, transaction: file.transaction ?? transaction };
        return scriptOf({ ...source, ...(file.sections && { sections: file.sections }), ...file.program }, reader, file.steps);
      });
    return { name, round, boundary, scripts: further };
  });
  const [expand, ...rest] = stages;
  return expand?.name === 'expand' && expand.round === 1
    ? [{ ...expand, scripts: [...first, ...expand.scripts] }, ...rest]
    : [{ name: 'expand', round: 1, boundary: 'none', scripts: first }, ...stages];
}
