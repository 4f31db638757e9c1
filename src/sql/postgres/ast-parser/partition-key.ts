import type { PartitionKey } from '../../../operation/operation.ts';
import { commaParts, find, inside, is, type Range, type Source, textOf } from '../source.ts';
import { refuse } from './feed.ts';
import { matchOf, synopsis } from './synopsis.ts';

/** Where PARTITION BY begins, of which the parser knows nothing; the statement's end where there is none. */
export function partitionToken(source: Source): number {
  const token = find(source, { from: source.first, to: source.end }, 'partition');
  return is(source, source.first, 'create') && is(source, token + 1, 'by') ? token : source.end;
}

const clause = synopsis('PARTITION BY {RANGE | LIST | HASH} (elements)');
const column = synopsis('<name>');

/** The partition key, of columns only. @throws Unreadable for others, and for what follows it */
export function partitionKey(source: Source, range: Range): PartitionKey {
  const match = matchOf(source, clause, range);
  if (match?.end !== range.to) return refuse('this PARTITION BY', source, range.from);
  return {
    strategy: match.has('LIST') ? 'list' : match.has('HASH') ? 'hash' : 'range',
    elements: commaParts(source, inside(source, match.range('elements').from)).map((part) => {
      const element = matchOf(source, column, part);
      return element?.end === part.to
        ? { column: element.name('name'), text: textOf(source, part) }
        : refuse('this key', source, part.from);
    }),
    text: textOf(source, { from: range.from + 2, to: range.to }),
  };
}
