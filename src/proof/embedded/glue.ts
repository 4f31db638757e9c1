/** What is used of the module object that Emscripten's glue makes of PGlite, by the glue's own names. */
export interface Glue {
  readonly FS: FileSystem;
  readonly MEMFS: { readonly ops_table: { readonly file: { node: NodeOps; stream: StreamOps }; readonly dir: { node: NodeOps } } };
  /** Replaced when the memory grows. */
  readonly HEAPU8: Uint8Array;
  stackSave(): number;
  stackRestore(pointer: number): void;
  addFunction(callback: (pointer: number, length: number) => number, signature: string): number;
  UTF8ToString(pointer: number): string;
  _pgl_set_rw_cbs(read: number, write: number): void;
  _pgl_pq_flush(): void;
  _pq_buffer_remaining_data(): number;
  _PostgresMainLoopOnce(): void;
  _PostgresMainLongJmp(): void;
  _PostgresSendReadyForQueryIfNecessary(): void;
}

export interface FileSystem {
  readonly root: FileNode;
  nameTable: (FileNode | undefined)[];
  streams: (FileStream | undefined)[];
  nextInode: number;
  currentPath: string;
  readonly ErrnoError: new (errno: number) => Error;
  isFile(mode: number): boolean;
  isDir(mode: number): boolean;
  mkdirTree(path: string): void;
  writeFile(path: string, data: Uint8Array, options?: { readonly canOwn?: boolean }): void;
  chmod(path: string, mode: number): void;
  lookupPath(path: string, options?: { readonly follow?: boolean }): { readonly node: FileNode };
  analyzePath(path: string): { readonly exists: boolean };
}

export interface FileNode {
  name: string;
  parent: FileNode;
  name_next: FileNode | undefined;
  mode: number;
  readonly rdev: number;
  /** A file's bytes, with room behind them; a directory's entries. */
  contents: Uint8Array | Record<string, FileNode>;
  usedBytes: number;
}

export interface FileStream {
  readonly node: FileNode;
  shared: { flags: number; position: number };
}

export interface NodeOps {
  setattr(node: FileNode, attributes: { readonly size?: number }): void;
  mknod?(parent: FileNode, name: string, mode: number, device: number): FileNode;
  rename?(node: FileNode, directory: FileNode, name: string): void;
  unlink?(parent: FileNode, name: string): void;
  rmdir?(parent: FileNode, name: string): void;
  symlink?(parent: FileNode, name: string, target: string): FileNode;
}

export interface StreamOps {
  write(stream: FileStream, buffer: Uint8Array, offset: number, length: number, position: number, canOwn?: boolean): number;
  msync(stream: FileStream, buffer: Uint8Array, offset: number, length: number): number;
}
