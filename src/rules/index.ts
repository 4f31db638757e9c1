import { productOf } from '../engine/product.ts';
import addCheckValidating from './add-check-validating.ts';
import addColumnCheck from './add-column-check.ts';
import addColumnConstrainedDomain from './add-column-constrained-domain.ts';
import addColumnForeignKey from './add-column-foreign-key.ts';
import addColumnIdentity from './add-column-identity.ts';
import addColumnPrimaryKey from './add-column-primary-key.ts';
import addColumnRequired from './add-column-required.ts';
import addColumnSerial from './add-column-serial.ts';
import addColumnStoredGenerated from './add-column-stored-generated.ts';
import addColumnUnique from './add-column-unique.ts';
import addColumnVolatileDefault from './add-column-volatile-default.ts';
import addExcludeBlocking from './add-exclude-blocking.ts';
import addForeignKeyValidating from './add-foreign-key-validating.ts';
import addNotNullValidating from './add-not-null-validating.ts';
import addPrimaryKeyBlocking from './add-primary-key-blocking.ts';
import addUniqueBlocking from './add-unique-blocking.ts';
import alterColumnTypeBlocking from './alter-column-type-blocking.ts';
import alterDomainValidating from './alter-domain-validating.ts';
import alwaysFails from './always-fails.ts';
import attachPartitionScanning from './attach-partition-scanning.ts';
import clusterTable from './cluster-table.ts';
import commitInWrappedMigration from './commit-in-wrapped-migration.ts';
import concurrentlyInTransaction from './concurrently-in-transaction.ts';
import createIndexBlocking from './create-index-blocking.ts';
import createIndexPartitioned from './create-index-partitioned.ts';
import createPartitionScanningDefault from './create-partition-scanning-default.ts';
import dataChangeWithSchemaChange from './data-change-with-schema-change.ts';
import declaredSchemaDiffers from './declared-schema-differs.ts';
import deleteWholeTable from './delete-whole-table.ts';
import detachPartitionChecking from './detach-partition-checking.ts';
import disableTriggerAll from './disable-trigger-all.ts';
import dropColumn from './drop-column.ts';
import dropIndexBlocking from './drop-index-blocking.ts';
import dropStillUsed from './drop-still-used.ts';
import dropTable from './drop-table.ts';
import dynamicSql from './dynamic-sql.ts';
import editedMigration from './edited-migration.ts';
import enforceForeignKeyValidating from './enforce-foreign-key-validating.ts';
import enumValueInSameTransaction from './enum-value-in-same-transaction.ts';
import ignoreWithoutReason from './ignore-without-reason.ts';
import lockTable from './lock-table.ts';
import malformedDirective from './malformed-directive.ts';
import missingLockTimeout from './missing-lock-timeout.ts';
import { mysqlRules } from './mysql/index.ts';
import narrowColumnType from './narrow-column-type.ts';
import newRequiredColumn from './new-required-column.ts';
import readWithSchemaChange from './read-with-schema-change.ts';
import refreshMaterializedViewBlocking from './refresh-materialized-view-blocking.ts';
import reindexBlocking from './reindex-blocking.ts';
import renameColumn from './rename-column.ts';
import renameEnumValue from './rename-enum-value.ts';
import renameTable from './rename-table.ts';
import type { Rule } from './rule.ts';
import setAccessMethodRewriting from './set-access-method-rewriting.ts';
import setExpressionRewriting from './set-expression-rewriting.ts';
import setLoggedRewriting from './set-logged-rewriting.ts';
import setNotNullScanning from './set-not-null-scanning.ts';
import setTablespaceRewriting from './set-tablespace-rewriting.ts';
import severalTablesLocked from './several-tables-locked.ts';
import transactionLeftOpen from './transaction-left-open.ts';
import truncateTable from './truncate-table.ts';
import unreadableStatement from './unreadable-statement.ts';
import unusedIgnore from './unused-ignore.ts';
import updateWholeTable from './update-whole-table.ts';
import vacuumFull from './vacuum-full.ts';
import validateInSameTransaction from './validate-in-same-transaction.ts';

/** Those of PostgreSQL, and those that every engine has. */
const own: readonly Rule[] = [
  addCheckValidating,
  addColumnCheck,
  addColumnConstrainedDomain,
  addColumnForeignKey,
  addColumnIdentity,
  addColumnPrimaryKey,
  addColumnRequired,
  addColumnSerial,
  addColumnStoredGenerated,
  addColumnUnique,
  addColumnVolatileDefault,
  addExcludeBlocking,
  addForeignKeyValidating,
  addNotNullValidating,
  addPrimaryKeyBlocking,
  addUniqueBlocking,
  alterColumnTypeBlocking,
  alterDomainValidating,
  alwaysFails,
  attachPartitionScanning,
  clusterTable,
  commitInWrappedMigration,
  concurrentlyInTransaction,
  createIndexBlocking,
  createIndexPartitioned,
  createPartitionScanningDefault,
  dataChangeWithSchemaChange,
  declaredSchemaDiffers,
  deleteWholeTable,
  detachPartitionChecking,
  disableTriggerAll,
  dropColumn,
  dropIndexBlocking,
  dropStillUsed,
  dropTable,
  dynamicSql,
  editedMigration,
  enforceForeignKeyValidating,
  enumValueInSameTransaction,
  ignoreWithoutReason,
  lockTable,
  malformedDirective,
  missingLockTimeout,
  narrowColumnType,
  newRequiredColumn,
  readWithSchemaChange,
  refreshMaterializedViewBlocking,
  reindexBlocking,
  renameColumn,
  renameEnumValue,
  renameTable,
  setAccessMethodRewriting,
  setExpressionRewriting,
  setLoggedRewriting,
  setNotNullScanning,
  setTablespaceRewriting,
  severalTablesLocked,
  transactionLeftOpen,
  truncateTable,
  unreadableStatement,
  unusedIgnore,
  updateWholeTable,
  vacuumFull,
  validateInSameTransaction,
];

/** Every rule of every engine, in alphabetical order. */
export const rules: readonly Rule[] = [...own, ...mysqlRules].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Whose migrations a rule judges, in words: `PostgreSQL`, `MySQL and MariaDB`, `all`. */
export function enginesOf({ engines }: Pick<Rule, 'engines'>): string {
  return engines.length === 3 ? 'all' : engines.map((engine) => productOf({ engine })).join(' and ');
}
