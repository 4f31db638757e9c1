const MiB = 1024 * 1024;

/** What one run may use up, whatever it is given to read. Past a limit it ends with the reason, and without a verdict. */
export const limits = {
  /** V8's heap. */
  heapMegabytes: 2048,
  /** The whole process, with the parser's memory, buffers and the embedded engine. Polled, so it is passed before it is seen. */
  residentBytes: 3072 * MiB,
  pollMilliseconds: 50,
  /** Milliseconds until a thread that was told to end has ended; after that the process ends with it. */
  lastMilliseconds: 2_000,
} as const;
