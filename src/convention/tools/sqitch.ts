import type { Convention } from '../convention.ts';
import { beside } from '../depends.ts';
import { listed } from '../order.ts';
import { joinPath, splitPath } from '../split.ts';
import { body, delimited } from '../write-sections.ts';

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
    file: ({ head, up, unwrapped, commitsImplicitly }) =>
      unwrapped || commitsImplicitly
        ? `${head}

${body(up)}`
        : `${head}

BEGIN;

${body(up)}
COMMIT;
`,
    // MySQL's own client runs its scripts there. https://sqitch.org/docs/manual/sqitchtutorial-mysql/
    program: delimited,
    list: {
      path: (series) => joinPath(splitPath(series).directory, 'sqitch.plan'),
      add,
      next: 'Commit each script together with its line in sqitch.plan; what verifies it goes into `verify`.',
    },
  },
};

/** The names of the changes of a plan, in order. https://sqitch.org/docs/manual/sqitchchanges/ */
function changesOf(plan: string): readonly string[] {
  return plan.split(/\r?\n/).flatMap((line) => /^[ \t]*(?:\+[ \t]*)?([^\s%@#+-][^\s@]*)/.exec(line)?.[1] ?? []);
}

/** Each new change carries the planner of the last, a second later. */
function add(plan: string, keys: readonly string[]): string | undefined {
  const last = [
    ...plan.matchAll(
      /^[ \t]*(?:\+[ \t]*)?[^\s%@#+-]\S*(?:[ \t]+\[[^\]\n]*\])?[ \t]+(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)Z[ \t]+([^<\n]*<[^>\n]*>)/gm,
    ),
  ].at(-1);
  const start = Date.parse(`${last?.[1]}Z`);
  if (last === undefined || Number.isNaN(start)) return undefined;
  const lines = keys.map((key, i) => {
    const time = new Date(start + (i + 1) * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
    return `${key} ${time} ${last[2]} # a stage of a plan`;
  });
  return `${plan.replace(/\n*$/, '\n')}${lines.join('\n')}\n`;
}
