import { setTimeout as wait } from 'node:timers/promises';
import type { Session } from './client.ts';
import type { Ground } from './field.ts';

/** The stages of an ALTER TABLE that tell what it does, in the words of both servers. */
const copying = 'stage/sql/copy to tmp table';
const altering = 'stage/sql/altering table';

export interface Stages {
  /** Whether the rows have gone through the server into a new table. */
  hasCopied(): Promise<boolean>;
  /** Whether the work is done that is done before a statement ends. */
  hasWorked(): Promise<boolean>;
}

/** What a session's next statement comes to. */
export async function stagesOf({ observer }: Ground, session: Session): Promise<Stages> {
  const events = (which: string, since: number): string => `
    select event_id, event_name from performance_schema.events_stages_${which} join performance_schema.threads using (thread_id)
    where processlist_id = ${session.id} and event_id > ${since}`;
  const earlier = await observer.rows(events('history', 0));
  const last = Math.max(0, ...earlier.map(([id]) => Number(id)));
  const isShown = async (stages: readonly string[]): Promise<boolean> => {
    const seen = await observer.rows(`${events('history', last)} union all ${events('current', last)}`);
    return seen.some(([, name]) => stages.includes(String(name)));
  };
  // An event that is being written is not shown.
  const hasBeen = async (stages: readonly string[]): Promise<boolean> =>
    (await isShown(stages)) || (await wait(5).then(() => isShown(stages)));
  return { hasCopied: () => hasBeen([copying]), hasWorked: () => hasBeen([copying, altering]) };
}
