/** Everything that a run of the command line takes from the world and gives back to it; tests hand in their own. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of standard input. */
  stdin(): Promise<Uint8Array>;
}

export interface Output {
  readonly isTTY: boolean;
  /** Columns of the terminal; undefined where it is none. */
  readonly columns: number | undefined;
  write(text: string): void;
}

/** The process's own. Its streams are opened when they are first used: each costs a millisecond, and most runs need only one. */
export function processIo(): Io {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: outputOf(() => process.stdout),
    stderr: outputOf(() => process.stderr),
    async stdin() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
  };
}

function outputOf(stream: () => NodeJS.WriteStream): Output {
  let guarded = false;
  return {
    get isTTY() {
      return stream().isTTY === true;
    },
    get columns() {
      return stream().columns;
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
