/** Minutes that a run may take where the input says nothing. */
export const usualMinutes = 10;
/** What GitHub gives a job. */
const mostMinutes = 360;

/** The input `time-limit` in minutes; undefined where it is no number of them. */
export function readTimeLimit(text: string): number | undefined {
  const minutes = text === '' ? usualMinutes : Number(text);
  return minutes > 0 && minutes <= mostMinutes ? minutes : undefined;
}
