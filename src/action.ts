import { isMainThread, parentPort } from 'node:worker_threads';
import { supervise } from './action/supervise.ts';

// One file is both: the thread that waits loads nothing of what the other one needs.
if (isMainThread) await supervise(new URL(import.meta.url));
else {
  const { runAction } = await import('./action/run.ts');
  await runAction();
  parentPort?.postMessage({ exitCode: Number(process.exitCode ?? 0) });
}
