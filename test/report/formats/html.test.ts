import { parse } from 'parse5';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../../src/analysis/analysis.ts';
import { htmlReport } from '../../../src/report/html/report.ts';
import { visible } from '../../../src/report/visible.ts';
import { analysisOf, fileWith, plan } from '../fixture.ts';
import { context, hostile, judged } from './judged.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The page is XML as well, so that a strict parser tells whether any text has got out of its place. */
function read(page: string): { readonly elements: readonly Element[]; readonly text: string } {
  const elements: Element[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes }));
  parser.on('text', (part) => {
    text += part;
  });
  parser.write(page).close();
  return { elements, text };
}

interface Node {
  readonly tagName?: string;
  readonly childNodes?: readonly Node[];
}

/** The elements as parse5 has them, in the order of their start tags. */
function namesIn(node: object): readonly string[] {
  const { tagName, childNodes = [] } = node as Node;
  return [...(tagName === undefined ? [] : [tagName]), ...childNodes.flatMap(namesIn)];
}

const names =
  'html head meta title style body header main footer section article div h1 h2 h3 small p a code pre strong span i mark br wbr ul li details summary table thead tbody tr th td figure figcaption svg g line rect circle text'.split(
    ' ',
  );
const attributes =
  'lang charset http-equiv content name id class href role aria-label viewBox width height x y x1 x2 y1 y2 cx cy r rx'.split(' ');

function isSafe({ elements }: ReturnType<typeof read>): void {
  for (const { name, attributes: own } of elements) {
    expect(names).toContain(name);
    for (const key of Object.keys(own)) expect(attributes).toContain(key);
    // Our own pages, and places in this one.
    if (own.href !== undefined)
      expect(own.href).toMatch(/^(?:https:\/\/example\.com\/lockstep\/rules\/[a-z-]+\.md|#(?:file|plan)-[\d\w-]+)$/);
  }
  expect(elements.find((each) => each.attributes['http-equiv'])?.attributes.content).toMatch(
    /^default-src 'none'; style-src 'unsafe-inline'/,
  );
  const ids = elements.flatMap((each) => each.attributes.id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { attributes: own } of elements) if (own.href?.startsWith('#')) expect(ids).toContain(own.href.slice(1));
}

describe('the page', () => {
  test('hostile names stay text; nothing is loaded, nothing runs', async () => {
    const analysis = await hostile();
    const page = read(htmlReport(analysis, context));
    isSafe(page);
    // A browser, which forgives what is not well-formed, sees the same.
    expect(namesIn(parse(htmlReport(analysis, context)))).toEqual(page.elements.map((each) => each.name));
    // Backticks in a sentence make code.
    const text = page.text.replaceAll('`', '');
    for (const file of analysis.files)
      for (const finding of file.findings)
        if (finding.suppressed === undefined) expect(text).toContain(visible(finding.message).replaceAll('`', ''));
    for (const character of ['\u0001', '\u001b', '\u202e']) expect(page.text).not.toContain(character);
  });

  test('verdict first, then who waits, each place, the plan with its files, what is waived, what could not be read', async () => {
    const analysis = await judged({
      'm/1.sql': 'CREATE TABLE fresh (id int);\nCREATE INDEX ON fresh (id);\nCREATE INDEX i ON orders (id);\n',
      'm/2.sql': '-- lockstep-ignore drop-column: nobody reads it\nALTER TABLE orders DROP COLUMN a;\n',
      'm/3.sql': 'ALTER TABEL x;\n',
    });
    const page = read(htmlReport(analysis, context));
    isSafe(page);
    const order = [
      'Lockstep: fail',
      'Who waits',
      'writes of orders wait while an index is built over every row',
      'As written',
      'What is unsafe, and why',
      'CREATE INDEX i ON orders',
      'Staged plan',
      'CREATE INDEX CONCURRENTLY i ON orders',
      'Rollback, last step first',
      'Waived',
      'nobody reads it',
      'Not readable',
      'Every statement',
      'Lockstep 1.2.3',
    ];
    const at = order.map((each) => page.text.indexOf(each));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at).not.toContain(-1);
  });

  test('nothing unsafe', async () => {
    const page = read(htmlReport(await judged({ 'm/1.sql': 'CREATE TABLE t (id int);\nCREATE INDEX ON t (id);\n' }), context));
    isSafe(page);
    expect(page.text).toContain('Lockstep: pass');
    expect(page.text).not.toContain('Who waits');
    expect(page.elements.some((each) => each.name === 'svg')).toBe(false);
    isSafe(read(htmlReport(analysisOf([]), context)));
  });

  test('a proof with its checks', () => {
    const proof = {
      status: 'proved' as const,
      engine: 'PostgreSQL 18.6 (embedded)',
      checks: [
        { name: 'schema' as const, status: 'passed' as const, detail: 'same schema' },
        { name: 'blocking' as const, status: 'passed' as const, detail: 'longest blocking step: none' },
        { name: 'rows' as const, status: 'skipped' as const, detail: 'no rows' },
      ],
    };
    const analysis: Analysis = analysisOf([fileWith('m/2.sql', 'DROP x', [{ at: 'DROP', plan: 0 }])], { plans: [{ ...plan, proof }] });
    const page = read(htmlReport(analysis, context));
    isSafe(page);
    expect(page.text).toContain('Proved on PostgreSQL 18.6 (embedded): same schema, longest blocking step: none.');
    expect(page.text).toMatch(/✓\s*blocking\s*longest blocking step: none/);
    expect(page.text).toMatch(/–\s*rows\s*no rows/);
  });
});

test('a page of thousands of findings is bounded, and says what it leaves out', () => {
  const lines = Array.from({ length: 12 }, (_, i) => `DROP x${i + 10};`);
  const files = Array.from({ length: 31 }, (_, i) =>
    fileWith(
      `m/${i}.sql`,
      lines.join('\n'),
      lines.map((at) => ({ at })),
    ),
  );
  const page = read(htmlReport(analysisOf(files, { plans: Array.from({ length: 60 }, () => plan) }), context));
  isSafe(page);
  expect(page.text).toContain('And 72 more places;');
  expect(page.text).toContain('And 10 more staged plans;');
});

describe('the picture', () => {
  const bars = async (files: Readonly<Record<string, string>>) => {
    const { elements } = read(htmlReport(await judged(files), context).replace(/<section id="plan-1">[\s\S]*?<\/section>/, ''));
    return elements
      .filter((each) => each.name === 'rect')
      .map(({ attributes: { class: kind, x, width } }) => ({ kind, x: Number(x), width: Number(width) }));
  };

  test('work that grows with the table is wide, a moment is narrow; the colour tells who waits', async () => {
    const [moment, build] = await bars({
      'm/1.sql': '-- lockstep: no-transaction\nALTER TABLE t ADD COLUMN a int;\n',
      'm/2.sql': '-- lockstep: no-transaction\nCREATE INDEX ON t (b);\n',
    });
    expect(moment?.kind).toBe('reads');
    expect(build?.kind).toBe('writes');
    expect(build?.width).toBeGreaterThan(5 * (moment?.width ?? 0));
    expect(await bars({ 'm/1.sql': '-- lockstep: no-transaction\nCREATE INDEX CONCURRENTLY i ON t (b);\n' })).toMatchObject([
      { kind: 'nobody' },
    ]);
  });

  test('a lock is held until its transaction ends', async () => {
    const held = async (between: string) =>
      (await bars({ 'm/1.sql': `ALTER TABLE a ADD COLUMN x int;\n${between}CREATE INDEX ON b (y);\n` })).map((each) => each.kind);
    expect(await held('')).toEqual(['reads', 'writes', 'reads held']);
    expect(await held('COMMIT;\n')).toEqual(['reads', 'writes']);
    expect(
      (await bars({ 'm/1.sql': 'BEGIN;\nALTER TABLE a ADD COLUMN x int;\nCOMMIT;\n', 'm/2.sql': 'CREATE INDEX ON b (y);\n' })).map(
        (each) => each.kind,
      ),
    ).toEqual(['reads', 'writes']);
  });

  test('thousands of files and tables are no picture; what is left out is counted', async () => {
    const files = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`m/${i + 100}.sql`, `ALTER TABLE t${i} DROP COLUMN a;\n`]));
    const page = htmlReport(await judged(files), context);
    isSafe(read(page));
    expect(read(page).text).toContain('20 more files not drawn.');
  });
});
