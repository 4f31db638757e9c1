import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isScored, type Labelled, type Parts, parts } from './labelled.ts';
import { lockstep } from './lockstep.ts';
import { pgfence } from './pgfence.ts';
import { balance, type Judged, type Score, score } from './score.ts';
import { squawk } from './squawk.ts';
import type { History, Said, Tool } from './tool.ts';

/** In the order of the tables. */
export const tools: readonly Tool[] = [lockstep, squawk, pgfence];

/** How one tool did on one version: on each part of the cases, and on all of them. */
export interface Result {
  readonly tool: Tool;
  readonly scores: Readonly<Record<keyof Parts | 'all', Scored>>;
}

export interface Scored extends Score {
  readonly history: History;
}

/** Runs one tool over the cases of one version, told of the schema in each way that it may be, and keeps the better score of each part. */
export async function contest(tool: Tool, major: number, cases: Parts): Promise<Result> {
  const runs: { readonly history: History; readonly judged: Readonly<Record<keyof Parts, readonly Judged[]>> }[] = [];
  for (const history of tool.histories) {
    const ask = (part: keyof Parts): Promise<readonly Judged[]> => judge(tool, major, history, cases[part]);
    runs.push({ history, judged: { picked: await ask('picked'), combined: await ask('combined'), matrix: await ask('matrix') } });
  }
  const best = (of: readonly (keyof Parts)[]): Scored =>
    runs
      .map(({ history, judged }) => ({ ...score(of.flatMap((part) => judged[part])), history }))
      .reduce((one, other) => (balance(other) > balance(one) ? other : one));
  const scores = { picked: best(['picked']), combined: best(['combined']), matrix: best(['matrix']), all: best(parts) };
  return { tool, scores };
}

async function judge(tool: Tool, major: number, history: History, labelled: readonly Labelled[]): Promise<readonly Judged[]> {
  const cases = labelled.filter(isScored);
  const directory = mkdtempSync(join(tmpdir(), 'lockstep-accuracy-'));
  try {
    const said = await tool.run(
      cases.map(({ each }) => each),
      major,
      history,
      directory,
    );
    return cases.map((each, i) => {
      const { unreadable, rules } = said[i] as Said;
      return { ...each, alarms: alarmsAmong(rules, tool), ...(unreadable && { unreadable }) };
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function alarmsAmong(rules: readonly string[], { name, mapping }: Tool): readonly string[] {
  return rules.filter((rule) => {
    const meaning = mapping[rule];
    if (meaning === undefined) throw new Error(`${rule} of ${name} is not in bench/accuracy/mapping.ts`);
    return meaning.alarm;
  });
}
