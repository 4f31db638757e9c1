/** Everything that a run of the command line takes from the world and gives back to it; tests hand in their own. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of standard input. */
  stdin(): Promise<Uint8Array>;
  /** What a thread starts with that does a run over again, watched from here. Absent: the run is in it already, or nobody wants it watched. */
  readonly entry?: URL;
}

export interface Output {
  readonly isTTY: boolean;
  /** Columns of the terminal; undefined where it is none. */
  readonly columns: number | undefined;
  write(text: string): void;
}

type Terminal = Record<'stdout' | 'stderr', Pick<Output, 'isTTY' | 'columns'>>;

/** The variable of the environment that tells a thread that it is watched, and what its output goes to. */
export const watchedBy = 'LOCKSTEP_WATCHED_BY';

/**
 * The process's own. Its streams are opened when they are first used: each costs a millisecond, and most runs need only one.
 * @param entry the module that the process has started with
 */
export function processIo(entry: URL): Io {
  let input: Promise<Uint8Array> | undefined;
  const watched = process.env[watchedBy];
  const terminal = watched === undefined ? process : (JSON.parse(watched) as Terminal);
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: outputOf(
      () => process.stdout,
      () => terminal.stdout,
    ),
    stderr: outputOf(
      () => process.stderr,
      () => terminal.stderr,
    ),
    ...(watched === undefined && { entry }),
    stdin() {
      input ??= readInput();
      return input;
    },
  };
}

async function readInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function outputOf(
  stream: () => NodeJS.WriteStream,
  shown: () => { readonly isTTY?: boolean; readonly columns?: number | undefined },
): Output {
  let guarded = false;
  return {
    get isTTY() {
      return shown().isTTY === true;
    },
    get columns() {
      return shown().columns;
    },
    write(text) {
      const to = stream();
      // `lockstep check | head` closes the pipe while there is more to say. That is no error; the exit code stays the verdict's.
      if (!guarded) {
        to.on('error', (error: NodeJS.ErrnoException) => {
          if (error.code === 'EPIPE') return;
          // A full disk: what was to be said is lost, and no verdict may stand for it.
          if (to !== process.stderr) process.stderr.write(`lockstep: cannot write: ${error.message}\n`);
          process.exit(2);
        });
      }
      guarded = true;
      to.write(text);
    },
  };
}
