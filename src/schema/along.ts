import type { Schema } from './schema.ts';

/** What comes of one step: the schema, and what is to be done next. */
type Step<Each> = (schema: Schema, each: Each) => readonly [Schema, readonly Each[]];

/**
 * Changes one thing, then what hangs on it, then what hangs on that, depth first: partitions, views of views, domains over domains. With a list of
 * its own and not by recursion: a history can make a chain that is longer than the stack is deep.
 */
export function along<Each>(schema: Schema, first: Each, step: Step<Each>): Schema {
  const open = [first];
  let next = schema;
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    const [after, others] = step(next, each);
    next = after;
    for (const one of others.toReversed()) open.push(one);
  }
  return next;
}
