/**
 * What does not depend on Node (the embedded PostgreSQL, which is the same WebAssembly everywhere, servers, and the engine's facts over thousands of cases) is asked in full
 * on the newest Node, and of a sample on the others: every tenth of a list.
 */
export const isSampled = Number.parseInt(process.versions.node, 10) < 24;

export function sampleOf<T>(all: readonly T[]): readonly T[] {
  return isSampled ? all.filter((_, i) => i % 10 === 0) : all;
}
