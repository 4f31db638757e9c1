import type { Effect } from '../engine/effect.ts';
import type { EffectContext, Engine } from '../engine/engine.ts';
import { type Changeset, changesetAt, type LineRange, type Migration, sourceOf } from '../migration/migration.ts';
import { keyOf, type ResolvedName } from '../operation/name.ts';
import type { Operation, OperationKind } from '../operation/operation.ts';
import type { PlannableOperation, PlannableStatement } from '../plan/unit.ts';
import type { Finding, Severity } from '../rules/finding.ts';
import { rules } from '../rules/index.ts';
import type { Judged, Rule, RuleSettings } from '../rules/rule.ts';
import type { TransactionState } from '../rules/transaction.ts';
import { apply, newSession } from '../schema/apply.ts';
import { lose } from '../schema/followed.ts';
import { inPasses } from '../schema/passes.ts';
import type { Schema } from '../schema/schema.ts';
import { type Directive, directivesOf } from '../sql/directive.ts';
import { readMigration } from '../sql/read-migration.ts';
import type { Reader, SqlFile, Statement } from '../sql/statement.ts';
import { type Lines, linesOf } from '../text/lines.ts';
import { contains } from '../text/span.ts';
import { modeOf, type Report, reportFile, reportLeftOpen, unreadableBy } from './about-text.ts';
import { type Baseline, partKnown } from './baseline.ts';
import type { DriftIn } from './declared.ts';
import { mayHaveRun } from './replay.ts';
import { applySuppressions, type Waiving } from './suppression.ts';
import { trackerFor } from './transaction.ts';

/** What judging needs besides the migration: the same for a whole run. */
export interface Court {
  readonly reader: Reader;
  readonly engine: Engine;
  readonly context: EffectContext;
  readonly settings: RuleSettings;
  readonly waiving: Waiving;
  readonly baseline?: Baseline;
  /** What the repository declares otherwise, where it declares anything. */
  readonly driftIn?: DriftIn;
  /** The rules that look at a kind of operation. */
  rulesOn(kind: OperationKind): readonly Rule[];
  /** The severity that the config gives a rule. */
  severity(rule: string): Severity | undefined;
}

/** One migration as read, judged and replayed. */
export interface JudgedMigration {
  readonly migration: Migration;
  readonly sql: SqlFile;
  readonly lines: Lines;
  readonly directives: readonly Directive[];
  readonly statements: readonly PlannableStatement<Effect>[];
  readonly findings: readonly Finding[];
  /** Findings that the baseline has: they are not among `findings`, and no plan is made for them. */
  readonly known: readonly Finding[];
  readonly after: Schema;
}

const rulesById = new Map(rules.map((rule) => [rule.id, rule]));

/** Judges one migration under review and replays it. `before` is already in the unit (`beginUnit`). */
export function judgeMigration(migration: Migration, before: Schema, court: Court): JudgedMigration {
  const sql = readMigration(court.reader, migration);
  const lines = linesOf(sourceOf(migration));
  const directives = directivesOf(sql.comments, lines);
  const findings: Finding[] = [];
  const report = reporter(migration.path, court, findings);
  reportFile(migration, lines, directives, report);

  const counted = (of?: Changeset): number =>
    sql.statements.filter(({ span, operations }) => operations[0]?.kind !== 'transaction' && (of === undefined || contains(of.span, span)))
      .length;
  let changeset = changesetAt(migration, sql.statements[0]?.span.start ?? 0);
  const mode = changeset?.transaction ?? modeOf(migration, directives);
  const tracker = trackerFor(court.context.target, mode, counted(changeset));
  const reported = new Set<string>();
  const statements: PlannableStatement<Effect>[] = [];
  let schema = newSession(before);
  let begun = schema;
  /** What is certain behind a changeset: one that may not run is judged as it runs, and nothing of it is taken for granted, or for new, by what follows. */
  const believed = (): Schema =>
    changeset?.conditional ? { ...mayHaveRun({ ...begun, unit: 0 }, changeset, sql.statements), unit: begun.unit } : schema;

  for (const statement of sql.statements) {
    const own = changesetAt(migration, statement.span.start);
    if (own !== undefined && own !== changeset) {
      tracker.next(own.transaction, counted(own));
      schema = believed();
      [changeset, begun] = [own, schema];
    }
    if (statement.unreadable !== undefined) {
      const { message, span } = statement.unreadable;
      const [what, where] = statement.operations.length > 0 ? ['An action of this statement', span] : ['This statement', statement.span];
      const { because, advice } = unreadableBy(message, statement.span, migration);
      report('unreadable-statement', where, `${what} cannot be read, so it was not checked: ${because}.`, advice);
      schema = lose(schema);
    }
    if (statement.operations.length === 0) {
      statements.push({ statement, effects: [], operations: [], felt: [], committed: tracker.state().held.length === 0 });
      continue;
    }
    const statementBefore = schema;
    const met = new Map<Operation, Pick<PlannableOperation<Effect>, 'operation' | 'before' | 'after' | 'effects'>>();
    for (const operation of inPasses(statement.operations)) {
      // Asked before the schema moves on: its maps are quick to read in their newest version.
      const effects = court.engine.effects(operation, schema, court.context, statement.operations);
      const after = apply(schema, operation);
      met.set(operation, { operation, before: schema, after, effects });
      schema = after;
    }
    const done = statement.operations.flatMap((operation) => met.get(operation) ?? []);
    const [only] = done;
    const effects: readonly Effect[] =
      done.length === 1 && only !== undefined
        ? only.effects
        : court.engine.statementEffects(statement.operations, statementBefore, court.context);

    const { line } = lines.position(statement.span.start);
    const operations = done.map((each): PlannableOperation<Effect> => {
      const first = findings.length;
      judgeOperation({ ...each, statement, line, statementEffects: effects, migration }, tracker.state(), court, report, reported);
      tracker.record(each.operation, each.effects, each.before, line, (table) => isNewTable(each.before, schema, table));
      return { ...each, findings: findings.slice(first) };
    });
    tracker.endStatement();
    const felt = effects.filter((each) => !isNewTable(statementBefore, schema, each.table));
    statements.push({ statement, effects, operations, felt, committed: tracker.state().held.length === 0 });
  }

  schema = believed();

  reportLeftOpen(tracker.leftOpen(), mode, report);
  for (const { span, message, advice } of court.driftIn?.(migration.path, sql.statements) ?? [])
    report('declared-schema-differs', span, message, advice);
  const all = applySuppressions(findings, directives, sql.statements, lines, report, court.waiving);
  const spans = sql.statements.map((each) => each.fullSpan);
  const { findings: judged, known } = partKnown(all, { migration, spans }, court.baseline);
  return { migration, sql, lines, directives, statements: withoutSuppressed(statements, judged), findings: judged, known, after: schema };
}

/** Adds findings to `findings`, each with the severity that the config, the occurrence or the rule gives it. */
function reporter(path: string, court: Court, findings: Finding[]): Report {
  return (id, span, message, advice, { operation, severity: own } = {}) => {
    const rule = rulesById.get(id);
    if (rule === undefined) throw new Error(`no rule ${id}`);
    const configured = court.severity(id);
    // What cannot be read can be waived where it stands, but not turned off for good.
    const severity =
      configured === undefined || (configured === 'off' && rule.category === 'unreadable') ? (own ?? rule.severity) : configured;
    if (severity === 'off') return;
    findings.push({ rule: id, severity, category: rule.category, path, span, message, advice, ...(operation && { operation }) });
  };
}

/** Shows an operation to the rules that look at its kind. One object serves them all: there are some twenty to an operation. */
function judgeOperation(
  subject: Pick<
    Judged<OperationKind, Effect>,
    'operation' | 'before' | 'effects' | 'statement' | 'line' | 'statementEffects' | 'migration'
  >,
  transaction: TransactionState,
  { engine, context, settings, rulesOn }: Court,
  report: Report,
  reported: Set<string>,
): void {
  const { operation } = subject;
  let current: Rule | undefined;
  const judged: Judged<OperationKind, Effect> = {
    ...subject,
    transaction,
    engine,
    context,
    settings,
    report(message, advice, { span = operation.span, severity } = {}) {
      const rule = current as Rule;
      reported.add(rule.id);
      report(rule.id, span, message, advice, { operation, severity });
    },
  };
  for (current of rulesOn(operation.kind)) if (!current.oncePerMigration || !reported.has(current.id)) current.check(judged);
}

/** New before the statement, or made by it: nobody else can hold or wait for its lock. */
function isNewTable(before: Schema, after: Schema, table: ResolvedName): boolean {
  const known = before.tables.get(keyOf(table)) ?? after.tables.get(keyOf(table));
  return known !== undefined && known.createdIn === after.unit && after.unit !== 0;
}

/** The findings of each operation, less what the author has waived: recipes look only at what is left. */
function withoutSuppressed(
  statements: readonly PlannableStatement<Effect>[],
  findings: readonly Finding[],
): readonly PlannableStatement<Effect>[] {
  const kept = findings.filter((each) => each.suppressed === undefined && each.operation !== undefined);
  const byOperation = new Map<Operation, Finding[]>();
  for (const finding of kept) {
    const operation = finding.operation as Operation;
    const list = byOperation.get(operation);
    if (list === undefined) byOperation.set(operation, [finding]);
    else list.push(finding);
  }
  return statements.map((statement) =>
    statement.operations.some((each) => each.findings.length > 0)
      ? { ...statement, operations: statement.operations.map((each) => ({ ...each, findings: byOperation.get(each.operation) ?? [] })) }
      : statement,
  );
}

/** Whether the pull request adds or changes a line of the statement. */
export function isChanged(statement: Statement, changedLines: readonly LineRange[] | undefined, lines: Lines): boolean {
  if (changedLines === undefined) return true;
  const from = lines.position(statement.span.start).line;
  const to = lines.position(Math.max(statement.span.start, statement.fullSpan.end - 1)).line;
  return changedLines.some((range) => range.from <= to && from <= range.to);
}
