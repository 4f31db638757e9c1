import pg from 'pg';
import type { Database } from '../../test/truth/database.ts';

/** One session on the server at this socket. */
export async function connectTo(socketDirectory: string): Promise<Database> {
  const client = new pg.Client({ host: socketDirectory, user: 'postgres', database: 'postgres' });
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
