import { Client, type ClientConfig, type DatabaseError, Query, type QueryConfig, type QueryResult } from 'pg';
import { ProofFailure, type ProofResult } from '../database.ts';
import { decode } from '../decode.ts';

/** What is used of the connection that `pg` keeps below its client. */
interface Wire {
  readonly stream: { destroy(): void };
  endCopyFrom(): void;
  sync(): void;
  on(event: 'commandComplete', listen: (message: { readonly text: string }) => void): void;
}

interface RowMessage {
  readonly length: number;
}

/** One session. */
export interface Connection {
  run(
    sql: string,
    options: { readonly milliseconds: number; readonly onNotice?: ((message: string) => void) | undefined },
  ): Promise<ProofResult>;
  end(): Promise<void>;
}

/** Bytes of rows, and messages, that one statement may give. */
const most = { bytes: 16 * 1024 * 1024, notices: 20_000 } as const;

/** A query that takes one statement and no more, and whose rows are counted before they are kept. A `COPY … FROM STDIN` gets no rows. */
class BoundedQuery extends Query<Record<string, unknown>> {
  #bytes = 0;
  readonly #tooMuch: () => void;

  constructor(config: QueryConfig, tooMuch: () => void) {
    super(config);
    this.#tooMuch = tooMuch;
  }

  handleDataRow(message: RowMessage): void {
    this.#bytes += message.length;
    if (this.#bytes > most.bytes) this.#tooMuch();
    else (Query.prototype as unknown as BoundedQuery).handleDataRow.call(this, message);
  }

  handleCopyInResponse(wire: Wire): void {
    wire.endCopyFrom();
    // The Sync that was sent behind the statement has been ignored as part of the copy.
    wire.sync();
  }
}

/** Connects. Whatever goes wrong is said without the URL, which has a password in it. */
export async function connect(config: ClientConfig): Promise<Connection> {
  const client = new Client({ ...config, types: { getTypeParser: (oid: number) => (text: string) => decode(text, oid) } as never });
  const wire = (client as unknown as { readonly connection: Wire }).connection;
  let lost: ProofFailure | undefined;
  let tag = '';
  let notices: string[] = [];
  const lose = (code: string, message: string): void => {
    lost ??= new ProofFailure(code, message, true);
    wire.stream.destroy();
  };
  client.on('error', (error) => lose('crash', `the connection is lost: ${error.message}`));
  client.on('notice', ({ message }) => {
    notices.push(message ?? '');
    if (notices.length > most.notices) lose('memory', `it gives more than ${most.notices} messages`);
  });
  wire.on('commandComplete', ({ text }) => {
    tag = text;
  });
  await client.connect();

  const send = (query: QueryConfig): Promise<QueryResult> =>
    new Promise((resolve, reject) => {
      const config = {
        ...query,
        queryMode: 'extended',
        callback: (error: Error | null, result: QueryResult) => (error ? reject(error) : resolve(result)),
      };
      client.query(new BoundedQuery(config as QueryConfig, () => lose('memory', `it gives more than ${most.bytes / 1024 / 1024} MiB`)));
    });
  return {
    async run(text, { milliseconds, onNotice }) {
      if (lost !== undefined) throw lost;
      const deadline = setTimeout(lose, milliseconds, 'deadline', `it took longer than ${(milliseconds / 1000).toFixed(1)} s`);
      try {
        if (onNotice !== undefined) await send({ text: 'set client_min_messages = debug1' }).catch(() => {});
        tag = '';
        notices = [];
        const { rows } = await send({ text });
        return { rows, tag };
      } catch (error) {
        throw lost ?? refusal(error);
      } finally {
        clearTimeout(deadline);
        for (const message of notices) onNotice?.(message);
      }
    },
    end: () => client.end().catch(() => {}),
  };
}

function refusal(error: unknown): ProofFailure {
  const { code, message, severity, detail, column } = error as DatabaseError;
  return severity === 'ERROR' && code !== undefined
    ? new ProofFailure(code, message, false, { detail, column })
    : new ProofFailure('crash', message, true);
}
