import type { Analysis } from '../../../src/analysis/analysis.ts';
import { analyze } from '../../../src/analysis/analyze.ts';
import { instrumentsFor } from '../../../src/analysis/instruments.ts';
import { defaultConfig } from '../../../src/config/config.ts';
import type { MysqlTarget } from '../../../src/engine/engine.ts';
import type { Migration } from '../../../src/migration/migration.ts';
import type { Plan } from '../../../src/plan/stage.ts';
import type { MysqlServer } from '../../truth/mysql/record.ts';
import type { MysqlCase } from './cases.ts';

export const path = 'migrations/0010_change.sql';

export function targetOf(server: MysqlServer): MysqlTarget {
  const [engine, version] = server.split('@') as [MysqlTarget['engine'], string];
  return { engine, version };
}

export async function analyzeCase(server: MysqlServer, { history, change }: MysqlCase): Promise<Analysis> {
  const config = { ...defaultConfig, target: targetOf(server) };
  const { reader, instruments } = await instrumentsFor(config);
  const migration = (path: string, text: string): Migration => ({ path, text, direction: 'up', transaction: 'unknown' });
  return analyze(
    { history: [migration('migrations/0001_history.sql', history)], units: [{ migrations: [migration(path, change)] }] },
    config,
    reader,
    {},
    instruments,
  );
}

/** The unit's files as the plan leaves them, in the order in which they run. */
export function filesOf(plan: Plan, change: string): readonly { readonly path: string; readonly text: string }[] {
  const all = plan.stages.flatMap((stage) => stage.files.map((file, i) => ({ path: file.path ?? `${stage.name}-${i}`, text: file.text })));
  const own = all.find((each) => each.path === path) ?? { path, text: change };
  return [own, ...all.filter((each) => each !== own)];
}
