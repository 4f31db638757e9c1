import { keyOf, type QualifiedName } from '../../operation/name.ts';
import type { Operation } from '../../operation/operation.ts';
import { resolve } from '../../schema/schema.ts';
import type { PostgresEngine } from '../engine.ts';
import { addColumn } from './add-column.ts';
import { addConstraint } from './add-constraint.ts';
import { alterColumnType, columnSetting, identity, setExpression } from './alter-column.ts';
import { type At, family, join, member, on } from './at.ts';
import { alterConstraint, dropConstraint, renameConstraint, validateConstraint } from './constraint.ts';
import { attachIndex, createIndex, dropIndex, reindex } from './create-index.ts';
import { copy, insert, lockTable, merge, remove, select, update } from './data.ts';
import type { Effect } from './effect.ts';
import { lockModeOf } from './lock-mode.ts';
import { analyze, cluster, other, vacuum } from './maintenance.ts';
import { dropNotNull, setNotNull } from './not-null.ts';
import { attachPartition, detachPartition } from './partition.ts';
import { createRule, createTrigger, dropFunction, dropTrigger, lacks, renameTrigger, setTriggerState } from './program.ts';
import { refused } from './refusal/refusal.ts';
import { statementEffectsWith } from './statement.ts';
import { createTable, dropColumn, dropTable, inherit, setAccessMethod, setLogged, setTableOptions, truncate } from './table.ts';
import { setIndexTablespace, setTablespace } from './tablespace.ts';
import * as types from './type-and-domain.ts';
import { namingPartitions } from './unknown-partitions.ts';
import { alterView, createView, dropView, refreshView } from './view.ts';
import { worstOf } from './worst.ts';

/** PostgreSQL 12 to 18. */
export const postgres: PostgresEngine = {
  effects: (operation, before, context, statement = [operation]) =>
    worstOf(operation, before, context, (major) => effectsAt(operation, { schema: before, major, context, statement })),
  statementEffects: (operations, before, context) => statementEffectsWith(effectsAt, operations, before, context),
};

/** What one operation does at one version, one effect a table. */
function effectsAt(operation: Operation, at: At): readonly Effect[] {
  return namingPartitions(at, refused(at, operation, join(factsOf(operation, at))));
}

/** The parts of it, a table may be named more than once. Exhaustive: a new kind of operation has to be decided here. */
function factsOf(operation: Operation, at: At): readonly Effect[] {
  switch (operation.kind) {
    // MySQL's own.
    case 'add-period':
    case 'alter-nothing':
    case 'alter-partitions':
    case 'alter-schema-options':
    case 'alter-table-options':
    case 'convert-character-set':
    case 'drop-period':
    case 'optimize':
    case 'rebuild-table':
    case 'redefine-column':
    case 'repartition-table':
    case 'set-column-visibility':
    case 'set-index-visibility':
    case 'set-keys-state':
    case 'set-system-versioning':
    case 'table-files':
    case 'use-schema':
      return [];
    case 'create-table':
      return createTable(at, operation);
    case 'drop-table':
      return dropTable(at, operation);
    case 'set-logged':
      return setLogged(at, operation);
    case 'set-tablespace':
      if (isIndex(at, operation.table)) return setIndexTablespace(at, { index: operation.table, tablespace: operation.tablespace });
      return setTablespace(at, operation);
    case 'set-access-method':
      return setAccessMethod(at, operation);
    case 'set-table-options':
      return isIndex(at, operation.table) ? [] : setTableOptions(at, operation);
    case 'inherit':
    case 'no-inherit':
      return inherit(at, operation);
    case 'cluster-on':
      return [on(member(at, operation.table).name, 'ShareUpdateExclusiveLock')];
    case 'drop-rule':
    case 'drop-policy': {
      const [kind, name] = operation.kind === 'drop-rule' ? (['rule', operation.rule] as const) : (['policy', operation.policy] as const);
      return operation.ifExists && lacks(at, operation.table, kind, name)
        ? []
        : [on(member(at, operation.table).name, 'AccessExclusiveLock')];
    }
    case 'set-trigger-state':
      return setTriggerState(at, operation);
    case 'rename-table':
      return isIndex(at, operation.table) ? [] : [on(member(at, operation.table).name, 'AccessExclusiveLock')];
    case 'set-schema':
    case 'row-security':
    case 'replica-identity':
    case 'set-rule-state':
    case 'table-owner':
    case 'of-type':
    case 'rename-rule':
      return [on(member(at, operation.table).name, 'AccessExclusiveLock')];
    case 'create-rule':
    case 'create-policy':
    case 'alter-policy':
      return createRule(at, operation);
    case 'add-column':
      return addColumn(at, operation);
    case 'drop-column':
      return dropColumn(at, operation);
    case 'rename-column':
    case 'set-default':
    case 'drop-default':
    case 'drop-expression':
      return family(at, operation.table, operation.only).map((each) => on(each.name, 'AccessExclusiveLock'));
    case 'alter-column-type':
      return alterColumnType(at, operation);
    case 'drop-not-null':
      return dropNotNull(at, operation);
    case 'set-not-null':
      return setNotNull(at, operation);
    case 'set-expression':
      return setExpression(at, operation);
    case 'add-identity':
    case 'set-identity':
    case 'drop-identity':
      return identity(at, operation);
    case 'column-setting':
      return columnSetting(at, operation);
    case 'add-constraint':
      return addConstraint(at, operation);
    case 'validate-constraint':
      return validateConstraint(at, operation);
    case 'drop-constraint':
      return dropConstraint(at, operation);
    case 'rename-constraint':
      return renameConstraint(at, operation);
    case 'alter-constraint':
      return alterConstraint(at, operation);
    case 'create-index':
      return createIndex(at, operation);
    case 'drop-index':
      return dropIndex(at, operation);
    case 'attach-index':
      return attachIndex(at, operation);
    case 'reindex':
      return reindex(at, operation);
    case 'set-index-tablespace':
      return setIndexTablespace(at, operation);
    // These lock the index alone, and only for a moment (RENAME, since PostgreSQL 12, not even against reads).
    case 'rename-index':
    case 'index-setting':
      return [];
    case 'attach-partition':
      return attachPartition(at, operation);
    case 'detach-partition':
      return detachPartition(at, operation);
    case 'create-view':
      return createView(at, operation);
    case 'drop-view':
      return dropView(at, operation);
    case 'alter-view':
      return alterView(at, operation);
    case 'rename-view':
      return [on(resolve(at.schema, operation.view, at.schema.views), 'AccessExclusiveLock')];
    case 'refresh-view':
      return refreshView(at, operation);
    case 'add-domain-constraint':
      return types.addDomainConstraint(at, operation);
    case 'validate-domain-constraint':
      return types.validateDomainConstraint(at, operation);
    case 'set-domain-not-null':
      return types.setDomainNotNull(at, operation);
    case 'drop-type':
      return types.dropType(at, operation);
    case 'alter-composite':
      return types.alterComposite(at, operation);
    case 'create-sequence':
    case 'alter-sequence':
      return types.ownedBy(at, operation);
    case 'drop-sequence':
      return types.dropSequence(at, operation);
    case 'drop-schema':
      return types.dropSchema(at, operation);
    case 'create-trigger':
      return createTrigger(at, operation);
    case 'drop-trigger':
      return dropTrigger(at, operation);
    case 'drop-function':
      return dropFunction(at, operation);
    case 'rename-trigger':
      return renameTrigger(at, operation);
    case 'insert':
      return insert(at, operation);
    case 'update':
      return update(at, operation);
    case 'delete':
      return remove(at, operation);
    case 'merge':
      return merge(at, operation);
    case 'truncate':
      return truncate(at, operation);
    case 'copy':
      return copy(at, operation);
    case 'select':
      return select(at, operation);
    case 'vacuum':
      return vacuum(at, operation);
    case 'analyze':
      return analyze(at, operation);
    case 'cluster':
      return cluster(at, operation);
    case 'lock-table':
      return lockTable(at, operation, lockModeOf(operation.mode) ?? 'AccessExclusiveLock');
    case 'other':
      return other(at, operation);
    // No table is touched: only the catalog's entry of a type, a function, a sequence, a schema or an extension, or the session.
    case 'create-enum':
    case 'add-enum-value':
    case 'rename-enum-value':
    case 'create-type':
    case 'create-domain':
    case 'drop-domain-constraint':
    case 'set-domain-default':
    case 'rename-type':
    case 'set-type-schema':
    case 'rename-sequence':
    case 'create-schema':
    case 'rename-schema':
    case 'create-extension':
    case 'drop-extension':
    case 'create-function':
    case 'alter-function':
    case 'transaction':
    case 'set-variable':
    case 'call':
    case 'dynamic-sql':
      return [];
  }
}

/** ALTER TABLE takes the name of an index too, and does what ALTER INDEX does. */
function isIndex(at: At, name: QualifiedName): boolean {
  return member(at, name).table === undefined && at.schema.indexes.has(keyOf(resolve(at.schema, name, at.schema.indexes)));
}
