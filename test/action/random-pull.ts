/** Seeded choices: the same seed takes the same way. https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32 */
export class Random {
  private state: number;
  constructor(seed: number) {
    this.state = seed;
  }
  /** From 0, below `end`. */
  below(end: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * end);
  }
  chance(of: number): boolean {
    return this.below(1_000) < of * 1_000;
  }
  pick<T>(all: readonly T[]): T {
    return all[this.below(all.length)] as T;
  }
}

const statements = [
  "SET lock_timeout = '5s';",
  'ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid();',
  'ALTER TABLE orders\n  ADD COLUMN token uuid DEFAULT gen_random_uuid();',
  'CREATE INDEX orders_note ON orders (note);',
  'CREATE INDEX CONCURRENTLY orders_total ON orders (total);',
  'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
  'ALTER TABLE orders ADD CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customers (id);',
  'UPDATE orders SET note = NULL;',
  'DROP TABLE refunds;',
  'ALTER TABLE customers ADD COLUMN nick text;',
  '-- lockstep-ignore update-whole-table: ten rows\nUPDATE customers SET email = lower(email);',
  'SELECT 1;',
  '-- a remark',
  'this is not SQL;',
];

/** The new migrations of a pull request: their names, and their statements in order. */
export type Migrations = Readonly<Record<string, readonly string[]>>;

/** What a push may do to them. */
export function pushed(migrations: Migrations, random: Random): Migrations {
  const files = Object.entries(migrations);
  const [name, lines] = files.length === 0 ? [fresh(random), []] : random.pick(files);
  const others = Object.fromEntries(files.filter(([each]) => each !== name));
  const at = random.below(lines.length + 1);
  const put = (...some: readonly string[]): readonly string[] => [...lines.slice(0, at), ...some, ...lines.slice(at)];
  switch (random.below(9)) {
    case 0:
      return others;
    case 1:
      return { ...others, [fresh(random)]: lines };
    case 2:
      return { ...migrations, [fresh(random)]: [random.pick(statements), random.pick(statements)] };
    case 3:
    case 4:
      return { ...others, [name]: lines.filter((_, i) => i !== at) };
    case 5:
      return { ...others, [name]: [...lines].reverse() };
    default:
      return { ...others, [name]: put(random.pick(statements)) };
  }
}

const fresh = (random: Random): string => `db/migrations/0${random.below(900) + 100}_change.sql`;

export const textsOf = (migrations: Migrations): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(migrations).map(([name, lines]) => [name, lines.map((line) => `${line}\n`).join('')]));
