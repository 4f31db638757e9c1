import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examples } from '../../scripts/plan-table.ts';
import { lex, word } from '../../src/sql/postgres/lexer.ts';
import { sampleOf } from '../everywhere.ts';
import { catalogOf, reset } from './catalog.ts';
import { analyzeCase, type Case, filesOf, runFile, statementsOf } from './harness.ts';

/** Every recipe's example under names of every kind: what the plan writes has to name the same things, and its own things differently. */
let db: PGlite;
beforeAll(async () => {
  db = await PGlite.create();
  // A tablespace that an example names.
  await db.exec('set allow_in_place_tablespaces = on');
  await db.exec("create tablespace elsewhere location ''");
});
afterAll(async () => {
  await db.close();
});

/** The names in the examples. Keywords, types and functions are none of them. */
const names = [
  ...[
    'orders',
    'users',
    'states',
    'events',
    'events_2025',
    'events_2026',
    'more',
    'rest',
    'posts',
    'bookings',
    'prices',
    'letters',
    'users_1',
  ],
  ...['purchases', 'mails', 'orders_email', 'events_id', 'cents', 'mood', 'paid', 'written'],
  ...[
    'id',
    'email',
    'total',
    'code',
    'status',
    'contact',
    'token',
    'n',
    'gross',
    'net',
    'state',
    'mail',
    'at',
    'author',
    'room',
    'during',
    'price',
    'name',
  ],
];

const reserved =
  'all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create current_user default deferrable desc distinct do else end except false fetch for foreign from grant group having in initially intersect into lateral leading limit localtime not null offset on only or order placing primary references returning select session_user some symmetric table then to trailing true union unique user using variadic when where window with'.split(
    ' ',
  );

/** What a name is written as. */
const forms: Readonly<Record<string, (name: string, index: number) => string>> = {
  'quoted and mixed case': (name) => `"${name.charAt(0).toUpperCase()}${name.slice(1)} %""'ß"`,
  reserved: (_, index) => `"${reserved[index]}"`,
  // They differ in their last bytes only.
  '63 bytes': (_, index) => `a_name_as_long_as_postgresql_takes_before_it_would_be_cut_off${String(index + 100)}`.slice(-63),
};

/** Rewrites the names in a text, comments with directives included. */
function renamed(text: string, form: (name: string, index: number) => string): string {
  const of = (name: string): string => (names.includes(name) ? form(name, names.indexOf(name)) : name);
  const directives = text.replace(
    /^(-- lockstep: backfill (?:"App"\.)?)(\w+)\.(\w+) = (.*)$/gm,
    (_, head, table, column, value) => `${head}${of(table)}.${of(column)} = ${String(value).replace(/\bemail\b/, of)}`,
  );
  const { kinds, starts, ends } = lex(directives).tokens;
  let result = '';
  let at = 0;
  kinds.forEach((kind, i) => {
    if (kind !== word) return;
    result += directives.slice(at, starts[i]) + of(directives.slice(starts[i], ends[i]));
    at = ends[i] as number;
  });
  // The index of a key has the name that PostgreSQL makes up.
  return (result + directives.slice(at)).replaceAll('orders_pkey', '"a key"');
}

/** Puts tables, views, domains and types into a schema of their own. */
function qualified(text: string): string {
  const place =
    /\b(table|on|references|partition of|attach partition|detach partition|from|view|drop index|alter index|domain|alter type|create type|cluster|vacuum full|backfill) (orders|users|states|events|events_2025|events_2026|more|rest|posts|bookings|prices|letters|users_1|mails|cents|mood|orders_email|events_id)\b/gi;
  return text.replace(place, '$1 "App".$2').replace(/\((price|mood) (cents|mood)\)/, '($1 "App".$2)');
}

const all: readonly (readonly [form: string, write: (text: string) => string])[] = [
  ...Object.entries(forms).map(([name, form]) => [name, (text: string) => renamed(text, form)] as const),
  ['in another schema', qualified],
  [
    'in another schema, quoted',
    (text) => renamed(qualified(text), forms['quoted and mixed case'] as (name: string, index: number) => string),
  ],
];

describe.each(all)('%s', (_, write) => {
  test.each(sampleOf(examples))('$operation', async ({ operation, history, change, major }) => {
    const keyed = (text: string): string => text.replace('id int PRIMARY KEY, email', 'id int CONSTRAINT orders_pkey PRIMARY KEY, email');
    const each: Case = {
      name: operation,
      history: `CREATE SCHEMA "App"; ${write(keyed(history))}`,
      change: write(change),
      ...(major !== undefined && { major }),
    };
    const { plans, notices } = await analyzeCase(each);
    expect(notices.filter((notice) => notice.message.includes('does not hold'))).toEqual([]);
    expect(plans).toHaveLength(1);
    const [plan] = plans;
    expect(plan?.questions).toEqual([]);
    if (plan === undefined || plan.stages.length === 0) return;

    await reset(db);
    await db.exec(each.history);
    await db.exec(each.change as string);
    const expected = await catalogOf(db);
    await reset(db);
    await db.exec(each.history);
    const before = await catalogOf(db);
    for (const file of filesOf(plan, each)) await runFile(db, file.text, 'unknown');
    const made = await catalogOf(db);
    if (plan.differences === undefined) expect(made).toEqual(expected);
    for (const line of made) if (plan.differences === undefined) expect(line).not.toContain('lockstep');
    const steps = plan.stages.flatMap((stage) => stage.files.flatMap((file) => file.steps)).reverse();
    if (steps.some(({ rollback }) => rollback.startsWith('-- ') && !rollback.startsWith('-- nothing'))) return;
    for (const { rollback } of steps) if (!rollback.startsWith('-- ')) for (const sql of statementsOf(rollback)) await db.exec(sql);
    expect(await catalogOf(db)).toEqual(before);
  });
});
