import type { Target } from '../engine/engine.ts';
import { Problem } from '../problem.ts';

/** PostgreSQL's majors whose behaviour is known here. */
export const majors = [12, 13, 14, 15, 16, 17, 18] as const;

/** Reads `postgres` or `postgres@16`, as the option and the config take it. */
export function readTarget(text: string): Target {
  const [, name, major] = /^(postgres|postgresql|pg)(?:@(\d+)(?:\.\d+)?)?$/.exec(text) ?? [];
  if (name === undefined) throw new Problem(`there is no engine \`${text}\`; there is postgres, with a major version as in postgres@16`);
  if (major === undefined) return { engine: 'postgres' };
  if (!(majors as readonly number[]).includes(Number(major))) {
    throw new Problem(`PostgreSQL ${major} is not known here; known are ${majors.slice(0, -1).join(', ')} and ${majors.at(-1)}`);
  }
  return { engine: 'postgres', major: Number(major) };
}

/** The target as the option takes it. */
export function targetName(target: Target): string {
  return target.major === undefined ? target.engine : `${target.engine}@${target.major}`;
}
