/** How what blocks is staged. Statements are on the tables of operations.ts, and each is taken as it is pinned: test/engine/mysql/staged.test.ts. */
export interface Staged {
  readonly operation: string;
  /** Statements, and in parentheses what is done besides. */
  readonly steps: readonly string[];
}

const copied = [
  '(with gh-ost: `gh-ost --database=app --table=orders --alter="MODIFY customer_id bigint" --execute`)',
  '(or with pt-online-schema-change: `pt-online-schema-change --alter "MODIFY customer_id bigint" D=app,t=orders --execute`)',
];

export const staged: readonly Staged[] = [
  {
    operation: 'A new column that is NOT NULL, or whose default is computed',
    steps: [
      'alter table orders add column token varchar(36), algorithm = instant',
      'alter table orders alter column token set default (uuid()), algorithm = instant',
      '(fill the rows that are there in batches by key: `update orders set token = uuid() where id between 1 and 1000 and token is null`, each its own transaction)',
      'alter table orders modify token varchar(36) not null default (uuid()), algorithm = inplace, lock = none',
    ],
  },
  {
    operation: 'A new column with UNIQUE or an index',
    steps: [
      'alter table orders add column token varchar(36), algorithm = instant',
      '(look for duplicates: `select token from orders where token is not null group by token having count(*) > 1`)',
      'alter table orders add unique (token), algorithm = inplace, lock = none',
    ],
  },
  {
    operation: 'A foreign key',
    steps: [
      '(look for orphans: `select id from orders left join customers on customers.id = customer_id where customer_id is not null and customers.id is null`)',
      'set session foreign_key_checks = 0',
      'alter table orders add constraint orders_customer foreign key (customer_id) references customers (id), algorithm = inplace, lock = none',
      'set session foreign_key_checks = 1',
      '(look for orphans again: the server has not looked at the rows that were there, and never will)',
    ],
  },
  {
    operation: 'DROP COLUMN that an index has',
    steps: [
      'alter table orders drop index customer, algorithm = inplace, lock = none',
      'alter table orders drop column customer_id, algorithm = instant',
    ],
  },
  {
    operation: 'Several changes in one statement',
    steps: [
      'alter table orders add column x int, algorithm = instant',
      'alter table orders add index (email), algorithm = inplace, lock = none',
    ],
  },
  {
    operation: 'NULL to NOT NULL',
    steps: [
      "(fill the NULLs in batches by key: `update orders set email = '' where id between 1 and 1000 and email is null`)",
      'alter table orders modify email varchar(50) not null, algorithm = inplace, lock = none',
    ],
  },
  {
    operation: 'What only a copy can do: another type, a CHECK on MySQL, CONVERT TO CHARACTER SET',
    steps: copied,
  },
];
