import { dollarString, lex, quotedName, string, word } from '../sql/postgres/lexer.ts';

/** A token, as far as refusals look at it: words and names folded as PostgreSQL folds them. */
export interface Word {
  readonly kind: 'name' | 'string' | 'other';
  readonly text: string;
}

const nested = 4;

/** The tokens of a statement; and those of each string in it, for the bodies of functions and what EXECUTE runs are strings. */
export function wordsOf(sql: string): { readonly words: readonly Word[]; readonly inner: readonly (readonly Word[])[] } {
  const inner: (readonly Word[])[] = [];
  const read = (text: string, depth: number): readonly Word[] => {
    const { tokens } = lex(text);
    return tokens.kinds.map((kind, i): Word => {
      const token = text.slice(tokens.starts[i], tokens.ends[i]);
      switch (kind) {
        case word:
          return { kind: 'name', text: token.toLowerCase() };
        case quotedName:
          return { kind: 'name', text: token.replace(/^(?:u&)?"|"$/gi, '').replaceAll('""', '"') };
        case string:
        case dollarString: {
          const content =
            kind === string ? token.replace(/^[a-z&]*'|'$/gi, '').replaceAll("''", "'") : token.replace(/^\$\w*\$|\$\w*\$$/g, '');
          if (depth < nested && /[a-z]/i.test(content)) inner.push(read(content, depth + 1));
          return { kind: 'string', text: content };
        }
        default:
          return { kind: 'other', text: token };
      }
    });
  };
  return { words: read(sql, 0), inner };
}

/** Whether these words stand in a row somewhere. */
export function follows(words: readonly Word[], ...wanted: readonly string[]): boolean {
  return words.some((_, i) => wanted.every((text, j) => words[i + j]?.kind !== 'string' && words[i + j]?.text === text));
}
