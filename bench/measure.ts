import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A command to be timed. Its output is thrown away; an exit code above `worstExit` means that it did not do its work. */
export interface Contestant {
  readonly name: string;
  readonly command: string;
  readonly arguments: readonly string[];
  readonly worstExit?: number;
}

export interface Measured {
  readonly name: string;
  /** Wall time from start to exit in milliseconds, the median of the runs. */
  readonly median: number;
  readonly fastest: number;
  readonly slowest: number;
  /** Peak of resident memory in bytes, of a run of its own; absent where `/proc` is. */
  readonly peak?: number;
}

/** Runs the contestants in turn, `runs` times round after one round that does not count, so that a slow minute of the machine falls on all. */
export async function measure(contestants: readonly Contestant[], runs: number): Promise<readonly Measured[]> {
  const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let run = -1; run < runs; run++) {
    for (const contestant of contestants) {
      const { milliseconds } = await once(contestant, false);
      if (run >= 0) times.get(contestant.name)?.push(milliseconds);
    }
  }
  const measured: Measured[] = [];
  for (const contestant of contestants) {
    const sorted = (times.get(contestant.name) ?? []).sort((a, b) => a - b);
    const { peak } = await once(contestant, true);
    measured.push({
      name: contestant.name,
      median: sorted[sorted.length >> 1] ?? Number.NaN,
      fastest: sorted[0] ?? Number.NaN,
      slowest: sorted[sorted.length - 1] ?? Number.NaN,
      ...(peak !== undefined && { peak }),
    });
  }
  return measured;
}

/** @param watch whether to ask for the memory meanwhile, which costs the run some time */
function once(contestant: Contestant, watch: boolean): Promise<{ readonly milliseconds: number; readonly peak?: number }> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(contestant.command, contestant.arguments, { stdio: ['ignore', 'ignore', 'ignore'] });
    let peak: number | undefined;
    const timer = watch ? setInterval(() => (peak = peakOf(child.pid) ?? peak), 2) : undefined;
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      const milliseconds = performance.now() - start;
      clearInterval(timer);
      if (code === null || code > (contestant.worstExit ?? 0)) {
        reject(new Error(`${contestant.name} ended with ${signal ?? `exit code ${code}`}`));
      } else {
        resolve({ milliseconds, ...(peak !== undefined && { peak }) });
      }
    });
  });
}

/** Linux keeps a process's high-water mark; the last look before the end is what counts. */
function peakOf(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}
