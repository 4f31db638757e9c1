import { spawnSync } from 'node:child_process';
import { groupBy } from './group.ts';
import * as mappings from './mapping.ts';
import { maxBuffer, resolvePackage, type Tool, versionOf, writeCases } from './tool.ts';

interface Finding {
  readonly file: string;
  /** From 0. */
  readonly line: number;
  readonly rule_name: string;
}

/** One file a case. With the setup in the same file, only what it says of the lines below counts. */
export const squawk: Tool = {
  name: 'squawk',
  version: versionOf('squawk-cli'),
  mapping: mappings.squawk,
  how: '`squawk --reporter json --pg-version`, its default rules',
  histories: ['none', 'in the same file'],
  async run(cases, major, history, directory) {
    const files = writeCases(cases, history, directory);
    const native = resolvePackage(`@squawk-cli/${process.platform}-${process.arch}/bin/squawk`);
    const args = ['--reporter', 'json', '--pg-version', `${major}.0`, ...files.map(({ path }) => path)];
    // It exits with 1 where it has found something.
    const findings: readonly Finding[] = JSON.parse(spawnSync(native, args, { encoding: 'utf8', maxBuffer }).stdout);
    const byFile = groupBy(findings, (finding) => finding.file);
    return files.map(({ path, line }) => {
      const rules = (byFile.get(path) ?? []).filter((finding) => finding.line + 1 >= line).map((finding) => finding.rule_name);
      const known = [...new Set(rules)].filter((rule) => rule !== 'syntax-error');
      return { rules: known, ...(rules.includes('syntax-error') && { unreadable: true as const }) };
    });
  },
};
