import type { Convention } from '../convention.ts';
import { because, beside, holds, manifests, named } from '../depends.ts';
import { matching } from '../placeholders.ts';
import { partsBy } from '../sections.ts';
import { settingsOf } from '../settings.ts';
import { body } from '../write-sections.ts';

const divider = '---- create above / drop below ----';
const optOut = '---- tern: disable-tx ----';

/** jackc/tern: numbers without gaps, both directions in a file, each file in a transaction unless it says otherwise; its statements are then sent one by one. What stands in `[data]` of tern.conf is put into its templates. */
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
  placeholders: (around, stated) => {
    const data = settingsOf(around.own('tern.conf')[0]?.text ?? '');
    return ({ text }) =>
      matching(text, /\{\{-?\s{0,9}(?:\.([\w.]{1,200})|[^}]{0,500}?)\s{0,9}-?\}\}/g, (name) => {
        const value = name === '' ? undefined : (stated(name) ?? data.get(`data.${name}`));
        return value?.includes('{{') ? undefined : value;
      }).map((each) => (/^\{\{-?\s*\.[\w.]+\s*-?\}\}$/.test(each.name) ? each : { ...each, directive: true as const }));
  },
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
