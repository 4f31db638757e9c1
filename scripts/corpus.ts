import { readFileSync, writeFileSync } from 'node:fs';
import { loadMysqlReader, loadReader } from '../src/sql/load.ts';
import { astParserReader } from '../src/sql/postgres/ast-parser/reader.ts';
import type { Reader } from '../src/sql/statement.ts';
import { allCases } from '../test/truth/cases/index.ts';
import { type CorpusFigures, figuresOf, type Unread } from './corpus-figures.ts';
import { type CorpusFile, corpusDirectory, corpusFiles, corpusIsThere, isMysql, isPostgres } from './corpus-files.ts';

/**
 * `npm run corpus`: what the reader makes of real migrations. Prints the figures and writes them into docs/corpus.md, between its markers;
 * with `--check` compares instead, and fails where they differ. Times are printed and not written.
 */
const page = new URL('../docs/corpus.md', import.meta.url);
const begin = '<!-- figures: written by `npm run corpus` -->';
const end = '<!-- end of figures -->';

if (!corpusIsThere) {
  console.log(`skipped: there is no corpus at ${corpusDirectory}`);
} else {
  const files = corpusFiles();
  const postgres = figuresOf(await loadReader(), files.filter(isPostgres));
  const second = figuresOf(await astParserReader(), files.filter(isPostgres));
  const mysql = figuresOf(await loadMysqlReader({ server: 'mysql' }), files.filter(isMysql));
  const mixed = figuresOf(
    await loadReader(),
    files.filter((file) => file.dialect === 'mixed'),
  );
  const written = [...tables(postgres, second), '', ...(await cases()), '', ...mysqlTables(mysql), '', ...others(files, mixed)].join('\n');
  print(postgres);
  console.log(`without WebAssembly: ${summary(second)}\n`);
  print(mysql);
  publish(written);
}

function publish(written: string): void {
  const text = readFileSync(page, 'utf8');
  const [before, rest = ''] = text.split(begin);
  const after = rest.split(end)[1] ?? '';
  const updated = `${before}${begin}\n\n${written}\n\n${end}${after}`;
  if (!process.argv.includes('--check')) {
    writeFileSync(page, updated);
  } else if (updated !== text) {
    console.error('docs/corpus.md is not what the corpus gives: run `npm run corpus`');
    process.exitCode = 1;
  }
}

function print(figures: CorpusFigures): void {
  for (const { project, files, statements, unread, milliseconds } of figures.projects) {
    const columns = [`${files} files`, `${statements} statements`, `${unread.length} unreadable`, `${milliseconds.toFixed(0)} ms`];
    console.log(project.padEnd(28) + columns.map((column) => column.padStart(18)).join(''));
  }
  for (const each of figures.unread) console.log(`  ${each.path}:${each.line}: ${each.reason}`);
  console.log();
  for (const [kind, count] of figures.kinds) console.log(`${String(count).padStart(7)}  ${kind}`);
  const milliseconds = figures.projects.reduce((sum, each) => sum + each.milliseconds, 0);
  console.log(`\n${summary(figures)}, in ${milliseconds.toFixed(0)} ms`);
}

function summary(figures: CorpusFigures): string {
  const read = figures.statements - figures.unread.length;
  return `${figures.files} files, ${figures.bytes} bytes, ${figures.statements} statements, ${read} read (${share(figures)})`;
}

function share({ statements, unread }: { readonly statements: number; readonly unread: readonly Unread[] }): string {
  return `${(((statements - unread.length) / Math.max(statements, 1)) * 100).toFixed(2)} %`;
}

function tables(postgres: CorpusFigures, second: CorpusFigures): readonly string[] {
  return [
    '| project | files | statements | read | unreadable | read without WebAssembly |',
    '|---|---:|---:|---:|---:|---:|',
    ...postgres.projects.map((each, i) => `${row(each)} ${share(second.projects[i] ?? each)} |`),
    `${row({ ...postgres, project: '**all**' })} ${share(second)} |`,
    ...lists('###', postgres),
  ];
}

function mysqlTables(mysql: CorpusFigures): readonly string[] {
  return [
    '## MySQL',
    '',
    '| project | files | statements | read | unreadable |',
    '|---|---:|---:|---:|---:|',
    ...mysql.projects.map(row),
    row({ ...mysql, project: '**all**' }),
    ...lists('###', mysql, ' of MySQL'),
  ];
}

/** The unreadable statements and the kinds of operations. */
function lists(level: string, { unread, kinds }: CorpusFigures, what = ''): readonly string[] {
  return [
    '',
    `${level} Unreadable statements${what}`,
    '',
    '| statement | reason |',
    '|---|---|',
    ...unread.map((each) => `| \`${each.path}:${each.line}\` ${code(each.sql)} | ${each.reason.replaceAll('|', '\\|')} |`),
    '',
    `${level} Operations${what}`,
    '',
    '| operation | times |',
    '|---|---:|',
    ...kinds.map(([kind, count]) => `| \`${kind}\` | ${count} |`),
  ];
}

function row(each: CorpusFigures['projects'][number] | (CorpusFigures & { project: string })): string {
  const { project, files, statements, unread } = each;
  return `| ${project.replace('__', '/')} | ${files} | ${statements} | ${share(each)} | ${unread.length} |`;
}

function code(sql: string): string {
  const short = sql.length > 60 ? `${sql.slice(0, 60)}…` : sql;
  return `\`\`${short.replaceAll('|', '\\|')}\`\``;
}

/** How much of the cases that are run on servers both readers read: test/ast-parser holds them against each other there, too. */
async function cases(): Promise<readonly string[]> {
  const [first, second] = [await loadReader(), await astParserReader()];
  const texts = [...new Set(allCases.flatMap((each) => [each.setup, each.sql]))];
  const statements = (reader: Reader) => texts.flatMap((text) => reader.read(text).statements);
  const all = statements(first).length;
  const read = statements(second).filter((each) => each.unreadable === undefined).length;
  return [
    '### Cases',
    '',
    `Of the ${all} statements of the cases that are run on servers (test/truth/cases, each setup counted once), which are chosen for what is rare, the second reader reads ` +
      `${((read / all) * 100).toFixed(2)} %. Wherever it reads a statement, of these or of the corpus, it says the same as the first, to the last place in the file; a test holds them against each other.`,
  ];
}

/** What is neither, and so not counted above. */
function others(files: readonly CorpusFile[], mixed: CorpusFigures): readonly string[] {
  const count = (dialect: string): number => files.filter((file) => file.dialect === dialect).length;
  return [
    '## Not counted',
    '',
    `${count('template')} templates, and ${mixed.files} files that hold a section for PostgreSQL ` +
      `and one for MySQL: of their ${mixed.statements} statements ${mixed.unread.length} are unreadable as PostgreSQL, each with its reason.`,
  ];
}
