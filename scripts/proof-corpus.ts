import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparePlaces, isDown, placeOf, upSections } from '../src/convention/plain.ts';
import { ProofFailure } from '../src/proof/database.ts';
import { embeddedDatabase } from '../src/proof/embedded/engine.ts';
import { loadReader } from '../src/sql/load.ts';
import { corpusDirectory, corpusIsThere, partsOf, postgresFiles } from './corpus-files.ts';

/**
 * `node scripts/proof-corpus.ts`: what the embedded engine makes of real histories, each replayed from nothing, statement by statement: how many of them it
 * refuses and why, and what is lost to each extension that it does not have. Figures for docs/plans.md.
 */
interface Loss {
  readonly statement: string;
  readonly code: string;
  readonly message: string;
}

const database = await embeddedDatabase({ statementMilliseconds: 60_000, planMilliseconds: 600_000 });
const reader = await loadReader();
const asked = new Map<string, number>();
const missing = new Map<string, number>();
let all = 0;
let lost = 0;
if (!corpusIsThere) console.log(`skipped: there is no corpus at ${corpusDirectory}`);
for (const [series, paths] of histories()) {
  await database.reset();
  const begin = performance.now();
  let count = 0;
  const losses: Loss[] = [];
  let extension: string | undefined;
  for (const statement of paths.flatMap(statementsOf)) {
    if (/^(?:begin|commit|rollback|start transaction|end)\b/i.test(statement)) continue;
    count++;
    const wanted = /^create\s+extension\s+(?:if\s+not\s+exists\s+)?"?([\w-]+)/i.exec(statement)?.[1];
    if (wanted !== undefined) asked.set(wanted, (asked.get(wanted) ?? 0) + 1);
    try {
      await database.run(statement);
    } catch (error) {
      if (!(error instanceof ProofFailure)) throw error;
      losses.push({ statement, code: error.code, message: error.message });
      const name = /^extension "(.*)" is not available$/.exec(error.message)?.[1];
      if (name !== undefined) extension ??= name;
      if (error.fatal) await database.reset();
    }
  }
  all += count;
  lost += losses.length;
  if (extension !== undefined) missing.set(extension, (missing.get(extension) ?? 0) + losses.length);
  const time = `${(performance.now() - begin).toFixed(0)} ms`;
  console.log(
    `${series.padEnd(72)} ${String(count).padStart(6)} statements ${String(losses.length).padStart(5)} refused ${time.padStart(9)}`,
  );
  for (const reason of new Set(losses.map(({ code }) => code))) {
    const [first, ...more] = losses.filter(({ code }) => code === reason);
    console.log(
      `    ${reason} ×${more.length + 1}: ${first?.message.slice(0, 90)} | ${first?.statement.replace(/\s+/g, ' ').slice(0, 60)}`,
    );
  }
}
console.log(`\n${all} statements, ${lost} refused (${((lost / Math.max(all, 1)) * 100).toFixed(2)} %)`);
console.log(`extensions asked for: ${[...asked].map(([name, times]) => `${name} ×${times}`).join(', ')}`);
if (missing.size === 0) console.log('no history asks for an extension that is not there');
for (const [name, count] of missing) console.log(`${name}: ${count} statements of histories that ask for it are refused`);
await database.close();

/** Each series of migrations, in its order. */
function histories(): readonly (readonly [series: string, paths: readonly string[]])[] {
  const files = postgresFiles().map((file) => file.path);
  const known = new Set(files);
  const places = files.filter((path) => !isDown(path, (other) => known.has(other))).map(placeOf);
  const ordered = places.sort(comparePlaces);
  const names = [...new Set(places.map(({ series }) => series))].sort();
  return names.map((name) => [name, ordered.filter(({ series }) => series === name).map(({ path }) => path)]);
}

function statementsOf(path: string): readonly string[] {
  const text = readFileSync(join(corpusDirectory, path), 'utf8');
  return reader.read(text, upSections(text) ?? partsOf(text)).statements.map(({ span }) => text.slice(span.start, span.end));
}
