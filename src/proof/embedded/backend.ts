import type { Glue } from './glue.ts';

/** What PGlite's main loop ends with where PostgreSQL jumps back into its own: an error that it has caught. */
const jumpedToMain = 100;

/** The server has run into something that is no error of PostgreSQL's: a trap, or an overflow of the stack. What it does from here on means nothing. */
export class Crash extends Error {}

/** Sends messages and hands on what comes back, while it comes. Whatever `take` throws ends the exchange, and with it the instance. */
export type Exchange = (messages: Uint8Array, take: (bytes: Uint8Array) => void) => void;

/**
 * Takes the server's ends of the wire from PGlite, whose own loop swallows a trap and goes on: after runaway recursion, or `COPY … TO PROGRAM`, it answers
 * nothing at all to every statement, without an error.
 */
export function takeWire(glue: Glue): Exchange {
  let input: Uint8Array = new Uint8Array();
  let read = 0;
  let output: (bytes: Uint8Array) => void = () => {};
  const onRead = glue.addFunction((pointer, most) => {
    const part = input.subarray(read, read + most);
    glue.HEAPU8.set(part, pointer);
    read += part.length;
    return part.length;
  }, 'ipi');
  const onWrite = glue.addFunction((pointer, length) => {
    output(glue.HEAPU8.slice(pointer, pointer + length));
    return length;
  }, 'ipi');
  glue._pgl_set_rw_cbs(onRead, onWrite);

  const step = (): void => {
    const stack = glue.stackSave();
    try {
      glue._PostgresMainLoopOnce();
    } catch (error) {
      glue.stackRestore(stack);
      if ((error as { status?: unknown }).status !== jumpedToMain) throw error;
      glue._PostgresMainLongJmp();
    }
  };

  return (messages, take) => {
    input = messages;
    read = 0;
    output = take;
    while (read < input.length || glue._pq_buffer_remaining_data() > 0) step();
    glue._PostgresSendReadyForQueryIfNecessary();
    glue._pgl_pq_flush();
  };
}
