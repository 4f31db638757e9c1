import type { Option } from '../../operation/operation.ts';
import type { Table } from '../../schema/schema.ts';

/** The storage engine of a table in lower case; InnoDB where none is said. */
export const engineOf = ({ mysql }: Table): string => mysql?.engine ?? 'innodb';

/** That which options of a table state; undefined where none does. */
export const engineIn = (options: readonly Option[] = []): string | undefined =>
  options.findLast(({ name }) => name === 'engine')?.value.toLowerCase();
