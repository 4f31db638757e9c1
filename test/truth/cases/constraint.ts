import { group } from './case.ts';
import { shop } from './shop.ts';

const some = `${shop}
  create unique index customers_email on customers (email);
  create unique index orders_pair on orders (id, qty);
  create unique index orders_proved on orders (status);
  create unique index customers_name on customers (name);
  alter table orders add constraint status_there check (status is not null);
  alter table orders add constraint later check (total > 0) not valid;
  alter table orders add constraint later_fk foreign key (id) references customers not valid;
  alter table customers add constraint email_unique unique (email, name);
  create table bare (a int, b int); insert into bare values (1, 1), (2, 2);
  create table points (id int, at point, during int4range); insert into points values (1, '(1,1)', '[1,2)');
  create table booked (id int4range, during int4range); insert into booked values ('[1,2)', '[1,2)');`;

export const constraint = [
  ...group('add constraint', some, [
    'alter table orders add constraint c check (total > 0)',
    'alter table orders add check (total > 3)',
    'alter table only orders add check (total > 0)',
    'alter table orders add check (total > 0) no inherit',
    'alter table orders add constraint c check (total > 0) not valid',
    'alter table orders add constraint c check (total > 3) not valid',
    'alter table orders add constraint c check (true)',
    'alter table orders add constraint c foreign key (id) references customers',
    'alter table orders add constraint c foreign key (customer_id) references customers',
    'alter table orders add constraint c foreign key (customer_id) references customers (id) on delete cascade not valid',
    'alter table orders add constraint c foreign key (id) references orders',
    'alter table orders add constraint c unique (code)',
    'alter table orders add unique (customer_id)',
    'alter table orders add unique (code, qty) deferrable initially deferred',
    'alter table orders add unique (code) include (qty)',
    'alter table orders add unique nulls not distinct (code)',
    'alter table bare add primary key (a)',
    'alter table bare add constraint pk primary key (a, b)',
    'alter table bare add primary key (a), add unique (b)',
    'alter table customers add constraint c unique using index customers_email',
    'alter table bare add primary key (a), alter column b set not null',
    'alter table points add constraint c exclude using gist (during with &&)',
    'alter table bare add constraint c exclude (a with =)',
    'alter table bare add constraint c exclude (a with =) where (b > 1)',
    'alter table orders add constraint c check (total > 0), add constraint d check (qty > 0) not valid',
    'alter table orders add constraint c check (total > 0), add foreign key (customer_id) references customers',
    'alter table orders add constraint c check (total > 0) not valid, add foreign key (customer_id) references customers not valid',
  ]),
  ...group(
    'using index',
    `create table t (a int, b int not null, c int, d int, check (c is not null), check (d is not null) not valid);
     create unique index t_a on t (a); create unique index t_b on t (b); create unique index t_c on t (c); create unique index t_bc on t (b, c); create unique index t_d on t (d);
     insert into t values (1, 1, 1, 1), (2, 2, 2, 2);`,
    ['a', 'b', 'c', 'bc', 'd'].flatMap((column) => [
      `alter table t add constraint k primary key using index t_${column}`,
      `alter table t add constraint t_${column} unique using index t_${column}`,
      `alter table t add constraint k unique using index t_${column} deferrable`,
    ]),
  ),
  ...group(
    'constraint of PostgreSQL 18',
    `${some} alter table bare add constraint a_later not null a not valid; create table cs (id int, n int constraint e check (n > 0) not enforced, fk bigint references customers not enforced, alter_me int);
     insert into cs values (1, 1, 1, 1);`,
    [
      'alter table orders add constraint c check (total > 3) not enforced',
      'alter table orders add constraint c foreign key (id) references customers not enforced',
      'alter table orders add constraint c not null seen',
      'alter table orders add constraint c not null status',
      'alter table orders add constraint c not null seen not valid',
      'alter table orders add not null qty',
      'alter table orders add not null id',
      'alter table bare validate constraint a_later',
      'alter table bare alter column a set not null',
      'alter table bare add primary key (a)',
      'alter table bare drop constraint a_later',
      'alter table bare alter column a drop not null',
      'alter table bare add unique (a), alter column b set not null',
      'alter table cs alter constraint cs_fk_fkey enforced',
      'alter table orders alter constraint orders_customer_id_fkey not enforced',
      'alter table cs alter constraint cs_fk_fkey not enforced',
      'alter table customers alter constraint customers_name_not_null no inherit',
      'alter table cs validate constraint cs_fk_fkey',
      'alter table cs drop constraint e',
      'alter table cs alter column n type bigint',
      'alter table booked add constraint c primary key (id, during without overlaps)',
      'alter table booked add constraint c unique (id, during without overlaps)',
    ],
    { since: 18 },
  ),
  ...group('constraint', some, [
    'alter table orders validate constraint later',
    'alter table orders validate constraint later_fk',
    'alter table orders validate constraint status_there',
    'alter table orders validate constraint orders_customer_id_fkey',
    'alter table orders validate constraint later, alter column status set not null',
    'alter table orders drop constraint status_there',
    'alter table orders drop constraint orders_customer_id_fkey',
    'alter table orders drop constraint later_fk',
    'alter table orders drop constraint if exists nothing',
    'alter table orders drop constraint orders_pkey',
    'alter table customers drop constraint email_unique',
    'alter table customers drop constraint customers_pkey cascade',
    'alter table orders drop constraint status_there, add constraint status_there check (length(status) > 0)',
    'alter table orders drop constraint orders_customer_id_fkey, add constraint again foreign key (customer_id) references customers not valid',
    'alter table orders rename constraint status_there to s',
    'alter table orders rename constraint orders_pkey to orders_key',
    'alter table orders rename constraint orders_customer_id_fkey to fk',
    'alter table orders alter constraint orders_customer_id_fkey deferrable',
    'alter table orders alter constraint orders_customer_id_fkey deferrable initially deferred',
    'alter table orders validate constraint orders_customer_id_fkey, add column x int',
    'alter table orders validate constraint later, set (fillfactor = 50)',
    'alter table orders validate constraint later, add column x int default 1',
    'alter table orders add column x int, add constraint c foreign key (x) references customers not valid, validate constraint later',
  ]),
  ...group(
    'NOT NULL of a column that has it',
    `create table a (id int primary key, n int not null, v int constraint there not null, w int);
    create table b (like a);
    insert into a values (1, 1, 1, 1); insert into b values (1, 1, 1, 1);
    alter table b add not null id; alter table a add not null n; alter table a add constraint there not null v;
    alter table a add constraint later not null w not valid;
    create table proven (v int, check (v is not null)); alter table proven add constraint later not null v not valid; insert into proven values (1);
    create table parent (id int not null); create table child () inherits (parent); alter table only parent drop constraint parent_id_not_null;
    create table lone (id int not null no inherit);`,
    [
      'alter table b drop constraint a_id_not_null',
      'alter table b drop constraint b_id_not_null',
      'alter table a drop constraint a_n_not_null',
      'alter table a drop constraint there',
      'alter table a add not null n',
      'alter table a add not null n not valid',
      'alter table a add constraint a_n_not_null not null n',
      'alter table a add constraint other not null n',
      'alter table a add constraint other not null v',
      'alter table a add not null n no inherit',
      'alter table a add not null w',
      'alter table a add constraint later not null w',
      'alter table a add constraint later not null w not valid',
      'alter table a add constraint other not null w not valid',
      'alter table a add not null w no inherit not valid',
      'alter table a validate constraint later',
      'alter table proven validate constraint later',
      'alter table only parent drop constraint parent_id_not_null, add column v int',
      'alter table child drop constraint parent_id_not_null',
      'alter table lone add not null id',
      'alter table lone add not null id no inherit',
    ],
    { since: 18 },
  ),
  ...group(
    'the parts of a foreign key to a partitioned table',
    `create table p (k int primary key) partition by hash (k); create table p1 partition of p for values with (modulus 2, remainder 1);
    create table p0 partition of p for values with (modulus 2, remainder 0); create table t (c int references p);
    insert into p values (1), (2); insert into t values (1);`,
    ['t_c_fkey1', 't_c_fkey2', 't_c_fkey_1', 't_c_fkey_2'].flatMap((name) => [
      `alter table t validate constraint ${name}`,
      `alter table t drop constraint ${name}`,
      `alter table t drop constraint if exists ${name}`,
      `alter table t rename constraint ${name} to x`,
      `alter table t alter constraint ${name} deferrable`,
    ]),
  ),
  ...group(
    'keys that look alike',
    `create table t (id int unique, primary key (id) deferrable initially deferred); create table f (id int references t (id));
    create table g (c int, k int generated always as (abs(c)) stored primary key); create table h (k int references g);
    create table n (a int); alter table n add column b int default 1 constraint there not null;
    insert into t values (1); insert into f values (1); insert into g values (1), (2); insert into h values (1);`,
    ['alter table t drop constraint t_pkey', 'alter table t drop constraint t_id_key', 'update g set c = 5 where c = 2', 'delete from h'],
  ),
  ...group(
    'a named NOT NULL of a new column',
    'create table n (a int); alter table n add column b int default 1 constraint there not null;',
    ['alter table n drop constraint there'],
    { since: 18 },
  ),
];
