import type { Operation } from '../operation/operation.ts';
import { indexOf } from '../schema/schema.ts';
import type { Span } from '../text/span.ts';
import type { PlannableOperation } from './unit.ts';

/** One statement of a DO block, with its table where that stands before it. */
export interface Part {
  readonly span: Span;
  /** The conditions under which it is reached, which have to be asked wherever it goes. Absent: what takes its place asks by itself. */
  readonly question?: string;
}

/**
 * One statement of a DO block, if it can be taken out of the block or exchanged there: it stands by itself (not in a string, no part of an ALTER TABLE with several actions), and
 * nothing guards it but the question whether what it makes or drops is there already, which IF [NOT] EXISTS asks too. An index that the block makes and does nothing else
 * may be guarded by any question on the catalog.
 */
export function partOfBlock(text: string, block: Span, each: PlannableOperation, isOnly: boolean): Part | undefined {
  const { operation } = each;
  if (operation.kind !== 'create-index' && operation.kind !== 'drop-index' && operation.kind !== 'add-constraint') return undefined;
  const { span } = operation;
  if (!/^\s*;/.test(text.slice(span.end, block.end))) return undefined;
  const before = text.slice(block.start, span.start);
  const head =
    operation.kind === 'add-constraint' ? /\balter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?[^\s;]+\s+$/i.exec(before) : undefined;
  if (operation.kind === 'add-constraint' && head === null) return undefined;
  const start = span.start - (head?.[0].length ?? 0);
  const lead = withoutComments(text.slice(block.start, start)).trimEnd();
  if (!/(?:;|\bbegin|\bthen)$/i.test(lead)) return undefined;
  const guards = guardsOf(lead);
  if (guards === undefined) return undefined;
  const [own, ...outer] = guards.toReversed();
  const part = { span: { start, end: span.end } };
  if (own === undefined) return operation.conditional ? undefined : part;
  const asked = asksForItself(own, operation) ? outer : guards;
  if (asked.every((guard) => asksForTable(guard, own, each)) && asked.length < guards.length) return part;
  const isPlain = operation.kind === 'create-index' && isOnly && !/\b(?:declare|into|perform|execute)\b|:=/i.test(lead);
  return isPlain ? { ...part, question: guards.map((guard) => `(${guard.trim()})`).join(' AND ') } : undefined;
}

/** The conditions of the IFs that are open at the end of a text, outermost first; undefined where anything else decides whether and how often the end is reached. */
function guardsOf(lead: string): string[] | undefined {
  if (/\b(?:loop|case|exception|return|elsif|else|continue|exit)\b/i.test(lead)) return undefined;
  const open: string[] = [];
  for (const [found, condition] of lead.matchAll(/\bend\s+if\b|\bif\b([^;]*?)\bthen\b/gi)) {
    if (/^end/i.test(found)) open.pop();
    else open.push(condition ?? '');
  }
  return open;
}

/** Whether a condition asks for the very thing that the statement makes or drops, by its name. */
function asksForItself(guard: string, operation: Operation): boolean {
  const made =
    operation.kind === 'create-index' ? operation.index.name : operation.kind === 'add-constraint' ? operation.constraint.name : undefined;
  const dropped = operation.kind === 'drop-index' ? operation.index.name : undefined;
  const name = made ?? dropped;
  return name !== undefined && /\bnot\s+exists\b/i.test(guard) === (made !== undefined) && isOneQuestion(guard) && names(guard, name);
}

/**
 * Whether a condition asks for the table of the statement. It is taken to be there, as what the history does not tell is; that of an index which the history does not tell
 * either is what the question for the index names, too.
 */
function asksForTable(guard: string, own: string, { operation, before }: PlannableOperation): boolean {
  if (/\bnot\b/i.test(guard) || !isOneQuestion(guard)) return false;
  if (operation.kind === 'create-index' || operation.kind === 'add-constraint') return names(guard, operation.table.name);
  const table = operation.kind === 'drop-index' ? indexOf(before, operation.index)?.table : undefined;
  if (table !== undefined) return names(guard, table.name.name);
  const named = guard.match(/'[^']+'/g) ?? [];
  return named.length > 0 && named.every((each) => own.includes(each));
}

/** `[NOT] EXISTS (SELECT …)`, or that something has an object number, and nothing else. */
function isOneQuestion(guard: string): boolean {
  return /^\s*\(?\s*(?:not\s+)?exists\s*\([^()]*\)\s*\)?\s*$/i.test(guard) && !/\bor\b/i.test(guard);
}

function names(guard: string, name: string): boolean {
  return guard.includes(`'${name.replaceAll("'", "''")}'`);
}

function withoutComments(text: string): string {
  return text.replace(/--[^\n]*/g, '').replace(/\/\*[\s\S]*?\*\//g, '');
}
