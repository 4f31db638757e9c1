import type { Migration } from '../migration/migration.ts';
import { type Placeholder, type Template, writtenSpan } from '../migration/template.ts';
import { applyEdits } from '../plan/edits.ts';
import { type Restore, restoring } from '../plan/restore.ts';
import type { Edit, Plan, PlanFile, Step } from '../plan/stage.ts';
import type { Span } from '../text/span.ts';
import type { Analysis, AnalyzedFile, AnalyzedStatement } from './analysis.ts';

/**
 * An analysis of what the tool sends as one of what stands in the files, placeholders and all: places point there, and edits and further files keep the placeholders as the author
 * writes them. The same analysis where there are none.
 */
export function asInFiles(analysis: Analysis): Analysis {
  const templates = new Map(analysis.files.flatMap(({ migration: { path, template } }) => (template ? [[path, template] as const] : [])));
  if (templates.size === 0) return analysis;
  const spanIn = (path: string, span: Span): Span => {
    const template = templates.get(path);
    return template === undefined ? span : writtenSpan(template, span);
  };
  const migrations = analysis.files.map(({ migration }) => migration);
  return {
    ...analysis,
    files: analysis.files.map((file) => fileAsWritten(file, (span) => spanIn(file.migration.path, span))),
    plans: analysis.plans.map((plan) => planAsWritten(plan, migrations, templates, spanIn)),
  };
}

type ToWritten = (span: Span) => Span;

function fileAsWritten(file: AnalyzedFile, at: ToWritten): AnalyzedFile {
  const { template, sections, changesets: _, ...migration } = file.migration;
  if (template === undefined) return file;
  const statementAt = (each: AnalyzedStatement): AnalyzedStatement => {
    const { statement } = each;
    const unreadable = statement.unreadable && { ...statement.unreadable, span: at(statement.unreadable.span) };
    return {
      ...each,
      statement: { ...statement, span: at(statement.span), fullSpan: at(statement.fullSpan), ...(unreadable && { unreadable }) },
    };
  };
  return {
    ...file,
    migration: { ...migration, text: template.text, ...(sections && { sections: sections.map(at) }) },
    statements: file.statements.map(statementAt),
    findings: file.findings.map((each) => ({ ...each, span: at(each.span) })),
    ...(file.known && { known: file.known.map((each) => ({ ...each, span: at(each.span) })) }),
  };
}

function planAsWritten(
  plan: Plan,
  migrations: readonly Migration[],
  templates: ReadonlyMap<string, Template>,
  spanIn: (path: string, span: Span) => Span,
): Plan {
  const own = new Set([...plan.files, ...plan.edits.map(({ path }) => path)]);
  const restore = restoring(migrations.filter(({ path }) => own.has(path)));
  const placed = <T extends { readonly path: string; readonly span: Span }>(each: T): T => ({
    ...each,
    span: spanIn(each.path, each.span),
  });
  const stepOf = (step: Step): Step => ({
    ...step,
    sql: restore(step.sql).text,
    rollback: restore(step.rollback).text,
    why: restore(step.why).text,
    ...(step.answers && { answers: placed(step.answers) }),
  });
  const fileOf = (file: PlanFile): PlanFile => {
    const template = plan.files.includes(file.path ?? '') ? templates.get(file.path ?? '') : undefined;
    const edits = plan.edits.filter(({ path }) => path === file.path);
    const restored = template === undefined ? restore(file.text) : editedText(template, edits, restore);
    const at: ToWritten = (span) => writtenSpan(restored, span);
    return {
      ...file,
      steps: file.steps.map(stepOf),
      text: restored.text,
      ...(file.beside && { beside: file.beside.map((each) => ({ ...each, text: restore(each.text).text })) }),
      ...(file.sections && { sections: file.sections.map(at) }),
      ...(file.locking && { locking: file.locking.map((each) => ({ ...each, span: at(each.span) })) }),
    };
  };
  return {
    ...plan,
    stages: plan.stages.map((stage) => ({ ...stage, files: stage.files.map(fileOf) })),
    questions: plan.questions.map((each) => ({ ...placed(each), directive: restore(each.directive).text })),
    edits: plan.edits.map((each) => ({ ...placed(each), replacement: restore(each.replacement).text })),
    unplanned: plan.unplanned.map(placed),
    ...(plan.differences && { differences: plan.differences.map(placed) }),
  };
}

/** A file of the author's with the edits made, and where its placeholders stand then for what. */
function editedText(template: Template, edits: readonly Edit[], restore: Restore): Template {
  const written = edits.map((each) => ({ ...each, span: writtenSpan(template, each.span), replacement: restore(each.replacement).text }));
  const placeholders: Placeholder[] = [];
  const moved = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });
  let [inSent, inWritten, next] = [0, 0, 0];
  const untouchedUpTo = (end: number): void => {
    for (; next < template.placeholders.length && (template.placeholders[next] as Placeholder).sent.start < end; next++) {
      const each = template.placeholders[next] as Placeholder;
      placeholders.push({ ...each, sent: moved(each.sent, inSent), written: moved(each.written, inWritten) });
    }
  };
  edits.forEach((edit, i) => {
    const { span, replacement } = written[i] as Edit;
    untouchedUpTo(edit.span.start);
    for (const each of restore(edit.replacement).placeholders)
      placeholders.push({
        ...each,
        sent: moved(each.sent, edit.span.start + inSent),
        written: moved(each.written, span.start + inWritten),
      });
    while (next < template.placeholders.length && (template.placeholders[next] as Placeholder).sent.start < edit.span.end) next++;
    inSent += edit.replacement.length - (edit.span.end - edit.span.start);
    inWritten += replacement.length - (span.end - span.start);
  });
  untouchedUpTo(Number.POSITIVE_INFINITY);
  return { text: applyEdits(template.text, written), placeholders };
}
