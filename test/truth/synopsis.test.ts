import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadModule, parseSync } from 'libpg-query';
import { beforeAll, expect, test } from 'vitest';
import { everyCase } from './cases/index.ts';
import { synopsis } from './cases/synopsis.ts';

/** That the cases leave out nothing that migrations can say, as far as the grammar tells what that is. */
beforeAll(() => loadModule());

/** Of `AlterTableType`, what the grammar never makes: PostgreSQL's own steps, and what the manual does not have. */
const inner =
  /^AT_(AddColumnToView|AddIndex|AddIndexConstraint|CookedColumnDefault|ReAdd\w+|ReplaceRelOptions|CheckNotNull|SetNotNull_NotUsed)$/;

/** Actions that need what a case's transaction cannot have: a second transaction, a foreign-data wrapper that validates. */
const elsewhere = new Set(['AT_DetachPartitionFinalize']);

test('every action of ALTER TABLE has a case', () => {
  const enums = readFileSync(createRequire(import.meta.url).resolve('@pgsql/types/enums.d.ts'), 'utf8');
  const [, union = ''] = /AlterTableType = ([^;]*);/.exec(enums) ?? [];
  const actions = [...union.matchAll(/"(AT_\w+)"/g)].map(([, name]) => name as string).filter((name) => !inner.test(name));
  expect(actions.length).toBeGreaterThan(50);
  const shown = new Set(everyCase.flatMap(({ sql }) => JSON.stringify(parseSync(sql)).match(/AT_\w+/g) ?? []));
  expect(actions.filter((name) => !shown.has(name) && !elsewhere.has(name))).toEqual([]);
});

test('no form of a synopsis lacks a statement, or has one twice', () => {
  const forms = Object.values(synopsis).flat();
  expect(forms.filter(({ statements }) => statements.length === 0 || new Set(statements).size !== statements.length)).toEqual([]);
});

/** Statements that migrations contain, by the node of the grammar. */
const statements = [
  'AlterDefaultPrivilegesStmt',
  'AlterDomainStmt',
  'AlterEnumStmt',
  'AlterFunctionStmt',
  'AlterObjectSchemaStmt',
  'AlterOwnerStmt',
  'AlterPolicyStmt',
  'AlterSeqStmt',
  'AlterStatsStmt',
  'AlterTableStmt',
  'ClusterStmt',
  'CommentStmt',
  'CompositeTypeStmt',
  'CopyStmt',
  'CreateDomainStmt',
  'CreateEnumStmt',
  'CreateExtensionStmt',
  'CreateForeignTableStmt',
  'CreateFunctionStmt',
  'CreatePolicyStmt',
  'CreateRangeStmt',
  'CreateSchemaStmt',
  'CreateSeqStmt',
  'CreateStatsStmt',
  'CreateStmt',
  'CreateTableAsStmt',
  'CreateTrigStmt',
  'DefineStmt',
  'DeleteStmt',
  'DoStmt',
  'DropStmt',
  'GrantStmt',
  'IndexStmt',
  'InsertStmt',
  'LockStmt',
  'MergeStmt',
  'RefreshMatViewStmt',
  'ReindexStmt',
  'RenameStmt',
  'RuleStmt',
  'SelectStmt',
  'TruncateStmt',
  'UpdateStmt',
  'VacuumStmt',
  'VariableSetStmt',
  'ViewStmt',
];

test('every statement that migrations contain has a case', () => {
  const shown = new Set(everyCase.flatMap(({ sql }) => parseSync(sql).stmts?.flatMap(({ stmt }) => Object.keys(stmt ?? {})) ?? []));
  expect(statements.filter((name) => !shown.has(name))).toEqual([]);
});
