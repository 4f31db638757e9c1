import { lockstep, type Mapping, pgfence, squawk } from './mapping.ts';

/** The whole mapping, for docs/accuracy.md. */
export function mappingTables(): string {
  const tools: Readonly<Record<string, Mapping>> = { Lockstep: lockstep, squawk, pgfence };
  return Object.entries(tools)
    .flatMap(([name, mapping]) => [
      `<details><summary>${name}: ${Object.keys(mapping).length} rules</summary>`,
      '',
      '| rule | alarm | because |',
      '|---|---|---|',
      ...Object.entries(mapping).map(([rule, { alarm, because }]) => `| ${rule} | ${alarm ? 'yes' : 'no'} | ${because} |`),
      '',
      '</details>',
      '',
    ])
    .join('\n');
}
