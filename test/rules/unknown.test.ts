import { describe, expect, test } from 'vitest';
import { findingsOf, type Setup } from './judge.ts';

/** Where the worst is taken because something is not known, the message says what, and what would tell. */
const messageOf = (rule: string, sql: string, setup: Setup = {}): string =>
  findingsOf(sql, setup).find((finding) => finding.rule === rule)?.message ?? 'not reported';

describe('what is not known is said', () => {
  test('the volatility of a function', () => {
    const message = messageOf('add-column-volatile-default', 'ALTER TABLE t ADD COLUMN a text DEFAULT make_code();');
    expect(message).toContain('because the default make_code() is unknown to the history and may be volatile');
    expect(message).toContain('its definition in the history, or a schema dump (`--schema FILE`), would tell');
  });

  test('the volatility of an operator', () => {
    const message = messageOf('add-column-volatile-default', "ALTER TABLE t ADD COLUMN a float8 DEFAULT ('a' <<->> 'b');");
    expect(message).toContain('the default the operator <<->> is unknown to the history');
  });

  test('the type that a column has', () => {
    const message = messageOf('alter-column-type-blocking', 'ALTER TABLE t ALTER COLUMN a TYPE bigint;');
    expect(message).toContain('the type it has now is not known to the history');
    expect(message).toContain('would tell');
  });

  test('the casts of a type', () => {
    const history = ['CREATE TABLE t (a text);'];
    const message = messageOf('alter-column-type-blocking', 'ALTER TABLE t ALTER COLUMN a TYPE geometry USING a::geometry;', { history });
    expect(message).toContain('the casts of the type geometry are not known to the history');
    expect(message).toContain('waive this with the reason');
  });

  test('the time zone', () => {
    const history = ['CREATE TABLE t (a timestamp);'];
    const sql = 'ALTER TABLE t ALTER COLUMN a TYPE timestamptz;';
    expect(messageOf('alter-column-type-blocking', sql, { history })).toContain('`time-zone: UTC` in .lockstep.yml says that it is');
  });

  test('the partitions', () => {
    const history = ['CREATE TABLE t (a int) PARTITION BY RANGE (a);'];
    const message = messageOf('create-index-partitioned', 'CREATE INDEX ON t (a);', { history });
    expect(message).toContain(
      'its partitions, which the history does not know and a schema dump (`--schema FILE`) would show, may hold rows',
    );
  });

  test('the indexes of a column', () => {
    const history = ['ALTER TABLE t ALTER COLUMN a TYPE int;'];
    const message = messageOf('alter-column-type-blocking', 'ALTER TABLE t ALTER COLUMN a TYPE oid;', { history });
    expect(message).toContain('an index on the column, which the history may not know, is built anew');
    expect(message).toContain('would tell');
  });

  test('the columns of an index', () => {
    const message = messageOf('add-primary-key-blocking', 'ALTER TABLE t ADD PRIMARY KEY USING INDEX i;');
    expect(message).toContain('the columns of the index are not known to the history');
  });

  test('the tablespace', () => {
    const history = ['CREATE TABLE t (a int);'];
    const message = messageOf('set-tablespace-rewriting', 'ALTER TABLE t SET TABLESPACE fast;', { history });
    expect(message).toContain('default_tablespace is known');
  });
});

describe('what is known is not', () => {
  test('functions that an extension of the history brings', () => {
    const volatile = 'ALTER TABLE t ADD COLUMN a uuid DEFAULT uuid_generate_v4();';
    expect(messageOf('add-column-volatile-default', volatile)).toContain('is unknown to the history');
    const history = ['CREATE EXTENSION IF NOT EXISTS "uuid-ossp"; CREATE EXTENSION pgcrypto;'];
    expect(messageOf('add-column-volatile-default', volatile, { history })).toContain('because the default uuid_generate_v4() is volatile');
    const immutable = "ALTER TABLE t ADD COLUMN a uuid DEFAULT uuid_generate_v5(uuid_ns_dns(), 'x');";
    expect(messageOf('add-column-volatile-default', immutable, { history })).toBe('not reported');
    expect(
      messageOf('add-column-volatile-default', "ALTER TABLE t ADD COLUMN a text DEFAULT encode(digest('x', 'md5'), 'hex');", { history }),
    ).toBe('not reported');
  });

  test('what happens where nobody could follow leaves no refusal certain', () => {
    const history = ['CREATE TABLE t (a int);', "DO $$ BEGIN EXECUTE 'ALTER TABLE t ADD COLUMN b int'; END $$;"];
    expect(messageOf('always-fails', 'ALTER TABLE t DROP COLUMN b;', { history: history.slice(0, 1) })).toContain('has no column b');
    expect(messageOf('always-fails', 'ALTER TABLE t DROP COLUMN b;', { history })).toBe('not reported');
    const later = [...history, 'CREATE TABLE u (a int);'];
    expect(messageOf('always-fails', 'ALTER TABLE u DROP COLUMN b;', { history: later })).toContain('has no column b');
  });
});
