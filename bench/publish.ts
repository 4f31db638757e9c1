import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Puts figures between the two comments that `docs/performance.md` keeps for them, with the machine that they are of. */
export function publish(script: string, figures: string, node = 'the one that runs npm'): void {
  const page = new URL('../docs/performance.md', import.meta.url);
  const begin = `<!-- figures: written by \`npm run ${script} -- --write\` -->`;
  const end = '<!-- end of figures -->';
  const text = readFileSync(page, 'utf8');
  const [before, rest] = text.split(begin);
  if (before === undefined || rest === undefined) throw new Error(`docs/performance.md has no place for ${script}`);
  const machine = `${availableParallelism()} cores, ${process.platform} ${process.arch}, Node ${process.version} (${node})`;
  writeFileSync(page, `${before}${begin}\n\n${machine}.\n\n${figures}\n${rest.slice(rest.indexOf(end))}`);
}
