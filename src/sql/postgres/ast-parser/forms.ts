import type { QualifiedName } from '../../../operation/name.ts';
import type { Operation } from '../../../operation/operation.ts';
import { type Source, textOf } from '../source.ts';
import { type Match, matchOf, type Synopsis, synopsis } from './synopsis.ts';

/** @returns operations without their spans, which are the statement's */
type Read = (match: Match, source: Source) => readonly Bare[];
type Bare = Operation extends infer O ? (O extends Operation ? Omit<O, 'span'> : never) : never;

const form = (text: string, read: Read): readonly [Synopsis, Read] => [synopsis(text), read];

const ifExists = ({ has }: Match) => has('EXISTS') && { ifExists: true as const };
const cascade = ({ has }: Match) => has('CASCADE') && { cascade: true as const };
const behaviour = '[CASCADE | RESTRICT]';
const event = '{INSERT | DELETE | TRUNCATE | UPDATE [OF <columns,>]}';
const transition = '{OLD | NEW} TABLE [AS] <transition>';
const modes =
  'ACCESS SHARE | ROW SHARE | ROW EXCLUSIVE | SHARE UPDATE EXCLUSIVE | SHARE ROW EXCLUSIVE | SHARE | EXCLUSIVE | ACCESS EXCLUSIVE';

/** An operation for each table of a list, or one without a table where there is no list. */
function each<T extends Bare>(tables: readonly QualifiedName[], operation: (table: { table?: QualifiedName }) => T): readonly T[] {
  return tables.length === 0 ? [operation({})] : tables.map((table) => operation({ table }));
}

/**
 * Statements that the parser knows not at all or in part, and whose tokens say what they do.
 * https://www.postgresql.org/docs/current/sql-commands.html
 */
const forms: readonly (readonly [Synopsis, Read])[] = [
  form(`DROP [MATERIALIZED] VIEW [IF EXISTS] <views,> ${behaviour}`, (match) =>
    match.list('views').map((view) => ({
      kind: 'drop-view',
      view,
      materialized: match.has('MATERIALIZED'),
      ...ifExists(match),
      ...cascade(match),
    })),
  ),
  form(`DROP DOMAIN [IF EXISTS] <domains,> ${behaviour}`, (match) =>
    match.list('domains').map((type) => ({ kind: 'drop-type', type, domain: true, ...ifExists(match), ...cascade(match) })),
  ),
  form(`DROP SCHEMA [IF EXISTS] <schema> ${behaviour}`, (match) => [
    { kind: 'drop-schema', schema: match.name('schema'), ...ifExists(match), ...cascade(match) },
  ]),
  form(`DROP EXTENSION [IF EXISTS] <extension> ${behaviour}`, (match) => [
    { kind: 'drop-extension', extension: match.name('extension'), ...cascade(match) },
  ]),
  form(`DROP {FUNCTION | PROCEDURE | ROUTINE} [IF EXISTS] <called.> [(arguments)] ${behaviour}`, (match) => [
    { kind: 'drop-function', function: match.qualified('called'), ...ifExists(match), ...cascade(match) },
  ]),
  form(`DROP TRIGGER [IF EXISTS] <name> ON <table.> ${behaviour}`, (match) => [
    { kind: 'drop-trigger', table: match.qualified('table'), trigger: match.name('name'), ...ifExists(match), ...cascade(match) },
  ]),
  form(`DROP RULE [IF EXISTS] <name> ON <table.> ${behaviour}`, (match) => [
    { kind: 'drop-rule', table: match.qualified('table'), rule: match.name('name'), ...ifExists(match) },
  ]),
  form(`DROP POLICY [IF EXISTS] <name> ON <table.> ${behaviour}`, (match) => [
    { kind: 'drop-policy', table: match.qualified('table'), policy: match.name('name'), ...ifExists(match) },
  ]),
  form(
    `CREATE [OR REPLACE] TRIGGER <name> {BEFORE | AFTER | INSTEAD OF} ${event} [OR ${event}] [OR ${event}] [OR ${event}] ON <target.>
     [REFERENCING ${transition} [${transition}]] [FOR [EACH] {ROW | STATEMENT}] EXECUTE {FUNCTION | PROCEDURE} <called.> (arguments)`,
    ({ qualified, name, has, list }) => {
      const columns = [...new Set(list('columns').map((each) => each.name))];
      return [
        {
          kind: 'create-trigger',
          table: qualified('target'),
          trigger: name('name'),
          ...(has('REPLACE') && { replace: true }),
          ...(has('ROW') && { row: true }),
          function: qualified('called'),
          ...(columns.length > 0 && { columns }),
        },
      ];
    },
  ),
  form("ALTER TYPE <name.> ADD VALUE [IF NOT EXISTS] 'new' [{BEFORE | AFTER} 'neighbour']", ({ qualified, string, has }) => [
    { kind: 'add-enum-value', type: qualified('name'), value: string('new'), ...(has('EXISTS') && { ifNotExists: true }) },
  ]),
  form("ALTER TYPE <name.> RENAME VALUE 'old' TO 'new'", ({ qualified, string }) => [
    { kind: 'rename-enum-value', type: qualified('name'), from: string('old'), to: string('new') },
  ]),
  form(`LOCK [TABLE] <tables,> [IN {${modes}} MODE] [NOWAIT]`, ({ list, has, range }, source) => {
    const words = textOf(source, { from: range('IN').to, to: range('MODE').from });
    const mode = has('MODE') ? words.toUpperCase().replace(/\s+/g, ' ') : 'ACCESS EXCLUSIVE';
    return list('tables').map((table) => ({ kind: 'lock-table', table, mode, ...(has('NOWAIT') && { nowait: true }) }));
  }),
  form('ANALYZE [VERBOSE] [<tables,>]', ({ list }) => each(list('tables'), (table) => ({ kind: 'analyze', ...table }))),
  form('VACUUM [FULL] [FREEZE] [VERBOSE] [ANALYZE] [<tables,>]', ({ list, has }) =>
    each(list('tables'), (table) => ({ kind: 'vacuum', ...table, full: has('FULL') })),
  ),
  form('CLUSTER [VERBOSE] <table.> [USING <index>]', ({ qualified, name, has }) => [
    { kind: 'cluster', table: qualified('table'), ...(has('USING') && { index: name('index') }) },
  ]),
  form('REINDEX {INDEX | TABLE} [CONCURRENTLY] <name.>', ({ qualified, has }) => [
    { kind: 'reindex', target: has('INDEX') ? 'index' : 'table', name: qualified('name'), concurrently: has('CONCURRENTLY') },
  ]),
  form("COMMENT ON {CONSTRAINT | TRIGGER | RULE | POLICY} <part> ON <target.> IS {'text' | NULL}", ({ qualified }) => [
    { kind: 'other', command: 'COMMENT', tables: [qualified('target')], ofPart: true },
  ]),
  form("COMMENT ON {FUNCTION | PROCEDURE} <called.> [(arguments)] IS {'text' | NULL}", () => [
    { kind: 'other', command: 'COMMENT', tables: [] },
  ]),
  form('{COMMIT | END} [WORK | TRANSACTION]', () => [{ kind: 'transaction', action: 'commit' }]),
  form('{ROLLBACK | ABORT} [WORK | TRANSACTION]', () => [{ kind: 'transaction', action: 'rollback' }]),
  form('SAVEPOINT <name>', () => [{ kind: 'transaction', action: 'savepoint' }]),
  form('RELEASE [SAVEPOINT] <name>', () => [{ kind: 'transaction', action: 'release' }]),
  form('ROLLBACK [WORK | TRANSACTION] TO [SAVEPOINT] <name>', () => [{ kind: 'transaction', action: 'rollback to' }]),
];

/** A statement in one of the forms; undefined where it is in none. */
export function readForm(source: Source): readonly Operation[] | undefined {
  for (const [parts, read] of forms) {
    const match = matchOf(source, parts, { from: source.first, to: source.end });
    if (match?.end === source.end) return read(match, source).map((operation) => ({ ...operation, span: source.span }) as Operation);
  }
  return undefined;
}
