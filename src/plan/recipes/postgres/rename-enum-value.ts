import { quoteLiteral, quoteName } from '../../../sql/postgres/quote.ts';
import { defineRecipe } from '../../recipe.ts';

/** One label of an enum cannot stand for another, nor can a label be dropped: old and new code have to agree on the values first. */
export const renameEnumValue = defineRecipe({
  on: ['rename-enum-value'],
  stage({ operation, found }) {
    if (!found.has('breaking')) return undefined;
    const [from, to] = [quoteLiteral(operation.from), quoteLiteral(operation.to)];
    return {
      impossible: `a label of an enum has one name at a time, and no label can be dropped, so that no instant suits code that writes ${from} and code that writes ${to}. The least harmful way is ALTER TYPE ${quoteName(operation.type)} ADD VALUE ${to} now, code that reads both and writes ${to}, the rows in batches after that, and ${from} left unused`,
    };
  },
});
