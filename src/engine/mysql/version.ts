import type { MysqlTarget } from '../engine.ts';

export type Server = MysqlTarget['engine'];

/** A server and one version of it. A version without a patch (`8.0`, `10.11`) is the last of its series. */
export interface ServerVersion {
  readonly server: Server;
  readonly version: string;
}

/** Since when each server does something; absent: it never does. `''`: every version that is known here. */
export type Since = Readonly<Partial<Record<Server, string>>>;

/** What is asked where the target names no version: the last of each series that is still maintained. */
export const askedVersions: Readonly<Record<Server, readonly string[]>> = {
  mysql: ['8.0', '8.4', '9.7'],
  mariadb: ['10.6', '10.11', '11.4', '11.8'],
};

/** Whether the server's version has come to it. */
export function has({ server, version }: ServerVersion, since: Since): boolean {
  const first = since[server];
  if (first === undefined || first === '') return first === '';
  const [own, wanted] = [version.split('.').map(Number), first.split('.').map(Number)];
  const at = wanted.findIndex((part, i) => part !== (own[i] ?? Number.POSITIVE_INFINITY));
  return at === -1 || (own[at] ?? Number.POSITIVE_INFINITY) > (wanted[at] ?? 0);
}

/** As people write it: `MySQL 8.0.36`, `MariaDB 10.11`. */
export const inWords = ({ server, version }: ServerVersion): string => `${server === 'mysql' ? 'MySQL' : 'MariaDB'} ${version}`;
