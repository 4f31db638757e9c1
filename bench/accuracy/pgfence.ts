import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as mappings from './mapping.ts';
import { resolvePackage, type Tool, versionOf, writeCases } from './tool.ts';

/** What its JSON reporter prints of a file. */
interface Result {
  readonly checks: readonly { readonly statement: string; readonly ruleId: string; readonly risk: string }[];
  readonly policyViolations: readonly { readonly ruleId: string }[];
}

const analyzer = join(resolvePackage('@flvmnt/pgfence/package.json'), '../dist/analyzer.js');
const { analyze } = (await import(pathToFileURL(analyzer).href)) as { analyze(paths: string[], config: object): Promise<Result[]> };

/**
 * One file a case, by the function behind `pgfence analyze --output json`: of the command, one file that it cannot read ends the whole run. It names no lines: with
 * the setup in the same file, what counts is what it says of a statement of the same text, and not what it says of the file.
 */
export const pgfence: Tool = {
  name: 'pgfence',
  version: versionOf('@flvmnt/pgfence'),
  mapping: mappings.pgfence,
  how: 'what `pgfence analyze --output json --min-pg-version` prints; the one rule whose risk tells what it means counts by its risk',
  histories: ['none', 'in the same file'],
  async run(cases, major, history, directory) {
    const alone = history === 'none';
    const config = {
      minPostgresVersion: major,
      maxAllowedRisk: 'high',
      requireLockTimeout: true,
      requireStatementTimeout: true,
      format: 'sql',
    };
    return Promise.all(
      writeCases(cases, history, directory).map(async ({ path, each }) => {
        const [result] = await analyze([path], config).catch(() => []);
        if (result === undefined) return { rules: [], unreadable: true as const };
        const checks = result.checks.filter(({ statement }) => alone || statement.trim().replace(/;$/, '') === each.sql);
        const ids = checks.map(({ ruleId, risk }) => (ruleId === 'alter-column-type' ? `${ruleId} (${risk})` : ruleId));
        return { rules: [...new Set([...ids, ...(alone ? result.policyViolations : []).map(({ ruleId }) => ruleId)])] };
      }),
    );
  },
};
