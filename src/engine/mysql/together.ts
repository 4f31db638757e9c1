import { isNamed } from '../../schema/schema.ts';
import type { At } from './at.ts';
import { indexedVirtual, keptFullTexts, type Standing } from './circumstance.ts';
import type { Tables } from './tables.ts';
import type { ChangeKind } from './ways.ts';

/** What changes of one statement make of each other. */
export interface Together {
  /** Why they cannot all be done without touching rows, although each of them alone could. */
  readonly notLight?: string;
  /** Why they cannot be done in place. */
  readonly notInPlace?: string;
  /** MariaDB: why it is NOCOPY although no row and no index is touched. */
  readonly nocopy?: string;
  /** Why others cannot write while they are done in place with the rows written anew. */
  readonly shared?: string;
}

export function togetherOf(at: At, standings: readonly Standing[], tables: Tables): Together {
  const kinds = standings.map(({ change }) => change.kind);
  return at.server === 'mysql' ? inMysql(kinds, standings, tables) : inMariadb(kinds, standings, tables);
}

const virtual: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['add-virtual', 'drop-virtual', 'drop-indexed-virtual', 'move-virtual']);
const besideVirtual: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  ...virtual,
  'add-index',
  'add-computed-index',
  'drop-index',
  'change-setting',
]);
const adding: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['add-column', 'add-column-between']);
const dropping: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'drop-column',
  'drop-indexed-column',
  'drop-index',
  'drop-virtual',
  'drop-indexed-virtual',
  'add-virtual',
]);

const besideOption: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'extend-string',
  'extend-short-string',
  'relabel-characters',
  'rename-index',
  'rename-column',
]);
const option = 'an option of the table changes in the same statement';

const isVirtualDrop = (kind: ChangeKind): boolean => kind === 'drop-virtual' || kind === 'drop-indexed-virtual';
const generated = 'a generated column comes or goes in the same statement';

/** https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html#online-ddl-generated-column-operations */
function inMysql(kinds: readonly ChangeKind[], standings: readonly Standing[], tables: Tables): Together {
  const mixed = kinds.some((kind) => virtual.has(kind)) && !kinds.every((kind) => besideVirtual.has(kind));
  const moved = kinds.some(isVirtualDrop) && kinds.some((kind) => adding.has(kind));
  const keys = kinds.includes('set-keys-state') && kinds.length > 1;
  const renamed = kinds.some((kind) => virtual.has(kind)) && kinds.includes('rename-column');
  const shifted = kinds.includes('add-virtual') && shiftedVirtual(tables) !== undefined;
  const [fullText] = keptFullTexts(tables);
  const rebuilds = standings.some(({ way }) => way.inplace?.work === 'rebuild');
  return {
    ...((moved || renamed || keys || shifted) && { notLight: keys ? 'keys are enabled or disabled in the same statement' : generated }),
    ...(fullText &&
      rebuilds && { notInPlace: `the rows of a table with a FULLTEXT index (${fullText.name}) are not written anew in place` }),
    ...(rebuilds &&
      tables.before.mysql?.fullTextIds &&
      kinds.includes('add-fulltext') && { notInPlace: 'a FULLTEXT index is made while the rows are written anew' }),
    ...((mixed || keys || shifted) && { notInPlace: generated }),
  };
}

/** https://mariadb.com/docs/server/server-usage/storage-engines/innodb/innodb-online-ddl/innodb-online-ddl-operations-with-the-inplace-alter-algorithm */
function inMariadb(kinds: readonly ChangeKind[], standings: readonly Standing[], tables: Tables): Together {
  const fullTexts = kinds.filter((kind) => kind === 'add-fulltext' || kind === 'add-first-fulltext');
  const comes = kinds.some((kind) => kind === 'add-virtual' || isVirtualDrop(kind));
  const mixed = comes && !kinds.every((kind) => (besideVirtual.has(kind) && kind !== 'change-setting') || dropping.has(kind));
  const drops = kinds.some((kind) => kind === 'drop-column' || kind === 'drop-indexed-column');
  const shifted = shiftedVirtual(tables);
  const keys = kinds.includes('set-keys-state') && kinds.length > 1;
  const kept = keptFullTexts(tables).map(({ name }) => name);
  const rebuilds = standings.some(({ way }) => way.inplace?.work === 'rebuild');
  const indexed = indexedVirtual(tables.after);
  const shared =
    kept.length > 0 ? `the table has the FULLTEXT index ${kept[0]}` : indexed && `an index has the generated column ${indexed}`;
  const place = `the generated column ${shifted} gets another place`;
  return {
    ...((mixed || keys) && { notLight: generated, notInPlace: generated }),
    ...(shifted !== undefined &&
      (kinds.includes('add-virtual') || !kinds.every((kind) => dropping.has(kind))) && { notLight: place, notInPlace: place }),
    ...(kinds.includes('change-table-setting') &&
      kinds.some((kind) => besideOption.has(kind)) &&
      !kinds.some((kind) => adding.has(kind)) && { nocopy: option }),
    ...(((comes && drops) || shifted !== undefined) && { notInPlace: place }),
    ...((fullTexts.length > 1 || (rebuilds && fullTexts.length + kept.length > 1)) && {
      notInPlace: 'only one FULLTEXT index is made at a time',
    }),
    ...(shared && { shared }),
  };
}

/** A VIRTUAL column that stays, and whose number among the columns changes. */
function shiftedVirtual({ before, after }: Tables): string | undefined {
  return before.columns.find((column, i) => {
    const now = after.columns.findIndex((each) => isNamed(after, each, column.name));
    return column.generated?.stored === false && now !== -1 && now !== i;
  })?.name;
}
