import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { renderReport } from '../../../src/report/format.ts';
import { context, hostile } from './judged.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** Everything that the Markdown becomes, its own HTML read as well: GitHub would sanitise it afterwards, other hosts need not. */
function elementsOf(markdown: string): readonly Element[] {
  const page = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  const elements: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) elements.push(node);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parseFragment(page));
  return elements;
}

test('hostile names become no markup, no link, no picture', async () => {
  const elements = elementsOf(await renderReport('markdown', await hostile(), context));
  const names = new Set(elements.map((each) => each.tagName));
  const ours =
    'p strong em code pre table thead tbody tr th td br hr ol ul li details summary sub b a span blockquote h1 h2 h3 h4 del'.split(' ');
  expect([...names].filter((each) => !ours.includes(each))).toEqual([]);
  for (const { tagName, attrs } of elements) {
    for (const { name, value } of attrs) {
      expect(['href', 'class', 'align', 'start']).toContain(name);
      if (name === 'href') expect(value).toMatch(/^https:\/\/example\.com\/lockstep\/rules\/[a-z-]+\.md$/);
    }
    if (tagName === 'a') expect(attrs.map((each) => each.name)).toEqual(['href']);
  }
  // What we open ourselves is what is closed.
  const texts = await renderReport('markdown', await hostile(), context);
  expect(texts.match(/^<details>/gm)?.length).toBe(texts.match(/^<\/details>$/gm)?.length);
});
