/** The part of PostgreSQL's protocol that is spoken here: https://www.postgresql.org/docs/current/protocol-message-formats.html */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * One statement by the extended protocol, which takes one and no more: Parse, Bind, Describe, Execute, then CopyDone (a `COPY … FROM STDIN` gets no rows,
 * anything else ignores it) and Sync.
 */
export function statementMessages(sql: string): Uint8Array {
  return Buffer.concat([
    message('P', '\0', sql, '\0\0\0'),
    message('B', '\0\0\0\0\0\0\0\0'),
    message('D', 'P\0'),
    message('E', '\0\0\0\0\0'),
    message('c'),
    message('S'),
  ]);
}

/** SQL by the simple protocol. */
export function queryMessage(sql: string): Uint8Array {
  return message('Q', sql, '\0');
}

function message(type: string, ...parts: readonly string[]): Uint8Array {
  const body = encoder.encode(parts.join(''));
  const bytes = Buffer.alloc(5 + body.length);
  bytes.write(type, 0, 'latin1');
  bytes.writeUInt32BE(4 + body.length, 1);
  bytes.set(body, 5);
  return bytes;
}

/** One message of the server's. */
export interface Message {
  readonly type: string;
  readonly body: Buffer;
}

/** Cuts what the server writes into messages, however it comes. A long message is put together once, when all of it is there. */
export function messageReader(take: (message: Message) => void): (bytes: Uint8Array) => void {
  let parts: Uint8Array[] = [];
  let held = 0;
  let wanted = 5;
  return (bytes) => {
    parts.push(bytes);
    held += bytes.length;
    if (held < wanted) return;
    let buffer = Buffer.concat(parts);
    for (;;) {
      wanted = buffer.length < 5 ? 5 : 1 + buffer.readUInt32BE(1);
      if (buffer.length < wanted) break;
      take({ type: String.fromCharCode(buffer[0] as number), body: buffer.subarray(5, wanted) });
      buffer = buffer.subarray(wanted);
    }
    parts = [buffer];
    held = buffer.length;
  };
}

export interface Column {
  readonly name: string;
  readonly type: number;
}

/** RowDescription. */
export function columnsOf(body: Buffer): readonly Column[] {
  const columns: Column[] = [];
  let at = 2;
  for (let i = body.readUInt16BE(0); i > 0; i--) {
    const end = body.indexOf(0, at);
    columns.push({ name: decoder.decode(body.subarray(at, end)), type: body.readUInt32BE(end + 7) });
    at = end + 19;
  }
  return columns;
}

/** DataRow, in text. */
export function valuesOf(body: Buffer): readonly (string | null)[] {
  const values: (string | null)[] = [];
  let at = 2;
  for (let i = body.readUInt16BE(0); i > 0; i--) {
    const length = body.readInt32BE(at);
    at += 4;
    values.push(length < 0 ? null : decoder.decode(body.subarray(at, at + length)));
    at += Math.max(length, 0);
  }
  return values;
}

/** ErrorResponse and NoticeResponse: fields by their letter. */
export function fieldsOf(body: Buffer): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (let at = 0; at < body.length && body[at] !== 0; ) {
    const end = body.indexOf(0, at);
    fields[String.fromCharCode(body[at] as number)] = decoder.decode(body.subarray(at + 1, end));
    at = end + 1;
  }
  return fields;
}

/** A body that is one C string, as CommandComplete's. */
export function textOf(body: Buffer): string {
  return decoder.decode(body.subarray(0, body.indexOf(0)));
}
