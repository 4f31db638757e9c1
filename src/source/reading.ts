import type { Beside, SourceFile } from '../convention/convention.ts';
import type { Recognised } from '../convention/index.ts';
import type { substituted } from '../convention/placeholders.ts';
import { sectioning } from '../convention/plain.ts';
import type { Changeset, Direction, Migration, MigrationSet, ReadProgram, TransactionMode } from '../migration/migration.ts';
import { linesOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { type Decoded, unreadable } from './decode.ts';
import type { Markers } from './markers.ts';

/** What a program sends, at the places where it stands. */
export function asProgram(
  read: ReadProgram,
  path: string,
  source: string,
  way: Direction,
  transaction: TransactionMode,
): Decoded & Partial<Pick<Migration, 'sections' | 'program' | 'transaction'>> {
  const script = read(source, path, way);
  // A program without a way back sends nothing.
  if (script === undefined) return { text: '', sections: [] };
  if ('message' in script) return unreadable(script.message, script.line);
  const { text, sections, queries, unread, several } = script;
  // Each query is sent by itself; how those with several statements go together with the others, no mode says.
  const own = transaction === 'per-statement' && several ? ({ transaction: 'unknown' } as const) : {};
  return { text, sections, program: { text: source, queries, unread }, ...own };
}

/** How the texts of a series are read. */
export interface Reading {
  sections(text: string, direction: Direction): readonly Span[] | undefined;
  /** Its parts that are transactions of their own, where it is not one. */
  changesets(text: string): readonly Changeset[] | undefined;
  transaction(path: string, text: string): TransactionMode;
  /** The text with values in the place of its placeholders; undefined where it has none. */
  filled(path: string, text: string): ReturnType<typeof substituted>;
}

/**
 * @param stated what the config says
 * @param fill puts values in the place of placeholders
 * @param practice the markers of no known tool that count, where it is known which do
 */
export function readingOf(
  { convention }: Recognised,
  markers: Markers | undefined,
  stated: TransactionMode,
  fill: (file: SourceFile) => ReturnType<typeof substituted>,
  dialect: Beside['dialect'],
  practice?: ReadonlySet<string | undefined>,
): Reading {
  const fileOf = (path: string, text: string): SourceFile => {
    const sidecar = convention.sidecar && markers?.beside(convention.sidecar(path));
    return { path, text, ...(sidecar !== undefined && { sidecar }) };
  };
  return {
    filled: (path, text) => fill(fileOf(path, text)),
    sections(text, direction) {
      const counts = convention.id !== 'plain' || practice === undefined || practice.has(sectioning(text));
      return counts ? convention.parts?.(text, dialect)?.[direction] : undefined;
    },
    changesets(text) {
      const all = stated === 'unknown' ? convention.changesets?.(text, dialect) : undefined;
      if (all === undefined) return undefined;
      const whole = convention.transaction({ path: '', text }, dialect);
      return all.length > 1 || all.some((each) => each.conditional || each.transaction !== whole) ? all : undefined;
    },
    transaction(path, text) {
      return stated === 'unknown' ? convention.transaction(fileOf(path, text), dialect) : stated;
    },
  };
}

/** The placeholders that nothing defines, each at its first place. One that leaves its statement unreadable is reported there. */
export function undefinedIn(migrations: readonly Migration[]): NonNullable<MigrationSet['troubles']> {
  const told = new Set<string>();
  return migrations.flatMap(({ path, template }) => {
    if (template === undefined) return [];
    const lines = linesOf(template.text);
    return template.placeholders.flatMap(({ name, readAs, written }) => {
      if (told.has(name) || (readAs !== 'name' && readAs !== 'text')) return [];
      told.add(name);
      const how = readAs === 'name' ? 'is read as a name of its own' : 'is left as it stands';
      const { line } = lines.position(written.start);
      const message = `No file that is read says what \`${name}\` stands for: it ${how}. \`placeholders\` in .lockstep.yml may say it.`;
      return [{ path, line, message }];
    });
  });
}
