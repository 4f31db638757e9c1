/** What a column takes, as the catalog tells it. */
export interface ColumnShape {
  /** In its table, which it keeps whatever it is called. */
  readonly number: number;
  readonly name: string;
  /** As SQL writes it: `character varying(20)`, `public.mood`. */
  readonly type: string;
  /** The name and category of the type beneath domains and arrays; see `typcategory` in pg_type. */
  readonly base: string;
  readonly category: string;
  readonly isArray: boolean;
  readonly notNull: boolean;
  readonly identity: boolean;
  /** The longest text it takes; null: any. */
  readonly length: number | null;
  readonly labels: readonly string[] | null;
  /** Constraints of its domain and of its table that mention it, as text: their literals are likely to be what they ask for. */
  readonly constraints: readonly string[];
}

/**
 * Values that a column may take, best first, as the text of an unquoted literal; null for NULL. The `index` makes rows differ, so that unique keys hold.
 * What a constraint allows is not solved for: its own literals and their neighbours stand among the candidates, and the server decides.
 */
export function candidates(column: ColumnShape, index: number): readonly (string | null)[] {
  const plain = column.labels ?? [...literalsFor(column, index), ...plainValues(column.base, column.category, index, column.length)];
  const rotated = column.labels ? rotate(plain, index) : plain;
  const values = column.isArray ? [...rotated.slice(0, 8).map(asArray), '{}'] : rotated;
  const distinct = [...new Set(values)];
  if (column.notNull) return distinct;
  // Every third row leaves it open, so that NULLs occur; the others have it last.
  return index % 3 === 2 ? [null, ...distinct] : [...distinct, null];
}

function rotate<T>(values: readonly T[], by: number): readonly T[] {
  const at = values.length === 0 ? 0 : by % values.length;
  return [...values.slice(at), ...values.slice(0, at)];
}

function asArray(value: string): string {
  return `{"${value.replace(/["\\]/g, '\\$&')}"}`;
}

/** Strings, and numbers with their neighbours, out of the constraints on the column. */
function literalsFor({ constraints, category }: ColumnShape, index: number): readonly string[] {
  const texts = constraints.flatMap((text) =>
    [...text.matchAll(/'((?:[^']|'')*)'/g)].map((match) => (match[1] ?? '').replaceAll("''", "'")),
  );
  if (category !== 'N') return rotate(texts, index);
  const numbers = constraints.flatMap((text) => [...text.matchAll(/-?\b\d+(?:\.\d+)?\b/g)].map((match) => Number(match[0])));
  return numbers.flatMap((number) => [number + 1 + index, number - 1 - index, number].map(String));
}

const day = (index: number): string => `2024-01-${String(1 + (index % 28)).padStart(2, '0')}`;
const clock = (index: number): string => `${String(index % 24).padStart(2, '0')}:30:00`;

/** Categories: https://www.postgresql.org/docs/current/catalog-pg-type.html#CATALOG-TYPCATEGORY-TABLE */
function plainValues(base: string, category: string, index: number, length: number | null): readonly string[] {
  const exact = byName[base]?.(index);
  if (exact !== undefined) return exact;
  const number = index + 1;
  switch (category) {
    case 'N':
      return [`${number}`, `-${number}`, '0', `${number * 100}`, ...(base.startsWith('int') ? [] : [`0.${number}`])];
    case 'B':
      return index % 2 === 0 ? ['true', 'false'] : ['false', 'true'];
    case 'D':
      return [day(index)];
    case 'T':
      return [`${number} days`];
    case 'I':
      return [`10.0.0.${number}`];
    case 'V':
      return ['1'.repeat(length ?? 1), '0'.repeat(length ?? 1)];
    case 'R':
      return [/date|ts/.test(base) ? `[${day(index)},${day(index + 1)})` : `[${number},${number + 1})`, 'empty'];
    case 'S': {
      const texts = [
        `text ${number}`,
        `t${number}`,
        `${number}`,
        `t${number}@example.org`,
        `https://example.org/${number}`,
        `T${number}`,
        '',
      ];
      // Cut short they would all be the same.
      return length === null || length >= 8
        ? texts.map((text) => text.slice(0, length ?? undefined))
        : [String(number).padStart(length, '0').slice(-length), ''];
    }
    default:
      return [`${number}`, ''];
  }
}

const byName: Readonly<Record<string, (index: number) => readonly string[]>> = {
  uuid: (index) => [`00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`],
  json: (index) => [`{"n": ${index + 1}}`, `[${index + 1}]`, `"${index + 1}"`, `${index + 1}`],
  jsonb: (index) => [`{"n": ${index + 1}}`, `[${index + 1}]`, `"${index + 1}"`, `${index + 1}`],
  bytea: (index) => [`\\x${(index + 1).toString(16).padStart(2, '0')}`],
  time: (index) => [clock(index)],
  timetz: (index) => [`${clock(index)}+00`],
  money: (index) => [`${index + 1}.00`],
  xml: (index) => [`<n>${index + 1}</n>`],
  macaddr: (index) => [`08:00:2b:01:02:${(index % 256).toString(16).padStart(2, '0')}`],
  macaddr8: (index) => [`08:00:2b:01:02:03:04:${(index % 256).toString(16).padStart(2, '0')}`],
  cidr: (index) => [`10.0.${index % 256}.0/24`],
  tsvector: (index) => [`'n${index + 1}'`],
  tsquery: (index) => [`'n${index + 1}'`],
  point: (index) => [`(${index},${index})`],
  line: (index) => [`{1,-1,${index}}`],
  lseg: (index) => [`[(0,0),(1,${index + 1})]`],
  box: (index) => [`(1,1),(0,-${index})`],
  path: (index) => [`[(0,0),(1,${index + 1})]`],
  polygon: (index) => [`((0,0),(1,0),(1,${index + 1}))`],
  circle: (index) => [`<(0,0),${index + 1}>`],
  pg_lsn: (index) => [`0/${index + 1}`],
  hstore: (index) => [`"n"=>"${index + 1}"`],
  ltree: (index) => [`n.n${index + 1}`],
};
