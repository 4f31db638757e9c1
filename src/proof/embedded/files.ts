import type { FileNode, FileSystem, Glue, NodeOps, StreamOps } from './glue.ts';
import type { PackedFile } from './pack.ts';

/** Errors as Emscripten numbers them (WASI's numbers). */
const noSpace = 51;
const readOnly = 69;

/** The in-memory file system of one instance, walled in. */
export interface Files {
  /** Lays prepared files out without copying them. */
  lay(directories: readonly string[], files: readonly PackedFile[]): void;
  /** From here on only what lies under the directory can be changed; everything else, libraries before all, stays as it was laid. */
  lockAllBut(directory: string): void;
  /** Whether a file cannot have been changed since. */
  isLocked(path: string): boolean;
  /** Remembers every file as it is now; calling what it returns brings all back. */
  snapshot(): () => void;
}

/**
 * Bounds how far files grow, keeps what is laid or remembered from being written into (a file is copied when it is first written to), and locks what is not data.
 *
 * Works on Emscripten's own file system from the outside: its operations are held in two tables, shared by all files and all directories.
 */
export function wallIn({ FS, MEMFS }: Pick<Glue, 'FS' | 'MEMFS'>, growth: number): Files {
  const file = MEMFS.ops_table.file;
  const { node: fileOps, stream: streamOps } = { node: { ...file.node }, stream: { ...file.stream } };
  const directoryOps = { ...MEMFS.ops_table.dir.node };
  /** Files whose bytes are not theirs alone. */
  let shared = new Set<FileNode>();
  let locked: ReadonlySet<FileNode> = new Set();
  let held = 0;

  const sizeOf = (node: FileNode): number => (FS.isFile(node.mode) && !shared.has(node) ? (node.contents as Uint8Array).length : 0);
  const changing = <T>(node: FileNode, change: () => T): T => {
    if (locked.has(node)) throw new FS.ErrnoError(readOnly);
    const before = sizeOf(node);
    const result = change();
    held += sizeOf(node) - before;
    return result;
  };
  const grow = (bytes: number): void => {
    if (held + bytes > growth) throw new FS.ErrnoError(noSpace);
  };
  const own = (node: FileNode): void => {
    if (!shared.delete(node)) return;
    // The constructor copies whatever it is given; a Buffer's slice does not.
    node.contents = new Uint8Array((node.contents as Uint8Array).subarray(0, node.usedBytes));
  };

  Object.assign(file.stream, {
    write(stream, buffer, offset, length, position, canOwn) {
      const { node } = stream;
      return changing(node, () => {
        const missing = position + length - (shared.has(node) ? 0 : (node.contents as Uint8Array).length);
        if (missing > 0) grow(missing);
        own(node);
        return streamOps.write(stream, buffer, offset, length, position, canOwn);
      });
    },
    // Its own calls the write that is not walled in.
    msync: (stream, buffer, offset, length) => {
      file.stream.write(stream, buffer, 0, length, offset);
      return 0;
    },
  } satisfies StreamOps);
  Object.assign(file.node, {
    setattr(node, attributes) {
      if (attributes.size === undefined) return fileOps.setattr(node, attributes);
      const { size } = attributes;
      return changing(node, () => {
        if (size > node.usedBytes) grow(size - node.usedBytes);
        const { contents } = node;
        fileOps.setattr(node, attributes);
        // Another size means other bytes; the same size, the same.
        if (node.contents !== contents) shared.delete(node);
      });
    },
  } satisfies NodeOps);

  const entry = (parent: FileNode, name: string): FileNode | undefined => (parent.contents as Record<string, FileNode>)[name];
  /** What is unlinked while it is open is counted as gone: the memory of the process is polled all the same. */
  const removed = (node: FileNode | undefined): void => {
    if (node !== undefined) held -= sizeOf(node);
  };
  const inside = <A extends readonly unknown[], R>(change: (parent: FileNode, ...rest: A) => R) => {
    return (parent: FileNode, ...rest: A): R => {
      if (locked.has(parent)) throw new FS.ErrnoError(readOnly);
      return change(parent, ...rest);
    };
  };
  const { mknod, rename, unlink, rmdir, symlink } = directoryOps as Required<typeof directoryOps>;
  Object.assign(MEMFS.ops_table.dir.node, {
    mknod: inside(mknod),
    rmdir: inside(rmdir),
    symlink: inside(symlink),
    unlink: inside((parent, name: string) => {
      removed(entry(parent, name));
      unlink(parent, name);
    }),
    rename(node, directory, name) {
      if (locked.has(node) || locked.has(directory)) throw new FS.ErrnoError(readOnly);
      const replaced = entry(directory, name);
      if (replaced !== node) removed(replaced);
      rename(node, directory, name);
    },
  } satisfies Partial<NodeOps>);

  return {
    lay(directories, files) {
      for (const path of directories) FS.mkdirTree(path);
      for (const { path, bytes } of files) {
        FS.writeFile(path, bytes.subarray(0, 0));
        const { node } = FS.lookupPath(path);
        node.contents = bytes;
        node.usedBytes = bytes.length;
        shared.add(node);
      }
    },
    lockAllBut(directory) {
      const data = new Set(nodesUnder(FS, FS.lookupPath(directory).node));
      const others = nodesUnder(FS, FS.root).filter((node) => !data.has(node) && (FS.isFile(node.mode) || FS.isDir(node.mode)));
      locked = new Set(others);
    },
    isLocked(path) {
      return FS.analyzePath(path).exists && locked.has(FS.lookupPath(path, { follow: true }).node);
    },
    snapshot() {
      const files = remember(FS);
      const all = nodesUnder(FS, FS.root).filter((node) => FS.isFile(node.mode));
      shared = new Set(all);
      held = 0;
      return () => {
        files();
        shared = new Set(all);
        held = 0;
      };
    },
  };
}

/** A directory, and everything in and under it. */
function nodesUnder(FS: FileSystem, directory: FileNode): readonly FileNode[] {
  const nodes = [directory];
  for (const node of nodes) if (FS.isDir(node.mode)) nodes.push(...Object.values(node.contents as Record<string, FileNode>));
  return nodes;
}

/** All that Emscripten's file system is: its nodes, the table by which it finds them, and what is open. Bytes are kept, not copied: they are not written into. */
function remember(FS: FileSystem): () => void {
  const { nextInode, currentPath } = FS;
  const nameTable = [...FS.nameTable];
  const streams = FS.streams.map((stream) => stream && { stream, was: { ...stream }, shared: { ...stream.shared } });
  const nodes = nodesUnder(FS, FS.root).map((node) => {
    const { name, parent, name_next, mode, contents, usedBytes } = node;
    return { node, was: { name, parent, name_next, mode, contents: FS.isDir(mode) ? { ...contents } : contents, usedBytes } };
  });
  return () => {
    for (const { node, was } of nodes)
      Object.assign(node, was, FS.isDir(was.mode) ? { contents: { ...(was.contents as Record<string, FileNode>) } } : undefined);
    FS.nameTable = [...nameTable];
    FS.streams = streams.map(
      (each) => each && Object.assign(each.stream, each.was, { shared: Object.assign(each.was.shared, each.shared) }),
    );
    FS.nextInode = nextInode;
    FS.currentPath = currentPath;
  };
}
