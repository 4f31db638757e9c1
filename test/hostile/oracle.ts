import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import { SaxesParser } from 'saxes';

type Node = DefaultTreeAdapterTypes.Node;

/** Elements that lie in a line of text, where names with backticks move them about without harm. */
const inline = new Set(['code', 'span', 'wbr', 'mark', 'br', '#text', '#comment']);
const allowed = new Set(
  'p,h1,h2,h3,h4,blockquote,ul,ol,li,table,thead,tbody,tr,th,td,pre,code,strong,em,b,sub,span,br,a,details,summary'.split(','),
);
/** Where our own links may lead: to the rules' pages, and into the pull request. */
const ours = /^https:\/\/github\.com\/(?:lockstep-migrations\/lockstep\/blob\/v1\/docs\/|Codertocat\/Hello-World\/pull\/)/;

export interface Rendered {
  /** The structure without texts: equal for texts that do nothing. */
  readonly skeleton: string;
  /** What GitHub would act on. */
  readonly faults: readonly string[];
}

/** Renders as GitHub does, HTML and all, and looks at what came of it. GitHub's own sanitizer is not relied on. */
export function renderMarkdown(markdown: string): Rendered {
  const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
  const faults: string[] = [];
  const skeleton: string[] = [];
  walk(parseFragment(html), false, (node, inCode, parent) => {
    const { nodeName } = node;
    if (!inline.has(nodeName) && nodeName !== '#document-fragment') skeleton.push(nodeName);
    if (nodeName === '#comment') {
      if (/\S/.test((node as DefaultTreeAdapterTypes.CommentNode).data) && !isFirst(node, parent))
        faults.push('a comment that is not ours');
    } else if (nodeName === '#text') {
      if (!inCode) faults.push(...actedOn((node as DefaultTreeAdapterTypes.TextNode).value, parent?.nodeName ?? ''));
    } else if (nodeName !== '#document-fragment') {
      if (!allowed.has(nodeName)) faults.push(`<${nodeName}>`);
      for (const { name, value } of (node as DefaultTreeAdapterTypes.Element).attrs) {
        if (name === 'href' ? !ours.test(value) : !['class', 'align'].includes(name)) faults.push(`${name}=${value}`);
      }
    }
  });
  return { skeleton: skeleton.join(' '), faults };
}

/** Our markers stand on the first line. */
const isFirst = (node: Node, parent: Node | undefined): boolean =>
  parent !== undefined && 'childNodes' in parent && parent.nodeName === '#document-fragment' && parent.childNodes[0] === node;

/** What GitHub makes of the text outside of code. */
function actedOn(text: string, parent: string): readonly string[] {
  const found = [/@[a-z\d]/i, /(?:^|[^\w])#\d/, /\bgh-\d/i, /:\/\/\S/, /\bwww\.\S/i].flatMap((each) => each.exec(text)?.[0] ?? []);
  return parent !== 'span' && text.includes('$') ? [...found, '$'] : found;
}

/** The report that is a page of its own. */
export function renderPage(html: string): Rendered {
  const faults: string[] = [];
  const skeleton: string[] = [];
  walk(parse(html), false, (node) => {
    if (!inline.has(node.nodeName) && !/^(?:#document|rect|line|text|tspan|title|path|g)$/.test(node.nodeName))
      skeleton.push(node.nodeName);
    if (/^(?:script|img|iframe|object|embed|link|base|form)$/.test(node.nodeName)) faults.push(`<${node.nodeName}>`);
    for (const { name, value } of 'attrs' in node ? node.attrs : []) {
      if (/^on|^src$|^xlink:href$/.test(name)) faults.push(`${name}=${value}`);
      if (name === 'href' && !/^#[\w-]+$/.test(value) && !ours.test(value)) faults.push(`href=${value}`);
    }
  });
  return { skeleton: skeleton.join(' '), faults };
}

/** Well-formed, or a fault; the skeleton are its elements. */
export function renderXml(xml: string): Rendered {
  const skeleton: string[] = [];
  const faults: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => skeleton.push(name));
  parser.on('doctype', () => faults.push('a DOCTYPE'));
  parser.on('error', (error) => faults.push(error.message));
  parser.write(xml).close();
  return { skeleton: skeleton.join(' '), faults };
}

function walk(node: Node, inCode: boolean, visit: (node: Node, inCode: boolean, parent: Node | undefined) => void, parent?: Node): void {
  visit(node, inCode, parent);
  const within = inCode || node.nodeName === 'code' || node.nodeName === 'pre';
  for (const child of 'childNodes' in node ? node.childNodes : []) walk(child, within, visit, node);
}

/** Lines that the runner would take for commands: the new form wherever a line begins with it, the old form anywhere. */
export function commandsIn(log: string): readonly string[] {
  return log.split(/\r\n|\r|\n/).filter((line) => /^\s*::/.test(line) || /##\[/.test(line));
}
