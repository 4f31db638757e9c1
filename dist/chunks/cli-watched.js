import "./rolldown-runtime.js";
import { Problem, watchedBy } from "./core.js";
import { endOf, resourceLimits, terminate } from "./cli-thread.js";
const { Worker } = process.getBuiltinModule("node:worker_threads");

// src/cli/watched.ts
/** Minutes: longer than the audit of any repository, proofs and all. */
const mostMinutes = 60;
/**
* The same run in a thread that is seen to its end, where there is so much SQL that what it does to time and memory is not known.
* @param entry the module that the thread starts with
* @param argv the arguments
* @param input standard input, where the run reads it: a thread that leaves it unread does not end
* @returns the exit code of the run
* @throws Problem where it has none
*/
async function runWatched(entry, argv, io, input) {
	const { isTTY, columns } = io.stdout;
	const terminal = JSON.stringify({
		stdout: {
			isTTY,
			columns
		},
		stderr: {
			isTTY: io.stderr.isTTY,
			columns: io.stderr.columns
		}
	});
	const env = {
		...io.env,
		[watchedBy]: terminal
	};
	const worker = new Worker(entry, {
		argv: [...argv],
		env,
		resourceLimits,
		stdin: input !== void 0,
		stdout: true,
		stderr: true
	});
	worker.stdin?.end(input);
	const said = [worker.stdout, worker.stderr].map((stream, i) => {
		stream.setEncoding("utf8").on("data", (text) => (i === 0 ? io.stdout : io.stderr).write(text));
		return new Promise((resolve) => stream.on("end", resolve));
	});
	const end = await endOf(worker, mostMinutes, `it took longer than ${mostMinutes} minutes`, "judge fewer migrations at once, or leave out the proof");
	if (typeof end === "object" && "exitCode" in end) {
		await Promise.all(said);
		return end.exitCode;
	}
	await terminate(worker);
	throw typeof end === "string" ? new Problem(end) : end;
}

export { runWatched };