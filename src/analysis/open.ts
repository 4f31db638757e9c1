/** Something that was begun and is not finished: what it is, since when, and what comes next. */
export interface Unfinished {
  /** The migration since which it is so. */
  readonly path: string;
  readonly line?: number;
  readonly kind: 'constraint' | 'column' | 'trigger' | 'index' | 'stage';
  readonly message: string;
  /** SQL, or where none can be given, a sentence. */
  readonly next: string;
}

/** Something unfinished in a schema. */
export interface Open extends Omit<Unfinished, 'path'> {
  /** A plan has made it, and takes it away again. */
  readonly helper?: true;
  /** The table, what it is about, and what it says where another of the same name may have been there before. */
  readonly key: { readonly table: string; readonly name: string; readonly text?: string };
}

/** What plans call their helpers: `~orders_status_lockstep`. */
export function isHelper(name: string): boolean {
  return /_lockstep\d*$/.test(name);
}
