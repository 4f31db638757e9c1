import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { between } from '../scripts/between.ts';
import { supportedMajors } from '../src/engine/postgres/version.ts';
import { contest, tools } from './accuracy/contest.ts';
import { labelledCases } from './accuracy/labelled.ts';
import { figures, lists, type Round } from './accuracy/report.ts';

/**
 * `npm run bench:accuracy`, after `npm run build`: Lockstep, squawk and pgfence on the recorded cases, in one run. Prints the figures; `--write` puts them into docs/accuracy.md, every miss and every
 * false alarm into docs/accuracy-misses.md. `--versions 12,18` asks only those.
 */
const { values } = parseArgs({ options: { versions: { type: 'string', default: supportedMajors.join() }, write: { type: 'boolean' } } });
const majors = values.versions.split(',').map(Number);

const rounds: Round[] = [];
for (const major of majors) {
  const cases = labelledCases(major);
  const results = [];
  for (const tool of tools) results.push(await contest(tool, major, cases));
  rounds.push({ major, cases, results });
}
console.log(figures(rounds));
if (values.write) {
  publish('accuracy.md', 'figures', figures(rounds));
  publish('accuracy-misses.md', 'lists', lists(rounds));
}

/** Writes a text between the markers of this name. */
function publish(page: string, name: string, text: string): void {
  const path = new URL(`../docs/${page}`, import.meta.url);
  const written = between(readFileSync(path, 'utf8'), name, text);
  if (written === undefined) throw new Error(`docs/${page} has lost its markers`);
  writeFileSync(path, written);
}
