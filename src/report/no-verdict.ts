import { digest } from './fingerprint.ts';
import type { Format } from './format.ts';
import { jsonError } from './json.ts';
import { prose } from './markdown-escape.ts';
import { visible } from './visible.ts';
import { type Element, xmlDocument } from './xml.ts';

/** The place of what is about no file: these formats want one. */
const nowhere = '.lockstep.yml';

/**
 * The report of a run that could not judge. It must not be taken for one that found nothing, nor for that of an earlier run.
 * @param reason one line
 * @returns undefined where the format has no way to say it: SARIF and rdjsonl without results would close what was reported before
 */
export function noVerdictReport(format: Format, reason: string): string | undefined {
  const message = `Lockstep could not judge: ${visible(reason)}`;
  switch (format) {
    case 'text':
      return `${message}\n`;
    case 'json':
      return jsonError(reason);
    case 'markdown':
      return noVerdictMarkdown(reason);
    case 'html':
      return `<!DOCTYPE html>\n${xmlDocument(page(message)).replace(/^<\?xml.*\n/, '')}`;
    case 'github':
      return `::error::${message.replaceAll('%', '%25')}\n`;
    case 'gitlab': {
      const location = { path: nowhere, lines: { begin: 1 } };
      const issue = { description: message, check_name: 'no-verdict', fingerprint: digest(message), severity: 'blocker', location };
      return `${JSON.stringify([issue], undefined, 2)}\n`;
    }
    case 'junit': {
      const error: Element = { name: 'error', attributes: { type: 'no-verdict', message } };
      const test: Element = { name: 'testcase', attributes: { name: 'verdict', classname: 'lockstep' }, content: [error] };
      const counts = { name: 'lockstep', tests: 1, failures: 0, errors: 1 };
      const suite: Element = { name: 'testsuite', attributes: { ...counts, skipped: 0 }, content: [test] };
      return xmlDocument({ name: 'testsuites', attributes: counts, content: [suite] });
    }
    case 'checkstyle': {
      const attributes = { line: 1, column: 1, severity: 'error', message, source: 'lockstep.no-verdict' };
      const file: Element = { name: 'file', attributes: { name: nowhere }, content: [{ name: 'error', attributes }] };
      return xmlDocument({ name: 'checkstyle', attributes: { version: '4.3' }, content: [file] });
    }
    case 'sarif':
    case 'rdjsonl':
      return undefined;
  }
}

/** The same for the job summary. */
export function noVerdictMarkdown(reason: string): string {
  return `**Lockstep: error.** Nothing was judged: ${prose(reason)}\n`;
}

function page(message: string): Element {
  const head: Element = {
    name: 'head',
    attributes: {},
    content: [
      { name: 'meta', attributes: { charset: 'utf-8' } },
      { name: 'title', attributes: {}, content: 'Lockstep: error' },
    ],
  };
  const body: Element[] = [
    { name: 'h1', attributes: {}, content: 'Lockstep: error' },
    { name: 'p', attributes: {}, content: message },
  ];
  return { name: 'html', attributes: { lang: 'en' }, content: [head, { name: 'body', attributes: {}, content: body }] };
}
