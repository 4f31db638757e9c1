/**
 * The table that most cases run on: every column type that operations change, NULLs and duplicates among its rows, an index, a unique one.
 * Each part is stated, so that nothing hangs on a server's defaults.
 */
export const columns = `
  id int not null auto_increment primary key, a int, b varchar(50), c varchar(50) not null default '', d decimal(10,2),
  e enum('x','y','z'), s set('p','q','r'), f datetime, g text, n int not null default 1, u varchar(20), key t_a (a), unique key t_u (u)`;

export const rows = `
  insert into t (a, b, c, d, e, s, f, g, n, u) values
    (1, 'one', 'c1', 1.5, 'x', 'p', '2020-01-01 10:00:00', 'text', 1, 'u1'),
    (2, 'two', 'c2', 2.5, 'y', 'p,q', '2020-01-02 10:00:00', 'text', 2, 'u2'),
    (2, null, 'c3', null, null, null, null, null, 3, null);`;

export const table = (options = ''): string => `create table t (${columns}) engine = innodb default charset = utf8mb4 ${options};${rows}`;

export const base = table();
