import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problem.ts';
import { limits } from '../sql/statement.ts';
import { type Client, refused, statusOf } from './client.ts';
import type { Settings } from './inputs.ts';

type Where = Pick<Settings, 'repository'>;

/**
 * A file's bytes at a commit, as they are: no decoding on the way. More than the limit for SQL is not downloaded (one byte more is,
 * so that the decoder sees that it is too large).
 * @returns undefined where the commit has no such file
 */
export async function fileAt(client: Client, { repository }: Where, path: string, ref: string): Promise<Uint8Array | undefined> {
  try {
    const { data } = await client.rest.repos.getContent({
      ...repository,
      path,
      ref,
      mediaType: { format: 'raw' },
      // Parsed, the answer would be text in which invalid UTF-8 has been replaced and a byte order mark is gone.
      request: { parseSuccessResponseBody: false },
    });
    return await bytesOf(data as unknown as ReadableStream<Uint8Array> | null, path);
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error instanceof Problem ? error : refused(error, `Reading ${path} at ${ref}`);
  }
}

/** The bytes of a git object. */
export async function blob(client: Client, { repository }: Where, id: string, path: string): Promise<Uint8Array> {
  try {
    const { data } = await client.rest.git.getBlob({ ...repository, file_sha: id });
    return Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8');
  } catch (error) {
    throw refused(error, `Reading ${path}`);
  }
}

/**
 * A file's bytes from the checkout, if they are the very ones of the git object: then nobody needs to ask GitHub. What the checkout
 * holds may be another commit, or changed by an earlier step.
 */
export function fromCheckout(workspace: string, path: string, id: string): Uint8Array | undefined {
  let descriptor: number | undefined;
  try {
    // A named pipe would otherwise block until somebody writes to it.
    descriptor = openSync(join(workspace, path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(descriptor);
    if (!stat.isFile() || stat.size > limits.fileBytes) return undefined;
    const bytes = readFileSync(descriptor);
    return isObject(bytes, id) ? bytes : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Whether these bytes are the content of the git object: its id is their hash. https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
export function isObject(bytes: Uint8Array, id: string): boolean {
  const hash = createHash(id.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex') === id;
}

/** Maps with at most `width` at a time, in order. */
export async function mapPool<T, R>(items: readonly T[], width: number, map: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await map(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return results;
}

async function bytesOf(stream: ReadableStream<Uint8Array> | null, path: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (stream === null) return new Uint8Array();
  try {
    for await (const chunk of stream) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > limits.fileBytes) break;
    }
  } catch (error) {
    throw new Problem(`the connection broke while it was read (${(error as Error).message})`, { path });
  }
  return Buffer.concat(chunks);
}
