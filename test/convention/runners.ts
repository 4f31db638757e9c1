/**
 * How each tool runs a file forwards, written from its manual and not from what is under test: what is cut out of the text, and how it is sent.
 * `each`: a statement at a time; `query`: all of it as one query string; the same `in` a transaction.
 */
export interface Sent {
  readonly sql: string;
  readonly as: 'each' | 'query' | 'each in' | 'query in';
}

type Runner = (text: string, beside: (name: RegExp) => string | undefined, path: string) => Sent;

/** What stands behind one line and before another. */
const between = (text: string, up: RegExp, down: RegExp): string => {
  const [, rest = ''] = text.split(up, 2);
  return rest.split(down, 1)[0] ?? '';
};

const whole =
  (as: Sent['as']): Runner =>
  (sql) => ({ sql, as });

export const runners: Readonly<Record<string, Runner>> = {
  goose: (text) => ({
    sql: between(text, /^-- \+goose Up$/m, /^-- \+goose Down$/m),
    as: /^-- \+goose NO TRANSACTION$/m.test(text) ? 'each' : 'each in',
  }),
  'sql-migrate': (text) => ({
    sql: between(text, /^-- \+migrate Up(?: notransaction)?$/m, /^-- \+migrate Down/m),
    as: /^-- \+migrate Up notransaction$/m.test(text) ? 'each' : 'each in',
  }),
  dbmate: (text) => ({
    sql: between(text, /^-- migrate:up.*$/m, /^-- migrate:down/m),
    as: /^-- migrate:up.*transaction:false/m.test(text) ? 'query' : 'query in',
  }),
  rambler: (text) => ({ sql: between(text, /^-- rambler up$/m, /^-- rambler down$/m), as: 'each' }),
  togo: whole('each'),
  liquibase: (text) => ({ sql: text, as: /^--changeset \S+.* runInTransaction:false/m.test(text) ? 'each' : 'each in' }),
  sqitch: whole('each'),
  atlas: (text) => ({ sql: text, as: text.startsWith('-- atlas:txmode none\n\n') ? 'each' : 'each in' }),
  prisma: whole('query'),
  drizzle: whole('each in'),
  supabase: (text) => ({ sql: text, as: /^CREATE INDEX CONCURRENTLY/m.test(text) ? 'each' : 'each in' }),
  hasura: whole('query in'),
  tern: (text) => ({
    sql: text.split('---- create above / drop below ----')[0] ?? '',
    as: /^---- tern: disable-tx ----$/m.test(text) ? 'each' : 'query in',
  }),
  popx: (text, _, path) => ({ sql: text, as: path.includes('.autocommit.') ? 'query' : 'query in' }),
  diesel: (text, beside) => ({ sql: text, as: beside(/^metadata\.toml$/) === 'run_in_transaction = false\n' ? 'query' : 'query in' }),
  refinery: (text) => ({ sql: text, as: text.startsWith('-- +refinery NO TRANSACTION\n') ? 'query' : 'query in' }),
  sqlx: (text) => ({ sql: text, as: text.startsWith('-- no-transaction') ? 'query' : 'query in' }),
  'golang-migrate': whole('query'),
  'maragudk-migrate': whole('query in'),
  'node-pg-migrate': (text) => ({ sql: between(text, /^-- Up Migration$/m, /^-- Down Migration$/m), as: 'query in' }),
  flyway: (text, beside, path) => ({
    sql: text,
    as: beside(new RegExp(`^${path.split('/').at(-1)}\\.conf$`)) === 'executeInTransaction=false\n' ? 'each' : 'each in',
  }),
  plain: (text) => ({ sql: text, as: text.includes('-- lockstep: no-transaction') ? 'each' : 'each in' }),
};
