import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generatedFiles } from '../scripts/docs.ts';
import { rules } from '../src/rules/index.ts';
import { readPage } from './rules/page.ts';

const root = new URL('../', import.meta.url);
const ids = rules.map((rule) => rule.id);
const namesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith(ending) && name !== 'README.md')
    .map((name) => name.slice(0, -ending.length))
    .sort();

test('every rule file is in the index under its own name, in alphabetical order', () => {
  const files = ['src/rules/', 'src/rules/mysql/'].flatMap((folder) =>
    namesIn(folder, '.ts').flatMap((name) => {
      const text = readFileSync(new URL(`${folder}${name}.ts`, root), 'utf8');
      if (!/^export default define(?:Shared|Mysql)?Rule\(/m.test(text)) return [];
      expect(text).toContain(`id: '${name}'`);
      return [name];
    }),
  );
  expect(ids).toEqual(files.sort());
});

test('every rule has its page, and every page its rule', () => {
  expect(namesIn('docs/rules/', '.md')).toEqual(ids);
});

test.each(rules.map((rule) => [rule.id, rule] as const))('the page of %s is complete', (id, rule) => {
  const { head, headings, blocks, text } = readPage(id);
  expect(head).toEqual([`# ${id}`, `${rule.title}.`, `*${rule.category}, ${rule.severity}*`]);
  expect(headings).toEqual(['Why it matters', 'Unsafe', 'Safe', 'What to do']);
  const under = (heading: string) => blocks.filter((block) => block.heading === heading);
  expect(under('Unsafe').some((block) => block.flagged.some((each) => each.rule === id))).toBe(true);
  expect(under('Safe').length).toBeGreaterThan(0);
  expect(under('Safe').flatMap((block) => block.flagged)).toEqual([]);
  if (rule.category === 'blocking')
    expect(text).toMatch(/https:\/\/(?:www\.postgresql\.org\/docs\/current|dev\.mysql\.com\/doc|mariadb\.com\/kb)\//);
});

test('what is generated is up to date', () => {
  expect(
    generatedFiles()
      .filter((each) => each.now !== each.wanted)
      .map((each) => each.path),
  ).toEqual([]);
});
