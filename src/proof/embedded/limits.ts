const MiB = 1024 * 1024;

/**
 * What hostile SQL may use up. Each wall was run into by a statement of its own in `test/proof/engine-limits.test.ts`.
 *
 * | what grows | wall | what the SQL gets |
 * |---|---|---|
 * | the server's memory | `WebAssembly.Memory`'s maximum | `53200` out of memory; the instance lives |
 * | files (tables, WAL, temporary files) | counted where Emscripten's in-memory files grow | `53100` no space left; the instance lives |
 * | what comes back: rows, notices | counted as it is written, before any of it is kept | fatal `memory` |
 * | JavaScript's heap of the worker | V8's `resourceLimits` | fatal `memory` |
 * | whatever the walls above do not see | the process's resident memory, polled by the parent | fatal `memory` |
 * | time | timers of the parent, which terminates the worker | fatal `deadline` |
 */
export const limits = {
  /** The server's own memory. PGlite asks for at most 2 GiB; a lower maximum is allowed by the import, and `malloc` then fails as it should. */
  heapBytes: 512 * MiB,
  /** An instance whose memory has grown past this is replaced, not reset: WebAssembly's memory never shrinks. */
  resetBytes: 256 * MiB,
  /** Copies of the memory, 30 MB each as a rule, that are kept for the next marks: a proof has no more marks than that at a time. */
  spares: 3,
  /** In-memory files above the prepared directory's 16 MB. */
  fileBytes: 256 * MiB,
  /** Rows and notices of one statement. */
  answerBytes: 16 * MiB,
  notices: 20_000,
  /** V8's heap in the worker. */
  javascriptMegabytes: 192,
  /** The worker's stack: so deep that PostgreSQL's own limit (`max_stack_depth`) is reached first, which is an error and not a trap. */
  stackMegabytes: 32,
  /**
   * What the process may hold above what it held when the engine was started. Polled, so it is passed before it is seen. Of eight statements that grow as fast
   * as they can the fastest grew by 2.2 MiB/ms; on a machine with five times more to do than it can, the cap was passed by 14 MiB at most, and by 109 MiB where
   * memory doubles. The other walls stand before this one: seven of the eight run into those, at 835 MiB and less, and do not cost the instance.
   */
  residentBytes: 1024 * MiB,
  pollMilliseconds: 20,
  startMilliseconds: 60_000,
  statementMilliseconds: 10_000,
  planMilliseconds: 60_000,
} as const;
