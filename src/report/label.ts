import type { Span } from '../text/span.ts';
import { excerpt } from './comment.ts';

/** A statement on one line, as far as it fits. */
export function labelOf(text: string, { start, end }: Span, most: number): string {
  // Far more than fits: a statement may have megabytes.
  return excerpt(text.slice(start, Math.min(end, start + 10 * most)).replace(/\s+/g, ' '), most);
}
