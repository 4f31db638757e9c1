import "./chunks/rolldown-runtime.js";
import { endOf, resourceLimits, terminate } from "./chunks/cli-thread.js";
import { readTimeLimit } from "./chunks/github-time-limit.js";
const { Worker, isMainThread, parentPort } = process.getBuiltinModule("node:worker_threads");

// src/action/supervise.ts
/**
* Runs the action in a thread and sees to it that there is an end: whatever does not end with a verdict of its own fails with the reason.
* Until something fails this thread loads nothing: the run waits for it to start.
* @param entry the module that the thread starts with
*/
async function supervise(entry) {
	const worker = new Worker(entry, { resourceLimits });
	const minutes = readTimeLimit(process.env["INPUT_TIME-LIMIT"] ?? "") ?? 10;
	const tooLong = `it took longer than ${minutes} ${minutes === 1 ? "minute" : "minutes"} (\`time-limit\`)`;
	const end = await endOf(worker, minutes, tooLong, "split the pull request, or leave out the proof");
	if (typeof end === "object" && "exitCode" in end) {
		process.exitCode = end.exitCode;
		return;
	}
	const { fail } = await import("./chunks/action-fail-entry.js");
	await terminate(worker);
	await fail(end);
	process.exit(1);
}

// src/action.ts
if (isMainThread) await supervise(new URL(import.meta.url));
else {
	const { runAction } = await import("./chunks/action-run.js");
	await runAction();
	parentPort?.postMessage({ exitCode: Number(process.exitCode ?? 0) });
}

export {  };