/**
 * A map whose every version stays valid: `set` and `delete` give a new version and leave the old one as it was.
 *
 * Baker's trick: the newest version owns one native `Map`, every older one is a difference from its successor, and reading an
 * older one turns the chain around. Replay reads and writes the newest version nearly always, so this costs what a native `Map` costs,
 * while a plan can be replayed from where its unit began. A library was tried first: `immutable` takes 30 ms to load,
 * which is half of what a whole check may cost beyond the parser (docs/performance.md).
 */
export class PersistentMap<V> {
  #state: Owned<V> | Difference<V>;

  private constructor(state: Owned<V> | Difference<V>) {
    this.#state = state;
  }

  static empty<V>(): PersistentMap<V> {
    return new PersistentMap<V>({ map: new Map() });
  }

  get(key: string): V | undefined {
    return this.#own().get(key);
  }

  has(key: string): boolean {
    return this.#own().has(key);
  }

  get size(): number {
    return this.#own().size;
  }

  /** The entries in the order of their keys, so that nothing depends on which version was read last. */
  entries(): [string, V][] {
    return [...this.#own()].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** Every key that may have another value here than there, in order: of two versions of one map what was written between them, else every key. */
  keysApart(other: PersistentMap<V>): readonly string[] {
    const own = this.#own();
    const keys = new Set<string>();
    let at = other;
    while (!('map' in at.#state)) {
      keys.add(at.#state.key);
      at = at.#state.next;
    }
    if (at !== this) for (const key of [...own.keys(), ...at.#state.map.keys()]) keys.add(key);
    return [...keys].sort();
  }

  set(key: string, value: V): PersistentMap<V> {
    const map = this.#own();
    const had = map.has(key);
    const old = map.get(key);
    if (had && old === value) return this;
    map.set(key, value);
    return this.#hand(map, key, had ? { value: old as V } : undefined);
  }

  delete(key: string): PersistentMap<V> {
    const map = this.#own();
    if (!map.has(key)) return this;
    const old = map.get(key) as V;
    map.delete(key);
    return this.#hand(map, key, { value: old });
  }

  /** Hands the native map to a new version and keeps, here, only what differs from it. */
  #hand(map: Map<string, V>, key: string, before: { value: V } | undefined): PersistentMap<V> {
    const next = new PersistentMap<V>({ map });
    this.#state = { next, key, before };
    return next;
  }

  /** The native map of this version, after turning the chain of differences around. Iterative: the chain can be long. */
  #own(): Map<string, V> {
    if ('map' in this.#state) return this.#state.map;
    const chain: PersistentMap<V>[] = [];
    let at: PersistentMap<V> = this;
    while (!('map' in at.#state)) {
      chain.push(at);
      at = at.#state.next;
    }
    const map = at.#state.map;
    for (let older = chain.pop(); older !== undefined; older = chain.pop()) {
      const { next, key, before } = older.#state as Difference<V>;
      const now = map.has(key) ? { value: map.get(key) as V } : undefined;
      if (before === undefined) map.delete(key);
      else map.set(key, before.value);
      next.#state = { next: older, key, before: now };
      older.#state = { map };
    }
    return map;
  }
}

interface Owned<V> {
  readonly map: Map<string, V>;
}

interface Difference<V> {
  readonly next: PersistentMap<V>;
  readonly key: string;
  readonly before: { readonly value: V } | undefined;
}
