import { posix } from 'node:path';
import type { Analysis, AnalyzedFile } from '../analysis/analysis.ts';
import { rules } from '../rules/index.ts';
import { linesOf } from '../text/lines.ts';
import { fromRoot, type ReportContext } from './context.ts';
import { lineHashes } from './line-hash.ts';
import { type Range, rangeIn } from './range.ts';
import { type Reported, reportedOf } from './reported.ts';
import type { LineEdit } from './suggestion.ts';
import { visible } from './visible.ts';
import { standingInWords, waiversOf } from './waivers.ts';
import { counted } from './words.ts';

/** GitHub shows the worst 5,000 results of a run, and refuses a file of more than 25,000. */
const mostResults = 5_000;

/**
 * SARIF 2.1.0, with what GitHub's code scanning requires of it; GitHub ignores suppressions, so what is waived is a notification and no result.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/, https://docs.github.com/code-security/reference/code-scanning/sarif-files/sarif-support
 */
export function sarifReport(analysis: Analysis, context: ReportContext): string {
  const reported = reportedOf(analysis);
  const shown = worst(reported);
  const ids = [...new Set(shown.map((each) => each.finding.rule))].sort();
  const files = new Map(analysis.files.map((file) => [file.migration.path, { file, hashes: hashesOf(file) }]));
  const run = {
    tool: {
      driver: {
        name: 'Lockstep',
        semanticVersion: context.version,
        ...(context.homepage && { informationUri: context.homepage }),
        rules: ids.map((id) => ruleSarif(id, context)),
      },
    },
    invocations: [
      { executionSuccessful: true, toolExecutionNotifications: notificationsOf(analysis, reported.length - shown.length, context) },
    ],
    columnKind: 'utf16CodeUnits',
    results: shown.map((each) => {
      const { file, hashes } = files.get(each.path) as { file: AnalyzedFile; hashes: readonly string[] };
      return {
        ruleId: each.finding.rule,
        ruleIndex: ids.indexOf(each.finding.rule),
        level: each.finding.severity,
        message: { text: plain(each.message) },
        locations: [locationOf(each.path, each.range, context)],
        partialFingerprints: {
          'lockstep/v1': each.fingerprint,
          primaryLocationLineHash: hashes[each.range.line - 1] ?? `${each.fingerprint}:1`,
        },
        ...(each.fix && { fixes: [fixSarif(file, each.fix, context)] }),
      };
    }),
  };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
}

/** In the order of the report; where there are too many, errors before warnings. */
function worst(reported: readonly Reported[]): readonly Reported[] {
  if (reported.length <= mostResults) return reported;
  const errors = reported.filter((each) => each.finding.severity === 'error');
  return [...errors, ...reported.filter((each) => each.finding.severity !== 'error')].slice(0, mostResults);
}

function hashesOf({ migration: { text, byteOrderMark } }: AnalyzedFile): readonly string[] {
  return lineHashes(byteOrderMark ? `\ufeff${text}` : text);
}

/** GitHub takes 1,024 characters of a description, and refuses a rule without help. */
function ruleSarif(id: string, { rulePage, ruleText }: ReportContext): object {
  const rule = rules.find((each) => each.id === id);
  const title = `${rule?.title ?? id}.`;
  const page = rulePage?.(id);
  const text = ruleText?.(id);
  return {
    id,
    name: id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: title },
    ...(page && { helpUri: page }),
    help: { text: text ?? title, ...(text && { markdown: text }) },
    defaultConfiguration: { level: rule?.severity ?? 'error' },
    properties: {
      tags: ['database', 'migration', ...(rule ? [rule.category] : [])],
      precision: 'high',
      'problem.severity': rule?.severity ?? 'error',
    },
  };
}

/** What is no result: waivers, notices, what did not fit. */
function notificationsOf(analysis: Analysis, left: number, context: ReportContext): readonly object[] {
  const { unproved } = analysis.summary;
  const at = (path: string, line: number): readonly object[] => [
    locationOf(path, { line, column: 1, endLine: line, endColumn: 1 }, context),
  ];
  const say = (level: string, text: string): object => ({ level, message: { text: plain(visible(text)) } });
  return [
    ...waiversOf(analysis).map((waiver) => ({
      ...say('note', `Waived: ${waiver.rule}: ${waiver.reason} ${standingInWords(waiver)}`.trimEnd()),
      locations: at(waiver.path, waiver.line),
    })),
    ...analysis.notices.map(({ path, line, message }) => ({ ...say('note', message), locations: at(path, line) })),
    ...(unproved ? [say('error', `${counted(unproved, 'plan')} not proved.`)] : []),
    ...(left > 0 ? [say('warning', `${counted(left, 'more finding')}: GitHub takes no more than ${mostResults} from one run.`)] : []),
  ];
}

function locationOf(path: string, range: Range, context: ReportContext): object {
  return { physicalLocation: { artifactLocation: artifactOf(path, context), region: regionOf(range) } };
}

function artifactOf(path: string, context: ReportContext): object {
  const root = fromRoot(path, context).replace(/\p{Surrogate}/gu, '\ufffd');
  const uri = root.split('/').map(encodeURIComponent).join('/');
  return posix.isAbsolute(root) ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}

function regionOf({ line, column, endLine, endColumn }: Range): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function fixSarif({ migration: { path, text } }: AnalyzedFile, { edits }: LineEdit, context: ReportContext): object {
  const lines = linesOf(text);
  const replacements = edits.map(({ span, replacement }) => ({
    deletedRegion: regionOf(rangeIn(lines, span)),
    insertedContent: { text: replacement },
  }));
  return {
    description: { text: 'The first stage of the staged migration.' },
    artifactChanges: [{ artifactLocation: artifactOf(path, context), replacements }],
  };
}

/** `[text](target)` in a message is a link, and names may hold anything. */
function plain(text: string): string {
  return text.replaceAll('](', '] (');
}
