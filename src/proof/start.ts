import type { Proof } from '../plan/proof.ts';
import type { Reader } from '../sql/statement.ts';
import { type ProofDatabase, ProofFailure } from './database.ts';
import { type Prover, proverOn } from './prove.ts';

/**
 * A prover on the embedded engine, or on a server. An embedded engine that does not start here leaves plans unproved; a server that cannot be reached is what was asked for.
 * @throws Problem about the server of the URL
 */
export async function startProver(reader: Reader, databaseUrl: string | undefined): Promise<Prover & { close(): Promise<void> }> {
  try {
    const database = await open(databaseUrl);
    return { ...proverOn(database, reader), close: () => database.close() };
  } catch (error) {
    if (!(error instanceof ProofFailure)) throw error;
    const proof: Proof = { status: 'unproved', checks: [], reason: error.message };
    return { prove: async () => proof, close: async () => {} };
  }
}

async function open(databaseUrl: string | undefined): Promise<ProofDatabase> {
  if (databaseUrl !== undefined) return (await import('./server/server.ts')).serverDatabase(databaseUrl);
  return (await import('./embedded/engine.ts')).embeddedDatabase();
}
