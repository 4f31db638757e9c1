import * as v from 'valibot';
import { Problem } from '../problem.ts';

/** One finding that a team has taken as it is. The path is relative to the file that lists it. */
export type BaselineEntry = v.InferOutput<typeof entry>;

const entry = v.strictObject({ path: v.string(), rule: v.string(), sql: v.string() });
const file = v.strictObject({ version: v.literal(1), findings: v.array(entry) });

/** The name that `lockstep baseline` writes under where the config has no other. */
export const usualBaseline = '.lockstep-baseline.json';

/** Reads what `lockstep baseline` has written. @throws Problem */
export function readBaseline(source: string, path: string): readonly BaselineEntry[] {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    throw new Problem(`is not JSON: ${(error as Error).message}`, { path });
  }
  const result = v.safeParse(file, value);
  if (result.success) return result.output.findings;
  const [issue] = result.issues;
  throw new Problem(`is no baseline of \`lockstep baseline\`: ${v.getDotPath(issue) ?? 'it'} ${issue.message}`, { path });
}
