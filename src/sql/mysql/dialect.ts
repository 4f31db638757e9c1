/** What decides how a text is MySQL: which server reads it, and under which settings. */
export interface Dialect {
  readonly server: 'mysql' | 'mariadb';
  /** As versioned comments count: 80036 is 8.0.36, 101106 is 10.11.6. Absent: newer than all of them. */
  readonly version?: number;
  /** `sql_mode` where the file sets none, in any case of letters. */
  readonly sqlMode?: string;
}

/** The modes that change how a text is read. https://dev.mysql.com/doc/refman/9.5/en/sql-mode.html */
export interface LexicalMode {
  /** Double quotes enclose names. */
  readonly ansiQuotes: boolean;
  /** A backslash in a string is a backslash. */
  readonly plainBackslash: boolean;
}

export function lexicalMode(sqlMode: string | undefined): LexicalMode {
  const modes = new Set((sqlMode ?? '').toUpperCase().split(/\s*,\s*/));
  return { ansiQuotes: modes.has('ANSI_QUOTES') || modes.has('ANSI'), plainBackslash: modes.has('NO_BACKSLASH_ESCAPES') };
}

/** What opens a comment whose text is code to some servers. MySQL 8 takes a sixth digit where there is one. */
const versioned = /\/\*(M?)!(\d{5,6})?/y;

/**
 * Whether a comment at a place is code to the server, and how long its opening is; undefined where it is an ordinary comment.
 *
 * MariaDB passes over what is meant for MySQL 5.7 and later, whose features it does not share.
 * https://dev.mysql.com/doc/refman/9.5/en/comments.html, https://mariadb.com/kb/en/comment-syntax/
 */
export function versionedComment(text: string, at: number, { server, version }: Dialect): { length: number; isCode: boolean } | undefined {
  versioned.lastIndex = at;
  const [opening, mariadb, digits] = versioned.exec(text) ?? [];
  if (opening === undefined) return undefined;
  const since = Number(digits ?? 0);
  const reached = version === undefined || since <= version;
  const foreign = server === 'mysql' ? mariadb === 'M' : mariadb === '' && since >= 50700 && since <= 99999;
  return { length: opening.length, isCode: reached && !foreign };
}
