import type { Mark, ProofDatabase } from './database.ts';

/** The same database, which takes no time to bring back the state that it is in: nothing was asked of it since it was remembered, or brought back. */
export function standing(database: ProofDatabase): ProofDatabase {
  let at: Mark | undefined;
  const moving =
    <A extends readonly unknown[], R>(ask: (...args: A) => R) =>
    (...args: A): R => {
      at = undefined;
      return ask(...args);
    };
  return {
    ...database,
    run: moving(database.run),
    runAll: moving(database.runAll),
    reset: moving(database.reset),
    async mark() {
      const mark = await database.mark();
      at = mark;
      return {
        async restore() {
          if (at === mark) return true;
          at = undefined;
          if (!(await mark.restore())) return false;
          at = mark;
          return true;
        },
        async forget() {
          if (at === mark) at = undefined;
          await mark.forget();
        },
      };
    },
  };
}
