import type { Target } from './engine.ts';

const names = { postgres: 'PostgreSQL', mysql: 'MySQL', mariadb: 'MariaDB' } as const;

/** `PostgreSQL`, `MySQL`, `MariaDB`. */
export function productOf({ engine }: Pick<Target, 'engine'>): string {
  return names[engine];
}
