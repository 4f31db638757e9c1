import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runAction } from './run.ts';
import { withMigration } from './service.ts';

const world = withMigration("SET lock_timeout = '5s';\nCREATE INDEX orders_note ON orders (note);\n");

function temporary(): string {
  const directory = mkdtempSync(join(tmpdir(), 'lockstep-output-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return directory;
}

test('further reports, with the pages of the rules at the version that runs', async () => {
  const directory = temporary();
  const output = ['sarif', 'gitlab', 'html', 'junit', 'text'].map((format) => `${format}=${directory}/${format}`).join('\n');
  const ran = await runAction({ world, inputs: { output } });
  expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
  const read = (format: string): string => readFileSync(join(directory, format), 'utf8');
  const [{ tool, results }] = JSON.parse(read('sarif')).runs;
  expect(tool.driver.rules[0]).toMatchObject({
    id: 'create-index-blocking',
    helpUri: 'https://github.com/lockstep-migrations/lockstep/blob/v1/docs/rules/create-index-blocking.md',
    help: { markdown: expect.stringContaining('# create-index-blocking') },
  });
  expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toMatch(/^db\/migrations\//);
  expect(JSON.parse(read('gitlab'))).toHaveLength(1);
  expect(read('html')).toContain('<h1>Lockstep: fail</h1>');
  expect(read('junit')).toContain('failures="1"');
  expect(read('text')).toContain('error create-index-blocking');
});

test('what cannot be written is said, and the run fails', async () => {
  const said = async (output: string): Promise<string> => {
    const ran = await runAction({ world, inputs: { output } });
    expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'error' } });
    return ran.log;
  };
  expect(await said('lockstep.sarif')).toContain('output must name formats and files, as in sarif=lockstep.sarif, not `lockstep.sarif`');
  expect(await said('sarf=x')).toContain('output takes text, json, sarif');
  expect(await said(`html=${temporary()}/nowhere/x.html`)).toContain('cannot be written (ENOENT)');
});
