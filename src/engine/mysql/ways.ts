import type { Lock, Work } from './effect.ts';
import type { Server, Since } from './version.ts';

/**
 * What each change of a table costs: the facts, and nothing that decides. Held against real servers by test/truth; what these do not run
 * (MySQL 5.7 to 9.6, other series of MariaDB) follows the manuals:
 * https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html (and …/5.7/…, …/9.7/…),
 * https://mariadb.com/docs/server/server-usage/storage-engines/innodb/innodb-online-ddl/innodb-online-ddl-operations-with-the-instant-alter-algorithm
 * (and -nocopy-, -inplace-).
 */

/** What is done, and what others cannot do meanwhile. */
export interface Done {
  readonly work: Work;
  readonly lock: Lock;
}

/**
 * The ways in which a change can be made besides a copy, which always can.
 * `light` leaves rows and indexes alone: INSTANT, and in MariaDB NOCOPY where `nocopy` says so. `inplace` is what is done where something else of the
 * statement cannot be light, or INPLACE is demanded of MySQL; absent, what is light is light beside anything.
 */
export interface Way {
  readonly light?: Done;
  readonly nocopy?: true;
  readonly inplace?: Done;
}

const done = (work: Work, lock: Lock = 'none'): Done => ({ work, lock });

const copied: Way = {};
/** Of MySQL; an INPLACE that is demanded costs no more. */
const dictionary: Way = { light: done('metadata'), inplace: done('metadata') };
/** MySQL calls INPLACE what it does to the dictionary alone, and refuses INSTANT. */
const dictionaryInPlace: Way = { inplace: done('metadata') };
const rowVersion: Way = { light: done('row-version'), inplace: done('rebuild') };
const rebuilt: Way = { inplace: done('rebuild') };
const rebuiltShared: Way = { inplace: done('rebuild', 'shared') };
const indexed: Way = { inplace: done('index-build') };
const indexedShared: Way = { inplace: done('index-build', 'shared') };
/** INSTANT alone, but a rebuild beside what touches rows. */
const lightElseRebuilt: Way = { light: done('metadata'), inplace: done('rebuild') };
const droppedIndex: Way = { light: done('metadata'), nocopy: true, inplace: done('metadata') };

interface Fact {
  readonly mysql: Way;
  readonly mariadb: Way;
  /** Since when it is light; before, it is `inplace`. */
  readonly light?: Since;
  /** Since when the table is not copied for it. */
  readonly uncopied?: Since;
}

/** Since when there is ALGORITHM=INSTANT at all. */
export const instantSince: Since = { mysql: '8.0.12', mariadb: '10.3.2' };
/** Another character set with the same bytes is no other type. */
const sameBytes: Since = { mysql: '8.0', mariadb: '10.4.3' };
/** Columns come and go anywhere without touching rows. */
const anywhere: Since = { mysql: '8.0.29', mariadb: '10.4' };

const facts = {
  // Columns. https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html#online-ddl-column-operations
  'add-column': { mysql: rowVersion, mariadb: lightElseRebuilt },
  'add-column-between': { mysql: rowVersion, mariadb: lightElseRebuilt, light: anywhere },
  'add-auto-increment': { mysql: rebuiltShared, mariadb: rebuiltShared },
  /** NOT NULL without a default, of a type that has no value for it that is valid: dates, geometries. */
  'add-column-without-value': { mysql: rebuilt, mariadb: lightElseRebuilt },
  'add-computed-default': { mysql: copied, mariadb: lightElseRebuilt },
  /** A default that is another one for each row. */
  'add-default-by-row': { mysql: copied, mariadb: copied },
  'drop-column': { mysql: rowVersion, mariadb: lightElseRebuilt, light: anywhere },
  'drop-indexed-column': { mysql: rebuilt, mariadb: { ...lightElseRebuilt, nocopy: true }, light: anywhere },
  'drop-column-of-index': { mysql: rebuilt, mariadb: rebuilt },
  'rename-column': { mysql: dictionary, mariadb: dictionary, light: { mysql: '8.0.28', mariadb: '10.3.2' } },
  'rename-referenced-column': { mysql: dictionaryInPlace, mariadb: dictionary },
  'move-column': { mysql: rebuilt, mariadb: lightElseRebuilt, light: anywhere },
  /** What is there is dropped and made again in the same statement, keys enabled. */
  'change-nothing': { mysql: dictionary, mariadb: dictionary },
  /** Default, ON UPDATE, comment, visibility. */
  'change-setting': { mysql: dictionary, mariadb: dictionary },
  'add-virtual': { mysql: dictionary, mariadb: dictionary },
  'add-virtual-first': { mysql: copied, mariadb: dictionary },
  'drop-virtual': { mysql: dictionary, mariadb: dictionary },
  'drop-indexed-virtual': { mysql: dictionaryInPlace, mariadb: droppedIndex },
  /** The index that goes with it is UNIQUE. */
  'drop-unique-virtual': { mysql: copied, mariadb: copied },
  'move-virtual': { mysql: dictionary, mariadb: copied },
  'change-virtual-expression': { mysql: copied, mariadb: dictionary },
  'add-stored': { mysql: copied, mariadb: copied },
  'move-stored': { mysql: rebuilt, mariadb: copied },

  // Types.
  'change-type': { mysql: copied, mariadb: copied },
  /** A longer VARCHAR or VARBINARY with as many bytes for its length. */
  'extend-string': { mysql: dictionaryInPlace, mariadb: dictionary },
  /** One that needs two bytes for its length where one was enough, and that was no longer than 127 bytes. */
  'extend-short-string': { mysql: copied, mariadb: dictionary, uncopied: { mariadb: '10.4.3' } },
  'extend-long-string': { mysql: copied, mariadb: copied },
  /** Another character set or collation that leaves the bytes as they are, of a column that no index has. */
  'relabel-characters': { mysql: dictionaryInPlace, mariadb: dictionary, uncopied: sameBytes },
  'relabel-indexed-characters': { mysql: copied, mariadb: indexed },
  /** The same by CONVERT TO, of the whole table; and of a TEXT beside an option of the table. */
  'convert-characters': { mysql: rebuiltShared, mariadb: dictionary, uncopied: sameBytes },
  'append-members': { mysql: dictionary, mariadb: dictionary },
  'allow-null': { mysql: rebuilt, mariadb: rebuilt },
  'forbid-null': { mysql: rebuilt, mariadb: rebuilt },
  'start-numbering': { mysql: copied, mariadb: copied },
  'stop-numbering': { mysql: copied, mariadb: dictionary },

  // Indexes. https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html#online-ddl-index-operations
  'add-index': { mysql: indexed, mariadb: indexed },
  'add-unique': { mysql: indexed, mariadb: indexed },
  /** MariaDB's, of what is too long for an index. */
  'add-hashed-unique': { mysql: copied, mariadb: copied },
  'add-computed-index': { mysql: indexedShared, mariadb: indexedShared },
  'add-computed-unique': { mysql: copied, mariadb: copied },
  'add-spatial': { mysql: indexedShared, mariadb: indexedShared },
  'add-fulltext': { mysql: indexedShared, mariadb: indexedShared },
  /** It brings the hidden column FTS_DOC_ID. */
  'add-first-fulltext': { mysql: rebuiltShared, mariadb: rebuiltShared },
  'add-vector': { mysql: copied, mariadb: copied },
  'drop-index': { mysql: dictionaryInPlace, mariadb: droppedIndex },
  'rename-index': { mysql: dictionaryInPlace, mariadb: dictionary },
  'set-index-visibility': { mysql: dictionaryInPlace, mariadb: dictionary },
  /** Dropped and added again with the same keys, USING another type, which InnoDB does not know. */
  'change-index-type': { mysql: dictionary, mariadb: indexed },
  'set-keys-state': { mysql: dictionary, mariadb: dictionary },
  'add-primary-key': { mysql: rebuilt, mariadb: rebuilt },
  /** The rows are in this order already: by the first unique index of columns that are NOT NULL. */
  'name-primary-key': { mysql: rebuilt, mariadb: indexed },
  'replace-primary-key': { mysql: rebuilt, mariadb: rebuilt },
  'drop-primary-key': { mysql: copied, mariadb: copied },

  // Constraints. https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html#online-ddl-foreign-key-operations
  'add-foreign-key': { mysql: copied, mariadb: copied },
  'add-unchecked-foreign-key': { mysql: dictionaryInPlace, mariadb: dictionary },
  'drop-foreign-key': { mysql: dictionaryInPlace, mariadb: dictionary },
  'add-check': { mysql: copied, mariadb: copied },
  /** Of a column that is added or defined anew. */
  'add-inline-check': { mysql: copied, mariadb: dictionary },
  'add-unenforced-check': { mysql: dictionary, mariadb: dictionary },
  'enforce-check': { mysql: copied, mariadb: copied },
  'change-check': { mysql: dictionary, mariadb: dictionary },

  // Tables. https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html#online-ddl-table-operations
  'rename-table': { mysql: dictionary, mariadb: dictionary },
  'change-table-setting': { mysql: dictionaryInPlace, mariadb: dictionary },
  'rebuild-table': { mysql: rebuilt, mariadb: rebuilt },
  'change-engine': { mysql: copied, mariadb: copied },
  'sort-rows': { mysql: copied, mariadb: copied },
  'partition-table': { mysql: copied, mariadb: copied },
  'change-system-versioning': { mysql: copied, mariadb: copied },
} as const satisfies Readonly<Record<string, Fact>>;

export type ChangeKind = keyof typeof facts;

export function wayOf(kind: ChangeKind, server: Server): Way {
  return (facts[kind] as Fact)[server];
}

/** Since when it is done without touching rows, where it ever is. */
export function lightSince(kind: ChangeKind): Since {
  return (facts[kind] as Fact).light ?? instantSince;
}

/** Since when the table is not copied for it, where that has not always been so. */
export function uncopiedSince(kind: ChangeKind): Since | undefined {
  return (facts[kind] as Fact).uncopied;
}

/** Changes of columns that leave the rows as they are, in the format that they then no longer have. */
export const byRowFormat: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'add-column',
  'add-column-between',
  'add-column-without-value',
  'add-computed-default',
  'drop-column',
  'drop-indexed-column',
  'move-column',
]);

/** What engines other than InnoDB do without copying the table, too: they are not asked. */
export const ofAnyEngine: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'change-nothing',
  'rename-column',
  'rename-referenced-column',
  'append-members',
  'change-setting',
  'change-check',
  'rename-table',
  'set-keys-state',
]);

/** What MariaDB before 11 copies although ALGORITHM=INSTANT or NOCOPY is demanded. */
export const copiedInSilence: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['change-engine', 'sort-rows', 'partition-table']);
