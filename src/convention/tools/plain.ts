import type { Convention } from '../convention.ts';
import { downPath } from '../down-path.ts';
import { partsOf } from '../sections.ts';
import { delimited } from '../write-sections.ts';

/** Numbered SQL files that no tool is known to run: their names give order and direction; their transaction mode is what the config says. */
export const plain: Convention = {
  id: 'plain',
  title: 'numbered SQL files',
  manual: 'https://github.com/lockstep-migrations/lockstep/blob/main/docs/conventions.md',
  markers: [],
  recognise: () => 'no sign of a tool that is known here',
  parts: (text) => partsOf(text),
  transaction: () => 'unknown',
  writing: { unwrapped: { by: 'one-statement' }, down: { in: 'file', path: downPath }, dotted: true, program: delimited },
};
