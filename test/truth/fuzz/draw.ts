import * as fc from 'fast-check';

/** Where every choice of a generator comes from: fast-check, so that a seed tells them all. */
export interface Draw {
  /** A whole number from 0 up to, not including, `limit`. */
  upTo(limit: number): number;
  /** True in that many of a hundred draws. */
  chance(percent: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** The text in that many of a hundred draws, else none. */
  maybe(percent: number, text: string | (() => string)): string;
  /** Some of the list, at least `least`, in an order of their own. */
  some<T>(from: readonly T[], least: number, most: number): readonly T[];
}

/** fast-check likes small numbers and the ends of a range; here every number is a choice like the others. */
const evenly = (limit: number): fc.Arbitrary<number> => fc.noBias(fc.nat({ max: Math.max(0, limit - 1) }));

/** Draws by fast-check's generator of values, which may ask for the next value when it knows what the server made of the last. */
export function drawBy(value: fc.GeneratorValue): Draw {
  const upTo = (limit: number): number => value(evenly, limit);
  const pick = <T>(from: readonly T[]): T => from[upTo(from.length)] as T;
  const chance = (percent: number): boolean => upTo(100) >= 100 - percent;
  return {
    upTo,
    pick,
    chance,
    maybe: (percent, text) => (chance(percent) ? ` ${typeof text === 'string' ? text : text()}` : ''),
    some(from, least, most) {
      const left = [...from];
      const count = Math.min(left.length, least + upTo(most - least + 1));
      return Array.from({ length: count }, () => left.splice(upTo(left.length), 1)[0] as (typeof left)[number]);
    },
  };
}

/** Alternatives with weights: `[[3, a], [1, b]]` draws `a` three times as often as `b`. */
export function weighted<T>(draw: Draw, from: readonly (readonly [number, T])[]): T {
  let at = draw.upTo(from.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, value] of from) {
    if (at < weight) return value;
    at -= weight;
  }
  throw new Error('no alternatives');
}
