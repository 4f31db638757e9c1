import "./chunks/rolldown-runtime.js";
import { readTimeLimit } from "./chunks/github-time-limit.js";
import { Worker, isMainThread, parentPort } from "node:worker_threads";

// src/action/limits.ts
const MiB = 1048576;
/** What one run may use up, whatever it is given to read. Past a limit it ends with the verdict `error` and the reason. */
const limits = {
	/** V8's heap. */
	heapMegabytes: 2048,
	/** The whole process, with the parser's memory, buffers and the embedded engine. Polled, so it is passed before it is seen. */
	residentBytes: 3072 * MiB,
	pollMilliseconds: 50,
	/** Milliseconds until a thread that was told to end has ended; after that the process ends with it. */
	lastMilliseconds: 2e3
};

// src/action/supervise.ts
/**
* Runs the action in a thread and sees to it that there is an end: SQL of strangers may keep the thread busy, fill its memory or bring
* it down, and whatever does not end with a verdict of its own fails with the reason. This thread reads nothing but the clock, and until
* something fails it loads nothing: the run waits for it to start.
* @param entry the module that the thread starts with
*/
async function supervise(entry) {
	const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes } });
	const end = await endOf(worker);
	if (isDone(end)) {
		process.exitCode = end.exitCode;
		return;
	}
	const { fail } = await import("./chunks/action-fail-entry.js");
	await Promise.race([worker.terminate(), new Promise((resolve) => setTimeout(resolve, limits.lastMilliseconds))]);
	await fail(end);
	process.exit(1);
}
/** The verdict of the thread, or why there is none. */
async function endOf(worker) {
	const minutes = readTimeLimit(process.env["INPUT_TIME-LIMIT"] ?? "") ?? 10;
	let timer;
	let poll;
	try {
		return await new Promise((resolve) => {
			let done;
			worker.on("message", (message) => {
				done = message;
			});
			worker.on("error", (error) => resolve(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? outOfMemory(limits.heapMegabytes) : error));
			worker.on("exit", () => resolve(done ?? "the run ended before it had a verdict"));
			timer = setTimeout(() => resolve(outOfTime(minutes)), minutes * 6e4);
			poll = setInterval(() => {
				if (process.memoryUsage.rss() > limits.residentBytes) resolve(outOfMemory(limits.residentBytes / 1024 / 1024));
			}, limits.pollMilliseconds);
		});
	} finally {
		clearTimeout(timer);
		clearInterval(poll);
	}
}
const isDone = (end) => typeof end === "object" && "exitCode" in end;
const outOfTime = (minutes) => `it took longer than ${minutes} ${minutes === 1 ? "minute" : "minutes"} (\`time-limit\`); split the pull request, or leave out the proof`;
const outOfMemory = (megabytes) => `it took more than ${megabytes} MiB of memory; split the pull request, or leave out the proof`;

// src/action.ts
if (isMainThread) await supervise(new URL(import.meta.url));
else {
	const { runAction } = await import("./chunks/action-run.js");
	await runAction();
	parentPort?.postMessage({ exitCode: Number(process.exitCode ?? 0) });
}

export {  };