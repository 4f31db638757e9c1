import { rules } from '../../src/rules/index.ts';

/**
 * Which rule of which tool is an alarm: it says that the statement works on rows under a lock that others wait for, or that it fails. Fixed before anything was
 * run, and complete: a rule that turns up and is not here stops the benchmark. docs/accuracy.md shows the table.
 */
export interface Meaning {
  readonly alarm: boolean;
  readonly because: string;
}

export type Mapping = Readonly<Record<string, Meaning>>;

const alarm = (because: string): Meaning => ({ alarm: true, because });
const silent = (because: string): Meaning => ({ alarm: false, because });

const style = silent('style');
const timeout = silent('timeout');
const drop = silent('drop');
const rename = silent('rename');

const blocking = alarm('blocks others while rows are worked on');
const fails = alarm('fails when it is deployed');

/** Ours by their category; what is not `blocking` or `fails` is no claim about locks and rows. */
export const lockstep: Mapping = Object.fromEntries(
  rules
    .filter(({ engines }) => engines.includes('postgres'))
    .map(({ id, category }) => {
      if (id === 'drop-index-blocking') return [id, drop];
      return [id, category === 'blocking' ? blocking : category === 'fails' ? fails : silent(`category ${category}`)];
    }),
);

/** https://squawkhq.com/docs/rules */
export const squawk: Mapping = {
  'adding-field-with-default': blocking,
  'adding-foreign-key-constraint': blocking,
  'adding-not-nullable-field': blocking,
  'adding-required-field': fails,
  'adding-serial-primary-key-field': blocking,
  'ban-alter-domain-with-add-constraint': blocking,
  'ban-char-field': style,
  'ban-concurrent-index-creation-in-transaction': fails,
  'ban-create-domain-with-constraint': silent('of a later change of the domain, not of this statement'),
  'ban-drop-column': drop,
  'ban-drop-database': drop,
  'ban-drop-not-null': silent('of what running code reads'),
  'ban-drop-table': drop,
  'ban-duplicate-column-assignments': silent('of an UPDATE, no schema change'),
  'ban-truncate-cascade': drop,
  'ban-uncommitted-transaction': silent('of the file, not of a statement'),
  'changing-column-type': blocking,
  'constraint-missing-not-valid': blocking,
  'disallowed-unique-constraint': blocking,
  'identifier-too-long': style,
  'prefer-bigint-over-int': style,
  'prefer-bigint-over-smallint': style,
  'prefer-identity': style,
  'prefer-repack': blocking,
  'prefer-robust-stmts': style,
  'prefer-text-field': style,
  'prefer-timestamp-tz': style,
  'renaming-column': rename,
  'renaming-table': rename,
  'require-concurrent-index-creation': blocking,
  'require-concurrent-index-deletion': drop,
  'require-concurrent-partition-detach': silent('takes a partition away, as a drop; a lock without work'),
  'require-concurrent-reindex': blocking,
  'require-enum-value-ordering': style,
  'require-lock-timeout': timeout,
  'require-statement-timeout': timeout,
  'require-table-schema': style,
  'require-timeout-settings': timeout,
  'transaction-nesting': silent('of the file, not of a statement'),
  'unused-ignore': style,
};

/** https://github.com/flvmnt/pgfence; the one rule whose risk says what is meant has a line a risk. */
export const pgfence: Mapping = {
  'add-column-constant-default': silent('says itself that it is instant'),
  'add-column-default-pre-pg11': blocking,
  'add-column-json': style,
  'add-column-non-constant-default': blocking,
  'add-column-not-null-no-default': fails,
  'add-column-serial': alarm('its text is about style, its risk is MEDIUM under ACCESS EXCLUSIVE: counted in its favour'),
  'add-column-stored-generated': blocking,
  'add-constraint-check-no-not-valid': blocking,
  'add-constraint-exclude': blocking,
  'add-constraint-fk-no-not-valid': blocking,
  'add-constraint-unique': blocking,
  'add-constraint-unique-using-index': silent('says itself that it is instant'),
  'add-pk-using-index': silent('says itself that it is instant'),
  'add-pk-without-using-index': blocking,
  'alter-column-set-not-null': blocking,
  'alter-column-type (LOW)': silent('says itself that only the catalog changes'),
  'alter-column-type (MEDIUM)': alarm('says that it may rewrite the table'),
  'alter-column-type (HIGH)': blocking,
  'concurrent-in-transaction': fails,
  'create-index-not-concurrent': blocking,
  'delete-without-where': silent('of rows, no schema change'),
  'drop-column': drop,
  'drop-index-not-concurrent': drop,
  'drop-table': drop,
  'missing-application-name': style,
  'missing-idle-timeout': timeout,
  'missing-lock-timeout': timeout,
  'missing-statement-timeout': timeout,
  'not-valid-validate-same-tx': blocking,
  'prefer-bigint-over-int': style,
  'prefer-robust-create-index': style,
  'prefer-robust-create-table': style,
  'prefer-robust-drop-index': style,
  'prefer-robust-drop-table': style,
  'prefer-text-field': style,
  'prefer-timestamptz': style,
  'rename-column': rename,
  'rename-table': rename,
  'statement-after-access-exclusive': silent('of several statements in one transaction'),
  truncate: drop,
  'truncate-cascade': drop,
  'update-in-migration': silent('of rows, no schema change'),
  'vacuum-full': blocking,
  'validate-constraint': silent('says itself that it blocks nobody'),
};
