import type { Reader } from '../../../src/sql/statement.ts';
import { catalogOf, populated } from './catalog.ts';
import { compare, type Disagreement, type Pair } from './compare.ts';
import { type Failing, read, replayed, start, writesRows } from './history.ts';
import { empty, keep } from './side.ts';

/** Runs a setup and a statement from nothing. A part of the setup that the server refuses is no setup: undefined, as where all agrees. */
export async function rerun(pair: Pair, reader: Reader, setup: readonly string[], sql: string): Promise<Disagreement | undefined> {
  await empty(pair.filled);
  await empty(pair.bare);
  let schema = start();
  for (const each of setup) {
    if (!(await keep(pair.filled, each))) return undefined;
    schema = replayed(reader, schema, each);
    if (!writesRows(each)) await keep(pair.bare, each);
  }
  const filled = await populated(pair.filled.db, await catalogOf(pair.filled.db));
  const outcome = await compare(pair, sql, read(reader, sql), schema, filled);
  return typeof outcome === 'string' ? undefined : outcome;
}

/**
 * The failing case made small on its text: statements of the setup are left out, then items of the lists inside the statements, as long as the
 * server and the engine still disagree in the same way. It works on SQL, not on what was drawn, so that what is kept means the same as before.
 */
export async function shrink(pair: Pair, reader: Reader, failing: Failing): Promise<Failing> {
  let best = failing;
  const attempt = async (setup: readonly string[], sql: string): Promise<boolean> => {
    const disagreement = await rerun(pair, reader, setup, sql).catch(() => undefined);
    if (disagreement === undefined || disagreement.what !== failing.disagreement.what) return false;
    if (disagreement.observed.error !== failing.disagreement.observed.error) return false;
    best = { setup, sql, disagreement };
    return true;
  };
  // Without it nothing is refused any more when the table is left out, and it would be.
  await attempt(best.setup, best.sql.replace(/^(\w+ table) if exists/, '$1'));
  for (let smaller = true; smaller; ) {
    smaller = false;
    for (let size = Math.ceil(best.setup.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let at = best.setup.length - size; at >= 0; at -= size) {
        if (await attempt([...best.setup.slice(0, at), ...best.setup.slice(at + size)], best.sql)) smaller = true;
      }
    }
    for (let at = best.setup.length; at >= 0; at--) {
      const text = best.setup[at] ?? best.sql;
      for (const shorter of lessThan(text)) {
        const taken = at === best.setup.length ? await attempt(best.setup, shorter) : await attempt(best.setup.with(at, shorter), best.sql);
        if (!taken) continue;
        smaller = true;
        at++;
        break;
      }
    }
  }
  return best;
}

/** The text without one item of a list, at any depth, or without a word or two that may stand for themselves. */
function* lessThan(text: string): Generator<string> {
  for (const [from, to] of items(text)) {
    const [before, after] = [text.slice(0, from), text.slice(to)];
    if (after.startsWith(', ')) yield before + after.slice(2);
    else if (before.endsWith(', ')) yield before.slice(0, -2) + after;
  }
  for (const optional of optionals) {
    for (const found of text.matchAll(optional)) yield text.slice(0, found.index) + text.slice(found.index + found[0].length);
  }
}

const optionals: readonly RegExp[] = [
  / (not enforced|not valid|deferrable( initially deferred)?|no inherit|not null|null|unique|primary key|cascade|restrict|if exists|if not exists|nulls (not distinct|first)|desc|only|with no data|stored)\b/g,
  / constraint ("[^"]*"|\w+)/g,
  / (on (delete|update)) (no action|restrict|cascade|set null|set default)/g,
  / match (simple|full)/g,
  / collate "\w+"/g,
  / storage external| including [\w ]+| restart identity| with \([^()]*\)| or replace| unlogged| set data/g,
  / (check|default|include|references \S+|using|where|generated always as|check) ?\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g,
  / default ('[^']*'|[\w.]+)(::[\w"]+(\([\d,]*\))?)?/g,
  / (references|where|using) .*$/g,
  / (stable|immutable|volatile)\b/g,
];

/** The items of the lists in a text: between commas, inside parentheses or not. */
function* items(text: string): Generator<readonly [number, number]> {
  const starts: number[] = [0];
  let quoted = '';
  const found: [number, number][] = [];
  const end = (at: number): void => void found.push([starts[starts.length - 1] as number, at]);
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (quoted !== '') quoted = char === quoted ? '' : quoted;
    else if (char === "'" || char === '"') quoted = char;
    else if (char === '(') starts.push(at + 1);
    else if (char === ')') {
      end(at);
      starts.pop();
    } else if (char === ',') {
      end(at);
      starts[starts.length - 1] = text[at + 1] === ' ' ? at + 2 : at + 1;
    }
  }
  end(text.length);
  // The first action of an ALTER TABLE stands behind the table's name.
  const head = /^alter table (if exists )?(only )?(("[^"]*"|\w+)\.)?("[^"]*"|\w+) /.exec(text);
  for (const [from, to] of found.sort((a, b) => b[1] - b[0] - (a[1] - a[0])))
    yield from === 0 && head !== null ? [head[0].length, to] : [from, to];
}
