/** The versions of a database server that a repository runs somewhere: in a compose file or a workflow, as the tag of its image. */
export interface FoundEngine {
  /** As the config names it: `postgres@16`. */
  readonly engine: string;
  readonly path: string;
}

/** Where images are named. */
export const imageFiles: readonly string[] = [
  'compose.yaml',
  'compose.yml',
  'docker-compose.yml',
  'docker-compose.yaml',
  '.devcontainer/docker-compose.yml',
];

const image =
  /^[ \t]*(?:-[ \t]*)?image:[ \t]*['"]?(?:[\w.:-]+\/)*(postgres|postgis|pgvector|timescaledb|mysql|mariadb):(?:latest-)?(?:pg)?(\d+(?:\.\d+)?)/gm;

/** The engines that a file names. */
export function enginesIn(text: string, path: string): readonly FoundEngine[] {
  return [...text.matchAll(image)].map(([, name = '', version = '']) => {
    const engine = name === 'mysql' || name === 'mariadb' ? name : 'postgres';
    return { engine: `${engine}@${engine === 'postgres' ? version.replace(/\..*/, '') : version}`, path };
  });
}
