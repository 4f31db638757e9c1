import { createHash } from 'node:crypto';

/**
 * What the texts of a review are known by later: hidden on their first line. A marker counts only there, and only in a text that we
 * wrote ourselves; untrusted text cannot hold one outside a fence (see markdown-escape.ts), but anybody can write a comment.
 *
 * `owner` tells the reviews of several uses of the action on one pull request apart.
 */
export type Marker =
  | { readonly kind: 'summary'; readonly owner: string }
  /** `gone`: kept for those who answered it, and no longer true. */
  | { readonly kind: 'comment' | 'gone'; readonly owner: string; readonly fingerprint: string };

export function markerLine(marker: Marker): string {
  const values = marker.kind === 'summary' ? marker.owner : `${marker.owner} ${marker.fingerprint}`;
  return `<!-- lockstep:${marker.kind} v1 ${values} -->`;
}

/** The marker on the first line of a posted text. */
export function readMarker(body: string): Marker | undefined {
  const match = /^<!-- lockstep:(summary|comment|gone) v1 ([0-9a-f]{16})(?: ([0-9a-f]{16}))? -->\r?(?:\n|$)/.exec(body);
  const [, kind, owner = '', fingerprint] = match ?? [];
  if (kind === 'summary') return fingerprint === undefined ? { kind, owner } : undefined;
  if (kind === 'comment' || kind === 'gone') return fingerprint === undefined ? undefined : { kind, owner, fingerprint };
  return undefined;
}

/** Sixteen hexadecimal digits of SHA-256. */
export function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/**
 * Stays the same when lines move: made of the path, the rules and the statements' text with its white space evened out.
 * `ordinal` tells equal statements of one file apart.
 */
export function fingerprintOf(path: string, rules: readonly string[], statements: readonly string[], ordinal: number): string {
  const text = statements.map((each) => each.replace(/\s+/g, ' ').trim());
  return digest(path, ...[...rules].sort(), '', ...text, String(ordinal));
}
