import { placeOf } from '../convention/plain.ts';
import { sourceOf } from '../migration/migration.ts';
import type { FurtherFiles } from './further-files.ts';
import type { Plan, Stage } from './stage.ts';
import type { Tool } from './tool.ts';
import type { PlannableFile, PlannableUnit } from './unit.ts';

/** The tool's own list, with what is new at its end, and its sums. */
export function listOf({ tool: { convention }, files }: PlannableUnit, { keys }: FurtherFiles): Pick<Plan, 'list' | 'sums'> {
  const { list, sums } = convention.writing;
  const last = files.at(-1)?.migration.path;
  if (last === undefined) return {};
  const { series } = placeOf(last);
  const path = keys.length === 0 ? undefined : list?.path(series, last);
  return {
    ...(path !== undefined && { list: { path, tool: convention.id, keys } }),
    ...(sums && { sums: { path: sums.path(series), tool: convention.id, byHand: sums.byHand } }),
  };
}

/** What is left to do that no file can. @param has whether the plan has files of its own, and whether the tool's list has to name them */
export function nextOf(
  { convention, programs, sql }: Tool,
  authors: readonly PlannableFile[],
  stages: readonly Stage[],
  has: { readonly further: boolean; readonly listed: boolean },
): Pick<Plan, 'next'> {
  const { down, list } = convention.writing;
  const texts = stages.flatMap(({ files }) => files.map(({ text }) => text));
  const next = [...(has.listed && list ? [list.next] : []), ...(convention.writing.next ?? [])].flatMap((each) => {
    if (typeof each === 'string') return [each];
    return texts.some((text) => each.where.test(text)) ? [each.text] : [];
  });
  const hasWayBack = ({ migration }: PlannableFile): boolean => {
    const { path, text } = migration;
    if (down?.in === 'file') return down.path(path) !== undefined;
    const back = programs?.read(sourceOf(migration), path, 'down');
    if (back !== undefined && 'queries' in back) return back.queries.length > 0;
    return convention.parts?.(text, sql)?.down.some(({ start, end }) => text.slice(start, end).trim() !== '') ?? false;
  };
  const moved =
    has.further && down !== undefined && authors.some(hasWayBack)
      ? ['The way back of what has moved stands with it now: take it out of the way back that was there.']
      : [];
  return next.length + moved.length === 0 ? {} : { next: [...moved, ...next] };
}
