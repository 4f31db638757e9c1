import type { ProofDatabase } from './database.ts';
import { fill } from './fill.ts';
import { fittingFill } from './fitting.ts';
import { type Ground, groundHere } from './ground.ts';
import type { Preferred } from './insert-row.ts';
import { type Meanwhile, meanwhileOf } from './meanwhile.ts';
import { emptyAll, rowsOf } from './rows.ts';
import { type Original, runOriginal, type Written } from './run-original.ts';
import { inRolledBack, type Refusal } from './run-script.ts';
import { shapesIn, withoutNulls } from './shape.ts';

export interface OriginalRequest extends Written {
  /** Tables into which the old code writes meanwhile. */
  readonly written: ReadonlySet<string>;
  /** Points of the plan at which the old code still runs. */
  readonly points: number;
}

interface Filling {
  readonly nulls: boolean;
  readonly preferred?: Preferred;
}

/**
 * Runs the author's SQL on rows, or without any where no rows are known that it takes. What it enforces has to hold for the rows that are there: if it does not for
 * those that the tables take before it, then there are none without a value; and then such as the tables take behind it.
 */
export async function originalOf(database: ProofDatabase, history: Ground, request: OriginalRequest): Promise<Original | Refusal> {
  const { tables, shapes } = request;
  const lay = async (filling: Filling): Promise<number> => {
    await history.restore();
    const { rows } = await fill(database, tables, { ...filling, shapes });
    return [...rows.values()].reduce((sum, { size }) => sum + size, 0);
  };
  const onRows = async (filling: Filling): Promise<Original | Refusal> => {
    const replan = (preferred: Preferred): Promise<Meanwhile> => writesOn(database, request, filling.nulls, preferred);
    const filled = await lay(filling);
    const ground = await groundHere(database, async () => void (await lay(filling)));
    const planned = await replan(() => undefined);
    const found = await runOriginal(database, request, { ground, filled, planned, replan });
    if ('reason' in found) await ground.forget();
    return found;
  };
  for (const nulls of [true, false]) {
    const found = await onRows({ nulls });
    if (!('reason' in found && isOfRows(found.code))) return found;
  }
  const withRows = async (): Promise<void> => void (await lay({ nulls: false }));
  await withRows();
  const ground = await groundHere(database, withRows);
  const bare = await runOriginal(database, request, { ground });
  const found =
    'reason' in bare ? bare : await onRows({ nulls: true, preferred: await fittingFill(database, shapesIn(shapes, tables), bare.later) });
  if (!('reason' in bare) && 'reason' in found) return bare;
  await ground.forget();
  return found;
}

/** The same without rows. */
export async function emptied(database: ProofDatabase, { ground }: Original): Promise<Ground> {
  const lay = async (): Promise<void> => {
    await ground.restore();
    await emptyAll(database, await rowsOf(database));
  };
  await lay();
  return groundHere(database, lay);
}

/** Whether a SQLSTATE is about the rows that are there: data exceptions, and violated constraints. */
export function isOfRows(code: string): boolean {
  return /^2[23]/.test(code);
}

function writesOn(
  database: ProofDatabase,
  { tables, shapes: all, written, points }: OriginalRequest,
  nulls: boolean,
  preferred: Preferred,
): Promise<Meanwhile> {
  const shapes = shapesIn(all, tables).filter((shape) => written.has(shape.table));
  return inRolledBack(database, () => meanwhileOf(database, nulls ? shapes : shapes.map(withoutNulls), points, preferred));
}
