import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changesSince } from '../../src/source/git.ts';
import { repository, workspace } from '../cli/workspace.ts';

const lines = (count: number): string => Array.from({ length: count }, (_, i) => `SELECT ${i + 1};\n`).join('');
const changed = (directory: string, base = 'main') => Object.fromEntries(changesSince(directory, base).files);

describe('what changed since the branch left its base', () => {
  test('added, edited, deleted, renamed; committed, staged, in the working tree and untracked', () => {
    const repo = repository({
      'm/1.sql': lines(9),
      'm/2.sql': lines(9),
      'm/3.sql': 'DROP TABLE a;\n',
      'm/4.sql': lines(9),
      'm/notes.md': 'x',
    });
    repo.write({ 'm/5.sql': 'SELECT 5;\n', 'm/1.sql': lines(9).replace('SELECT 3;', 'SELECT 33;') });
    repo.git('add', '--all');
    repo.git('commit', '--quiet', '--message=work');
    repo.git('rm', '--quiet', 'm/3.sql');
    repo.git('mv', 'm/4.sql', 'm/44.sql');
    repo.write({ 'm/2.sql': `${lines(9)}SELECT 10;\n`, 'm/6.sql': 'SELECT 6;\n', 'm/notes.md': 'y' });

    const changes = changesSince(repo.directory, 'main');
    expect(Object.fromEntries(changes.files)).toEqual({
      'm/1.sql': { edited: true, changedLines: [{ from: 3, to: 3 }] },
      'm/2.sql': { edited: true, changedLines: [{ from: 10, to: 10 }] },
      'm/44.sql': {},
      'm/5.sql': {},
      'm/6.sql': {},
    });
    expect(changes.deleted).toEqual(['m/3.sql']);
    expect(changes.renamed).toEqual([{ from: 'm/4.sql', to: 'm/44.sql' }]);
  });

  test('what the base has gained meanwhile is no change of ours', () => {
    const repo = repository({ 'm/1.sql': lines(3) });
    repo.git('checkout', '--quiet', 'main');
    repo.write({ 'm/2.sql': 'SELECT 2;\n' });
    repo.git('add', '--all');
    repo.git('commit', '--quiet', '--message=others');
    repo.git('checkout', '--quiet', 'work');
    repo.write({ 'm/3.sql': 'SELECT 3;\n' });
    expect(changed(repo.directory)).toEqual({ 'm/3.sql': {} });
  });

  test('ignored files are no migrations', () => {
    const repo = repository({ '.gitignore': 'scratch/\n', 'm/1.sql': lines(1) });
    repo.write({ 'scratch/x.sql': 'SELECT 1;' });
    expect(changed(repo.directory)).toEqual({});
  });

  test('CRLF and a missing final newline', () => {
    const repo = repository({ 'crlf.sql': 'a;\r\nb;\r\nc;\r\n', 'none.sql': 'a;\nb;' });
    repo.write({ 'crlf.sql': 'a;\r\nB;\r\nc;\r\n', 'none.sql': 'a;\nb;\nc;' });
    expect(changed(repo.directory)).toEqual({
      'crlf.sql': { edited: true, changedLines: [{ from: 2, to: 2 }] },
      'none.sql': { edited: true, changedLines: [{ from: 2, to: 3 }] },
    });
  });

  test('lines that were only taken away leave no changed line, but an edited file', () => {
    const repo = repository({ 'a.sql': lines(5) });
    repo.write({ 'a.sql': lines(5).replace('SELECT 3;\n', '') });
    expect(changed(repo.directory)).toEqual({ 'a.sql': { edited: true, changedLines: [] } });
  });

  test('names with spaces, quotes, line breaks, globs, beyond ASCII, and such as git takes for options or magic', () => {
    const names = [
      'a b.sql',
      'a"b.sql',
      "a'b.sql",
      'a\nb.sql',
      'a*.sql',
      'a[1].sql',
      'žluťoučký/кот.sql',
      '-rf.sql',
      ':(top)x.sql',
      '🐎.sql',
      'a\\b.sql',
      'a\tb.sql',
    ];
    const repo = repository(Object.fromEntries(names.map((name) => [name, lines(3)])));
    repo.write(Object.fromEntries(names.map((name) => [name, `${lines(3)}SELECT 4;\n`])));
    const one = { edited: true, changedLines: [{ from: 4, to: 4 }] };
    expect(changed(repo.directory)).toEqual(Object.fromEntries(names.map((name) => [name, one])));
    repo.write(Object.fromEntries(names.map((name) => [`new/${name}`, lines(1)])));
    expect(Object.keys(changed(repo.directory))).toHaveLength(names.length * 2);
  });

  test('from a directory below the root, paths are relative to it', () => {
    const repo = repository({ 'a/m/1.sql': lines(1), 'b/1.sql': lines(1) });
    repo.write({ 'a/m/2.sql': lines(1), 'b/2.sql': lines(1) });
    expect(Object.keys(changed(join(repo.directory, 'a'))).sort()).toEqual(['../b/2.sql', 'm/2.sql']);
  });

  test('settings of the repository neither run programs nor change what is read', () => {
    const repo = repository({ '.gitattributes': '*.sql diff=evil -text\nbinary.sql -diff\n', 'm/1.sql': lines(3), 'binary.sql': lines(3) });
    const proof = join(repo.directory, 'ran');
    const evil = join(repo.directory, 'evil.sh');
    writeFileSync(evil, `#!/bin/sh\ntouch ${proof}\ncat "$1" 2>/dev/null\n`, { mode: 0o755 });
    for (const [key, value] of Object.entries({
      'core.fsmonitor': evil,
      'core.pager': evil,
      'diff.external': evil,
      'diff.evil.textconv': evil,
      'diff.evil.command': evil,
      'diff.noprefix': 'true',
      'diff.relative': 'true',
      'color.ui': 'always',
      'diff.interHunkContext': '20',
      'core.quotePath': 'true',
    }))
      repo.git('config', key, value);
    repo.write({ 'm/1.sql': `${lines(3)}SELECT 4;\n`, 'binary.sql': `${lines(3)}SELECT 4;\n` });
    expect(changed(repo.directory)).toEqual({
      'm/1.sql': { edited: true, changedLines: [{ from: 4, to: 4 }] },
      'binary.sql': { edited: true, changedLines: [{ from: 4, to: 4 }] },
    });
    expect(existsSync(proof)).toBe(false);
  });
});

describe('what cannot work says why', () => {
  const refuses = (directory: string, base: string, message: RegExp) => expect(() => changesSince(directory, base)).toThrow(message);

  test('an option in place of a commit', () => {
    const repo = repository({ 'a.sql': '' });
    refuses(repo.directory, '--output=pwned', /takes a branch/);
    refuses(repo.directory, '', /takes a branch/);
    expect(existsSync(join(repo.directory, 'pwned'))).toBe(false);
  });

  test('an unknown commit, no common commit, no repository', () => {
    const repo = repository({ 'a.sql': '' });
    refuses(repo.directory, 'nowhere', /no such commit/);
    repo.git('checkout', '--quiet', '--orphan', 'alone');
    repo.git('commit', '--quiet', '--allow-empty', '--message=alone');
    refuses(repo.directory, 'main', /no commit in common/);
    refuses(workspace().directory, 'main', /needs a git repository/);
  });

  test('a repository that git itself refuses', () => {
    const repo = repository({ 'a.sql': '' });
    renameSync(join(repo.directory, '.git', 'HEAD'), join(repo.directory, '.git', 'HEAD.gone'));
    refuses(repo.directory, 'main', /no such commit|git .* failed/);
  });
});
