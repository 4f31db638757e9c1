import type { Booted } from './boot.ts';

/**
 * Who the server takes us for. PGlite is PostgreSQL's single-user mode, whose user is the superuser, and from a mere `SET ROLE` or `SET SESSION AUTHORIZATION`
 * any function can go back. So the user who *logged in* is changed, in the server's memory: then nothing leads back (`RESET SESSION AUTHORIZATION`,
 * `DISCARD ALL`, `SECURITY DEFINER`, …), for no statement ever began as superuser.
 *
 * The place is found, not known: three words in a row are the user's OID after `SET SESSION AUTHORIZATION` and the superuser's after going back, and behind them stand,
 * as miscinit.c's statics are laid out, whether the session's user is superuser and, two words on, who logged in. The worker tries afterwards whether it holds.
 */
export interface Authority {
  /** From now on the session is this user's. */
  become(user: number): void;
  /** Runs something as superuser: for statements whose form is known to run no code of their author's. */
  elevated<T>(run: () => T): T;
}

const superuser = 10;

export function findAuthority({ memory, exports }: Booted, sessionAuthorization: (user: number) => void, user: number): Authority {
  const words = (): Int32Array => new Int32Array(memory.buffer);
  const inARow = (oid: number): readonly number[] => {
    const heap = words();
    const end = (heap[exports.emscripten_get_sbrk_ptr() >>> 2] as number) >>> 2;
    const found: number[] = [];
    for (let i = heap.indexOf(oid); i >= 0 && i < end; i = heap.indexOf(oid, i + 1))
      if (heap[i + 1] === oid && heap[i + 2] === oid) found.push(i);
    return found;
  };
  sessionAuthorization(user);
  const before = inARow(user);
  sessionAuthorization(superuser);
  const after = words();
  const [at, ...more] = inARow(superuser).filter((i) => before.includes(i) && after[i + 3] === 1 && after[i + 5] === superuser);
  if (at === undefined || more.length > 0) throw new Error('this build of PGlite keeps its users elsewhere');
  return {
    become(id) {
      const heap = words();
      heap.fill(id, at, at + 3);
      heap[at + 3] = id === superuser ? 1 : 0;
      heap[at + 5] = id;
    },
    elevated(run) {
      const saved = words().slice(at, at + 3);
      words().fill(superuser, at, at + 3);
      try {
        return run();
      } finally {
        words().set(saved, at);
      }
    },
  };
}
