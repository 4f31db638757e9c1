import type { Analysis, AnalyzedStatement } from '../analysis/analysis.ts';
import { isWork } from '../engine/effect.ts';
import { keyOf, type QualifiedName } from '../operation/name.ts';
import type { Operation, OperationOf } from '../operation/operation.ts';
import { type Lines, linesOf } from '../text/lines.ts';
import { excerptOf } from './excerpt.ts';
import { type Layout, painter, paragraph, printed } from './style.ts';
import { columnsOf, visible } from './visible.ts';
import { factsInWords, lockInWords, tableInWords } from './words.ts';

/** What every statement locks and does, safe ones too: facts, no judgement. */
export function explainReport(analysis: Analysis, searchPath: readonly string[], layout: Layout): string {
  const paint = painter(layout.colour);
  const out: string[] = [];
  for (const { migration, statements } of analysis.files) {
    out.push(paint('strong', visible(migration.path)));
    if (migration.unreadable !== undefined)
      out.push(...paragraph('  ', `${migration.unreadable.message} (line ${migration.unreadable.line})`, layout.width));
    else if (statements.length === 0) out.push('  no statement');
    const lines = linesOf(migration.text);
    const made = new Set<string>();
    for (const statement of statements) {
      for (const each of statement.statement.operations) if (certainlyMakes(each)) made.add(keyIn(searchPath, each.table));
      out.push(...explainStatement(migration.text, lines, statement, made, searchPath, layout));
    }
    out.push('');
  }
  out.pop();
  return printed(out);
}

function explainStatement(
  text: string,
  lines: Lines,
  { statement, effects }: AnalyzedStatement,
  /** The tables that the file has made so far. */
  made: ReadonlySet<string>,
  searchPath: readonly string[],
  layout: Layout,
): string[] {
  const paint = painter(layout.colour);
  const { lines: shown, more } = excerptOf(text, lines, statement.span, Math.max(40, layout.width - 10), 1);
  const out = shown.map(
    (line) => `  ${paint('faint', String(line.number).padStart(4))}  ${line.text}${more > 0 ? paint('faint', ' …') : ''}`,
  );
  const say = (first: string, words: string): void => {
    out.push(...paragraph(`        ${first}`, words, layout.width));
  };
  if (statement.unreadable !== undefined) say('', `could not be read: ${visible(statement.unreadable.message)}`);
  const unknown = statement.operations.find((each) => each.kind === 'dynamic-sql');
  if (unknown !== undefined) say('', `what it locks and does cannot be known: ${visible(unknown.reason)}`);
  else if (statement.operations.some(meansAll)) say('', 'works on every table that it finds, also on those that the history does not know');
  else if (effects.length === 0 && statement.unreadable === undefined) say('', 'locks no table');
  const works = effects.some((each) => isWork(each.work));
  const rows = effects.map((effect) => ({
    effect,
    table: visible(tableInWords(effect, searchPath)),
    lock: lockInWords(effect),
  }));
  const widest = Math.min(40, Math.max(0, ...rows.map((row) => columnsOf(row.table))));
  const widestLock = Math.max(0, ...rows.map((row) => row.lock.length));
  for (const { effect, table, lock } of rows) {
    const pad = ' '.repeat(Math.max(0, widest - columnsOf(table)));
    say(`${table}${pad}  ${lock.padEnd(widestLock)}  `, visible(factsInWords(effect, made.has(keyIn(searchPath, effect.table)), works)));
    if (effect.fails !== undefined)
      say('', `${effect.fails.certain ? 'fails' : 'may fail'} with ${effect.fails.code}: ${visible(effect.fails.reason)}`);
  }
  return out;
}

/** IF NOT EXISTS may find one that is in use, and a branch of a DO block may not run. */
function certainlyMakes(operation: Operation): operation is OperationOf<'create-table'> {
  return operation.kind === 'create-table' && !operation.ifNotExists && !operation.conditional;
}

function keyIn([first = 'public']: readonly string[], { schema = first, name }: QualifiedName): string {
  return keyOf({ schema, name });
}

/** VACUUM, ANALYZE and CLUSTER without a table, REINDEX of a schema or database. */
function meansAll(operation: Operation): boolean {
  switch (operation.kind) {
    case 'vacuum':
    case 'analyze':
    case 'cluster':
      return operation.table === undefined;
    case 'reindex':
      return operation.target !== 'index' && operation.target !== 'table';
    default:
      return false;
  }
}
