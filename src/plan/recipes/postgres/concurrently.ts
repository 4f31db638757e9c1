import { lex } from '../../../sql/postgres/lexer.ts';
import { isWord } from '../../../sql/postgres/split.ts';

/**
 * The author's own CREATE INDEX, DROP INDEX or REINDEX with words put in behind one of its keywords: what he wrote stays as he wrote it.
 * @param keyword in lower case: `index`, `table`, `schema`, `database`
 * @returns undefined where the statement has no such word: it does the same by other means
 */
export function insertAfter(statement: string, keyword: string, words: string): string | undefined {
  const { tokens } = lex(statement);
  for (let token = 0; token < tokens.kinds.length; token++) {
    if (!isWord(statement, tokens, token, keyword)) continue;
    const end = tokens.ends[token] as number;
    return `${statement.slice(0, end)} ${words}${statement.slice(end)}`;
  }
  return undefined;
}

export const notPlain = 'it is part of a larger statement: write it as a statement of its own';
