import type { Analysis, AnalyzedFile } from '../analysis/analysis.ts';
import type { FailOn } from '../analysis/verdict.ts';
import type { Finding } from '../rules/finding.ts';
import { linesOf } from '../text/lines.ts';
import { contains } from '../text/span.ts';
import type { ReportContext } from './context.ts';
import { labelOf } from './label.ts';
import { type Reported, reportedOf } from './reported.ts';
import { counted } from './words.ts';
import { type Element, xmlDocument } from './xml.ts';

/**
 * JUnit's XML as Jenkins and GitLab read it: a suite a migration, a test a statement. What reaches `fail-on` is a failure, what could not be read an error,
 * what is waived is skipped with its reason.
 */
export function junitReport(analysis: Analysis, { failOn }: ReportContext): string {
  const reported = new Map(reportedOf(analysis).map((each) => [each.finding, each]));
  const suites = analysis.files.map((file) => suiteOf(file.migration.path, casesOf(file, reported, failOn)));
  const { unproved } = analysis.summary;
  if (unproved !== undefined) suites.push(suiteOf('staged plans', [provedCase(unproved)]));
  const sum = (name: string): number => suites.reduce((all, each) => all + Number(each.attributes[name]), 0);
  return xmlDocument({
    name: 'testsuites',
    attributes: { name: 'lockstep', tests: sum('tests'), failures: sum('failures'), errors: sum('errors') },
    content: suites,
  });
}

function suiteOf(name: string, cases: readonly Element[]): Element {
  const count = (kind: string): number =>
    cases.filter(({ content }) => Array.isArray(content) && content.some((each: Element) => each.name === kind)).length;
  return {
    name: 'testsuite',
    attributes: { name, tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') },
    content: cases.map((each) => ({ ...each, attributes: { ...each.attributes, classname: name } })),
  };
}

/** A case for the file itself where something is found that is not about a statement. */
function casesOf(file: AnalyzedFile, reported: ReadonlyMap<Finding, Reported>, failOn: FailOn): readonly Element[] {
  const { text } = file.migration;
  const lines = linesOf(text);
  const left = new Set(file.findings);
  const statements = file.statements.map(({ statement: { span, fullSpan } }): Element => {
    const here = file.findings.filter((each) => contains(fullSpan, each.span));
    for (const each of here) left.delete(each);
    return {
      name: 'testcase',
      attributes: { name: `line ${lines.position(span.start).line}: ${labelOf(text, span, 80)}` },
      content: outcomeOf(here, reported, failOn),
    };
  });
  if (left.size === 0 && statements.length > 0) return statements;
  return [{ name: 'testcase', attributes: { name: 'the file' }, content: outcomeOf([...left], reported, failOn) }, ...statements];
}

function outcomeOf(findings: readonly Finding[], reported: ReadonlyMap<Finding, Reported>, failOn: FailOn): readonly Element[] {
  const active = findings.filter((each) => each.suppressed === undefined);
  const failing = active.filter((each) => each.severity === 'error' || failOn === 'warning');
  const waived = findings.flatMap(({ rule, suppressed }) => (suppressed === undefined ? [] : [`${rule} is waived: ${suppressed.reason}`]));
  const others = [...active.filter((each) => !failing.includes(each)).map((each) => textOf(each, reported)), ...waived].join('\n');
  const [first] = failing;
  if (first === undefined && active.length === 0 && waived.length > 0)
    return [{ name: 'skipped', attributes: { message: waived.join('; ') } }];
  return [
    ...(first === undefined
      ? []
      : [
          {
            name: failing.some((each) => each.category === 'unreadable') ? 'error' : 'failure',
            attributes: { type: first.rule, message: reported.get(first)?.message ?? first.message },
            content: failing.map((each) => textOf(each, reported)).join('\n'),
          },
        ]),
    ...(others === '' ? [] : [{ name: 'system-out', attributes: {}, content: others }]),
  ];
}

function textOf(finding: Finding, reported: ReadonlyMap<Finding, Reported>): string {
  const { path, range, message } = reported.get(finding) as Reported;
  return `${path}:${range.line}:${range.column}: ${finding.severity}: ${message} (${finding.rule})`;
}

/** Plans that have to be proved. */
function provedCase(unproved: number): Element {
  const message = `${counted(unproved, 'plan')} not proved`;
  const failure: Element = { name: 'failure', attributes: { type: 'proof', message }, content: message };
  return { name: 'testcase', attributes: { name: 'every plan is proved' }, content: unproved === 0 ? [] : [failure] };
}
