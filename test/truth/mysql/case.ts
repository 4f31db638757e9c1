/** One statement to be run on a populated schema. */
export interface Case {
  /** Unique over all files: the group and the statement. */
  readonly name: string;
  /** Run before it, in the same session. */
  readonly setup: string;
  readonly sql: string;
  /** Asked after it has succeeded: a query for one value, or another statement. What it answers is recorded. */
  readonly ask?: string;
}

type Statement = string | { readonly sql: string; readonly ask: string };

/** The statements of one group, each run on the same schema made anew. */
export function group(title: string, setup: string, statements: readonly Statement[]): readonly Case[] {
  return statements.map((statement) => {
    const { sql, ask } = typeof statement === 'string' ? { sql: statement, ask: undefined } : statement;
    const words = `${sql} ${ask === undefined ? '' : `-> ${ask}`}`;
    return { name: `${title}: ${shortened(words.replace(/\s+/g, ' ').trim())}`, setup, sql, ...(ask !== undefined && { ask }) };
  });
}

const shortened = (words: string): string => (words.length < 300 ? words : `${words.slice(0, 100)} … ${words.slice(-40)}`);
