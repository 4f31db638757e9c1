import { lex } from '../../../sql/postgres/lexer.ts';
import { isWord } from '../../../sql/postgres/split.ts';

/**
 * The author's own CREATE INDEX, DROP INDEX or REINDEX with words put in behind one of its keywords: what he wrote stays as he wrote it.
 * @param keyword in lower case: `index`, `table`, `schema`, `database`
 */
export function insertAfter(statement: string, keyword: string, words: string): string {
  const { tokens } = lex(statement);
  for (let token = 0; token < tokens.kinds.length; token++) {
    if (!isWord(statement, tokens, token, keyword)) continue;
    const end = tokens.ends[token] as number;
    return `${statement.slice(0, end)} ${words}${statement.slice(end)}`;
  }
  throw new Error(`no ${keyword} in ${statement}`);
}
