import { describe, expect, test } from 'vitest';
import { conventionsPage } from '../../scripts/conventions.ts';
import { corpusDirectory, corpusIsThere } from '../../scripts/corpus-files.ts';

if (!corpusIsThere) console.log(`skipped: there is no corpus at ${corpusDirectory}`);

describe.skipIf(!corpusIsThere)('the corpus', () => {
  test('is recognised as docs/conventions.md says', () => {
    const { now, wanted } = conventionsPage();
    expect(now).toBe(wanted);
  });
});
