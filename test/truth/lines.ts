import type { CaseGroup } from './groups.ts';

/** What a server did for every case, as it is written down: one line a case. */
export interface Recorded<Line> {
  /** Which build was asked, exactly. */
  readonly package: string;
  readonly server: string;
  readonly groups: readonly RecordedGroup<Line>[];
}

interface RecordedGroup<Line> {
  readonly group: string;
  /** A digest of the setup and the statements. */
  readonly of: string;
  readonly cases: Readonly<Record<string, Line>>;
}

/** The lines of the cases that a record knows as they stand; `stale` are its lines of others. */
export function linesIn<Case, Line>(
  record: Recorded<Line>,
  groups: readonly CaseGroup<Case>[],
): { readonly lines: ReadonlyMap<Case, Line>; readonly stale: readonly string[] } {
  const key = (of: string, title: string, name: string): string => `${of} ${title}: ${name}`;
  const known = new Map(
    record.groups.flatMap(({ group, of, cases }) => Object.entries(cases).map(([name, line]) => [key(of, group, name), line] as const)),
  );
  const lines = new Map<Case, Line>();
  for (const { title, of, cases } of groups) {
    for (const [name, each] of cases) {
      const line = known.get(key(of, title, name));
      if (line !== undefined) lines.set(each, line);
      known.delete(key(of, title, name));
    }
  }
  return { lines, stale: [...known.keys()] };
}

/** @param lines of every case of the groups */
export function recordIn<Case, Line>(
  header: Omit<Recorded<Line>, 'groups'>,
  groups: readonly CaseGroup<Case>[],
  lines: ReadonlyMap<Case, Line>,
): Recorded<Line> {
  return {
    ...header,
    groups: groups.map(({ title, of, cases }) => ({
      group: title,
      of,
      cases: Object.fromEntries([...cases].map(([name, each]) => [name, lines.get(each) as Line])),
    })),
  };
}

export function textOf<Line>(record: Recorded<Line>): string {
  const { groups, ...header } = record;
  const head = Object.entries(header).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
  const parts = groups.map(({ group, of, cases }) => {
    const lines = Object.entries(cases).map(([name, line]) => `${JSON.stringify(name)}: ${JSON.stringify(line)}`);
    return `{"group": ${JSON.stringify(group)}, "of": "${of}", "cases": {\n${lines.join(',\n')}\n}}`;
  });
  return `{\n${head.join('')}"groups": [\n${parts.join(',\n')}\n]}\n`;
}
