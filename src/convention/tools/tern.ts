import type { Convention } from '../convention.ts';
import { because, beside, holds, manifests, named } from '../depends.ts';
import { partsBy } from '../sections.ts';
import { body } from '../write-sections.ts';

const divider = '---- create above / drop below ----';
const optOut = '---- tern: disable-tx ----';

/** jackc/tern: numbers without gaps, both directions in a file, each file in a transaction unless it says otherwise; its statements are then sent one by one. */
export const tern: Convention = {
  id: 'tern',
  title: 'tern',
  manual: 'https://github.com/jackc/tern#migrations',
  markers: ['tern.conf', ...manifests.go],
  recognise: (around) =>
    holds(around, /^---- (?:create above \/ drop below|tern: disable-tx) ----\s*$/m)
      ? `\`${divider}\` in its files`
      : named(around, /(?:^|\/)\d+_(?![^/]*\.(?:up|down)\.sql$)[^/]+\.sql$/)
        ? (beside(around, 'tern.conf') ?? because(around, manifests.go, ['github.com/jackc/tern']))
        : undefined,
  parts(text) {
    const at = text.indexOf(divider);
    return at === -1
      ? undefined
      : partsBy(text, [
          { start: 0, end: 0, direction: 'up' },
          { start: at, end: at + divider.length, direction: 'down' },
        ]);
  },
  transaction: ({ text }) => (text.split(/\r?\n/).includes(optOut) ? 'per-statement' : 'wrapped'),
  writing: {
    unwrapped: { by: 'marker', insert: () => ({ span: { start: 0, end: 0 }, lines: [optOut, ''] }) },
    down: { in: 'section' },
    file: ({ head, up, down, unwrapped }) => `${
      unwrapped
        ? `${optOut}
`
        : ''
    }${head}

${body(up)}
${divider}

${body(down)}`,
    next: ['tern takes no gaps and no number twice: where other migrations have come meanwhile, count the new files up.'],
  },
};
