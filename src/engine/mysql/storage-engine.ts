import type { Table } from '../../schema/schema.ts';

/** The storage engine of a table in lower case; InnoDB where none is said. */
export const engineOf = ({ mysql }: Table): string => mysql?.engine ?? 'innodb';
