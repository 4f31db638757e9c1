import { randomUUID } from 'node:crypto';
import { ProofFailure, type ProofResult } from '../database.ts';
import { decode } from '../decode.ts';
import { type Exchange, takeWire } from './backend.ts';
import type { Booted } from './boot.ts';
import { limits } from './limits.ts';
import {
  type Column,
  columnsOf,
  fieldsOf,
  type Message,
  messageReader,
  queryMessage,
  statementMessages,
  textOf,
  valuesOf,
} from './protocol.ts';
import { tagFits } from './tag.ts';

export interface Answer extends ProofResult {
  readonly notices: readonly string[];
}

/** What came back for one statement. */
interface Received {
  readonly rows: Readonly<Record<string, unknown>>[];
  readonly notices: string[];
  tag: string | undefined;
  error: Readonly<Record<string, string>> | undefined;
  /** The server's state after it: idle, in a transaction, in a failed one. */
  state: string;
}

/** One statement a call, each followed by a question to which only a server that still works knows the answer. */
export interface Session {
  /** `notices`: with the messages of DEBUG1 and above, whatever `client_min_messages` was set to before. */
  run(sql: string, notices?: boolean): Answer;
}

export function openSession({ glue }: Booted): Session {
  const exchange = takeWire(glue);
  return {
    run(sql, notices = false) {
      if (notices) ask(exchange, queryMessage('set client_min_messages = debug1'));
      const received = ask(exchange, statementMessages(sql));
      probe(exchange, received.state);
      if (received.error !== undefined) throw refusal(received.error);
      if (received.tag === undefined || !tagFits(sql, received.tag))
        throw new ProofFailure('protocol', `the server answered ${received.tag ?? 'nothing'} to: ${sql.slice(0, 80)}`, true);
      return { rows: received.rows, tag: received.tag, notices: received.notices };
    },
  };
}

/** Asks for a number used once; in a failed transaction nothing is answered, but what cannot be parsed is still named in the error. */
function probe(exchange: Exchange, state: string): void {
  const nonce = `lockstep_${randomUUID().replaceAll('-', '')}`;
  const { rows, error } = ask(exchange, queryMessage(state === 'E' ? nonce : `select '${nonce}' as nonce`));
  const answered = state === 'E' ? error?.C === '42601' && error.M?.includes(nonce) : rows.length === 1 && rows[0]?.nonce === nonce;
  if (!answered) throw new ProofFailure('protocol', 'the server no longer answers', true);
}

function ask(exchange: Exchange, messages: Uint8Array): Received {
  const received: Received = { rows: [], notices: [], tag: undefined, error: undefined, state: '' };
  let columns: readonly Column[] = [];
  let bytes = 0;
  const take = ({ type, body }: Message): void => {
    switch (type) {
      case 'T':
        columns = columnsOf(body);
        break;
      case 'D': {
        const values = valuesOf(body);
        received.rows.push(Object.fromEntries(columns.map(({ name, type: oid }, i) => [name, decode(values[i] ?? null, oid)])));
        break;
      }
      case 'N':
        received.notices.push(fieldsOf(body).M ?? '');
        if (received.notices.length > limits.notices)
          throw new ProofFailure('memory', `it gives more than ${limits.notices} messages`, true);
        break;
      case 'C':
        received.tag = textOf(body);
        break;
      case 'I':
        received.tag = '';
        break;
      case 'E':
        received.error ??= fieldsOf(body);
        break;
      case 'Z':
        received.state = body.toString('latin1');
        break;
      default: // COPY's data, notifications, parameters' values
    }
  };
  const read = messageReader(take);
  exchange(messages, (part) => {
    bytes += part.length;
    if (bytes > limits.answerBytes) throw new ProofFailure('memory', `it gives more than ${limits.answerBytes / 1024 / 1024} MiB`, true);
    read(part);
  });
  if (received.state === '') throw new ProofFailure('protocol', 'the server answered nothing', true);
  return received;
}

/** FATAL and PANIC end the session, so the instance is gone as well. */
function refusal({ C = 'XX000', M = '', V = 'ERROR', D: detail, c: column }: Readonly<Record<string, string>>): ProofFailure {
  return new ProofFailure(V === 'ERROR' ? C : 'crash', M, V !== 'ERROR', { detail, column });
}
