import { bodyLimit } from './comment.ts';
import { markerLine } from './fingerprint.ts';
import { details } from './markdown-escape.ts';

/** Why a comment is true no more. */
export type GoneBecause =
  /** Nothing unsafe is found there. */
  | 'not-found'
  /** It is still found; the comment stands elsewhere in the diff now. */
  | 'moved'
  /** It is still found; the diff does not show its lines, so the summary comment has it. */
  | 'not-in-diff';

const words: Readonly<Record<GoneBecause, string>> = {
  'not-found': '**Not found any more**',
  moved: '**Moved**: it stands on other lines of the diff',
  'not-in-diff': '**Moved** to the summary comment: the diff does not show these lines',
};

/**
 * What a comment becomes when it is true no more: it says so, and keeps what it said for those who answered it. The suggestion is
 * none to click on any more.
 * @param said the comment as it stands, marker and all
 * @param head the commit of which that is known
 */
export function goneText(owner: string, fingerprint: string, because: GoneBecause, head: string, said: string): string {
  const text = `${markerLine({ kind: 'gone', owner, fingerprint })}\n\n${words[because]} as of ${head}.\n`;
  const earlier = said
    .replace(/\r\n/g, '\n')
    .replace(/^<!--.*-->\n+/, '')
    .replace(/^(`{3,})suggestion$/gm, '$1sql')
    .trim();
  const whole = `${text}\n${details('What it said', earlier)}\n`;
  return whole.length <= bodyLimit ? whole : text;
}
