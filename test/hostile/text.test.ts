import { beforeAll, expect, test } from 'vitest';
import { type Ran, runAction } from '../action/run.ts';
import { base } from '../action/service.ts';
import { commandsIn, type Rendered, renderMarkdown, renderPage, renderXml } from './oracle.ts';
import { payloads } from './payloads.ts';

/**
 * Each payload stands in every place that a pull request can write to and a report may show: an identifier, a literal, a comment, the reason of a waiver,
 * a directive, the names of files. What comes of it has to be, but for the text itself, what comes of a harmless word.
 */

const line = (text: string): string => text.replace(/[\n\r\u2028\f\v]/g, ' ');
const identifier = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** Slashes would make directories of it. */
const fileName = (text: string): string => text.replaceAll('/', '_');

const sql = (text: string): string => `SET lock_timeout = '5s';
-- ${line(text)}
ALTER TABLE orders ADD COLUMN ${identifier(text)} text DEFAULT (random()::text || ${literal(text)});
-- lockstep-ignore create-index-blocking: because ${line(text)}
CREATE INDEX ${identifier(text)} ON orders (note);
-- lockstep: ${line(text)}
ALTER TABLE refunds ADD CONSTRAINT ${identifier(text)} CHECK (order_id > 0 AND ${literal(text)} <> '');
ALTER TABLE ${identifier(text)} DROP COLUMN ${identifier(text)};
`;

const formats = ['text', 'json', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'rdjsonl', 'markdown', 'html'];

/** One run with the text in two migrations: GitHub shows the diff of the one, so that comments stand in it, and not that of the other. */
async function planted(text: string): Promise<Ran> {
  const [shown, hidden] = [`db/migrations/0003_${fileName(text)}.sql`, `db/migrations/0004_${fileName(text)}.sql`];
  return runAction({
    world: { base, head: { ...base, [shown]: sql(text), [hidden]: sql(text) }, withoutPatch: [hidden], author: text },
    inputs: { output: formats.map((each) => `${each}=report.${each}`).join('\n') },
  });
}

/** Everything that is drawn somewhere, by its name. */
function drawn(ran: Ran): Readonly<Record<string, Rendered>> {
  const { written } = ran;
  const posted = [...ran.fake.summaries, ...ran.fake.reviews, ...ran.fake.comments].map(
    ({ body }, i) => [`posted ${i}`, renderMarkdown(body)] as const,
  );
  return {
    ...Object.fromEntries(posted),
    'job summary': renderMarkdown(ran.summary),
    markdown: renderMarkdown(written['report.markdown'] ?? ''),
    html: renderPage(written['report.html'] ?? ''),
    junit: renderXml(written['report.junit'] ?? ''),
    checkstyle: renderXml(written['report.checkstyle'] ?? ''),
  };
}

/** Where a carriage return stands alone, git counts other lines than we do, and no comment stands in the diff: what is posted is then of another shape. */
function skeletons(rendered: Readonly<Record<string, Rendered>>, text: string): Readonly<Record<string, string>> {
  const comparable = Object.entries(rendered).filter(([name]) => !(text.includes('\r') && name.startsWith('posted')));
  return Object.fromEntries(comparable.map(([name, { skeleton }]) => [name, skeleton]));
}

let harmless: Ran;
let expected: Readonly<Record<string, Rendered>>;
beforeAll(async () => {
  harmless = await planted('harmless');
  expected = drawn(harmless);
});

test('the harmless word is everywhere that the payloads will be', () => {
  expect(harmless.fake.comments.length).toBeGreaterThan(1);
  for (const text of [harmless.summary, harmless.log, ...formats.map((each) => harmless.written[`report.${each}`] ?? '')])
    expect(text).toContain('harmless');
  expect(Object.values(expected).flatMap(({ faults }) => faults)).toEqual([]);
});

test.concurrent.each(Object.entries(payloads))('%s', async (_, text) => {
  const ran = await planted(text);
  // The verdict, and what it rests on.
  expect(ran.code).toBe(1);
  expect(ran.outputs).toMatchObject({ verdict: 'fail', findings: harmless.outputs.findings });
  const rules = ({ report }: Ran): readonly (readonly string[])[] => report.files.map(({ findings }) => findings.map(({ rule }) => rule));
  expect(rules(ran)).toEqual(rules(harmless));
  // What is drawn.
  const found = drawn(ran);
  expect(Object.entries(found).flatMap(([name, { faults }]) => faults.map((each) => `${name}: ${each}`))).toEqual([]);
  expect(skeletons(found, text)).toEqual(skeletons(expected, text));
  // What the runner reads: as many commands of each kind, and more only where comments do not stand in the diff.
  const kinds = (each: Ran): readonly string[] =>
    commandsIn(each.log).map((command) => /^::(error|warning|notice)(?= |::)/.exec(command)?.[1] ?? command);
  expect(kinds(ran).filter((kind) => !['error', 'warning', 'notice'].includes(kind))).toEqual([]);
  if (!text.includes('\r')) expect(kinds(ran)).toEqual(kinds(harmless));
  expect(commandsIn(ran.written['report.github'] ?? '')).toHaveLength(commandsIn(harmless.written['report.github'] ?? '').length);
  expect(Object.keys(ran.outputs)).toEqual(Object.keys(harmless.outputs));
  // What other programs read.
  for (const format of ['json', 'sarif', 'gitlab']) JSON.parse(ran.written[`report.${format}`] ?? '');
  const lines = (each: Ran): readonly string[] => (each.written['report.rdjsonl'] ?? '').trimEnd().split('\n');
  expect(lines(ran).map((each) => typeof JSON.parse(each))).toEqual(lines(harmless).map(() => 'object'));
  // What a terminal would obey.
  expect(ran.written['report.text']).not.toMatch(/(?!\n)\p{Cc}|[\u200b-\u200f\u2028-\u202e\u{e0000}-\u{e007f}]/u);
});
