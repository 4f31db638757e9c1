import { keyOf, type ResolvedName } from '../operation/name.ts';
import type { Finding } from '../rules/finding.ts';
import { newSession } from '../schema/apply.ts';
import { difference, shown } from '../schema/difference.ts';
import { indexOf, resolve, type Schema } from '../schema/schema.ts';
import { quoteName } from '../sql/postgres/quote.ts';
import { inDifference } from './differing.ts';
import { movedSections } from './edits.ts';
import { stronglyLocked } from './locked.ts';
import type { Plan, PlanFile, StatementLocking } from './stage.ts';
import type { Judge, PlannableUnit } from './unit.ts';

type File = Parameters<Judge>[0][number];

export type Verification =
  | { readonly refused: string }
  | {
      /** The plan, each of its files with what its statements lock. */
      readonly plan: Plan;
      /** Whether a finding on this SQL is still there once the plan's first stage stands in the author's file. */
      readonly leaves: (finding: Finding, sql: string) => boolean;
    };

/**
 * Holds a plan against the pipeline that asked for it: every text of it is read again, nothing unsafe may be found in what it wrote, and
 * in the end the schema must be the author's own.
 *
 * What is deployed together is judged together: a stage behind a deploy or a backfill is a deployment of its own, to which the columns of the stage before
 * are no longer new.
 *
 * @returns why the plan does not hold, in one sentence; or that it holds, and which findings of the author's own it leaves
 */
export function verify(plan: Plan, unit: PlannableUnit, judge: Judge): Verification {
  const known = knownFindings(unit);
  const authors = new Set(unit.files.map((each) => each.migration.path));
  const alone = authorsAlone(plan);
  const left = new Set<string>();
  const locking = new Map<string, readonly StatementLocking[]>();
  let schema: Schema = unit.before;
  for (const files of deployments(plan, unit)) {
    const judged = judge(files, schema);
    const texts = new Map(files.map((each) => [each.path, each.text]));
    for (const [i, { path }] of files.entries()) locking.set(path, judged.locking[i] ?? []);
    for (const finding of judged.findings) {
      if (finding.suppressed !== undefined) continue;
      const text = texts.get(finding.path) ?? '';
      const sql = text.slice(finding.span.start, finding.span.end);
      // What the author wrote and the plan left as it was keeps its findings.
      const what = whatIsFound(finding, sql);
      if (known.has(what)) {
        // The statement may stand in another file now.
        left.add(what);
        continue;
      }
      if (isOfAuthorsOrder(finding, known)) {
        left.add(inFile(finding));
        continue;
      }
      if (finding.category === 'policy' && authors.has(finding.path)) continue;
      if (finding.rule === unit.dialect.lockTimeout.rule && alone.has(finding.path)) continue;
      return { refused: `its own SQL raises ${finding.rule} (${finding.path}): ${sql.replace(/\s+/g, ' ').slice(0, 120)}` };
    }
    schema = judged.after;
  }
  const stated = [...(plan.differences ?? []).flatMap((each) => each.things.map(inDifference)), ...ifAtAll(unit)];
  const [first, ...more] = difference(newSession(unit.after), newSession(schema)).filter(
    (line) => !stated.some((each) => line.startsWith(`${each} `)),
  );
  if (first !== undefined) return { refused: `it ends in another schema: ${first}${more.length > 0 ? `, and ${more.length} more` : ''}` };
  return {
    plan: withLocking(plan, locking),
    leaves: (finding, sql) => left.has(inFile(finding)) || left.has(whatIsFound(finding, sql)),
  };
}

/** What the author's own SQL makes or drops only if it is (not) there: the replay does not know which, and the plan asks by IF [NOT] EXISTS. */
function ifAtAll(unit: PlannableUnit): readonly string[] {
  return unit.files.flatMap(({ statements }) =>
    statements.flatMap(({ operations }) =>
      operations.flatMap(({ operation, before }): readonly string[] => {
        if (!operation.conditional) return [];
        const on = (table: ResolvedName): string => `table ${shown(keyOf(table))}:`;
        if (operation.kind === 'create-index') return [`${on(resolve(before, operation.table))} index ${operation.index.name}`];
        if (operation.kind === 'add-constraint') return [`${on(resolve(before, operation.table))} constraint ${operation.constraint.name}`];
        const dropped = operation.kind === 'drop-index' ? indexOf(before, operation.index) : undefined;
        return dropped === undefined ? [] : [`${on(dropped.table.name)} index ${dropped.index.name}`];
      }),
    ),
  );
}

/**
 * A warning of how an author's file is put together (told once a file, it may come at another statement of it) that he has himself, or has the locks for:
 * the steps that stand in his file lock none but his tables, though maybe one after the other where his statement locked two at once.
 */
function isOfAuthorsOrder({ category, severity, rule, path }: Finding, known: ReadonlySet<string>): boolean {
  return category === 'operations' && severity === 'warning' && known.has(inFile({ rule, path }));
}

/** The files with one statement of the author's that must not be in a transaction: nothing else may stand there, not even a lock_timeout. */
function authorsAlone({ stages }: Plan): ReadonlySet<string> {
  return new Set(
    stages.flatMap(({ files }, at) =>
      files.flatMap((file, i) => (file.steps.some((step) => step.authors && !step.transaction) ? [pathOf(file, at, i)] : [])),
    ),
  );
}

/** The files of the plan and of the unit in the order in which they run, parted where time passes between them. */
function deployments(plan: Plan, unit: PlannableUnit): readonly (readonly File[])[] {
  const rewritten = new Map(plan.stages.flatMap((stage) => stage.files).map((file) => [file.path, file]));
  const authors = unit.files.map(({ migration: { path, text, sections, changesets, transaction, program } }): File => {
    const file = rewritten.get(path);
    if (program !== undefined)
      return {
        path,
        ...(file?.program ?? { text, ...(sections && { sections }), program }),
        transaction: file?.transaction ?? transaction,
      };
    const moved = file?.sections ?? (sections && movedSections(sections, plan, path));
    const parts = file?.changesets ?? changesets;
    return {
      path,
      text: file?.text ?? text,
      transaction: file?.transaction ?? transaction,
      ...(moved && { sections: moved }),
      ...(parts && { changesets: parts }),
    };
  });
  const own = new Set(authors.map((each) => each.path));
  const parts: File[][] = [authors];
  plan.stages.forEach((stage, at) => {
    if (stage.boundary === 'deploy' || stage.boundary === 'backfill') parts.push([]);
    stage.files.forEach((file, i) => {
      if (file.path === undefined || !own.has(file.path)) parts.at(-1)?.push(asFile(file, pathOf(file, at, i), unit));
    });
  });
  return parts;
}

function asFile({ text, sections, transaction, program }: PlanFile, path: string, unit: PlannableUnit): File {
  if (program !== undefined) return { path, ...program, transaction: transaction ?? unit.tool.mode({ path, text }) };
  return { path, text, transaction: transaction ?? unit.tool.mode({ path, text }), ...(sections && { sections }) };
}

/** A file of standard input's plan has no path; one of its own tells it apart. */
function pathOf(file: PlanFile, stage: number, index: number): string {
  return file.path ?? `stage-${stage + 1}-${index + 1}.sql`;
}

function withLocking(plan: Plan, locking: ReadonlyMap<string, readonly StatementLocking[]>): Plan {
  const stages = plan.stages.map((stage, at) => ({
    ...stage,
    files: stage.files.map((file, i) => ({ ...file, locking: locking.get(pathOf(file, at, i)) ?? [] })),
  }));
  return { ...plan, stages };
}

/** What was found in the author's own SQL, by rule and text; and by rule and file what his own order brings. */
function knownFindings(unit: PlannableUnit): ReadonlySet<string> {
  const known = new Set<string>();
  for (const { migration, statements, findings } of unit.files) {
    const tables = statements.flatMap(({ operations }) => operations.flatMap(stronglyLocked));
    if (new Set(tables).size > 1) known.add(inFile({ rule: 'several-tables-locked', path: migration.path }));
    for (const { statement } of statements)
      if (statement.unreadable !== undefined)
        known.add(`unreadable-statement\t\t${migration.text.slice(statement.span.start, statement.span.end)}`);
    for (const finding of findings) {
      const { start, end } = finding.span;
      known.add(whatIsFound(finding, migration.text.slice(start, end))).add(inFile(finding));
    }
  }
  return known;
}

/** A finding by its rule, its table and its SQL, wherever that stands: the same action may be found on several tables. */
function whatIsFound({ rule, operation }: Finding, sql: string): string {
  const table = operation !== undefined && 'table' in operation && operation.table !== undefined ? quoteName(operation.table) : '';
  return `${rule}\t${table}\t${sql}`;
}

function inFile({ rule, path }: Pick<Finding, 'rule' | 'path'>): string {
  return `${rule} in\t${path}`;
}
