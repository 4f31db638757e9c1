import type { Convention } from '../convention.ts';
import { beside } from '../depends.ts';
import { listed } from '../order.ts';
import { splitPath } from '../split.ts';

/** Sqitch: scripts in `deploy`, `revert` and `verify`, in the order of the plan; psql runs them statement by statement, and they mind their transactions themselves. */
export const sqitch: Convention = {
  id: 'sqitch',
  title: 'Sqitch',
  manual: 'https://sqitch.org/docs/manual/sqitch/',
  markers: ['sqitch.plan', 'sqitch.conf'],
  recognise: (around) =>
    /(?:^|\/)(?:deploy|revert|verify)$/.test(around.series) ? beside(around, 'sqitch.plan', 'sqitch.conf') : undefined,
  order: (around) => listed(changesOf(around.markers('sqitch.plan')[0]?.text ?? '')),
  direction(path) {
    const { name } = splitPath(splitPath(path).directory);
    return name === 'revert' ? 'down' : name === 'verify' ? 'none' : undefined;
  },
  transaction: () => 'per-statement',
  writing: {
    unwrapped: { by: 'one-statement' },
    down: {
      in: 'file',
      path: (up) => (/(?:^|\/)deploy\/[^/]*$/.test(up) ? up.replace(/(^|\/)deploy\/([^/]*)$/, '$1revert/$2') : undefined),
    },
    file: ({ head, up, unwrapped }) => {
      const statements = up.map((each) => `${each}\n`).join('\n');
      return unwrapped ? `${head}\n${statements}` : `${head}\nBEGIN;\n\n${statements}\nCOMMIT;\n`;
    },
    next: ['Each new script needs its line in sqitch.plan: `sqitch add <name> --note …` adds it and keeps the scripts that are there.'],
  },
};

/** The names of the changes of a plan, in order. https://sqitch.org/docs/manual/sqitchchanges/ */
function changesOf(plan: string): readonly string[] {
  return plan.split(/\r?\n/).flatMap((line) => /^\s*\+?\s*([^\s%@#+-][^\s@]*)/.exec(line)?.[1] ?? []);
}
