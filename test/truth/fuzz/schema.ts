import * as create from './create.ts';
import type { Generator } from './ground.ts';

/** What a schema is made of, in order: each with how often it is tried. Later ones stand on what earlier ones made. */
export const foundations: readonly (readonly [number, Generator])[] = [
  [2, create.createFunction],
  [1, create.createTriggerFunction],
  [1, create.createSequence],
  [4, create.createType],
  [3, create.createTable],
  [1, create.createPartitioned],
  [3, create.createPartition],
  [2, create.createTable],
  [1, create.createHeir],
  [1, create.createLike],
  [2, create.createTyped],
  [3, create.createIndex],
  [8, create.insert],
  [2, create.createView],
  [1, create.createTrigger],
  [1, create.createRule],
  [1, create.createPolicy],
];
