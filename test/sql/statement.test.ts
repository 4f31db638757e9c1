import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { loadParser } from '../../src/sql/postgres/parser.ts';
import { operations } from './reading.ts';

/** A statement of every kind that PostgreSQL's grammar has, and the operations it is read as, without their spans (here always the whole statement). */
const table: readonly (readonly [sql: string, ...operations: object[]])[] = [
  // Dropping
  [
    'DROP TABLE IF EXISTS a, s.b CASCADE',
    { kind: 'drop-table', table: { name: 'a' }, ifExists: true, cascade: true },
    { kind: 'drop-table', table: { schema: 's', name: 'b' }, ifExists: true, cascade: true },
  ],
  ['DROP FOREIGN TABLE a', { kind: 'drop-table', table: { name: 'a' }, foreign: true }],
  ['DROP INDEX CONCURRENTLY IF EXISTS s.i', { kind: 'drop-index', index: { schema: 's', name: 'i' }, concurrently: true, ifExists: true }],
  ['DROP VIEW v', { kind: 'drop-view', view: { name: 'v' }, materialized: false }],
  ['DROP MATERIALIZED VIEW v CASCADE', { kind: 'drop-view', view: { name: 'v' }, materialized: true, cascade: true }],
  ['DROP TYPE s.y', { kind: 'drop-type', type: { schema: 's', name: 'y' }, domain: false }],
  ['DROP DOMAIN y', { kind: 'drop-type', type: { name: 'y' }, domain: true }],
  ['DROP SEQUENCE q', { kind: 'drop-sequence', sequence: { name: 'q' } }],
  ['DROP SCHEMA a, b CASCADE', { kind: 'drop-schema', schema: 'a', cascade: true }, { kind: 'drop-schema', schema: 'b', cascade: true }],
  ['DROP EXTENSION e CASCADE', { kind: 'drop-extension', extension: 'e', cascade: true }],
  [
    'DROP FUNCTION IF EXISTS s.f(int), g',
    { kind: 'drop-function', function: { schema: 's', name: 'f' }, ifExists: true },
    { kind: 'drop-function', function: { name: 'g' }, ifExists: true },
  ],
  ['DROP PROCEDURE p', { kind: 'drop-function', function: { name: 'p' } }],
  ['DROP TRIGGER g ON s.t', { kind: 'drop-trigger', table: { schema: 's', name: 't' }, trigger: 'g' }],
  ['DROP RULE r ON t', { kind: 'drop-rule', table: { name: 't' }, rule: 'r' }],
  ['DROP POLICY IF EXISTS p ON t', { kind: 'drop-policy', table: { name: 't' }, policy: 'p', ifExists: true }],
  ['DROP CAST (int AS text)', { kind: 'other', command: 'DROP CAST', tables: [] }],
  ['DROP TEXT SEARCH PARSER p', { kind: 'other', command: 'DROP TEXT SEARCH PARSER', tables: [] }],
  ['DROP EVENT TRIGGER e', { kind: 'other', command: 'DROP EVENT TRIGGER', tables: [] }],
  // Renaming
  ['ALTER TABLE IF EXISTS s.a RENAME TO b', { kind: 'rename-table', table: { schema: 's', name: 'a' }, ifExists: true, to: 'b' }],
  ['ALTER TABLE ONLY t RENAME a TO b', { kind: 'rename-column', table: { name: 't' }, only: true, column: 'a', to: 'b' }],
  ['ALTER TABLE t RENAME CONSTRAINT a TO b', { kind: 'rename-constraint', table: { name: 't' }, constraint: 'a', to: 'b' }],
  ['ALTER INDEX IF EXISTS a RENAME TO b', { kind: 'rename-index', index: { name: 'a' }, ifExists: true, to: 'b' }],
  ['ALTER VIEW a RENAME TO b', { kind: 'rename-view', view: { name: 'a' }, materialized: false, to: 'b' }],
  ['ALTER MATERIALIZED VIEW a RENAME TO b', { kind: 'rename-view', view: { name: 'a' }, materialized: true, to: 'b' }],
  ['ALTER VIEW v RENAME a TO b', { kind: 'alter-view', view: { name: 'v' }, materialized: false, action: 'rename column' }],
  ['ALTER SEQUENCE a RENAME TO b', { kind: 'rename-sequence', sequence: { name: 'a' }, to: 'b' }],
  ['ALTER TYPE s.a RENAME TO b', { kind: 'rename-type', type: { schema: 's', name: 'a' }, to: 'b' }],
  ['ALTER DOMAIN a RENAME TO b', { kind: 'rename-type', type: { name: 'a' }, to: 'b' }],
  ['ALTER TYPE y RENAME ATTRIBUTE a TO b CASCADE', { kind: 'alter-composite', type: { name: 'y' }, cascade: true }],
  ['ALTER SCHEMA a RENAME TO b', { kind: 'rename-schema', schema: 'a', to: 'b' }],
  ['ALTER FUNCTION f(int) RENAME TO g', { kind: 'alter-function', function: { name: 'f' }, renameTo: 'g' }],
  ['ALTER TRIGGER a ON t RENAME TO b', { kind: 'rename-trigger', table: { name: 't' }, trigger: 'a', to: 'b' }],
  ['ALTER RULE a ON t RENAME TO b', { kind: 'rename-rule', table: { name: 't' }, rule: 'a', to: 'b' }],
  ['ALTER POLICY a ON t RENAME TO b', { kind: 'alter-policy', table: { name: 't' }, policy: 'a', to: 'b' }],
  ['ALTER ROLE a RENAME TO b', { kind: 'other', command: 'ALTER ROLE', tables: [] }],
  // Schema
  ['ALTER TABLE t SET SCHEMA s', { kind: 'set-schema', table: { name: 't' }, to: 's' }],
  ['ALTER VIEW v SET SCHEMA s', { kind: 'alter-view', view: { name: 'v' }, materialized: false, action: 'set schema', toSchema: 's' }],
  ['ALTER SEQUENCE q SET SCHEMA s', { kind: 'alter-sequence', sequence: { name: 'q' } }],
  ['ALTER TYPE y SET SCHEMA s', { kind: 'set-type-schema', type: { name: 'y' }, to: 's' }],
  ['ALTER FUNCTION f() SET SCHEMA s', { kind: 'alter-function', function: { name: 'f' } }],
  ['ALTER EXTENSION e SET SCHEMA s', { kind: 'other', command: 'ALTER EXTENSION', tables: [] }],
  // Types, domains, sequences, schemas, extensions
  ["CREATE TYPE y AS ENUM ('a', 'B''c')", { kind: 'create-enum', type: { name: 'y' }, values: ['a', "B'c"] }],
  ["ALTER TYPE y ADD VALUE IF NOT EXISTS 'x' BEFORE 'a'", { kind: 'add-enum-value', type: { name: 'y' }, value: 'x', ifNotExists: true }],
  ["ALTER TYPE y RENAME VALUE 'a' TO 'b'", { kind: 'rename-enum-value', type: { name: 'y' }, from: 'a', to: 'b' }],
  ['CREATE TYPE s.y AS (a int)', { kind: 'create-type', type: { schema: 's', name: 'y' }, form: 'composite' }],
  ['CREATE TYPE y AS RANGE (subtype = int4)', { kind: 'create-type', type: { name: 'y' }, form: 'range' }],
  ['CREATE TYPE y', { kind: 'create-type', type: { name: 'y' }, form: 'shell' }],
  ['CREATE TYPE y (input = a, output = b)', { kind: 'create-type', type: { name: 'y' }, form: 'base' }],
  ['CREATE SEQUENCE q', { kind: 'create-sequence', sequence: { name: 'q' } }],
  [
    'CREATE TEMP SEQUENCE IF NOT EXISTS q OWNED BY s.t.c',
    {
      kind: 'create-sequence',
      sequence: { name: 'q' },
      temporary: true,
      ifNotExists: true,
      ownedBy: { table: { schema: 's', name: 't' }, column: 'c' },
    },
  ],
  [
    'ALTER SEQUENCE IF EXISTS q OWNED BY t.c',
    { kind: 'alter-sequence', sequence: { name: 'q' }, ifExists: true, ownedBy: { table: { name: 't' }, column: 'c' } },
  ],
  ['ALTER SEQUENCE q OWNED BY NONE', { kind: 'alter-sequence', sequence: { name: 'q' }, ownedBy: 'none' }],
  ['ALTER SEQUENCE q RESTART', { kind: 'alter-sequence', sequence: { name: 'q' } }],
  ['CREATE SCHEMA IF NOT EXISTS s', { kind: 'create-schema', schema: 's', ifNotExists: true }],
  ['CREATE SCHEMA AUTHORIZATION bob', { kind: 'create-schema', schema: 'bob' }],
  ['CREATE EXTENSION IF NOT EXISTS "uuid-ossp"', { kind: 'create-extension', extension: 'uuid-ossp', ifNotExists: true }],
  // Functions, triggers, policies, rules
  [
    "CREATE OR REPLACE FUNCTION s.f(a int, OUT b text, VARIADIC c text[]) LANGUAGE sql STABLE AS 'drop table t'",
    {
      kind: 'create-function',
      function: { schema: 's', name: 'f' },
      parameters: [
        { name: 'int4', modifiers: [], dimensions: 0, text: 'int' },
        { name: 'text', modifiers: [], dimensions: 1, text: 'text[]' },
      ],
      volatility: 'stable',
      replace: true,
    },
  ],
  [
    "CREATE PROCEDURE p() LANGUAGE sql AS ''",
    { kind: 'create-function', function: { name: 'p' }, parameters: [], volatility: 'volatile', procedure: true },
  ],
  ['ALTER FUNCTION f(int) IMMUTABLE', { kind: 'alter-function', function: { name: 'f' }, volatility: 'immutable' }],
  [
    'CREATE OR REPLACE TRIGGER g AFTER INSERT ON s.t EXECUTE FUNCTION f()',
    { kind: 'create-trigger', table: { schema: 's', name: 't' }, trigger: 'g', replace: true, function: { name: 'f' } },
  ],
  [
    'CREATE CONSTRAINT TRIGGER g AFTER INSERT ON t FROM u FOR EACH ROW EXECUTE FUNCTION f()',
    { kind: 'create-trigger', table: { name: 't' }, trigger: 'g', references: { name: 'u' }, row: true, function: { name: 'f' } },
  ],
  [
    'CREATE RULE r AS ON UPDATE TO t WHERE new.a > old.b DO ALSO (SELECT c FROM v; DELETE FROM u)',
    { kind: 'create-rule', table: { name: 't' }, rule: 'r', columns: ['a', 'b'], reads: [{ name: 'v' }], writes: [{ name: 'u' }] },
  ],
  ['CREATE POLICY p ON t USING (true)', { kind: 'create-policy', table: { name: 't' }, policy: 'p' }],
  [
    'CREATE POLICY p ON t USING (a IN (SELECT b FROM s.u)) WITH CHECK (t.c > 1)',
    { kind: 'create-policy', table: { name: 't' }, policy: 'p', columns: ['a', 'c'], reads: [{ schema: 's', name: 'u' }] },
  ],
  [
    'CREATE TRIGGER g BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (old.b IS DISTINCT FROM new.b) EXECUTE FUNCTION f()',
    { kind: 'create-trigger', table: { name: 't' }, trigger: 'g', columns: ['a', 'b'], row: true, function: { name: 'f' } },
  ],
  ['ALTER POLICY p ON t USING (true)', { kind: 'alter-policy', table: { name: 't' }, policy: 'p' }],
  // Views
  [
    'CREATE OR REPLACE TEMP VIEW v AS SELECT 1',
    { kind: 'create-view', view: { name: 'v' }, materialized: false, replace: true, temporary: true, withData: true, reads: [] },
  ],
  [
    'CREATE MATERIALIZED VIEW IF NOT EXISTS v AS SELECT a FROM t WITH NO DATA',
    {
      kind: 'create-view',
      view: { name: 'v' },
      materialized: true,
      ifNotExists: true,
      withData: false,
      reads: [{ table: { name: 't' }, columns: ['a'] }],
    },
  ],
  ['REFRESH MATERIALIZED VIEW CONCURRENTLY v', { kind: 'refresh-view', view: { name: 'v' }, concurrently: true, withData: true }],
  ['REFRESH MATERIALIZED VIEW v WITH NO DATA', { kind: 'refresh-view', view: { name: 'v' }, concurrently: false, withData: false }],
  // Data
  [
    'INSERT INTO t (a, b) VALUES (1, (SELECT c FROM u))',
    { kind: 'insert', table: { name: 't' }, columns: ['a', 'b'], fromQuery: false, reads: [{ name: 'u' }] },
  ],
  ['INSERT INTO t SELECT * FROM t', { kind: 'insert', table: { name: 't' }, columns: [], fromQuery: true, reads: [{ name: 't' }] }],
  ['INSERT INTO t DEFAULT VALUES', { kind: 'insert', table: { name: 't' }, columns: [], fromQuery: false, reads: [] }],
  ['UPDATE t SET a = 1, (b, c) = (2, 3)', { kind: 'update', table: { name: 't' }, assignments: ['a', 'b', 'c'], reads: [] }],
  [
    'UPDATE s.t x SET a = u.a FROM u WHERE x.b RETURNING 1',
    {
      kind: 'update',
      table: { schema: 's', name: 't' },
      alias: 'x',
      assignments: ['a'],
      reads: [{ name: 'u' }],
      where: { text: 'x.b', tree: { kind: 'column', path: ['x', 'b'] } },
    },
  ],
  [
    'DELETE FROM ONLY t USING u WHERE a /* b */ AND c',
    {
      kind: 'delete',
      table: { name: 't' },
      reads: [{ name: 'u' }],
      only: true,
      where: {
        text: 'a /* b */ AND c',
        tree: {
          kind: 'and',
          arguments: [
            { kind: 'column', path: ['a'] },
            { kind: 'column', path: ['c'] },
          ],
        },
      },
    },
  ],
  ['DELETE FROM t', { kind: 'delete', table: { name: 't' }, reads: [] }],
  [
    'MERGE INTO t USING u ON t.a = u.a WHEN MATCHED THEN DELETE',
    { kind: 'merge', table: { name: 't' }, inserts: false, deletes: true, assignments: [], reads: [{ name: 'u' }] },
  ],
  [
    'TRUNCATE a, s.b CASCADE',
    { kind: 'truncate', table: { name: 'a' }, cascade: true },
    { kind: 'truncate', table: { schema: 's', name: 'b' }, cascade: true },
  ],
  ["COPY t (a) FROM '/x'", { kind: 'copy', table: { name: 't' }, writes: true }],
  ['COPY t TO STDOUT', { kind: 'copy', table: { name: 't' }, writes: false }],
  [
    'COPY (SELECT * FROM t) TO STDOUT',
    { kind: 'copy', writes: false },
    { kind: 'select', reads: [{ name: 't' }], locks: false, calls: [] },
  ],
  [
    "SELECT s.f(a), setval('q', 1) FROM t JOIN u USING (b), pg_class FOR UPDATE OF t",
    { kind: 'select', reads: [{ name: 't' }, { name: 'u' }], locks: true, calls: [{ schema: 's', name: 'f' }, { name: 'setval' }] },
  ],
  ['VALUES (1)', { kind: 'select', reads: [], locks: false, calls: [] }],
  ['TABLE t', { kind: 'select', reads: [{ name: 't' }], locks: false, calls: [] }],
  [
    'WITH x AS (DELETE FROM a WHERE b RETURNING *), y AS (UPDATE c SET d = 1) INSERT INTO e SELECT * FROM x',
    { kind: 'delete', table: { name: 'a' }, reads: [], where: { text: 'b', tree: { kind: 'column', path: ['b'] } } },
    { kind: 'update', table: { name: 'c' }, assignments: ['d'], reads: [] },
    { kind: 'insert', table: { name: 'e' }, columns: [], fromQuery: true, reads: [] },
  ],
  // Upkeep
  [
    'VACUUM (FULL, ANALYZE) a, s.b',
    { kind: 'vacuum', table: { name: 'a' }, full: true },
    { kind: 'vacuum', table: { schema: 's', name: 'b' }, full: true },
  ],
  ['VACUUM FULL', { kind: 'vacuum', full: true }],
  ['VACUUM (FULL off) a', { kind: 'vacuum', table: { name: 'a' }, full: false }],
  ['ANALYZE VERBOSE t', { kind: 'analyze', table: { name: 't' } }],
  ['CLUSTER t USING i', { kind: 'cluster', table: { name: 't' }, index: 'i' }],
  ['CLUSTER', { kind: 'cluster' }],
  [
    'LOCK TABLE a, b IN SHARE ROW EXCLUSIVE MODE NOWAIT',
    { kind: 'lock-table', table: { name: 'a' }, mode: 'SHARE ROW EXCLUSIVE', nowait: true },
    { kind: 'lock-table', table: { name: 'b' }, mode: 'SHARE ROW EXCLUSIVE', nowait: true },
  ],
  ['LOCK TABLE ONLY t', { kind: 'lock-table', table: { name: 't' }, mode: 'ACCESS EXCLUSIVE', only: true }],
  ['LOCK t', { kind: 'lock-table', table: { name: 't' }, mode: 'ACCESS EXCLUSIVE' }],
  ['REINDEX (CONCURRENTLY) TABLE s.t', { kind: 'reindex', target: 'table', name: { schema: 's', name: 't' }, concurrently: true }],
  ['REINDEX INDEX CONCURRENTLY i', { kind: 'reindex', target: 'index', name: { name: 'i' }, concurrently: true }],
  ['REINDEX SCHEMA s', { kind: 'reindex', target: 'schema', name: { name: 's' }, concurrently: false }],
  ['REINDEX SYSTEM', { kind: 'reindex', target: 'system', concurrently: false }],
  // Session
  ['BEGIN', { kind: 'transaction', action: 'begin' }],
  ['START TRANSACTION READ ONLY', { kind: 'transaction', action: 'begin' }],
  ['COMMIT AND CHAIN', { kind: 'transaction', action: 'commit', chain: true }],
  ['END', { kind: 'transaction', action: 'commit' }],
  ['ROLLBACK', { kind: 'transaction', action: 'rollback' }],
  ['ABORT', { kind: 'transaction', action: 'rollback' }],
  ['SAVEPOINT a', { kind: 'transaction', action: 'savepoint' }],
  ['RELEASE a', { kind: 'transaction', action: 'release' }],
  ['ROLLBACK TO a', { kind: 'transaction', action: 'rollback to' }],
  ["PREPARE TRANSACTION 'a'", { kind: 'transaction', action: 'prepare' }],
  ["COMMIT PREPARED 'a'", { kind: 'transaction', action: 'commit prepared' }],
  ["ROLLBACK PREPARED 'a'", { kind: 'transaction', action: 'rollback prepared' }],
  ["SET LOCAL Lock_Timeout = '5s'", { kind: 'set-variable', name: 'lock_timeout', value: ['5s'], local: true }],
  ['SET search_path TO a, "B"', { kind: 'set-variable', name: 'search_path', value: ['a', 'B'] }],
  ['SET statement_timeout = 0', { kind: 'set-variable', name: 'statement_timeout', value: ['0'] }],
  ["SET TIME ZONE 'UTC'", { kind: 'set-variable', name: 'timezone', value: ['UTC'] }],
  ['SET lock_timeout TO DEFAULT', { kind: 'set-variable', name: 'lock_timeout' }],
  ['RESET lock_timeout', { kind: 'set-variable', name: 'lock_timeout' }],
  ['RESET ALL', { kind: 'set-variable', name: 'all' }],
  ['SET TRANSACTION ISOLATION LEVEL SERIALIZABLE', { kind: 'set-variable', name: 'transaction_isolation', value: ['serializable'] }],
  ['CALL s.p(1)', { kind: 'call', procedure: { schema: 's', name: 'p' } }],
  ['PREPARE p AS DELETE FROM t', { kind: 'delete', table: { name: 't' }, reads: [] }],
  ['DECLARE c CURSOR FOR SELECT * FROM t', { kind: 'select', reads: [{ name: 't' }], locks: false, calls: [] }],
  ['EXPLAIN ANALYZE DELETE FROM t', { kind: 'delete', table: { name: 't' }, reads: [] }],
  ['EXPLAIN (ANALYZE off) DELETE FROM t', { kind: 'other', command: 'EXPLAIN', tables: [] }],
  // What reaches tables that it does not name
  [
    'ALTER TABLE ALL IN TABLESPACE a SET TABLESPACE b',
    { kind: 'dynamic-sql', reason: 'it moves everything that is in tablespace a, whatever that is' },
  ],
  ['DROP OWNED BY bob', { kind: 'dynamic-sql', reason: 'it drops everything that bob owns, whatever that is' }],
  ["DO LANGUAGE plpython3u 'x'", { kind: 'dynamic-sql', reason: 'a DO block in plpython3u cannot be read' }],
  // The rest, with the tables that are named
  ['GRANT SELECT ON s.a, b TO bob', { kind: 'other', command: 'GRANT', tables: [{ schema: 's', name: 'a' }, { name: 'b' }] }],
  ['REVOKE ALL ON SCHEMA s FROM bob', { kind: 'other', command: 'REVOKE', tables: [] }],
  ["COMMENT ON TABLE s.t IS 'x'", { kind: 'other', command: 'COMMENT', tables: [{ schema: 's', name: 't' }] }],
  ["COMMENT ON COLUMN t.c IS 'x'", { kind: 'other', command: 'COMMENT', tables: [{ name: 't' }] }],
  ["COMMENT ON MATERIALIZED VIEW s.v IS 'x'", { kind: 'other', command: 'COMMENT', tables: [{ schema: 's', name: 'v' }] }],
  ["COMMENT ON CONSTRAINT c ON s.t IS 'x'", { kind: 'other', command: 'COMMENT', tables: [{ schema: 's', name: 't' }], ofPart: true }],
  ["COMMENT ON POLICY c ON t IS 'x'", { kind: 'other', command: 'COMMENT', tables: [{ name: 't' }], ofPart: true }],
  ["COMMENT ON CONSTRAINT c ON DOMAIN d IS 'x'", { kind: 'other', command: 'COMMENT', tables: [] }],
  ["COMMENT ON TYPE y IS 'x'", { kind: 'other', command: 'COMMENT', tables: [] }],
  ["SECURITY LABEL ON TABLE t IS 'x'", { kind: 'other', command: 'SECURITY LABEL', tables: [{ name: 't' }] }],
  [
    'CREATE STATISTICS x ON a, b FROM t',
    { kind: 'other', command: 'CREATE STATISTICS', tables: [{ name: 't' }], hanging: { name: 'x', columns: [['a', 'b']] } },
  ],
  [
    'CREATE PUBLICATION p FOR TABLE a, s.b',
    {
      kind: 'other',
      command: 'CREATE PUBLICATION',
      tables: [{ name: 'a' }, { schema: 's', name: 'b' }],
      hanging: { name: 'p', columns: [[], []] },
    },
  ],
  [
    'ALTER PUBLICATION p ADD TABLE a',
    { kind: 'other', command: 'ALTER PUBLICATION', tables: [{ name: 'a' }], hanging: { name: 'p', columns: [[]] } },
  ],
];

test.each(table.map(([sql, ...expected]) => [sql, expected] as const))('%s', (sql, expected) => {
  expect(operations(sql)).toEqual(expected.map((each) => ({ ...each, span: sql })));
});

/** Statements of no consequence for tables: the command tag is all. */
const tags: readonly (readonly [sql: string, tag: string])[] = [
  ['ALTER COLLATION c REFRESH VERSION', 'ALTER COLLATION'],
  ['ALTER DATABASE d REFRESH COLLATION VERSION', 'ALTER DATABASE'],
  ['ALTER DATABASE d SET a = 1', 'ALTER DATABASE'],
  ['ALTER DATABASE d CONNECTION LIMIT 1', 'ALTER DATABASE'],
  ['ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO bob', 'ALTER DEFAULT PRIVILEGES'],
  ['ALTER EVENT TRIGGER e DISABLE', 'ALTER EVENT TRIGGER'],
  ['ALTER EXTENSION e ADD TABLE t', 'ALTER EXTENSION'],
  ['ALTER EXTENSION e UPDATE', 'ALTER EXTENSION'],
  ['ALTER FOREIGN DATA WRAPPER w NO HANDLER', 'ALTER FOREIGN DATA WRAPPER'],
  ["ALTER SERVER s VERSION '1'", 'ALTER SERVER'],
  ['ALTER FUNCTION f DEPENDS ON EXTENSION e', 'ALTER FUNCTION'],
  ['ALTER OPERATOR + (int, int) SET (RESTRICT = NONE)', 'ALTER OPERATOR'],
  ['ALTER OPERATOR FAMILY f USING btree DROP FUNCTION 1 (int)', 'ALTER OPERATOR FAMILY'],
  ['ALTER SCHEMA s OWNER TO bob', 'ALTER SCHEMA'],
  ['ALTER ROLE r SET a = 1', 'ALTER ROLE'],
  ['ALTER ROLE r NOLOGIN', 'ALTER ROLE'],
  ['ALTER STATISTICS x SET STATISTICS 5', 'ALTER STATISTICS'],
  ['ALTER SUBSCRIPTION s DISABLE', 'ALTER SUBSCRIPTION'],
  ['ALTER SYSTEM SET a = 1', 'ALTER SYSTEM'],
  ['ALTER TABLESPACE s SET (a = 1)', 'ALTER TABLESPACE'],
  ['ALTER TEXT SEARCH CONFIGURATION c DROP MAPPING FOR a', 'ALTER TEXT SEARCH CONFIGURATION'],
  ['ALTER TEXT SEARCH DICTIONARY d (a = 1)', 'ALTER TEXT SEARCH DICTIONARY'],
  ['ALTER TYPE y SET (STORAGE = plain)', 'ALTER TYPE'],
  ["ALTER USER MAPPING FOR bob SERVER s OPTIONS (a 'b')", 'ALTER USER MAPPING'],
  ['CHECKPOINT', 'CHECKPOINT'],
  ['CLOSE c', 'CLOSE CURSOR'],
  ['SET CONSTRAINTS ALL DEFERRED', 'SET CONSTRAINTS'],
  ['CREATE ACCESS METHOD m TYPE INDEX HANDLER h', 'CREATE ACCESS METHOD'],
  ['CREATE CAST (int AS y) WITHOUT FUNCTION', 'CREATE CAST'],
  ["CREATE CONVERSION c FOR 'a' TO 'b' FROM f", 'CREATE CONVERSION'],
  ['CREATE DATABASE d', 'CREATE DATABASE'],
  ['CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f()', 'CREATE EVENT TRIGGER'],
  ['CREATE FOREIGN DATA WRAPPER w', 'CREATE FOREIGN DATA WRAPPER'],
  ['CREATE SERVER s FOREIGN DATA WRAPPER w', 'CREATE SERVER'],
  ['CREATE OPERATOR CLASS c FOR TYPE int USING btree AS OPERATOR 1 <', 'CREATE OPERATOR CLASS'],
  ['CREATE OPERATOR FAMILY f USING btree', 'CREATE OPERATOR FAMILY'],
  ['CREATE LANGUAGE l HANDLER h', 'CREATE LANGUAGE'],
  ['CREATE ROLE r', 'CREATE ROLE'],
  ["CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p", 'CREATE SUBSCRIPTION'],
  ["CREATE TABLESPACE s LOCATION '/x'", 'CREATE TABLESPACE'],
  ['CREATE TRANSFORM FOR int LANGUAGE l (FROM SQL WITH FUNCTION f(internal))', 'CREATE TRANSFORM'],
  ['CREATE USER MAPPING FOR bob SERVER s', 'CREATE USER MAPPING'],
  ['CREATE AGGREGATE a (int) (sfunc = f, stype = int)', 'CREATE AGGREGATE'],
  ['CREATE TEXT SEARCH CONFIGURATION c (copy = d)', 'CREATE TEXT SEARCH CONFIGURATION'],
  ['DEALLOCATE p', 'DEALLOCATE'],
  ['DISCARD ALL', 'DISCARD'],
  ['DROP DATABASE d', 'DROP DATABASE'],
  ['DROP ROLE r', 'DROP ROLE'],
  ['DROP SUBSCRIPTION s', 'DROP SUBSCRIPTION'],
  ['DROP TABLESPACE s', 'DROP TABLESPACE'],
  ['DROP USER MAPPING FOR bob SERVER s', 'DROP USER MAPPING'],
  ['EXECUTE p', 'EXECUTE'],
  ['FETCH c', 'FETCH'],
  ['GRANT a TO b', 'GRANT ROLE'],
  ['IMPORT FOREIGN SCHEMA a FROM SERVER s INTO b', 'IMPORT FOREIGN SCHEMA'],
  ['LISTEN a', 'LISTEN'],
  ["LOAD 'a'", 'LOAD'],
  ['NOTIFY a', 'NOTIFY'],
  ['REASSIGN OWNED BY a TO b', 'REASSIGN OWNED'],
  ['UNLISTEN a', 'UNLISTEN'],
  ['SHOW a', 'SHOW'],
];

test.each(tags)('%s', (sql, command) => {
  expect(operations(sql)).toEqual([{ kind: 'other', span: sql, command, tables: [] }]);
});

test('CREATE DOMAIN and ALTER DOMAIN', () => {
  const value = {
    kind: 'operator',
    operator: '>',
    left: { kind: 'column', path: ['value'] },
    right: { kind: 'constant', value: '0', type: 'int4' },
  };
  const sql = 'CREATE DOMAIN s.d AS int DEFAULT 1 NOT NULL CONSTRAINT k CHECK (value > 0)';
  const check = {
    name: 'k',
    type: 'check',
    expression: { text: 'value > 0', tree: value },
    span: 'CONSTRAINT k CHECK (value > 0)',
    text: 'CONSTRAINT k CHECK (value > 0)',
  };
  expect(operations(sql)).toEqual([
    {
      kind: 'create-domain',
      span: sql,
      domain: { schema: 's', name: 'd' },
      type: { name: 'int4', modifiers: [], dimensions: 0, text: 'int' },
      notNull: true,
      default: { text: '1', tree: { kind: 'constant', value: '1', type: 'int4' } },
      constraints: [check],
    },
  ]);
  const alter = (action: string): object => {
    const [{ span, domain, ...rest } = {}] = operations(`ALTER DOMAIN d ${action}`) as [Record<string, unknown>];
    expect([span, domain]).toEqual([`ALTER DOMAIN d ${action}`, { name: 'd' }]);
    return rest;
  };
  expect(alter('ADD CONSTRAINT k CHECK (value > 0) NOT VALID')).toEqual({
    kind: 'add-domain-constraint',
    constraint: { ...check, notValid: true, span: 'CONSTRAINT k CHECK (value > 0) NOT VALID' },
  });
  expect(alter('VALIDATE CONSTRAINT k')).toEqual({ kind: 'validate-domain-constraint', constraint: 'k' });
  expect(alter('DROP CONSTRAINT IF EXISTS k')).toEqual({ kind: 'drop-domain-constraint', constraint: 'k', constraintIfExists: true });
  expect(alter('SET NOT NULL')).toEqual({ kind: 'set-domain-not-null', notNull: true });
  expect(alter('DROP NOT NULL')).toEqual({ kind: 'set-domain-not-null', notNull: false });
  expect(alter('SET DEFAULT 1')).toMatchObject({ kind: 'set-domain-default', expression: { text: '1' } });
  expect(alter('DROP DEFAULT')).toEqual({ kind: 'set-domain-default' });
});

test('CREATE SCHEMA with its elements, whose unqualified names are in it', () => {
  const read = operations(
    'CREATE SCHEMA s CREATE TABLE t (a int) CREATE INDEX i ON t (a) CREATE VIEW x.v AS SELECT 1 CREATE SEQUENCE q GRANT SELECT ON t TO bob',
  );
  expect(read).toMatchObject([
    { kind: 'create-schema', schema: 's' },
    { kind: 'create-table', table: { schema: 's', name: 't' }, columns: [{ name: 'a', text: 'a int' }] },
    { kind: 'create-index', table: { schema: 's', name: 't' } },
    { kind: 'create-view', view: { schema: 'x', name: 'v' } },
    { kind: 'create-sequence', sequence: { schema: 's', name: 'q' } },
    { kind: 'other', command: 'GRANT' },
  ]);
});

/** Tested elsewhere, or no statement that can be written. */
const elsewhere = [
  ...[
    'AlterTableStmt',
    'CreateStmt',
    'CreateForeignTableStmt',
    'CreateTableAsStmt',
    'IndexStmt',
    'CreateDomainStmt',
    'AlterDomainStmt',
    'DoStmt',
  ],
  ...['RawStmt', 'PLAssignStmt', 'ReturnStmt', 'SetOperationStmt', 'ReplicaIdentityStmt'],
];

test('every statement of the grammar is in one of the tables', async () => {
  const parser = await loadParser();
  const types = readFileSync(
    createRequire(import.meta.url)
      .resolve('@pgsql/types')
      .replace(/[^/]*$/, 'types.d.ts'),
    'utf8',
  );
  const grammar = new Set([...types.matchAll(/^ {4}(\w+Stmt):/gm)].map(([, name]) => name as string));
  expect(grammar.size).toBeGreaterThan(110);
  const seen = new Set(elsewhere);
  for (const [sql] of [...table, ...tags]) {
    const parsed = parser.parse(sql);
    if (!Array.isArray(parsed)) throw new Error(sql);
    for (const name of Object.keys(parsed[0]?.stmt ?? {})) seen.add(name);
  }
  expect([...grammar].filter((name) => !seen.has(name))).toEqual([]);
});
