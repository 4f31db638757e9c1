/** `….up.sql` → `….down.sql`, `up.sql` → `down.sql`; undefined where the name has no direction. */
export function downPath(up: string): string | undefined {
  return /(?:^|[./_-])up\.sql$/i.test(up)
    ? up.replace(/up(\.sql)$/i, (whole, end: string) => (whole.startsWith('UP') ? `DOWN${end}` : `down${end}`))
    : undefined;
}
