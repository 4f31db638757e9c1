/**
 * Files as one blob: a JSON list and the bytes. Files of the same content share their bytes (a prepared data directory holds each catalog three times), so
 * whoever unpacks must not write into them.
 */
export interface PackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface Header {
  readonly directories: readonly string[];
  readonly files: readonly (readonly [path: string, start: number, length: number])[];
}

export function pack(directories: readonly string[], files: readonly PackedFile[]): Uint8Array {
  const starts = new Map<string, number>();
  const parts: Uint8Array[] = [];
  let length = 0;
  const listed = files.map(({ path, bytes }) => {
    const content = Buffer.from(bytes).toString('latin1');
    let start = starts.get(content);
    if (start === undefined) {
      start = length;
      starts.set(content, start);
      parts.push(bytes);
      length += bytes.length;
    }
    return [path, start, bytes.length] as const;
  });
  const header = Buffer.from(JSON.stringify({ directories, files: listed } satisfies Header));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(header.length);
  return Buffer.concat([size, header, ...parts]);
}

export function unpack(packed: Buffer): { readonly directories: readonly string[]; readonly files: readonly PackedFile[] } {
  const end = 4 + packed.readUInt32LE();
  const { directories, files } = JSON.parse(packed.toString('utf8', 4, end)) as Header;
  return {
    directories,
    files: files.map(([path, start, length]) => ({ path, bytes: packed.subarray(end + start, end + start + length) })),
  };
}
