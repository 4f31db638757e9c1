import { expect, test } from 'vitest';
import type { Plan, Stage } from '../../src/plan/stage.ts';
import { diagramOf } from '../../src/report/diagram.ts';

const stage = (name: Stage['name'], boundary: Stage['boundary'], ...paths: readonly string[]): Stage => ({
  name,
  boundary,
  files: paths.map((path) => ({ path, steps: [], text: '' })) as unknown as Stage['files'],
});
const planOf = (...stages: readonly Stage[]): Plan => ({ id: 'abc', files: [], stages, questions: [], edits: [], unplanned: [] });

test('a box a stage, an arrow a boundary, a frame a deploy', () => {
  const plan = planOf(
    stage('expand', 'none', 'db/m/1.sql', 'db/m/2.sql'),
    stage('backfill', 'transaction', 'db/m/3.sql'),
    stage('contract', 'deploy', 'db/m/4.sql'),
  );
  expect(diagramOf(plan).split('\n').slice(2, -1)).toEqual([
    'flowchart TB',
    '  subgraph d1["this deploy"]',
    '    direction LR',
    '    s1["<b>1 expand</b><br>1.sql<br>2.sql"]',
    '    s2["<b>2 backfill</b><br>3.sql"]',
    '  end',
    '  subgraph d2["next deploy"]',
    '    direction LR',
    '    s3["<b>3 contract</b><br>4.sql"]',
    '  end',
    '  s1 -->|"committed"| s2',
    '  d1 -->|"new code runs everywhere"| d2',
  ]);
});

test('a name means nothing to Mermaid, HTML or Markdown', () => {
  const drawn = diagramOf(planOf(stage('expand', 'none', 'db/"]; click s1 "javascript:x" <img src=x>\n```\n@org/team#1.sql')));
  const box = drawn.split('\n').find((line) => line.includes('s1['));
  expect(box).toMatch(/^ {4}s1\["<b>1 expand<\/b><br>[\w ./#;-]*"\]$/);
  expect(drawn.split('\n')).toHaveLength(8);
});

test('more files than a box holds are counted', () => {
  const paths = Array.from({ length: 9 }, (_, i) => `m/${i}.sql`);
  expect(diagramOf(planOf(stage('expand', 'none', ...paths)))).toContain('3.sql<br>4.sql<br>and 4 more"]');
});
