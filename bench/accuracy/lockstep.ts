import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sessionOf } from '../../test/truth/session.ts';
import * as mappings from './mapping.ts';
import { maxBuffer, type Said, type Tool, write } from './tool.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

interface Report {
  readonly files: readonly { readonly path: string; readonly findings: readonly { readonly rule: string; readonly line: number }[] }[];
}

/** Each case is a directory of migrations: its setup, and its statement in the file after it, where what the setup sets for the session is set again. */
export const lockstep: Tool = {
  name: 'Lockstep',
  version: 'this commit',
  mapping: mappings.lockstep,
  how: '`lockstep check --no-proof --format json` of `dist/`, with `engine` and `transaction: per-statement` as the recorder had them',
  histories: ['in a file before'],
  async run(cases, major, _history, directory) {
    if (!existsSync(cli)) throw new Error(`there is no ${cli}: npm run build comes first`);
    write(directory, '.lockstep.yml', `engine: postgres@${major}\ntransaction: per-statement\nlock-timeout: role\n`);
    const sessions = cases.map((each, i) => {
      const session = sessionOf(each.setup);
      write(join(directory, `case-${i}`), '1_setup.sql', each.setup);
      write(join(directory, `case-${i}`), '2_change.sql', `${session}${each.sql};\n`);
      return session;
    });
    const args = [cli, 'check', '*/2_change.sql', '--no-proof', '--format', 'json', '--fail-on', 'never'];
    const report: Report = JSON.parse(execFileSync(process.execPath, args, { cwd: directory, encoding: 'utf8', maxBuffer }));
    const said = new Map<string, Said>();
    for (const { path, findings } of report.files) {
      const [name = ''] = path.split('/');
      const first = sessions[Number(name.slice('case-'.length))]?.split('\n').length ?? 1;
      const rules = findings.filter(({ line }) => line >= first).map(({ rule }) => rule);
      said.set(name, { rules, ...(rules.includes('unreadable-statement') && { unreadable: true as const }) });
    }
    return cases.map((each, i) => {
      const one = said.get(`case-${i}`);
      if (one === undefined) throw new Error(`not judged: ${each.name}`);
      return one;
    });
  },
};
