import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Case } from '../../test/truth/cases/case.ts';
import * as mappings from './mapping.ts';
import { maxBuffer, type Said, type Tool, write } from './tool.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** The time zone is the one thing of a setup that is the server's configuration and not its schema; the recorder's own is New York. */
const timeZones = ['UTC', 'America/New_York'];
const timeZoneOf = (each: Case): string => (/set timezone (=|to) 'utc'/i.test(each.setup) ? 'UTC' : 'America/New_York');

interface Report {
  readonly files: readonly { readonly path: string; readonly findings: readonly { readonly rule: string }[] }[];
}

/** Each case is a directory of migrations: its setup, and its statement in the file after it. */
export const lockstep: Tool = {
  name: 'Lockstep',
  version: 'this commit',
  mapping: mappings.lockstep,
  how: '`lockstep check --format json` of `dist/`, with `engine`, `time-zone` and `transaction: per-statement` as the recorder had them',
  histories: ['in a file before'],
  async run(cases, major, _history, directory) {
    if (!existsSync(cli)) throw new Error(`there is no ${cli}: npm run build comes first`);
    const said = new Map<string, Said>();
    for (const timeZone of timeZones) {
      const root = join(directory, timeZone.replace('/', '-'));
      write(root, '.lockstep.yml', `engine: postgres@${major}\ntransaction: per-statement\nlock-timeout: role\ntime-zone: ${timeZone}\n`);
      let any = false;
      for (const [i, each] of cases.entries()) {
        if (timeZoneOf(each) !== timeZone) continue;
        write(join(root, `case-${i}`), '1_setup.sql', each.setup);
        write(join(root, `case-${i}`), '2_change.sql', `${each.sql};\n`);
        any = true;
      }
      if (!any) continue;
      const args = [cli, 'check', '*/2_change.sql', '--format', 'json', '--fail-on', 'never'];
      const report: Report = JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer }));
      for (const { path, findings } of report.files) {
        const rules = findings.map(({ rule }) => rule);
        said.set(path.split('/')[0] as string, { rules, ...(rules.includes('unreadable-statement') && { unreadable: true as const }) });
      }
    }
    return cases.map((each, i) => {
      const one = said.get(`case-${i}`);
      if (one === undefined) throw new Error(`not judged: ${each.name}`);
      return one;
    });
  },
};
