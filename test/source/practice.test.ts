import { expect, test } from 'vitest';
import { arrange } from '../../src/source/arrange.ts';

/** What of a file under review takes part in the run is not for the file alone to say. */

const create = 'CREATE TABLE orders (id int);\n';
const goose = (up: string, down: string): string => `-- +goose Up\n${up}\n-- +goose Down\n${down}\n`;

/** The SQL that is read of each file under review, blanks left out; a file that is not judged is missing. */
function judged(
  review: Readonly<Record<string, string>>,
  siblings: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const texts: Readonly<Record<string, string>> = { ...siblings, ...review };
  const sets = arrange({
    review: new Map(Object.keys(review).map((path) => [path, {}])),
    siblings: Object.keys(siblings),
    isHistory: () => true,
    earlier: [],
    together: true,
    transaction: 'unknown',
    read: (path) => ({ text: texts[path] ?? '' }),
  });
  const migrations = sets.flatMap(({ units }) => units.flatMap((unit) => unit.migrations));
  return Object.fromEntries(
    migrations.map(({ path, text, sections }) => [
      path,
      (sections ?? [{ start: 0, end: text.length }]).map(({ start, end }) => text.slice(start, end).trim()).join(' | '),
    ]),
  );
}

test('the markers of a tool part a file where the files before it are parted by them', () => {
  const change = goose('SELECT 1;', 'DROP TABLE orders;');
  expect(judged({ 'm/2.sql': change }, { 'm/1.sql': goose(create, 'DROP TABLE orders;') })).toEqual({ 'm/2.sql': 'SELECT 1;' });
  expect(judged({ 'm/1.sql': change })).toEqual({ 'm/1.sql': 'SELECT 1;' });
});

test('a branch that brings the markers hides nothing behind them', () => {
  const hiding = goose('SELECT 1;', 'DROP TABLE orders;');
  expect(judged({ 'm/2.sql': hiding }, { 'm/1.sql': create })).toEqual({ 'm/2.sql': hiding.trim() });
  const other = hiding.replaceAll('+goose ', 'migrate:');
  expect(judged({ 'm/2.sql': other }, { 'm/1.sql': goose(create, '') })).toEqual({ 'm/2.sql': other.trim() });
});

test('markers of two tools in one file part nothing: one of them is a comment to the tool that runs it', () => {
  const mixed = '-- +goose Up\nSELECT 1;\n-- migrate:down\nDROP TABLE orders;\n-- +goose Down\nSELECT 2;\n';
  expect(judged({ 'm/2.sql': mixed }, { 'm/1.sql': goose(create, '') })).toEqual({ 'm/2.sql': mixed.trim() });
});

test('a name that says it undoes is believed where the series has such names, is new, or the twin stands beside it', () => {
  const down = { 'm/2.down.sql': 'DROP TABLE orders;' };
  expect(judged(down, { 'm/1.up.sql': create, 'm/1.down.sql': 'DROP TABLE orders;' })).toEqual({});
  expect(judged({ 'm/1.up.sql': create, 'm/1.down.sql': 'DROP TABLE orders;' })).toEqual({ 'm/1.up.sql': create.trim() });
  expect(judged({ ...down, 'm/2.up.sql': 'SELECT 1;' }, { 'm/1.sql': create })).toEqual({ 'm/2.up.sql': 'SELECT 1;' });
  expect(judged({ 'm/U2__a.sql': 'SELECT 2;', 'm/V2__a.sql': 'SELECT 1;' }, { 'm/V1__a.sql': create })).toEqual({
    'm/V2__a.sql': 'SELECT 1;',
  });
});

test.each(['m/2.down.sql', 'm/2.undo.sql', 'm/U2__x.sql', 'm/2/down.sql'])(
  '%s alone, in a series that never had such names, is judged',
  (path) => {
    expect(judged({ [path]: 'DROP TABLE orders;' }, { 'm/1.sql': create, 'm/9/x.sql': create })).toEqual({ [path]: 'DROP TABLE orders;' });
  },
);
