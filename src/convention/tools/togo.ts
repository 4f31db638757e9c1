import type { Convention } from '../convention.ts';
import { holds, named } from '../depends.ts';
import { partsBy } from '../sections.ts';

/** The mark of a statement; sqlc's, which are queries, say what they return behind the name. */
const mark = /^[ \t]*--[ \t]*name:[ \t]*[\w-]+[ \t]*\r?$/gim;

/** bradrydzewski/togo ddl: statements under a line with their name, which need no semicolon, each committed on its own. */
export const togo: Convention = {
  id: 'togo',
  title: 'togo',
  manual: 'https://github.com/bradrydzewski/togo#ddl',
  markers: [],
  recognise: (around) =>
    named(around, /(?:^|\/)\d+_[^/]*\.sql$/) && holds(around, new RegExp(mark.source, 'im'))
      ? '`-- name: …` above its statements'
      : undefined,
  parts(text) {
    const marks = [...text.matchAll(mark)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      direction: 'up' as const,
    }));
    return marks.length === 0 ? undefined : partsBy(text, marks);
  },
  transaction: () => 'per-statement',
  writing: {
    unwrapped: { by: 'one-statement' },
    file: ({ name, head, up }) => up.map((sql, i) => `-- name: ${name}-${i + 1}\n${i === 0 ? `${head}\n` : ''}\n${sql}\n`).join('\n'),
  },
};
