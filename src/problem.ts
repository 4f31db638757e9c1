/**
 * A trouble that is expected (bad input, bad configuration, a missing permission): one clear line that names
 * the file, the line and what to do. Everything else that is thrown is a bug and is shown as one.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly path: string | undefined;
  readonly line: number | undefined;

  constructor(message: string, where: { path?: string; line?: number } = {}) {
    super(message);
    this.path = where.path;
    this.line = where.line;
  }

  /** `migrations/0007.sql:3: message`, without line breaks or control characters. */
  get oneLine(): string {
    const where = this.path === undefined ? '' : this.line === undefined ? `${this.path}: ` : `${this.path}:${this.line}: `;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is the point
    return `${where}${this.message}`.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
  }
}
