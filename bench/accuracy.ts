import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { between } from '../scripts/between.ts';
import { supportedMajors } from '../src/engine/postgres/version.ts';
import { contest, tools } from './accuracy/contest.ts';
import { labelledCases } from './accuracy/labelled.ts';
import { figures, lists, type Round } from './accuracy/report.ts';

/**
 * `npm run bench:accuracy`, after `npm run build`: Lockstep, squawk and pgfence on the recorded cases, in one run. Prints the figures; `--write` puts them, every miss, every
 * false alarm into docs/accuracy.md. `--versions 12,18` asks only those.
 */
const { values } = parseArgs({ options: { versions: { type: 'string', default: supportedMajors.join() }, write: { type: 'boolean' } } });
const majors = values.versions.split(',').map(Number);

const rounds: Round[] = [];
for (const major of majors) {
  const parts = labelledCases(major);
  const results = [];
  for (const tool of tools) results.push(await contest(tool, major, parts));
  rounds.push({ major, parts, results });
}
console.log(figures(rounds));
if (values.write) {
  const page = new URL('../docs/accuracy.md', import.meta.url);
  const withFigures = between(readFileSync(page, 'utf8'), 'figures', figures(rounds));
  const written = withFigures && between(withFigures, 'lists', lists(rounds));
  if (written === undefined) throw new Error('docs/accuracy.md has lost its markers');
  writeFileSync(page, written);
}
