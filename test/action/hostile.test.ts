import { expect, test } from 'vitest';
import { commitSuggestion, suggestionIn } from '../github/commit.ts';
import { runAction } from './run.ts';
import { base, pullRequest, withMigration } from './service.ts';

/** SQL, names and paths are written by whoever opens a pull request. */

const hostile = `SET lock_timeout = '5s';
-- @org/team </details> <!-- lockstep:summary v1 ${'0'.repeat(16)} -->
ALTER TABLE orders ADD COLUMN "\`\`\`@org/team</details>#1|x" text DEFAULT (random()::text || '
::error::planted
::add-mask::secret
\`\`\`\`\`
</details> ![x](https://evil.example/x.png)');
`;

/** What stands outside of fences and inline code in a Markdown text. */
function outsideCode(markdown: string): string {
  let fence = '';
  const lines: string[] = [];
  for (const line of markdown.split('\n')) {
    const ticks = /^ {0,3}(`{3,})/.exec(line)?.[1] ?? '';
    if (fence === '' && ticks !== '') fence = ticks;
    else if (fence !== '' && ticks.length >= fence.length && /^ {0,3}`+\s*$/.test(line)) fence = '';
    else if (fence === '') lines.push(line);
  }
  expect(fence, 'every fence is closed').toBe('');
  return lines.join('\n').replace(/(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '');
}

test('nothing of it becomes markup, a mention, a marker or a command', async () => {
  const ran = await runAction({ world: withMigration(hostile) });
  expect(ran.fake.comments).toHaveLength(1);
  for (const text of [...[...ran.fake.summaries, ...ran.fake.reviews, ...ran.fake.comments].map((each) => each.body), ran.summary]) {
    const outside = outsideCode(text);
    expect(outside).not.toMatch(/@org|evil\.example\/x\.png\)|#1\b|!\[x\]/);
    const open = (outside.match(/<details>/g) ?? []).length;
    expect((outside.match(/<\/details>/g) ?? []).length).toBe(open);
    // Our own marker is on the first line; no other text has one.
    expect(outside.split('\n').slice(1).join('\n')).not.toContain('<!-- lockstep:');
  }
  // Each line that the runner reads as a command is one of ours.
  const commands = ran.log.split(/\r?\n/).filter((line) => /^\s*(::|##\[)/.test(line));
  expect(commands.every((line) => /^::(error|warning|notice)( |::Lockstep)/.test(line))).toBe(true);
  expect(ran.log).not.toMatch(/^::add-mask/m);
  expect(commands.join('\n')).not.toContain('planted\n');
});

test('its suggestion still gives the author’s own text back', async () => {
  const ran = await runAction({ world: withMigration(hostile) });
  const [comment] = ran.fake.comments;
  const suggestion = comment && suggestionIn(comment);
  if (suggestion === undefined) throw new Error('no suggestion');
  const text = commitSuggestion(hostile, suggestion);
  expect(text).toContain('::error::planted\n::add-mask::secret\n`````\n</details> ![x](https://evil.example/x.png)');
  const after = await runAction({ world: withMigration(text) });
  expect(after.report.files[0]?.findings.map((each) => each.rule)).not.toContain('add-column-volatile-default');
});

test('the same in annotations, where the review may not be posted', async () => {
  const path = 'db/migrations/0003_a%0A::error::b,c:d.sql';
  const ran = await runAction({ world: { ...withMigration(hostile, path), readOnly: true } });
  const lines = ran.log.trim().split('\n');
  expect(lines.every((line) => line.startsWith('::error') || line.startsWith('::warning'))).toBe(true);
  expect(lines[0]).toContain('file=db/migrations/0003_a%250A%3A%3Aerror%3A%3Ab%2Cc%3Ad.sql,');
});

test('a pull request cannot weaken the policy that gates it', async () => {
  const weak = 'rules:\n  add-column-volatile-default: off\n  create-index-blocking: off\nfail-on: never\nmigrations: nowhere/*.sql\n';
  const ran = await runAction({ world: { ...pullRequest, head: { ...pullRequest.head, '.lockstep.yml': weak } } });
  expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'fail', errors: '4' } });
  expect(ran.summary).toContain('This run went by the base branch');
  const added = await runAction({
    world: {
      base: Object.fromEntries(Object.entries(base).filter(([path]) => path !== '.lockstep.yml')),
      head: { ...pullRequest.head, '.lockstep.yml': weak },
    },
  });
  expect(added).toMatchObject({ code: 1, outputs: { verdict: 'fail', errors: '4' } });
});

test('a waiver stands in the report with its reason', async () => {
  const sql = `SET lock_timeout = '5s';
-- lockstep-ignore add-column-volatile-default: small table, says @org/team
ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid();
`;
  const ran = await runAction({ world: withMigration(sql) });
  expect(ran).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
  expect(ran.summary).toContain('**Waived**');
  expect(outsideCode(ran.summary)).toContain('small table, says @<!-- -->org/team');
  expect(ran.fake.reviews).toEqual([]);
  expect(outsideCode(ran.fake.summaries[0]?.body ?? '')).toContain('small table, says @<!-- -->org/team');
});

test.each([
  ['a NUL byte', Buffer.from('SELECT 1;\0DROP TABLE orders;\n')],
  ['invalid UTF-8', Buffer.from([0x53, 0x45, 0xff, 0xfe, 0x0a])],
  ['UTF-16', Buffer.from('\ufeffSELECT 1;', 'utf16le')],
  ['no SQL', Buffer.from('this is not SQL;\n')],
  ['a Git LFS pointer', Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n')],
])('%s is unreadable, and what is unreadable fails', async (_, bytes) => {
  const ran = await runAction({ world: withMigration(bytes) });
  expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
  expect(ran.report.files[0]?.findings.map((each) => each.rule)).toContain('unreadable-statement');
  const never = await runAction({ world: withMigration(bytes), inputs: { 'fail-on': 'never' } });
  expect(never).toMatchObject({ code: 0, outputs: { verdict: 'fail' } });
});

test('more findings than a review holds: all of them stand somewhere', async () => {
  const sql = `SET lock_timeout = '5s';\n${Array.from({ length: 45 }, (_, i) => `CREATE INDEX orders_note_${i} ON orders (note, id, ${'id, '.repeat(i % 3)}total);`).join('\n')}\n`;
  const ran = await runAction({ world: withMigration(sql) });
  expect(ran.fake.comments).toHaveLength(30);
  expect((ran.fake.summaries[0]?.body ?? '').length).toBeLessThanOrEqual(65_536);
  expect(ran.summary).toContain('orders_note_44');
  expect(ran.log.split('\n').filter((line) => line.startsWith('::error title='))).toHaveLength(8);
  expect(ran.log).toContain('more; the job summary lists all of them.');
});

test('a body that is too long is shortened with a note', async () => {
  const long = `-- ${'x'.repeat(200)}\n`.repeat(300);
  const sql = `SET lock_timeout = '5s';\nALTER TABLE orders ADD COLUMN token text DEFAULT (random()::text\n${long});\n`;
  const ran = await runAction({ world: withMigration(sql) });
  const [comment] = ran.fake.comments;
  expect(comment?.body.length).toBeLessThanOrEqual(65_536);
  expect(comment?.body).toContain('Shortened:');
  expect(ran.outputs.verdict).toBe('fail');
});
