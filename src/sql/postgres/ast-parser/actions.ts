import type { Operation } from '../../../operation/operation.ts';
import { commaParts, inside, type Range, type Source, spanOf, textOf } from '../source.ts';
import { keyword } from './feed.ts';
import { nameAt } from './name.ts';
import { type Match, matchOf, type Synopsis, synopsis } from './synopsis.ts';

/** What every action says: its place, and the table. */
export type OnTable = Pick<Extract<Operation, { kind: 'drop-default' }>, 'span' | 'table' | 'ifExists' | 'only'>;
type Bare = Operation extends infer O ? (O extends OnTable ? Omit<O, keyof OnTable> : never) : never;
type Read = (match: Match, source: Source, range: Range) => Bare;

const action = (text: string, read: Read): readonly [Synopsis, Read] => [synopsis(text), read];

/**
 * Actions of ALTER TABLE that the parser does not know, and whose tokens say what they do.
 * https://www.postgresql.org/docs/current/sql-altertable.html
 */
const actions: readonly (readonly [Synopsis, Read])[] = [
  action('VALIDATE CONSTRAINT <name>', ({ name }) => ({ kind: 'validate-constraint', constraint: name('name') })),
  action('ADD [CONSTRAINT <name>] {UNIQUE | PRIMARY KEY} USING INDEX <with>', ({ name, has }, source, { from, to }) => {
    const own = { from: from + 1, to };
    return {
      kind: 'add-constraint',
      constraint: {
        ...(has('name') && { name: name('name') }),
        span: spanOf(source, own),
        text: textOf(source, own),
        type: has('UNIQUE') ? 'unique' : 'primary-key',
        columns: [],
        usingIndex: name('with'),
      },
    };
  }),
  action('{SET | RESET} (options)', ({ range, has }, source) => {
    const names = commaParts(source, inside(source, range('options').from)).map((part) => optionName(source, part));
    return { kind: 'set-table-options', options: names, ...(has('RESET') && { reset: true }) };
  }),
  action('ALTER [COLUMN] <name> {SET | RESET} (options)', ({ name }) => ({
    kind: 'column-setting',
    column: name('name'),
    setting: 'options',
  })),
  action('ALTER [COLUMN] <name> SET {STORAGE | COMPRESSION} {<setting> | DEFAULT}', ({ name, has }) => ({
    kind: 'column-setting',
    column: name('name'),
    setting: has('STORAGE') ? 'storage' : 'compression',
  })),
  action('ALTER [COLUMN] <name> DROP IDENTITY [IF EXISTS]', ({ name, has }) => ({
    kind: 'drop-identity',
    column: name('name'),
    ...(has('EXISTS') && { identityIfExists: true }),
  })),
  action('ALTER [COLUMN] <name> DROP EXPRESSION [IF EXISTS]', ({ name, has }) => ({
    kind: 'drop-expression',
    column: name('name'),
    ...(has('EXISTS') && { expressionIfExists: true }),
  })),
  action('SET {LOGGED | UNLOGGED}', ({ has }) => ({ kind: 'set-logged', logged: has('LOGGED') })),
  action('SET TABLESPACE <name>', ({ name }) => ({ kind: 'set-tablespace', tablespace: name('name') })),
  action('{ENABLE [ALWAYS | REPLICA] | DISABLE} TRIGGER <name>', (match) => ({
    kind: 'set-trigger-state',
    trigger: match.name('name'),
    state: stateOf(match),
  })),
  action('{ENABLE | DISABLE} TRIGGER {ALL | USER}', (match) => ({
    kind: 'set-trigger-state',
    trigger: match.has('ALL') ? 'all' : 'user',
    state: stateOf(match),
  })),
  action('{ENABLE [ALWAYS | REPLICA] | DISABLE} RULE <name>', (match) => ({
    kind: 'set-rule-state',
    rule: match.name('name'),
    state: stateOf(match),
  })),
  action('{ENABLE | DISABLE | [NO] FORCE} ROW LEVEL SECURITY', ({ has }) => ({
    kind: 'row-security',
    action: has('ENABLE') ? 'enable' : has('DISABLE') ? 'disable' : has('NO') ? 'no force' : 'force',
  })),
  action('REPLICA IDENTITY {DEFAULT | FULL | NOTHING | USING INDEX <name>}', ({ name, has }) => ({
    kind: 'replica-identity',
    identity: has('INDEX') ? 'index' : has('FULL') ? 'full' : has('NOTHING') ? 'nothing' : 'default',
    ...(has('INDEX') && { index: name('name') }),
  })),
  action('CLUSTER ON <name>', ({ name }) => ({ kind: 'cluster-on', index: name('name') })),
  action('SET WITHOUT CLUSTER', () => ({ kind: 'cluster-on' })),
  action('[NO] INHERIT <parent.>', ({ qualified, has }) => ({
    kind: has('NO') ? 'no-inherit' : 'inherit',
    parent: qualified('parent'),
  })),
  action('OWNER TO {CURRENT_USER | SESSION_USER | CURRENT_ROLE}', (_, source, { to }) => ({
    kind: 'table-owner',
    owner: keyword(source, to - 1),
  })),
  action('DETACH PARTITION <partition.> [CONCURRENTLY | FINALIZE]', ({ qualified, has }) => ({
    kind: 'detach-partition',
    partition: qualified('partition'),
    concurrently: has('CONCURRENTLY'),
    ...(has('FINALIZE') && { finalize: true }),
  })),
];

function stateOf({ has }: Match): 'enable' | 'disable' | 'enable always' | 'enable replica' {
  if (has('DISABLE')) return 'disable';
  return has('ALWAYS') ? 'enable always' : has('REPLICA') ? 'enable replica' : 'enable';
}

/** `toast.autovacuum_enabled = false` → `autovacuum_enabled` */
function optionName(source: Source, { from, to }: Range): string {
  for (let token = from; token < to; token++) {
    if (source.text[source.tokens.starts[token + 1] ?? -1] === '=') return nameAt(source, token).toLowerCase();
  }
  return nameAt(source, to - 1).toLowerCase();
}

/** An action in one of these forms; undefined where it is in none. */
export function readAction(source: Source, base: OnTable, range: Range): Operation | undefined {
  for (const [parts, read] of actions) {
    const match = matchOf(source, parts, range);
    if (match?.end === range.to) return { ...base, ...read(match, source, range) } as Operation;
  }
  return undefined;
}
