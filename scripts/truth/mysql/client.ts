import { createConnection, type RowDataPacket } from 'mysql2/promise';

/** One connection to a server. */
export interface Session {
  /** As the server numbers it. */
  readonly id: number;
  /** Any statements, one after the other. */
  run(sql: string): Promise<void>;
  /** One statement; a row by its values. */
  rows(sql: string): Promise<readonly (readonly unknown[])[]>;
  close(): void;
}

export async function connectTo(socketPath: string): Promise<Session> {
  const connection = await createConnection({
    socketPath,
    user: 'root',
    charset: 'utf8mb4',
    multipleStatements: true,
    rowsAsArray: true,
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
  });
  // A server that is stopped ends its connections.
  connection.on('error', () => {});
  return {
    id: connection.threadId,
    async run(sql) {
      await connection.query(sql);
    },
    async rows(sql) {
      return (await connection.query<RowDataPacket[]>(sql))[0] as unknown as unknown[][];
    },
    close: () => connection.destroy(),
  };
}
