import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../scripts/corpus-figures.ts';
import { corpusDirectory, corpusFiles, corpusIsThere, isMysql, isPostgres } from '../scripts/corpus-files.ts';
import { loadMysqlReader, loadReader } from '../src/sql/load.ts';

if (!corpusIsThere) console.log(`skipped: there is no corpus at ${corpusDirectory}`);

describe.skipIf(!corpusIsThere)('the corpus', () => {
  it('is divided into dialects as its README counts them', () => {
    const readme = readFileSync(join(corpusDirectory, 'README.md'), 'utf8');
    const counted = new Map<string, number>();
    for (const [, project, dialect = '', files] of readme.matchAll(/^\| (\w\S+__\S+) \| \w+ \| (\w+)[^|]*\|[^|]*\| (\d+) \|/gm)) {
      const key = `${project} ${dialect}`;
      counted.set(key, (counted.get(key) ?? 0) + Number(files));
    }
    const found = new Map<string, number>();
    for (const { project, dialect } of corpusFiles()) found.set(`${project} ${dialect}`, (found.get(`${project} ${dialect}`) ?? 0) + 1);
    expect(counted.size).toBeGreaterThan(20);
    expect(Object.fromEntries([...found].sort())).toEqual(Object.fromEntries([...counted].sort()));
  });

  it('is read: at least 99.9 % of the PostgreSQL statements, and each of the others with its reason', async () => {
    const { files, statements, unread, kinds } = figuresOf(await loadReader(), corpusFiles().filter(isPostgres));
    expect(files).toBeGreaterThan(2_900);
    expect(statements).toBeGreaterThan(8_000);
    expect(unread.length / statements).toBeLessThanOrEqual(0.001);
    for (const { reason } of unread) expect(reason).toMatch(/\w/);
    // A statement that has no operation of its own is known by its command all the same.
    for (const [kind] of kinds) expect(kind).toMatch(/^(?:[a-z-]+|other [A-Z ]+)$/);
  });

  it('is read: at least 99.9 % of the MySQL statements, and what they run by way of CALL and EXECUTE', async () => {
    for (const server of ['mysql', 'mariadb'] as const) {
      const { files, statements, unread, kinds } = figuresOf(await loadMysqlReader({ server }), corpusFiles().filter(isMysql));
      expect(files).toBeGreaterThan(2_200);
      expect(statements).toBeGreaterThan(7_000);
      expect(unread.length / statements).toBeLessThanOrEqual(0.001);
      for (const { reason } of unread) expect(reason).toMatch(/\w/);
      expect(kinds.map(([kind]) => kind)).not.toContain('dynamic-sql');
    }
  });
});
