import { describe, expect, test } from 'vitest';
import { mysqlServers } from '../../truth/mysql/record.ts';
import { page } from '../harness.ts';
import { mysqlCases } from './cases.ts';
import { analyzeCase } from './harness.ts';
import { digestOf, readPlanRecord } from './record.ts';
import { commandIn, readToolsRecord } from './tools.ts';

describe.each(mysqlServers)('%s', async (server) => {
  const cases = mysqlCases.filter(({ engine }) => engine === undefined || server.startsWith(engine));
  const analyzed = await Promise.all(cases.map(async (each) => ({ each, analysis: await analyzeCase(server, each) })));

  test('the plans are as they are written down', async () => {
    const pages = analyzed.map(({ each, analysis }) => `# ${each.name}\n\n\`\`\`sql\n${each.change.trim()}\n\`\`\`\n\n${page(analysis)}`);
    await expect(pages.join('\n')).toMatchFileSnapshot(`./plans/${server.replace('@', '-')}.md`);
  });

  test('every plan holds', () => {
    expect(analyzed.flatMap(({ analysis }) => analysis.notices.map(({ message }) => message))).toEqual([]);
  });

  // Another text has to be run again: `npm run plan:proof -- --engine mysql@9.7`, and so on.
  test('every plan is the one that was run on the server', () => {
    const record = readPlanRecord(server).cases;
    const digests = analyzed.flatMap(({ each, analysis }) => {
      const digest = digestOf(analysis, each);
      return digest === undefined ? [] : [[each.name, digest] as const];
    });
    expect(Object.fromEntries(digests)).toEqual(Object.fromEntries(Object.entries(record).map(([name, { plan }]) => [name, plan])));
  });

  // Others have to be run again: `npm run plan:tools -- mysql@9.7`, and so on.
  test('the commands for tools that copy a table are those that were run', () => {
    const ran = readToolsRecord(server)?.cases ?? {};
    const commands = analyzed.flatMap(({ each, analysis }) => {
      const command = commandIn(analysis);
      return command === undefined ? [] : [[each.name, command.line] as const];
    });
    expect(Object.fromEntries(commands)).toEqual(ran);
  });

  test('every ALTER TABLE that a plan writes states its algorithm', () => {
    const bare = analyzed.flatMap(({ analysis }) =>
      analysis.plans.flatMap((plan) =>
        plan.stages
          .flatMap((stage) => stage.files.flatMap((file) => file.steps))
          .filter((step) => !step.authors)
          .flatMap((step) =>
            step.sql.split('\n').filter((line) => /^(?:ALTER TABLE|CREATE (?:UNIQUE )?INDEX)/.test(line) && !/ALGORITHM=/.test(line)),
          ),
      ),
    );
    expect(bare).toEqual([]);
  });
});
