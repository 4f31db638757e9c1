import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isScored, type Labelled, type Parts } from './labelled.ts';
import { lockstep } from './lockstep.ts';
import { pgfence } from './pgfence.ts';
import { balance, type Judged, type Score, score } from './score.ts';
import { squawk } from './squawk.ts';
import type { History, Said, Tool } from './tool.ts';

/** In the order of the tables. */
export const tools: readonly Tool[] = [lockstep, squawk, pgfence];

/** How one tool did on one version. */
export interface Result {
  readonly tool: Tool;
  readonly picked: Scored;
  readonly matrix: Scored;
  readonly all: Scored;
}

export interface Scored extends Score {
  readonly history: History;
}

/** Runs one tool over the cases of one version, told of the schema in each way that it may be, and keeps the better score of each part. */
export async function contest(tool: Tool, major: number, parts: Parts): Promise<Result> {
  const runs: { history: History; picked: readonly Judged[]; matrix: readonly Judged[]; all: readonly Judged[] }[] = [];
  for (const history of tool.histories) {
    const picked = await judge(tool, major, history, parts.picked);
    const matrix = await judge(tool, major, history, parts.matrix);
    runs.push({ history, picked, matrix, all: [...picked, ...matrix] });
  }
  const best = (part: 'picked' | 'matrix' | 'all'): Scored =>
    runs
      .map((run) => ({ ...score(run[part]), history: run.history }))
      .reduce((one, other) => (balance(other) > balance(one) ? other : one));
  return { tool, picked: best('picked'), matrix: best('matrix'), all: best('all') };
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
