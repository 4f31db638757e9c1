/** A path with forward slashes, cut at its last one. */
export function splitPath(path: string): { readonly directory: string; readonly name: string } {
  const slash = path.lastIndexOf('/');
  return { directory: path.slice(0, Math.max(slash, 0)), name: path.slice(slash + 1) };
}

/** A path in `directory`, which is empty for the working directory. */
export function joinPath(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}

export function withoutExtension(name: string): string {
  return name.replace(/\.(?:sql|[cm]?[jt]s)$/i, '');
}
