import type { Rule } from '../rule.ts';
import addCheckCopying from './add-check-copying.ts';
import addColumnAutoIncrement from './add-column-auto-increment.ts';
import addColumnCheckCopying from './add-column-check-copying.ts';
import addColumnCheckUnvalidated from './add-column-check-unvalidated.ts';
import addColumnDefaultCopying from './add-column-default-copying.ts';
import addColumnGeneratedCopying from './add-column-generated-copying.ts';
import addColumnJsonRequired from './add-column-json-required.ts';
import addColumnRandomDefault from './add-column-random-default.ts';
import addColumnUniqueRebuilding from './add-column-unique-rebuilding.ts';
import addColumnWithoutDefault from './add-column-without-default.ts';
import addColumnZeroDate from './add-column-zero-date.ts';
import addForeignKeyCopying from './add-foreign-key-copying.ts';
import algorithmDegraded from './algorithm-degraded.ts';
import algorithmNotPinned from './algorithm-not-pinned.ts';
import alterIgnoreTable from './alter-ignore-table.ts';
import changeCharsetBlocking from './change-charset-blocking.ts';
import changeColumnTypeCopying from './change-column-type-copying.ts';
import changeEnumCopying from './change-enum-copying.ts';
import createFulltextIndexBlocking from './create-fulltext-index-blocking.ts';
import ddlInTransaction from './ddl-in-transaction.ts';
import dropPrimaryKeyCopying from './drop-primary-key-copying.ts';
import missingLockWaitTimeout from './missing-lock-wait-timeout.ts';
import missingPrimaryKey from './missing-primary-key.ts';
import notNullWithoutStrictMode from './not-null-without-strict-mode.ts';
import partitionTableBlocking from './partition-table-blocking.ts';
import rowVersionsUsedUp from './row-versions-used-up.ts';
import tableCopyBlocking from './table-copy-blocking.ts';
import tableRebuild from './table-rebuild.ts';
import unvalidatedForeignKey from './unvalidated-foreign-key.ts';
import widenVarcharCopying from './widen-varchar-copying.ts';

/** The rules of MySQL and MariaDB, in alphabetical order. */
export const mysqlRules: readonly Rule[] = [
  addCheckCopying,
  addColumnAutoIncrement,
  addColumnCheckCopying,
  addColumnCheckUnvalidated,
  addColumnDefaultCopying,
  addColumnGeneratedCopying,
  addColumnJsonRequired,
  addColumnRandomDefault,
  addColumnUniqueRebuilding,
  addColumnWithoutDefault,
  addColumnZeroDate,
  addForeignKeyCopying,
  algorithmDegraded,
  algorithmNotPinned,
  alterIgnoreTable,
  changeCharsetBlocking,
  changeColumnTypeCopying,
  changeEnumCopying,
  createFulltextIndexBlocking,
  ddlInTransaction,
  dropPrimaryKeyCopying,
  missingLockWaitTimeout,
  missingPrimaryKey,
  notNullWithoutStrictMode,
  partitionTableBlocking,
  rowVersionsUsedUp,
  tableCopyBlocking,
  tableRebuild,
  unvalidatedForeignKey,
  widenVarcharCopying,
];
