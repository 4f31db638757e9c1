import { visible } from './visible.ts';

/**
 * Untrusted text in GitHub's Markdown: names, SQL, paths and messages come from the pull request, and whoever wrote it may want to
 * ping a team, link an issue, load a picture, close our `<details>` or forge our markers. Everything that a report prints goes through
 * one of these; none of them can be left again by what is inside.
 */

/** One line; control, direction and zero-width characters are shown instead of obeyed. */
const oneLine = (text: string): string => visible(text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' '));

/**
 * A sentence. Backtick pairs in it are kept as inline code (our own messages have them); in the rest every character that means
 * something to Markdown, HTML or GitHub is taken out of action.
 */
export function prose(text: string): string {
  const parts = oneLine(text).split('`');
  if (parts.length % 2 === 0) {
    // The last backtick has no partner: a character like others.
    const last = parts.pop();
    parts.push(`${parts.pop()}\`${last}`);
  }
  return parts
    .map((part, index) => {
      if (index % 2 === 1) return code(part);
      // Two code spans that touch would read as one.
      return part === '' && index > 0 && index < parts.length - 1 ? '<!-- -->' : plain(part);
    })
    .join('');
}

/** Prose without code. */
function plain(text: string): string {
  return inert(text.replace(/[\\`*[\]|~]/g, '\\$&').replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_'));
}

/**
 * Text in which neither HTML nor GitHub finds anything. GitHub looks for `@mentions`, `#123`, links and mathematics in the rendered text, so entities and
 * backslashes do not stop it; an empty HTML comment, which splits the text, does, and it is not copied along.
 */
function inert(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\$/g, '<span>$$</span>')
    .replace(/@/g, '@<!-- -->')
    .replace(/#(?=\d)/g, '#<!-- -->')
    .replace(/\b(gh)-(?=\d)/gi, '$1-<!-- -->')
    .replace(/:\/\//g, ':<!-- -->//')
    .replace(/\bwww\./gi, 'www<!-- -->.');
}

/** Inline code on one line. Delimited by more backticks than it holds in a row; nothing is a mention or markup inside. */
export function code(text: string): string {
  const line = oneLine(text);
  if (line.trim() === '') return '';
  const ticks = '`'.repeat(longestRun(line) + 1);
  // CommonMark takes one space off at both ends, which lets the content begin or end with a backtick.
  const padding = line.startsWith('`') || line.endsWith('`') || (line.startsWith(' ') && line.endsWith(' ')) ? ' ' : '';
  return `${ticks}${padding}${line}${padding}${ticks}`;
}

/** Markdown that is to stand in a table cell: a pipe ends the cell even inside code. */
export function cell(markdown: string): string {
  return markdown.replace(/(?<!\\)\|/g, '\\|');
}

/** A fenced block, its fence longer than any run of backticks inside. An empty `text` gives a block without lines. */
export function fence(info: string, text: string): string {
  const inside = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const ticks = '`'.repeat(Math.max(3, longestRun(inside) + 1));
  return text === '' ? `${ticks}${info}\n${ticks}` : `${ticks}${info}\n${inside}\n${ticks}`;
}

/** A collapsed block. The blank lines make GitHub read Markdown inside; `summary` is Markdown-free HTML or already escaped. */
export function details(summary: string, inside: string): string {
  return `<details><summary>${summary}</summary>\n\n${inside}\n\n</details>`;
}

/** Text inside an HTML element on one line, such as `<summary>`, where Markdown is not read. */
export function html(text: string): string {
  return inert(oneLine(text)).replace(/"/g, '&quot;');
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
