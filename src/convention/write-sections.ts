import type { FileContent } from './convention.ts';

/** A file with both directions, each behind its mark. */
export function sectioned(
  { head, up, down }: Omit<FileContent, 'name' | 'unwrapped'>,
  marks: { readonly up: string; readonly down: string },
): string {
  return `${head === '' ? '' : `${head}\n`}${marks.up}\n${body(up)}\n${marks.down}\n${body(down)}`;
}

/** Statements, a blank line between any two. */
export function body(statements: readonly string[]): string {
  return statements.map((each) => `${each}\n`).join('\n');
}
