import { describe, expect, test } from 'vitest';
import { lexicographic } from '../../src/convention/order.ts';
import { comparePlaces, isDown, knownPaths, pathsAfter, placeOf, upSections } from '../../src/convention/plain.ts';

const ordered = (paths: readonly string[]): readonly string[] =>
  [...paths]
    .reverse()
    .map(placeOf)
    .sort(comparePlaces)
    .map((each) => each.path);

describe('order', () => {
  test.each([
    ['numbers count as numbers', ['m/1_a.sql', 'm/2_b.sql', 'm/10_c.sql', 'm/010_d.sql', 'm/100.sql']],
    ['timestamps', ['m/20231231235959_z.sql', 'm/20240101000000_a.sql']],
    [
      'times with dashes',
      ['m/20161231235959_z/up.sql', 'm/2017-01-01-000000_a/up.sql', 'm/2017-01-01-000000-0001_b/up.sql', 'm/20170102000000_c/up.sql'],
    ],
    ['a day among moments', ['m/20250604085536_a/migration.sql', 'm/20250625_b/migration.sql', 'm/20250702101500_c/migration.sql']],
    ['a long number that is no day', ['m/20251399_a.sql', 'm/20250604085536_b.sql']],
    ['Flyway versions', ['V1__a.sql', 'V1_1__a.sql', 'V1_2__a.sql', 'V1_10__a.sql', 'V2__a.sql', 'V10__a.sql', 'R__views.sql']],
    ['Flyway versions with dots', ['V1.9__z.sql', 'V1.10__a.sql']],
    ['a plan file after its migration', ['0007_x.sql', '0007_x_2_backfill.sql', '0008_a.sql']],
    ['folders', ['p/20240101_a/migration.sql', 'p/20240102_a/migration.sql', 'p/20240110_a/migration.sql']],
    ['release directories', ['s/v1.2/a.sql', 's/v1.2/b.sql', 's/v1.10/a.sql']],
    ['words after numbers', ['1.sql', 'a2.sql', 'a10.sql']],
    ['digits longer than any number type', ['9'.repeat(40), `1${'0'.repeat(40)}`].map((each) => `${each}.sql`)],
  ])('%s', (_, paths) => expect(ordered(paths)).toEqual(paths));

  test('a word that begins with a digit is no version part', () => {
    expect(placeOf('001_2fa.sql').key).toBe('001_2fa');
    expect(ordered(['001_2fa.sql', '001_10_a.sql', '002_a.sql'])).toEqual(['001_2fa.sql', '001_10_a.sql', '002_a.sql']);
  });
});

test('a series is the directory that a tool runs', () => {
  expect(placeOf('db/migrations/0001_a.sql').series).toBe('db/migrations');
  expect(placeOf('prisma/migrations/2024_a/migration.sql').series).toBe('prisma/migrations');
  expect(placeOf('schema/v1.2/0001_a.sql').series).toBe('schema');
  expect(placeOf('0001_a.sql').series).toBe('');
});

test('what undoes a migration is told by its name, and by its twin where the name could be a word', () => {
  const none = (): boolean => false;
  for (const path of ['m/1.down.sql', 'm/1_a/down.sql', 'm/1_a.undo.sql', 'm/U1__a.sql', 'm/U1.2__a.sql', 'm/1.DOWN.sql'])
    expect(isDown(path, none), path).toBe(true);
  for (const path of ['m/1.up.sql', 'm/up.sql', 'm/0009_scale_down.sql', 'm/shutdown.sql', 'm/Users__a.sql'])
    expect(isDown(path, none), path).toBe(false);
  expect(isDown('m/1_down.sql', (path) => path === 'm/1_up.sql')).toBe(true);
});

describe('sections', () => {
  const run = (text: string): string | undefined => {
    const spans = upSections(text);
    return spans?.map((span) => text.slice(span.start, span.end).trim()).join('|');
  };
  test.each([
    ['-- +goose Up\nA;\n-- +goose Down\nB;', 'A;'],
    ['-- +goose Down\nB;\n-- +goose Up\nA;\n', 'A;'],
    ['x;\n-- +migrate Up notransaction\nA;\n-- +migrate Down\nB;', 'A;'],
    ['-- migrate:up transaction:false\r\nA;\r\n-- migrate:down\r\nB;', 'A;'],
    ['-- rambler up\nA;\n-- rambler down\nB;\n-- rambler up\nC;', 'A;|C;'],
    ['--+goose up\nA;', 'A;'],
  ])('%j', (text, expected) => expect(run(text)).toBe(expected));

  test('without an up marker all of the file is read', () => {
    expect(run('A;\n-- going up\n')).toBeUndefined();
    expect(run('A;\n-- migrate:down\nB;')).toBeUndefined();
  });
});

test('a tool that goes by names as text gets names that sort as text', () => {
  const after = (path: string): readonly string[] | undefined =>
    pathsAfter(knownPaths([path]), path, ['enforce'], { compare: lexicographic });
  expect(after('m/98_a/migration.sql')).toEqual(['m/99_enforce/migration.sql']);
  expect(after('m/99_a/migration.sql')).toEqual(['m/99_a_2_enforce/migration.sql']);
});

describe('paths for plan files', () => {
  const names = ['Backfill orders.status', 'enforce'];
  test.each<[string, readonly string[], string, readonly string[]]>([
    ['the next numbers', [], 'm/0007_a.sql', ['m/0008_backfill_orders_status.sql', 'm/0009_enforce.sql']],
    ['no room', ['m/0009_b.sql'], 'm/0007_a.sql', ['m/0007_a_2_backfill_orders_status.sql', 'm/0007_a_3_enforce.sql']],
    [
      'a number that is taken, though its name sorts behind',
      ['m/0008_zebra.sql'],
      'm/0007_a.sql',
      ['m/0007_a_2_backfill_orders_status.sql', 'm/0007_a_3_enforce.sql'],
    ],
    [
      'the second number is taken',
      ['m/0009_zebra.sql'],
      'm/0007_a.sql',
      ['m/0007_a_2_backfill_orders_status.sql', 'm/0007_a_3_enforce.sql'],
    ],
    ['the width grows', [], 'm/99.sql', ['m/100_backfill_orders_status.sql', 'm/101_enforce.sql']],
    ['up files', [], 'm/0007_a.up.sql', ['m/0008_backfill_orders_status.up.sql', 'm/0009_enforce.up.sql']],
    ['timestamps', [], 'm/20241231235959_a.sql', ['m/20250101000000_backfill_orders_status.sql', 'm/20250101000001_enforce.sql']],
    ['parted timestamps', [], 'm/20241231_235959_a.sql', ['m/20250101_000000_backfill_orders_status.sql', 'm/20250101_000001_enforce.sql']],
    [
      'times with dashes',
      [],
      'm/2024-12-31-235959_a/up.sql',
      ['m/2025-01-01-000000_backfill_orders_status/up.sql', 'm/2025-01-01-000001_enforce/up.sql'],
    ],
    ['a date has no seconds', [], 'm/20241231_a.sql', ['m/20241231_a_2_backfill_orders_status.sql', 'm/20241231_a_3_enforce.sql']],
    ['Flyway', ['m/V6__b.sql'], 'm/V5__a.sql', ['m/V5_1__backfill_orders_status.sql', 'm/V5_2__enforce.sql']],
    ['Flyway with dots', ['m/V1.2__b.sql'], 'm/V5__a.sql', ['m/V5.1__backfill_orders_status.sql', 'm/V5.2__enforce.sql']],
    ['Flyway between', ['m/V5_1__b.sql'], 'm/V5__a.sql', ['m/V5_0_1__backfill_orders_status.sql', 'm/V5_0_2__enforce.sql']],
    [
      'folders',
      [],
      'p/20240101000000_a/migration.sql',
      ['p/20240101000001_backfill_orders_status/migration.sql', 'p/20240101000002_enforce/migration.sql'],
    ],
    ['no number', ['m/b.sql'], 'm/a.sql', ['m/a_2_backfill_orders_status.sql', 'm/a_3_enforce.sql']],
    ['releases', [], 's/v1.2/0001_a.sql', ['s/v1.2/0002_backfill_orders_status.sql', 's/v1.2/0003_enforce.sql']],
  ])('%s', (_, existing, path, expected) => {
    const paths = pathsAfter(knownPaths(existing), path, names) ?? [];
    expect(paths).toEqual(expected);
    expect(ordered([path, ...paths])).toEqual([path, ...paths]);
  });

  test('nothing that exists is named, whatever stands in the way', () => {
    const existing = ['m/0007_a.sql', 'm/0007_a_2_enforce.sql', 'm/0008_b.sql'];
    const paths = pathsAfter(knownPaths(existing), 'm/0007_a.sql', ['enforce']) ?? [];
    expect(paths).toHaveLength(1);
    expect(existing).not.toContain(paths[0]);
  });

  test('hostile names become plain words', () => {
    expect(pathsAfter(knownPaths([]), 'm/1_a.sql', ['../../etc/passwd', '\u001b[31m', ''])).toEqual([
      'm/2_etc_passwd.sql',
      'm/3_31m.sql',
      'm/4_next.sql',
    ]);
  });

  test('standard input has no place to put files', () => {
    expect(pathsAfter(knownPaths([]), '<stdin>', ['enforce'])).toBeUndefined();
  });
});
