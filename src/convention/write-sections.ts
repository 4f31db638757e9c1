import type { FileContent, Unwrapped } from './convention.ts';

/** A file with both directions, each behind its mark. What Lockstep reads has to stand in the part that runs. */
export function sectioned(
  { head, up, down }: Pick<FileContent, 'head' | 'up' | 'down'>,
  marks: { readonly first?: string; readonly up: string; readonly down: string },
): string {
  const first = marks.first === undefined ? '' : `${marks.first}\n`;
  return `${first}${marks.up}\n${head}\n\n${body(up)}\n${marks.down}\n${body(down)}`;
}

/** Statements, a blank line between any two. */
export function body(statements: readonly string[]): string {
  return statements.map((each) => `${each}\n`).join('\n');
}

/** A file that begins with a line of its own where it runs outside of a transaction. */
export function optOutFirst(line: string): (content: FileContent) => string {
  return ({ head, up, unwrapped }) => `${unwrapped ? `${line}\n` : ''}${head}\n\n${body(up)}`;
}

/** The way out of the transaction on the first line that a pattern finds. @param written what stands there then, of the line as it is */
export function onLine(pattern: RegExp, written: (line: string) => string): Unwrapped {
  return {
    by: 'marker',
    insert(text) {
      const found = pattern.exec(text);
      const [start, line] = found === null ? [0, ''] : [found.index, found[0]];
      return { span: { start, end: start + line.length }, lines: [written(line)] };
    },
  };
}

/** A program as MySQL's own client wants it, and what reads as that does: with another delimiter. https://dev.mysql.com/doc/refman/9.7/en/stored-programs-defining.html */
export function delimited(program: string): string {
  return `DELIMITER $$\n${program.replace(/;$/, '$$$$')}\nDELIMITER ;`;
}
