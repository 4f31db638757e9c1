import { defineRecipe } from '../../recipe.ts';
import { validate } from './alter.ts';

/** VALIDATE in the transaction that added the constraint reads the rows under that one's lock: it gets its own. */
export const validateConstraint = defineRecipe({
  on: ['validate-constraint'],
  stage(context) {
    return { steps: [validate(context, context.operation.constraint)] };
  },
});
