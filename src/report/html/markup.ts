import { visible, visibleLines } from '../visible.ts';

/** Markup that is safe to put into a page. Only `html` makes it. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | undefined | readonly Part[];

/**
 * Markup from a template. Whatever is put in is text and is escaped, in an attribute (always within double quotes) as well, unless it is markup itself;
 * undefined is nothing, a list is its parts one after the other.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((each, i) => (i === 0 ? '' : rendered(parts[i - 1])) + each).join(''));
}

function rendered(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string') return escaped(visible(part));
  if (typeof part === 'number') return String(part);
  return part.map(rendered).join('');
}

/** SQL as it stands, line by line; what could hide something in it is shown. */
export function sqlText(text: string): Markup {
  return new Markup(
    visibleLines(text.replace(/\r?\n$/, ''))
      .map(escaped)
      .join('\n'),
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`).replace(/[\ufffe\uffff]/g, '\ufffd');
}

/** A path, which may break behind its joints. */
export function pathText(path: string): Markup {
  return html`<span class="path">${path.split(/(?<=[/_])/).map((each) => html`${each}<wbr/>`)}</span>`;
}

/** `inside` under a heading, or nothing where there is nothing. */
export function section(title: string, id: string, inside: readonly Markup[]): Markup {
  return inside.length === 0 ? html`` : html`<section id="${id}">\n<h2>${title}</h2>\n${inside}\n</section>\n`;
}

/** Backticks in a sentence of ours hold code. */
export function sentence(text: string): Markup {
  const parts = text.split('`');
  if (parts.length % 2 === 0) return html`${text}`;
  return html`${parts.map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))}`;
}
