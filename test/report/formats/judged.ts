import type { Analysis } from '../../../src/analysis/analysis.ts';
import { readArguments } from '../../../src/cli/arguments.ts';
import { run } from '../../../src/cli/run.ts';
import type { ReportContext } from '../../../src/report/context.ts';
import { workspace } from '../../cli/workspace.ts';

const silent = { isTTY: false, columns: undefined, write: () => {} };

/** What the pipeline makes of these files, all of them, or those of a path, one deployment; plans are not run. */
export async function judged(files: Readonly<Record<string, string | Uint8Array>>, path = '.'): Promise<Analysis> {
  const { directory } = workspace(files);
  const args = readArguments(['check', path, '--together', '--no-proof']);
  const { analysis } = await run(args, { cwd: directory, env: {}, stdout: silent, stderr: silent, stdin: async () => new Uint8Array() });
  return analysis;
}

export const context: ReportContext = {
  failOn: 'error',
  version: '1.2.3',
  prefix: '',
  homepage: 'https://example.com/lockstep',
  rulePage: (rule) => `https://example.com/lockstep/rules/${rule}.md`,
  ruleText: (rule) => `# ${rule}\n\nWhy it matters.\n`,
};

/** What somebody might name things to get out of a format: each must arrive as text, or shown. */
export const hostileNames = [
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  ']]></failure><failure message="x">',
  '&amp;&lt;&#10;&x;',
  '[click](https://example.org/)',
  '<!--# x --> <!-- lockstep:comment v1 0123456789abcdef -->',
  '$\u007b{ github.token }} %0A::error::x',
  '@team/all #1 GH-1 ```suggestion',
  '{0} %s $1 \\u0000',
] as const;

/** A new table for each name, then changes that block on tables of such names, in files of such names. */
export async function hostile(): Promise<Analysis> {
  const quoted = hostileNames.map((name) => `"${name.replaceAll('"', '""').slice(0, 50)}"`);
  const changes = hostileNames.map((name, i): [string, string] => [
    `m/${i + 10}_${name.replaceAll('/', '∕').slice(0, 40)}.sql`,
    `ALTER TABLE ${quoted[i]} ADD CONSTRAINT ${quoted[i]} CHECK (id > 0);\nCREATE INDEX ON ${quoted[i]} (id);\n`,
  ]);
  return judged({
    ...Object.fromEntries(changes),
    'm/30_control\u0001\u001b[31m\n::error::x\u202e.sql': `-- lockstep-ignore drop-column, missing-lock-timeout: ${hostileNames[0]} \u202e::error::x\nALTER TABLE a DROP COLUMN b;\n`,
    'm/31_unreadable.sql': `ALTER TABEL ${quoted[0]};\r\nSELECT 1;\r\n`,
    'm/32_bytes.sql': Buffer.from('SELECT 1;\n\xff', 'latin1'),
    'm/33_wide.sql': 'COMMENT ON TABLE t IS \'😀 é\';  /* 😀 */ DROP INDEX "i😀"; ALTER TABLE t DROP COLUMN a, DROP COLUMN a2;\n',
    'm/34_bom.sql': '\ufeffALTER TABLE t DROP COLUMN c;\n',
    'm/35_question.sql': 'ALTER TABLE t ADD COLUMN must int NOT NULL;\n',
    'm/36_declined.sql': "ALTER TYPE s RENAME VALUE '<b>' TO 'c';\n",
    'm/37_pending.sql': '-- lockstep: pending <b>abc enforce\nSELECT 1;\n',
    'm/38_empty.sql': '',
  });
}
