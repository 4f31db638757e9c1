import type { Expression } from '../operation/expression.ts';
import { keyOf } from '../operation/name.ts';
import type { OperationOf } from '../operation/operation.ts';
import { columnOf, resolve, tableOf } from '../schema/schema.ts';
import { quoteIdentifier, quoteName } from '../sql/postgres/quote.ts';
import type { PlannableOperation } from './unit.ts';
import { type ViewAround, viewsAround } from './views-around.ts';
import { onlyOf, type Work } from './work.ts';

/** What the author does around a change of type, and what has to happen in the very moment at which it is staged to take place. */
export interface Around {
  /** DROP DEFAULT before it, which the change could not convert; and SET DEFAULT after it. */
  readonly default?: { readonly dropped?: Expression; readonly put?: Expression };
  /** The old type gives its name to the new one: the statements, and how to undo them, last first. */
  readonly renames: readonly string[];
  readonly undo: readonly string[];
  /** Views over the column, which old code reads until then; each with the SQL that makes it anew. */
  readonly views: readonly (Pick<ViewAround, 'view' | 'readsAll' | 'isFirst' | 'isLast'> & { readonly create: string })[];
  /** The works that all this is written in. */
  readonly works: readonly Work[];
}

export const nothingAround: Around = { renames: [], undo: [], views: [], works: [] };

/**
 * What belongs to each change of type in one of these ways. Staged, the change comes much later than its first statement: until then the default stays, or code
 * that relies on it would fail all the while, and so does the type's name, which code casts to.
 */
export function arounds(works: readonly Work[]): ReadonlyMap<Work, Around> {
  const [earlier, later] = [neighbours(works), neighbours(works.toReversed())];
  const renamed = renamesBehind(works);
  const over = viewsAround(works);
  const found = new Map<Work, Around>();
  for (const work of works) {
    const defaults = defaultAround(earlier.get(work), later.get(work));
    const renames = renamed.get(work) ?? [];
    const views = over.get(work) ?? [];
    if (defaults.length + renames.length + views.length === 0) continue;
    found.set(work, {
      ...(defaults.length > 0 && { default: defaultOf(defaults) }),
      renames: renames.map((each) => each.sql),
      undo: renames.map(undone).reverse(),
      views: views.map(({ view, create, readsAll, isFirst, isLast }) => ({ view, create: create.sql, readsAll, isFirst, isLast })),
      works: [...defaults, ...renames, ...views.flatMap(({ drop, create, isLast }) => (isLast ? [drop, create] : []))],
    });
  }
  return found;
}

function defaultAround(before: Work | undefined, after: Work | undefined): readonly Work[] {
  if (before === undefined || onlyOf(before)?.operation.kind !== 'drop-default') return [];
  return after !== undefined && onlyOf(after)?.operation.kind === 'set-default' ? [before, after] : [before];
}

function defaultOf([drop, set]: readonly Work[]): NonNullable<Around['default']> {
  const [first, last] = [drop?.operations[0], set?.operations[0]];
  if (first?.operation.kind !== 'drop-default') return {};
  const dropped = columnOf(tableOf(first.before, first.operation.table), first.operation.column)?.default;
  return { ...(dropped && { dropped }), ...(last?.operation.kind === 'set-default' && { put: last.operation.expression }) };
}

/** The work before each change of type that does one thing, to the same column. */
function neighbours(works: readonly Work[]): ReadonlyMap<Work, Work> {
  const found = new Map<Work, Work>();
  const last = new Map<string, Work>();
  for (const work of works) {
    const only = onlyOf(work);
    const column = only && columnKey(only);
    if (column === undefined) continue;
    const before = last.get(column);
    if (before !== undefined && only?.operation.kind === 'alter-column-type') found.set(work, before);
    last.set(column, work);
  }
  return found;
}

function columnKey({ operation, before }: PlannableOperation): string | undefined {
  if (!('column' in operation) || typeof operation.column !== 'string' || operation.table === undefined) return undefined;
  return `${keyOf(resolve(before, operation.table))}\t${operation.column}`;
}

/** `ALTER TYPE x RENAME TO x_old; ALTER TYPE x_new RENAME TO x` behind the only change to x_new. */
function renamesBehind(works: readonly Work[]): ReadonlyMap<Work, readonly Work[]> {
  const changes = new Map<string, number>();
  for (const { operations } of works)
    for (const { operation } of operations)
      if (operation.kind === 'alter-column-type') changes.set(operation.type.name, (changes.get(operation.type.name) ?? 0) + 1);
  const found = new Map<Work, readonly Work[]>();
  /** From the end: the next rename of each type. */
  const next = new Map<string, Work>();
  for (const work of works.toReversed()) {
    const only = onlyOf(work);
    if (only?.operation.kind === 'rename-type') next.set(only.operation.type.name, work);
    if (only?.operation.kind !== 'alter-column-type') continue;
    const from = columnOf(tableOf(only.before, only.operation.table), only.operation.column)?.type.name;
    const to = only.operation.type.name;
    const [away, into] = [from === undefined ? undefined : next.get(from), next.get(to)];
    if (away !== undefined && into !== undefined && changes.get(to) === 1 && renameOf(into)?.to === from) found.set(work, [away, into]);
  }
  return found;
}

function renameOf(work: Work): OperationOf<'rename-type'> | undefined {
  const operation = onlyOf(work)?.operation;
  return operation?.kind === 'rename-type' ? operation : undefined;
}

function undone(work: Work): string {
  const rename = renameOf(work);
  if (rename === undefined) return '';
  return `ALTER TYPE ${quoteName({ ...rename.type, name: rename.to })} RENAME TO ${quoteIdentifier(rename.type.name)};`;
}
