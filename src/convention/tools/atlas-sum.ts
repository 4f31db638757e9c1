/** A file as its bytes. */
export interface Bytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The directive that a file begins with. https://github.com/ariga/atlas/blob/master/sql/migrate/dir.go */
const directive = /^[ -~]*atlas:(\w+)(?: +([ -~]*))*/;

/**
 * Atlas's own sum of a directory: a line for each file, with the SHA-256 of all names and contents up to it, under the SHA-256 of those lines. A file that says
 * `atlas:sum ignore` counts by its name only. https://atlasgo.io/concepts/migration-directory-integrity
 * @param files the directory's `.sql` files, in any order
 */
export function atlasSum(files: readonly Bytes[]): string {
  // Loaded here, because it takes milliseconds, and hardly anybody asks.
  const { createHash } = process.getBuiltinModule('node:crypto');
  const upTo = createHash('sha256');
  const all = createHash('sha256');
  const lines: string[] = [];
  for (const { name, bytes } of [...files].sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))) {
    upTo.update(name);
    const [, word, mode] = directive.exec(Buffer.from(bytes).toString()) ?? [];
    if (word === 'sum' && mode === 'ignore') continue;
    const sum = upTo.update(bytes).copy().digest('base64');
    all.update(name).update(sum);
    lines.push(`${name} h1:${sum}\n`);
  }
  return `h1:${all.digest('base64')}\n${lines.join('')}`;
}
