import { describe, expect, test } from 'vitest';
import type { TransactionMode } from '../../src/migration/migration.ts';
import { rules } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { findingsOf } from './judge.ts';
import { type Block, readPage } from './page.ts';

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const { blocks } = readPage(id);
  test.each(blocks.map((block) => [`${block.heading}, line ${block.line}`, block] as const))('%s', (_, block) => {
    const engine = engineOf(rule, block);
    const transaction = block.settings.get('transaction') as TransactionMode | undefined;
    const found = findingsOf(block.sql, {
      history: block.history,
      edited: block.settings.has('edited'),
      engine,
      ...(block.declared !== undefined && { declared: block.declared }),
      ...(transaction !== undefined && { transaction }),
    });
    const own = found.filter((finding) => finding.rule === id).map((finding) => finding.line);
    expect(own).toEqual(block.flagged.filter((each) => each.rule === id).map((each) => each.line));
    if (id !== 'unreadable-statement') expect(found.filter((finding) => finding.rule === 'unreadable-statement')).toEqual([]);
  });
});

/** Whose SQL a block is: as it says, else of the first engine that the rule judges. */
function engineOf({ engines }: Rule, { settings }: Block): string {
  return settings.get('engine') ?? (engines[0] as string);
}

test('a message is one line of plain text that ends in a full stop, and so is the advice', () => {
  const findings = rules.flatMap((rule) =>
    readPage(rule.id).blocks.flatMap((block) => findingsOf(block.sql, { history: block.history, engine: engineOf(rule, block) })),
  );
  expect(findings.length).toBeGreaterThan(100);
  for (const { rule, message, advice } of findings) {
    // Its message is the parser's own.
    if (rule === 'unreadable-statement') continue;
    expect(message).toMatch(/^[^\n\r]+[.?]$/);
    expect(advice).toMatch(/^[^\n\r]+[.?]$/);
    expect(message).not.toContain('undefined');
  }
});
