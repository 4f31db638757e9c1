import type { Analysis } from '../analysis/analysis.ts';
import { prose } from './markdown-escape.ts';

/** More directories than anybody looks through under a review. */
const mostShown = 10;

/**
 * Which tool runs the migrations of each directory, and by what it was recognised: `db/migrations: goose, recognised by …`. None where no tool is known. The
 * text is untrusted, for paths are in it.
 */
export function toolSentences({ files }: Analysis): readonly string[] {
  const sentences = files.flatMap(({ tool }) =>
    tool === undefined || tool.id === 'plain'
      ? []
      : [`${tool.directory === '' ? '.' : tool.directory}: ${tool.title}, recognised by ${tool.reason}`],
  );
  return [...new Set(sentences)];
}

/** The same in small print, as Markdown; empty where no tool is known. */
export function toolList(analysis: Analysis): string {
  const all = toolSentences(analysis);
  const more = all.length > mostShown ? [`and ${all.length - mostShown} more directories`] : [];
  return [...all.slice(0, mostShown).map(prose), ...more].map((each) => `<sub>${each}</sub>`).join('<br>\n');
}
