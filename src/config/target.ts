import { type MysqlTarget, type Target, versionOf } from '../engine/engine.ts';
import { productOf } from '../engine/product.ts';
import { Problem } from '../problem.ts';

/** PostgreSQL's majors whose behaviour is known here. */
export const majors = [12, 13, 14, 15, 16, 17, 18] as const;

/** The release series of MySQL and MariaDB whose behaviour is known here; a patch release of one may be told too. */
export const series: Readonly<Record<MysqlTarget['engine'], readonly string[]>> = {
  mysql: ['5.7', '8.0', '8.1', '8.2', '8.3', '8.4', '9.0', '9.1', '9.2', '9.3', '9.4', '9.5', '9.6', '9.7'],
  mariadb: [
    '10.3',
    '10.4',
    '10.5',
    '10.6',
    '10.7',
    '10.8',
    '10.9',
    '10.10',
    '10.11',
    ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((minor) => `11.${minor}`),
  ],
};

/** Reads `postgres@16`, `mysql@8.0`, `mysql@8.0.36`, `mariadb@10.11`, or an engine without a version, as the option and the config take it. */
export function readTarget(text: string): Target {
  const [, name, version] = /^([a-z]+)(?:@(\d+(?:\.\d+)*))?$/.exec(text) ?? [];
  switch (name) {
    case 'postgres':
    case 'postgresql':
    case 'pg':
      return postgresTarget(version);
    case 'mysql':
    case 'mariadb':
      return mysqlTarget(name, version);
    default:
      throw new Problem(
        `there is no engine \`${text}\`; there are postgres, mysql and mariadb, with a version as in postgres@16, mysql@8.0.36 or mariadb@10.11`,
      );
  }
}

function postgresTarget(version: string | undefined): Target {
  if (version === undefined) return { engine: 'postgres' };
  const [major, , ...more] = version.split('.').map(Number);
  if (more.length > 0 || !majors.some((each) => each === major)) throw unknown('postgres', version, majors.map(String));
  return { engine: 'postgres', major: major as number };
}

function mysqlTarget(engine: MysqlTarget['engine'], version: string | undefined): Target {
  if (version === undefined) return { engine };
  const [, release = '', more] = /^(\d+\.\d+)(?:\.\d+)?(.*)$/.exec(version) ?? [];
  if (more !== '' || !series[engine].includes(release)) throw unknown(engine, version, series[engine]);
  return { engine, version };
}

function unknown(engine: Target['engine'], version: string, known: readonly string[]): Problem {
  return new Problem(
    `${productOf({ engine })} ${version} is not known here; known are ${known.slice(0, -1).join(', ')} and ${known.at(-1)}`,
  );
}

/** The target as the option takes it. */
export function targetName(target: Target): string {
  const version = versionOf(target);
  return version === undefined ? target.engine : `${target.engine}@${version}`;
}
