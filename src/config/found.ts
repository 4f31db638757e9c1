/** The version of a database server that a repository runs somewhere: in a compose file or a workflow, as the tag of its image. */
export interface FoundEngine {
  /** As the config names it: `postgres@16`. */
  readonly engine: string;
  readonly path: string;
  /** What runs it, as the file names that: `billing-db`. */
  readonly service: string;
}

/** Where images are named, besides workflows. */
export function namesImages(path: string): boolean {
  return /(?:^|\/)(?:docker-)?compose\.ya?ml$/.test(path);
}

const image =
  /^([ \t]*)(?:-[ \t]*)?image:[ \t]*['"]?(?:[\w.:-]+\/)*(postgres|postgis|pgvector|timescaledb|mysql|mariadb):(?:latest-)?(?:pg)?(\d+(?:\.\d+)?)/gm;

/** The engines that a file names. */
export function enginesIn(text: string, path: string): readonly FoundEngine[] {
  return [...text.matchAll(image)].map(({ index, 1: indent = '', 2: name = '', 3: version = '' }) => {
    const engine = name === 'mysql' || name === 'mariadb' ? name : 'postgres';
    const above = [...text.slice(0, index).matchAll(/^([ \t]*)([\w.-]+):[ \t]*$/gm)];
    const service = above.findLast(([, outer = '']) => outer.length < indent.length)?.[2] ?? '';
    return { engine: `${engine}@${engine === 'postgres' ? version.replace(/\..*/, '') : version}`, path, service };
  });
}

/** What runs a directory of migrations: one engine, or those among which nothing decides. */
export interface EngineChoice {
  readonly engine?: FoundEngine;
  readonly among: readonly FoundEngine[];
}

/**
 * The engine of a directory among those that were found: the files nearest above it count, and where they name several, the services that share a word with its path
 * (`billing-db` runs `services/billing/migrations`).
 * @param dialect whose SQL its migrations are; MySQL's may be MariaDB's
 */
export function engineFor(directory: string, dialect: 'postgres' | 'mysql' | 'mariadb', found: readonly FoundEngine[]): EngineChoice {
  const isOfDialect = ({ engine }: FoundEngine): boolean =>
    engine.startsWith(`${dialect}@`) || (dialect === 'mysql' && engine.startsWith('mariadb@'));
  const above = found.filter((each) => isOfDialect(each) && `${directory}/`.startsWith(placeOf(each)));
  const nearest = Math.max(...above.map((each) => placeOf(each).length));
  const among = above.filter((each) => placeOf(each).length === nearest);
  const words = wordsOf(directory);
  const named = among.filter(({ service }) => [...wordsOf(service)].some((word) => words.has(word)));
  const [engine, ...others] = distinct(distinct(among).length > 1 ? named : among);
  return { ...(engine && others.length === 0 && { engine }), among };
}

/** The directory that a file speaks for: its own; of hidden ones (`.github/workflows`) the one around them. */
function placeOf({ path }: FoundEngine): string {
  return path.replace(/(?:(?:^|(?<=\/))\.[^/]+\/.*|[^/]*)$/, '');
}

function distinct(found: readonly FoundEngine[]): readonly FoundEngine[] {
  return found.filter((each, i) => found.findIndex(({ engine }) => engine === each.engine) === i);
}

/** Words that tell one service from another. */
function wordsOf(name: string): ReadonlySet<string> {
  const words = name.toLowerCase().split(/[^a-z0-9]+/);
  return new Set(
    words.filter((word) => word.length > 2 && !/^(?:database|postgres(?:ql)?|mysql|mariadb|services?|apps?|src|migrations?)$/.test(word)),
  );
}
