import { expect, test } from 'vitest';
import { renderReport } from '../../src/report/format.ts';
import { toolList } from '../../src/report/tools.ts';
import { analysisOf, fileWith } from './fixture.ts';
import { context, judged } from './formats/judged.ts';

const goose = '-- +goose Up\nCREATE TABLE t (id int);\n';

test('each report says once a directory which tool runs it, and why', async () => {
  const analysis = await judged({ 'a/m/1_a.sql': goose, 'a/m/2_b.sql': goose, 'b/1_a.sql': 'SELECT 1;\n' });
  for (const format of ['text', 'markdown', 'html'] as const) {
    const text = (await renderReport(format, analysis, context)).replace(/<\/?code>/g, '`');
    expect(text.match(/a\/m: goose, recognised by `-- \+goose Up` in its files/g)).toHaveLength(1);
    // Where no tool is known there is nothing to say.
    expect(text.match(/recognised by/g)).toHaveLength(1);
  }
});

test('under a review they are few, in small print, and inert', () => {
  const files = Array.from({ length: 12 }, (_, i) => ({
    ...fileWith(`d${i}/1.sql`, 'SELECT 1;', []),
    tool: { id: 'flyway', title: 'Flyway', reason: 'x</sub><img src=x>/flyway.conf @team', directory: `d${i}` },
  }));
  const lines = toolList(analysisOf(files)).split('<br>\n');
  expect(lines).toHaveLength(11);
  expect(lines[0]).toBe('<sub>d0: Flyway, recognised by x&lt;/sub&gt;&lt;img src=x&gt;/flyway.conf @<!-- -->team</sub>');
  expect(lines[10]).toBe('<sub>and 2 more directories</sub>');
});
