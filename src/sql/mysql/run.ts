import type { ExpressionNode } from '../../operation/expression.ts';
import type { Operation } from '../../operation/operation.ts';
import type { Span } from '../../text/span.ts';
import { limits } from '../statement.ts';
import type { Block } from './compound.ts';
import { type Cursor, type Range, Unreadable } from './cursor.ts';
import { expression } from './expression.ts';
import { variable } from './lexer.ts';
import { readingOf } from './parse.ts';

/**
 * What a file runs by way of strings and procedures: SET @s = '…'; PREPARE s FROM @s; EXECUTE s; and CALL of a procedure that the file itself makes.
 * The values of variables are followed as far as they are strings, whatever happens; where one of several is taken, each counts as conditional.
 */
export interface Session {
  readonly procedures: Map<string, Procedure>;
  /** By name in lower case; `unknown` where nothing can be said. */
  readonly variables: Map<string, Values>;
  readonly prepared: Map<string, Values>;
  /** Statements that CALL and EXECUTE may still run, in the whole file. */
  left: number;
  /** And how long the texts of EXECUTE may be, all together. */
  characters: number;
  /** How many of them enclose the one at hand. */
  depth: number;
  /** Reads the statements of a text, each at a place of the file. */
  readonly readText: (text: string, span: Span) => readonly Operation[];
  readonly readStatement: (cursor: Cursor, span: Span) => readonly Operation[];
}

export interface Procedure {
  readonly name: string;
  /** In lower case. */
  readonly parameters: readonly string[];
  readonly body: Block;
  readonly cursor: Cursor;
}

type Values = readonly string[] | 'unknown';

/** More values than a migration has, and longer ones: past them nothing is known of a variable. */
const mostValues = 16;
const mostVariables = 1000;
const longestValue = 100_000;
const deepestCall = 20;

export function newSession(readers: Pick<Session, 'readText' | 'readStatement'>): Session {
  return {
    procedures: new Map(),
    variables: new Map(),
    prepared: new Map(),
    left: limits.statements,
    characters: limits.fileBytes,
    depth: 0,
    ...readers,
  };
}

/** Where a statement stands: within a loop it may run more than once. */
interface Within {
  readonly loop: boolean;
}
const straight: Within = { loop: false };

/** What a statement does to the session, and by it; undefined where it is none of these. */
export function runStatement(session: Session, cursor: Cursor, span: Span, within: Within = straight): readonly Operation[] | undefined {
  if (cursor.is('set')) return assign(session, cursor, within);
  if (cursor.is('select')) return selectInto(session, cursor, within);
  if (cursor.accept('prepare')) {
    const name = cursor.name('a statement').toLowerCase();
    cursor.expect('from');
    keep(session.prepared, name, valuesIn(session, cursor, { from: cursor.at, to: cursor.end }), within);
    cursor.at = cursor.end;
    return [{ kind: 'other', span, command: 'PREPARE', tables: [] }];
  }
  if (cursor.accept('execute immediate')) {
    const using = wordFrom(cursor, 'using');
    const texts = valuesIn(session, cursor, { from: cursor.at, to: using });
    cursor.at = cursor.end;
    return execute(session, texts, span);
  }
  if (cursor.accept('execute')) {
    const name = cursor.name('a statement').toLowerCase();
    cursor.at = cursor.end;
    return execute(session, session.prepared.get(name) ?? 'unknown', span);
  }
  if (cursor.accept('call')) return call(session, cursor, span);
  return undefined;
}

/** Every statement of a block, in order. */
export function runBlock(session: Session, block: Block, cursor: Cursor, span: Span, within: Within = straight): readonly Operation[] {
  switch (block.kind) {
    case 'sequence':
      return block.parts.flatMap((each) => runBlock(session, each, cursor, span, within));
    case 'branches':
      return runBranches(session, block, cursor, span, within);
    case 'statement': {
      if (session.left-- <= 0) return [{ kind: 'dynamic-sql', span, reason: `the file runs more than ${limits.statements} statements` }];
      const own = cursor.over(block.range);
      if (own.accept('declare')) return declare(session, own);
      if (/^(?:leave|iterate|return|open|fetch|close|signal|resignal|get|diagnostics)$/.test(own.wordAt(own.at))) return [];
      const run = runStatement(session, own, span, within);
      return run ?? session.readStatement(own, span);
    }
  }
}

/** Each branch goes on from the values before; behind them, a variable may have the value of any, or still its old one. */
function runBranches(
  session: Session,
  block: Extract<Block, { kind: 'branches' }>,
  cursor: Cursor,
  span: Span,
  within: Within,
): readonly Operation[] {
  const before = [new Map(session.variables), new Map(session.prepared)] as const;
  const after = [new Map(before[0]), new Map(before[1])] as const;
  const inner = { loop: within.loop || block.loop };
  const operations = block.branches.flatMap((branch) => {
    restore(session.variables, before[0]);
    restore(session.prepared, before[1]);
    const own = branch.flatMap((each) => runBlock(session, each, cursor, span, inner));
    merge(after[0], before[0], session.variables);
    merge(after[1], before[1], session.prepared);
    return own;
  });
  restore(session.variables, after[0]);
  restore(session.prepared, after[1]);
  return operations.map((each) => ({ ...each, conditional: true as const }));
}

function restore(map: Map<string, Values>, values: ReadonlyMap<string, Values>): void {
  map.clear();
  for (const [name, each] of values) map.set(name, each);
}

/** Takes in what a branch has changed. */
function merge(into: Map<string, Values>, before: ReadonlyMap<string, Values>, after: ReadonlyMap<string, Values>): void {
  for (const [name, values] of after) {
    if (values !== before.get(name)) into.set(name, union(into.get(name) ?? [], values));
  }
}

/** DECLARE a, b type [DEFAULT value]; cursors and conditions hold no values. */
function declare(session: Session, cursor: Cursor): readonly Operation[] {
  const names: string[] = [];
  do names.push(cursor.name().toLowerCase());
  while (cursor.acceptMark(','));
  const from = wordFrom(cursor, 'default') + 1;
  const values = from < cursor.end ? valuesIn(session, cursor, { from, to: cursor.end }) : 'unknown';
  for (const name of names) session.variables.set(name, values);
  return [];
}

/** SET of user variables and of a program's own. What it says of the server's is read elsewhere. */
function assign(session: Session, cursor: Cursor, within: Within): undefined {
  for (const { from, to } of cursor.parts({ from: cursor.at + 1, to: cursor.end })) {
    const own = cursor.over({ from, to });
    if (own.done || (own.kindAt(own.at) !== variable && !own.isName())) continue;
    const name = own.raw(own.at++).toLowerCase();
    if (own.acceptOperator('=') || own.acceptOperator(':=')) {
      keep(session.variables, name, valuesIn(session, own, { from: own.at, to }), within);
    }
  }
  return undefined;
}

/** SELECT value INTO variable */
function selectInto(session: Session, cursor: Cursor, within: Within): undefined {
  const into = wordFrom(cursor, 'into');
  if (into >= cursor.end) return undefined;
  const names = cursor.over({ from: into + 1, to: cursor.end });
  const targets: string[] = [];
  do targets.push(names.done ? '' : names.raw(names.at++).toLowerCase());
  while (names.acceptMark(','));
  const [only] = targets;
  const values = targets.length === 1 ? valuesIn(session, cursor, { from: cursor.at, to: into }) : 'unknown';
  if (only !== undefined && targets.length === 1) keep(session.variables, only, values, within);
  else for (const each of targets) session.variables.set(each, 'unknown');
  return undefined;
}

/** The first token of a word outside parentheses; the end where there is none. */
function wordFrom(cursor: Cursor, word: string): number {
  for (let token = cursor.at; token < cursor.end; token++) {
    if (cursor.markAt(token) === '(') token = cursor.closing(token);
    else if (cursor.is(word, token)) return token;
  }
  return cursor.end;
}

function keep(map: Map<string, Values>, name: string, values: Values, { loop }: Within): void {
  if (!map.has(name) && map.size >= mostVariables) return;
  const changes = loop && (map.has(name) || values.length !== 1);
  map.set(name, changes ? 'unknown' : values);
}

function union(a: Values, b: Values): Values {
  if (a === 'unknown' || b === 'unknown') return 'unknown';
  const values = [...new Set([...a, ...b])];
  return values.length > mostValues ? 'unknown' : values;
}

/** The strings that the tokens may have as their value: an expression, or a query of one. */
function valuesIn(session: Session, cursor: Cursor, range: Range): Values {
  let { from, to } = range;
  while (cursor.markAt(from) === '(' && cursor.closing(from) === to - 1) {
    from++;
    to--;
  }
  const own = cursor.over({ from, to });
  own.accept('select');
  try {
    return valuesOf(session, expression(readingOf(own)));
  } catch (error) {
    if (error instanceof Unreadable) return 'unknown';
    throw error;
  }
}

function valuesOf(session: Session, node: ExpressionNode): Values {
  switch (node.kind) {
    case 'constant':
      return [node.value];
    case 'column':
      return (node.path.length === 1 && session.variables.get((node.path[0] as string).toLowerCase())) || 'unknown';
    case 'opaque':
      return session.variables.get(node.name) ?? 'unknown';
    case 'coalesce':
      return node.arguments.map((each) => valuesOf(session, each)).reduce(union, []);
    case 'call':
      if (node.function.name === 'concat') return concat(node.arguments.map((each) => valuesOf(session, each)));
      if (node.function.name === 'if')
        return node.arguments
          .slice(1)
          .map((each) => valuesOf(session, each))
          .reduce(union, []);
      return 'unknown';
    default:
      return 'unknown';
  }
}

function concat(parts: readonly Values[]): Values {
  let values: readonly string[] = [''];
  for (const part of parts) {
    if (part === 'unknown') return 'unknown';
    values = values.flatMap((before) => part.map((each) => before + each));
    if (values.length > mostValues || values.some((each) => each.length > longestValue)) return 'unknown';
  }
  return values;
}

function execute(session: Session, texts: Values, span: Span): readonly Operation[] {
  const unknown = (reason: string): readonly Operation[] => [{ kind: 'dynamic-sql', span, reason }];
  if (texts === 'unknown') return unknown('the text that is executed is put together as it runs');
  session.characters -= texts.reduce((sum, each) => sum + each.length, 0);
  if (session.left <= 0 || session.characters < 0 || session.depth >= deepestCall) return unknown('the file runs too many statements');
  session.depth++;
  const operations = texts.flatMap((text) => session.readText(text, span));
  session.depth--;
  return texts.length > 1 ? operations.map((each) => ({ ...each, conditional: true as const })) : operations;
}

/** CALL of a procedure of the same file does what it holds; of another one, whatever that is. */
function call(session: Session, cursor: Cursor, span: Span): readonly Operation[] {
  const name = cursor.qualified('a procedure');
  const given = cursor.markAt(cursor.at) === '(' ? cursor.parts(cursor.parentheses()) : [];
  cursor.finish();
  const own: Operation = { kind: 'call', span, procedure: name };
  const procedure = session.procedures.get(name.name.toLowerCase());
  if (procedure === undefined) return [own];
  if (session.depth >= deepestCall) return [{ kind: 'dynamic-sql', span, reason: 'procedures call one another too deeply' }];
  const values = procedure.parameters.map((_, i) => (given[i] === undefined ? 'unknown' : valuesIn(session, cursor, given[i])));
  const outer = takeLocals(session);
  for (const [i, parameter] of procedure.parameters.entries()) session.variables.set(parameter, values[i] as Values);
  session.depth++;
  const operations = runBlock(session, procedure.body, procedure.cursor, span);
  session.depth--;
  takeLocals(session);
  for (const [name, each] of outer) session.variables.set(name, each);
  return operations.length > 0 ? operations : [{ kind: 'other', span, command: 'CALL', tables: [] }];
}

/** Takes out what a program has declared, its parameters among it: the caller's are not seen inside, nor the other way round. */
function takeLocals({ variables }: Session): ReadonlyMap<string, Values> {
  const locals = new Map([...variables].filter(([name]) => !name.startsWith('@')));
  for (const name of locals.keys()) variables.delete(name);
  return locals;
}
