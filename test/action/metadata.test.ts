import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = new URL('../../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const action = parse(text('action.yml'));

test('action.yml is what the Marketplace and the runner take', () => {
  expect(action.description.length).toBeLessThan(125);
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/action.js' });
  expect(action.branding).toEqual({ icon: 'database', color: 'green' });
  for (const name of [...Object.keys(action.inputs), ...Object.keys(action.outputs)]) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test('its defaults do not override the config: only what has no place in it has one', () => {
  const defaults = Object.fromEntries(Object.entries<{ default: string }>(action.inputs).map(([name, input]) => [name, input.default]));
  expect(defaults).toEqual({
    'github-token': '$' + '{{ github.token }}',
    paths: '',
    engine: '',
    config: '',
    'fail-on': '',
    'no-proof': '',
    'require-proof': '',
    'time-limit': '',
    'database-url': '',
    'open-follow-up': '',
    output: '',
    'working-directory': '.',
  });
});

test('every input is read, every output written, and both are documented', () => {
  const source = ['inputs', 'publish'].map((name) => text(`src/github/${name}.ts`)).join('\n');
  const page = text('docs/github.md');
  for (const name of [...Object.keys(action.inputs), ...Object.keys(action.outputs)]) {
    expect(source).toContain(`'${name}'`);
    expect(page).toContain(`| \`${name}\` |`);
  }
});
