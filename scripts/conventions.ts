/**
 * Writes which migration tool is recognised in each project of the corpus into docs/conventions.md; `node scripts/conventions.ts` prints it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isSqlFile } from '../src/convention/plain.ts';
import type { MigrationSet } from '../src/migration/migration.ts';
import { arrange } from '../src/source/arrange.ts';
import { decode } from '../src/source/decode.ts';
import { existingText } from '../src/source/disk-markers.ts';
import { directoriesAbove, markersIn } from '../src/source/markers.ts';
import { between } from './between.ts';
import { corpusDirectory, corpusFiles, corpusIsThere } from './corpus-files.ts';

/** The corpus has the SQL of a project and little besides: what its manifest says of the tool, at the corpus's commit. */
const manifests: Readonly<Record<string, string>> = {
  'pocket-id__pocket-id/backend/go.mod': 'require github.com/golang-migrate/migrate/v4 v4.19.1\n',
  'svix__svix-webhooks/server/svix-server/Cargo.toml': '[dependencies]\nsqlx = "0.7"\n',
  'sebadob__rauthy/Cargo.toml': '[workspace.dependencies]\nrefinery = "0.9"\n',
  'ory__kratos/go.mod': 'require github.com/ory/pop/v6 v6.4.2-0.20260714091811-7f2223c43ab6\n',
  // Both are there: the one for these migrations, the other for those of its registry.
  'harness__gitness/go.mod': 'require (\n\tgithub.com/golang-migrate/migrate/v4 v4.17.1\n\tgithub.com/maragudk/migrate v0.4.3\n)\n',
  'harness__gitness/app/store/database/migrate/migrate.go': 'import (\n\t"github.com/jmoiron/sqlx"\n\t"github.com/maragudk/migrate"\n)\n',
};

/** Every directory of migrations of the corpus, as a run without configuration finds it. */
export function corpusSets(): readonly MigrationSet[] {
  const projects = new Map<string, string[]>();
  for (const { project, path } of corpusFiles()) projects.set(project, [...(projects.get(project) ?? []), path]);
  const tree = { cwd: corpusDirectory, root: corpusDirectory };
  const onDisk = existingText(tree);
  const read = (path: string): ReturnType<typeof decode> => decode(readFileSync(join(corpusDirectory, path)));
  return [...projects.values()].flatMap((paths) =>
    arrange({
      review: new Map(paths.filter(isSqlFile).map((path) => [path, {}])),
      siblings: [],
      isHistory: () => false,
      earlier: [],
      together: false,
      transaction: 'unknown',
      markers: markersIn({
        // A project ends at its own folder.
        above: (directory) => directoriesAbove(directory).slice(0, -1),
        read: (path) => (manifests[path] === undefined ? onDisk(path) : decode(Buffer.from(manifests[path]))),
      }),
      read,
    }),
  );
}

/** Directories of one project, tool and dialect as one row. */
export function corpusTable(sets: readonly MigrationSet[]): string {
  const rows = new Map<string, { files: number; directories: number; modes: Map<string, number>; cells: readonly string[] }>();
  for (const { units, tool, dialect } of sets) {
    const [project = ''] = (tool?.directory ?? '').split('/');
    const reason = tool?.id === 'plain' ? 'nothing that says more' : (tool?.reason ?? '').replace(`${project}/`, '');
    const cells = [project.replace('__', '/'), tool?.id ?? '', reason, dialect?.dialect ?? 'postgres'];
    const key = [cells[0], cells[1], cells[3]].join(' ');
    const row = rows.get(key) ?? { files: 0, directories: 0, modes: new Map(), cells };
    row.directories++;
    for (const { transaction } of units.flatMap((unit) => unit.migrations)) {
      row.files++;
      row.modes.set(transaction, (row.modes.get(transaction) ?? 0) + 1);
    }
    rows.set(key, row);
  }
  const lines = [...rows.values()].map(({ files, directories, modes, cells: [project, tool, reason, dialect] }) => {
    const sent = [...modes].sort((a, b) => b[1] - a[1]).map(([mode, count]) => (modes.size === 1 ? mode : `${mode} ${count}`));
    return `| ${project} | \`${tool}\` | ${reason} | ${dialect} | ${directories} | ${files} | ${sent.join(', ')} |`;
  });
  return [
    '| project | tool | recognised by | dialect | directories | migrations | sent |',
    '|---|---|---|---|---:|---:|---|',
    ...lines,
  ].join('\n');
}

const page = fileURLToPath(new URL('../docs/conventions.md', import.meta.url));

/** The page as it is, and as it should be. */
export function conventionsPage(): { readonly now: string; readonly wanted: string | undefined } {
  const now = readFileSync(page, 'utf8');
  return { now, wanted: between(now, 'corpus', corpusTable(corpusSets())) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!corpusIsThere) console.log(`there is no corpus at ${corpusDirectory}`);
  else if (process.argv.includes('--write')) {
    const { wanted } = conventionsPage();
    if (wanted === undefined) throw new Error('docs/conventions.md has no place for the table');
    writeFileSync(page, wanted);
  } else console.log(corpusTable(corpusSets()));
}
