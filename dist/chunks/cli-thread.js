// src/cli/limits.ts
const MiB = 1048576;
/** What one run may use up, whatever it is given to read. Past a limit it ends with the reason, and without a verdict. */
const limits = {
	/** V8's heap. */
	heapMegabytes: 2048,
	/** The whole process, with the parser's memory, buffers and the embedded engine. Polled, so it is passed before it is seen. */
	residentBytes: 3072 * MiB,
	pollMilliseconds: 50,
	/** Milliseconds until a thread that was told to end has ended; after that the process ends with it. */
	lastMilliseconds: 2e3
};

// src/cli/thread.ts
/** The heap that the thread of a run may fill. */
const resourceLimits = { maxOldGenerationSizeMb: limits.heapMegabytes };
/**
* The verdict of the thread, or why there is none: SQL of strangers may keep it busy, fill its memory or bring it down. Reads nothing but
* the clock and how much memory is used.
* @param tooLong says that the time is up
* @param advice what to do about it, in a few words
*/
async function endOf(worker, minutes, tooLong, advice) {
	const outOfMemory = (megabytes) => `it took more than ${megabytes} MiB of memory; ${advice}`;
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
			timer = setTimeout(() => resolve(`${tooLong}; ${advice}`), minutes * 6e4);
			poll = setInterval(() => {
				if (process.memoryUsage.rss() > limits.residentBytes) resolve(outOfMemory(limits.residentBytes / 1024 / 1024));
			}, limits.pollMilliseconds);
		});
	} finally {
		clearTimeout(timer);
		clearInterval(poll);
	}
}
/** Ends what a thread still does: what it has to say would come after the verdict. */
async function terminate(worker) {
	await Promise.race([worker.terminate(), new Promise((resolve) => setTimeout(resolve, limits.lastMilliseconds))]);
}

export { endOf, resourceLimits, terminate };