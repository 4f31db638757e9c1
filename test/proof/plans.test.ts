import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProofDatabase } from '../../src/proof/database.ts';
import { embeddedDatabase } from '../../src/proof/embedded/engine.ts';
import { type Prover, proverOn } from '../../src/proof/prove.ts';
import { loadReader } from '../../src/sql/load.ts';
import { sampleOf } from '../everywhere.ts';
import { cases } from '../plan/cases.ts';
import { roomy } from './asking.ts';
import { proofOf } from './proof-of.ts';

let database: ProofDatabase;
let prover: Prover;
beforeAll(async () => {
  database = await embeddedDatabase(roomy);
  prover = proverOn(database, await loadReader());
});
afterAll(() => database.close());

test.each(sampleOf(cases))('$name: the plan proves', async (each) => {
  const proof = await proofOf(prover, each);
  if (proof?.status === 'unproved') expect(proof.reason).toContain('relation "App.Orders" does not exist');
  else if (proof !== undefined) expect(proof).toMatchObject({ status: 'proved' });
});
