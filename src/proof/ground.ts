import type { ProofDatabase } from './database.ts';

/** A state of the database that is brought back as often as it is needed. */
export interface Ground {
  restore(): Promise<void>;
  forget(): Promise<void>;
}

/** @param again leads to the state that the database has now, from wherever it stands: for an engine that was lost meanwhile */
export async function groundHere(database: ProofDatabase, again: () => Promise<void>): Promise<Ground> {
  let mark = await database.mark();
  return {
    async restore() {
      if (await mark.restore()) return;
      await again();
      mark = await database.mark();
    },
    forget: () => mark.forget(),
  };
}
