import pg from 'pg';
import type { Database } from '../../test/truth/database.ts';

/** One session on the server at this socket. */
export async function connectTo(socketDirectory: string): Promise<Database> {
  // All of it is said, so that nothing of the caller's environment counts.
  const client = new pg.Client({
    host: socketDirectory,
    port: 5432,
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    options: '-c client_encoding=UTF8',
  });
  await client.connect();
  return {
    async exec(sql, { onNotice } = {}) {
      const listener = ({ message }: { message: string | undefined }): void => onNotice?.({ message });
      client.on('notice', listener);
      try {
        return await client.query(sql);
      } finally {
        client.off('notice', listener);
      }
    },
    async query<Row>(sql: string) {
      return { rows: (await client.query(sql)).rows as Row[] };
    },
    close: () => client.end(),
  };
}
