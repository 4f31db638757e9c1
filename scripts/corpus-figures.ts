import type { Reader } from '../src/sql/statement.ts';
import { linesOf } from '../src/text/lines.ts';
import { type CorpusFile, corpusText, partsOf } from './corpus-files.ts';

/** A statement that a reader could not read. */
export interface Unread {
  readonly path: string;
  readonly line: number;
  readonly reason: string;
  /** Its first line. */
  readonly sql: string;
}

export interface ProjectFigures {
  readonly project: string;
  readonly files: number;
  readonly statements: number;
  readonly unread: readonly Unread[];
  readonly milliseconds: number;
}

export interface CorpusFigures {
  readonly projects: readonly ProjectFigures[];
  readonly files: number;
  readonly bytes: number;
  readonly statements: number;
  readonly unread: readonly Unread[];
  /** How often each kind of operation occurs; `other` by its command: `other GRANT`. Most frequent first. */
  readonly kinds: readonly (readonly [kind: string, count: number])[];
}

/** Reads every file with a reader and counts. The files are grouped by project, in their order. */
export function figuresOf(reader: Reader, files: readonly CorpusFile[]): CorpusFigures {
  const kinds = new Map<string, number>();
  const projects = new Map<string, { files: number; statements: number; unread: Unread[]; milliseconds: number }>();
  let bytes = 0;
  for (const { project, path } of files) {
    const figures = projects.get(project) ?? { files: 0, statements: 0, unread: [], milliseconds: 0 };
    projects.set(project, figures);
    const text = corpusText(path);
    bytes += Buffer.byteLength(text);
    const start = performance.now();
    const { statements } = reader.read(text, partsOf(text));
    figures.milliseconds += performance.now() - start;
    figures.files++;
    figures.statements += statements.length;
    const lines = linesOf(text);
    for (const { span, operations, unreadable } of statements) {
      for (const operation of operations) {
        const kind = operation.kind === 'other' ? `other ${operation.command}` : operation.kind;
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }
      if (unreadable === undefined) continue;
      const sql = text.slice(span.start, span.end).split(/\r?\n/, 1)[0] ?? '';
      figures.unread.push({ path, line: lines.position(span.start).line, reason: unreadable.message, sql });
    }
  }
  const all = [...projects].map(([project, figures]) => ({ project, ...figures }));
  return {
    projects: all,
    files: files.length,
    bytes,
    statements: all.reduce((sum, each) => sum + each.statements, 0),
    unread: all.flatMap((each) => each.unread),
    kinds: [...kinds].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
  };
}
