/** An expression in its own words: one blank where white space or a comment stood. */
export function printTokens(
  text: string,
  { starts, ends }: { readonly starts: readonly number[]; readonly ends: readonly number[] },
): string {
  let printed = '';
  for (let token = 0; token < starts.length; token++) {
    if (token > 0 && (starts[token] as number) > (ends[token - 1] as number)) printed += ' ';
    printed += text.slice(starts[token], ends[token]);
  }
  return printed;
}
