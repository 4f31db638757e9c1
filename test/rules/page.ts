import { readFileSync } from 'node:fs';

/** One SQL block of a rule's page. */
export interface Block {
  readonly heading: string;
  /** Where the block's first line stands in the page. */
  readonly line: number;
  readonly sql: string;
  /** Words behind `sql` on the fence: `engine=postgres@18`, `transaction=wrapped`, `edited`. */
  readonly settings: ReadonlyMap<string, string>;
  /** The blocks tagged `history` right before it, which have been applied. */
  readonly history: readonly string[];
  /** The Prisma schema right before it, which the repository declares. */
  readonly declared?: string;
  /** Lines of the block (from 1) that a rule has to flag, by the rule. */
  readonly flagged: readonly { readonly line: number; readonly rule: string }[];
}

export interface Page {
  readonly text: string;
  /** The lines above the first `##` heading that are not empty. */
  readonly head: readonly string[];
  readonly headings: readonly string[];
  /** Without the history blocks. */
  readonly blocks: readonly Block[];
}

/**
 * Reads `docs/rules/<id>.md`. A line that must be flagged ends in `-- flags: <rule>`; a line that cannot hold another comment is announced by a line
 * `-- flags below: <rule>` above it.
 */
export function readPage(id: string): Page {
  const text = readFileSync(new URL(`../../docs/rules/${id}.md`, import.meta.url), 'utf8');
  const lines = text.split('\n');
  const headings: string[] = [];
  const head: string[] = [];
  const blocks: Block[] = [];
  let history: string[] = [];
  let declared: string | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    const heading = /^## (.*)$/.exec(line)?.[1];
    if (heading !== undefined) headings.push(heading);
    else if (headings.length === 0 && line !== '') head.push(line);
    if (line === '```prisma') {
      const end = lines.indexOf('```', at);
      declared = lines.slice(at + 1, end).join('\n');
      at = end;
      continue;
    }
    const fence = /^```sql ?(.*)$/.exec(line)?.[1];
    if (fence === undefined) continue;
    const end = lines.indexOf('```', at);
    const body = lines.slice(at + 1, end);
    const settings = new Map(fence.split(' ').map((word) => [word.split('=')[0] as string, word.split('=')[1] ?? '']));
    if (settings.has('history')) history.push(body.join('\n'));
    else {
      const flagged = body.flatMap((each, index) => {
        const own = /-- flags: ([a-z-]+)$/.exec(each)?.[1];
        const below = /^-- flags below: ([a-z-]+)$/.exec(each)?.[1];
        const rule = own ?? below;
        return rule === undefined ? [] : [{ line: index + (own ? 1 : 2), rule }];
      });
      const sql = body.join('\n');
      blocks.push({ heading: headings.at(-1) ?? '', line: at + 2, sql, settings, history, flagged, ...(declared && { declared }) });
      history = [];
      declared = undefined;
    }
    at = end;
  }
  return { text, head, headings, blocks };
}
