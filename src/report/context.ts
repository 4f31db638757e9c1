import { posix } from 'node:path';
import type { FailOn } from '../analysis/verdict.ts';

/** What a report for other programs is told besides the analysis. */
export interface ReportContext {
  readonly failOn: FailOn;
  /** The version of this package. */
  readonly version: string;
  /** From the repository's root to the directory that the paths start from (`apps/shop/`); empty where they start at the root. */
  readonly prefix: string;
  /** The web page of the project. */
  readonly homepage?: string;
  /** The web page of a rule. */
  rulePage?(rule: string): string | undefined;
  /** The text of a rule's page, as Markdown. */
  ruleText?(rule: string): string | undefined;
}

/** A path from the repository's root, as hosts look files up. Standard input and what lies elsewhere keep their names. */
export function fromRoot(path: string, { prefix }: Pick<ReportContext, 'prefix'>): string {
  return path.startsWith('<') || posix.isAbsolute(path) ? path : posix.normalize(prefix + path);
}
