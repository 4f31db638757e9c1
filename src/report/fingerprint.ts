import { createHash } from 'node:crypto';

/**
 * What a review and its comments are known by later: hidden on their first line. A marker counts only there, and only in a text
 * that we wrote ourselves; untrusted text cannot hold one outside a fence (see markdown-escape.ts), but anybody can write a comment.
 */
export type Marker =
  | { readonly kind: 'comment'; readonly fingerprint: string }
  | { readonly kind: 'review'; readonly head: string; readonly content: string };

export function markerLine(marker: Marker): string {
  const values = marker.kind === 'comment' ? marker.fingerprint : `${marker.head} ${marker.content}`;
  return `<!-- lockstep:${marker.kind} v1 ${values} -->`;
}

/** The marker on the first line of a posted text. */
export function readMarker(body: string): Marker | undefined {
  const match =
    /^<!-- lockstep:(?:(?<comment>comment) v1 (?<fingerprint>[0-9a-f]{16})|review v1 (?<head>[0-9a-f]{40,64}) (?<content>[0-9a-f]{16})) -->\r?(?:\n|$)/.exec(
      body,
    );
  const { comment, fingerprint = '', head = '', content = '' } = match?.groups ?? {};
  if (match === null) return undefined;
  return comment === undefined ? { kind: 'review', head, content } : { kind: 'comment', fingerprint };
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
