import { existsSync, readFileSync } from 'node:fs';
import type { Analysis } from '../../../src/analysis/analysis.ts';
import type { MysqlServer } from '../../truth/mysql/record.ts';

/** A command for a tool that copies a table, as the reason of a plan names it. */
export interface Command {
  readonly line: string;
  /** Statements that come before it. */
  readonly before: readonly string[];
}

/** The commands that were run on a server, by case, and came to the author's own schema and rows. */
export interface ToolsRecord {
  readonly tools: Readonly<Record<string, string>>;
  readonly cases: Readonly<Record<string, string>>;
}

/** The first that is named. */
export function commandIn({ plans }: Analysis): Command | undefined {
  const reason = plans.flatMap(({ unplanned }) => unplanned.map((each) => each.reason)).find((each) => tool.test(each));
  const line = tool.exec(reason ?? '')?.[0];
  const before = /in place of it: (ALTER TABLE .*?;) and /.exec(reason ?? '')?.[1];
  return line === undefined ? undefined : { line, before: before === undefined ? [] : [before] };
}

const tool = /\bgh-ost .*? --execute|\bpt-online-schema-change .*? --execute D=\S+?(?=$|[.;]? |\.$)/;

export function toolsRecordPath(server: MysqlServer): URL {
  return new URL(`./tools-${server.replace('@', '-')}.json`, import.meta.url);
}

export function readToolsRecord(server: MysqlServer): ToolsRecord | undefined {
  const path = toolsRecordPath(server);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ToolsRecord) : undefined;
}
