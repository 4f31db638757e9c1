import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Workspace {
  readonly directory: string;
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  remove(path: string): void;
  git(...args: string[]): string;
  /** Runs the command line in this directory, in this process. */
  lockstep(...argv: string[]): Promise<Result>;
  /** The same with standard input, a terminal, or environment variables. */
  lockstepWith(
    options: { stdin?: string | Uint8Array; tty?: boolean; env?: Record<string, string>; cwd?: string },
    ...argv: string[]
  ): Promise<Result>;
}

/** A directory of its own, with real files; gone when the test is. */
export function workspace(files: Readonly<Record<string, string | Uint8Array>> = {}): Workspace {
  const directory = mkdtempSync(join(tmpdir(), 'lockstep-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const write: Workspace['write'] = (more) => {
    for (const [path, content] of Object.entries(more)) {
      const file = join(directory, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  };
  write(files);
  const lockstepWith: Workspace['lockstepWith'] = async ({ stdin, tty = false, env = {}, cwd = '.' }, ...argv) => {
    // Tests of sources and configs need no parser.
    const { main } = await import('../../src/cli/main.ts');
    const written = { stdout: '', stderr: '' };
    const output = (name: keyof typeof written) => ({
      isTTY: tty,
      columns: tty ? 100 : undefined,
      write: (text: string) => {
        written[name] += text;
      },
    });
    const code = await main(argv, {
      cwd: join(directory, cwd),
      env,
      stdout: output('stdout'),
      stderr: output('stderr'),
      stdin: async () => Buffer.from(stdin ?? ''),
    });
    return { code, ...written };
  };
  return {
    directory,
    write,
    remove: (path) => rmSync(join(directory, path), { recursive: true }),
    git: (...args) =>
      execFileSync('git', args, {
        cwd: directory,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: process.env.PATH,
          HOME: directory,
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_AUTHOR_NAME: 'a',
          GIT_AUTHOR_EMAIL: 'a@example.com',
          GIT_COMMITTER_NAME: 'a',
          GIT_COMMITTER_EMAIL: 'a@example.com',
        },
      }),
    lockstep: (...argv) => lockstepWith({}, ...argv),
    lockstepWith,
  };
}

/** A repository whose branch `main` holds `files`, with `work` checked out on top of it. */
export function repository(files: Readonly<Record<string, string | Uint8Array>>): Workspace {
  const made = workspace(files);
  made.git('init', '--quiet', '--initial-branch=main');
  made.git('add', '--all');
  made.git('commit', '--quiet', '--message=base');
  made.git('checkout', '--quiet', '-b', 'work');
  return made;
}
