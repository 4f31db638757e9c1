import { isDown, isMigrationFile, placeOf, upTwins } from '../convention/plain.ts';

/**
 * Tells the files that undo a migration, which are neither judged nor replayed. What a name says is believed of files that were there before. A file
 * under review is believed where its series has such names already, has nothing yet, or the migration that it undoes stands beside it: else
 * any migration would go unseen under the name `….down.sql`, which a tool that knows no directions runs like any other.
 */
export function undoing(review: readonly string[], siblings: readonly string[]): (path: string) => boolean {
  const listed = new Set([...review, ...siblings]);
  const reviewed = new Set(review);
  const hasDownName = (path: string): boolean => isDown(path, (each) => listed.has(each));
  const past = siblings.filter((path) => isMigrationFile(path) && !reviewed.has(path));
  const series = new Set(past.map((path) => placeOf(path).series));
  const withUndo = new Set(past.filter(hasDownName).map((path) => placeOf(path).series));
  return (path) => {
    if (!hasDownName(path)) return false;
    if (!reviewed.has(path)) return true;
    const own = placeOf(path).series;
    return withUndo.has(own) || !series.has(own) || upTwins(path).some((twin) => listed.has(twin));
  };
}
