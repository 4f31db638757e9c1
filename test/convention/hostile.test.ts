import { expect, test } from 'vitest';
import { conventions, recognise } from '../../src/convention/index.ts';
import { substituted } from '../../src/convention/placeholders.ts';
import { arrange } from '../../src/source/arrange.ts';
import { decode } from '../../src/source/decode.ts';
import { directoriesAbove, markersIn } from '../../src/source/markers.ts';

/** What tells a tool comes from the repository: it is bounded, and no text of it takes longer than its length. */

const long = (unit: string): string => unit.repeat(Math.ceil(100_000 / unit.length));
const texts = [
  '\n',
  '--\n',
  '-- \n\n',
  ' ',
  '/*',
  '--atlas:txmode\n',
  '-',
  'int ',
  ')',
  '`',
  "'",
  '-- +goose\n',
  '--changeset ',
  '- x\n',
  '$\u007ba:',
  '{{ .a ',
  '$\u007ba}',
  'a: ',
  '<placeholders>',
  'placeholders = [a',
  '-- +goose envsub on\n$\u007ba:',
  '-- property name:a value:b $\u007ba}\n',
].map(long);

test.each(texts)('a text of many times %.10j', (text) => {
  for (const convention of conventions) {
    const markers = (name: string) => [{ path: name, text: text.slice(0, 100_000) }];
    const around = { series: 'm', paths: ['m/1_a.sql'], samples: [text], markers, own: markers };
    convention.recognise(around);
    const found = convention.placeholders?.(around, () => undefined)({ path: 'm/1_a.sql', text }) ?? [];
    substituted(text, found, 'postgres');
    convention.parts?.(text, 'postgres');
    convention.changesets?.(text, 'postgres');
    convention.transaction({ path: 'm/1_a.sql', text, sidecar: text }, 'postgres');
    convention.writing.list?.add(text.slice(0, 100_000), ['x']);
  }
});

const setsOf = (markers: Readonly<Record<string, Uint8Array>>, paths: readonly string[]) =>
  arrange({
    review: new Map(paths.map((path) => [path, {}])),
    siblings: [],
    isHistory: () => false,
    earlier: [],
    together: true,
    transaction: 'unknown',
    markers: markersIn({
      above: directoriesAbove,
      read: (path) => {
        const bytes = markers[path];
        return bytes && decode(bytes);
      },
    }),
    read: () => ({ text: 'SELECT 1;\n' }),
  });

test.each<[string, Uint8Array, string]>([
  [
    'no text',
    Buffer.from([0xff, 0xfe, 0x00]),
    'It may tell which migration tool is used, and was not read. The file is UTF-16; save it as UTF-8.',
  ],
  [
    'too large',
    Buffer.alloc(1024 * 1024 + 1, ' '),
    'It may tell which migration tool is used, and was not read. The file is larger than 1024 KiB, the most that is read of it.',
  ],
])('a marker that is %s is none, and is told of once', (_, bytes, message) => {
  const sets = setsOf({ 'go.mod': bytes }, ['a/1_a.up.sql', 'b/1_a.up.sql']);
  expect(sets.map(({ tool }) => tool?.id)).toEqual(['plain', 'plain']);
  expect(sets.flatMap(({ troubles = [] }) => troubles)).toEqual([{ path: 'go.mod', message }]);
});

test.each(['', '[]', 'null', '{"entries":5}', '{"entries":[null,{"tag":7}]}', '{'])('a journal that is %j gives no order', (journal) => {
  const [set] = setsOf({ 'drizzle/meta/_journal.json': Buffer.from(journal) }, ['drizzle/0010_b.sql', 'drizzle/0002_a.sql']);
  expect(set?.tool?.id).toBe('drizzle');
  expect(set?.units.flatMap(({ migrations }) => migrations.map(({ path }) => path))).toEqual(['drizzle/0002_a.sql', 'drizzle/0010_b.sql']);
});

test('a name that every object has is no marker', () => {
  const around = { series: 'm', paths: ['m/constructor.sql'], samples: ['__proto__'], markers: () => [], own: () => [] };
  expect(recognise(around).convention.id).toBe('plain');
});
