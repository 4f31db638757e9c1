import "./rolldown-runtime.js";
import { keepBaselineCode } from "./core.js";
import { ProofFailure, wordsOf } from "./proof-words.js";
import { reachOf } from "./proof-refuse.js";
const { Worker } = process.getBuiltinModule("node:worker_threads");

// src/proof/embedded/elevated.ts
/**
* Statements that only a superuser, or only a role with the right grants, may run, though they run no code of their author's: a change of owner (the new owner
* would need CREATE on the schema), and publications (FOR ALL TABLES). Histories dumped from a real database are full of the first.
*/
function needsSuperuser(sql) {
	const { words } = wordsOf(sql);
	const [first, second] = words;
	if (second?.text === "publication") return /^(?:create|alter|drop)$/.test(first?.text ?? "");
	if (first?.text !== "alter") return false;
	const end = words.at(-1)?.text === ";" ? -1 : words.length;
	const [owner, to, whom] = words.slice(0, end).slice(-3);
	let depth = 0;
	const several = words.some(({ text }) => {
		depth += Number(text === "(") - Number(text === ")");
		return text === "," && depth === 0;
	});
	return owner?.text === "owner" && to?.text === "to" && !/^(?:current|session)_/.test(whom?.text ?? "") && !several;
}

// src/proof/embedded/limits.ts
const MiB = 1048576;
/**
* What hostile SQL may use up. Each wall was run into by a statement of its own in `test/proof/engine-limits.test.ts`.
*
* | what grows | wall | what the SQL gets |
* |---|---|---|
* | the server's memory | `WebAssembly.Memory`'s maximum | `53200` out of memory; the instance lives |
* | files (tables, WAL, temporary files) | counted where Emscripten's in-memory files grow | `53100` no space left; the instance lives |
* | what comes back: rows, notices | counted as it is written, before any of it is kept | fatal `memory` |
* | JavaScript's heap of the worker | V8's `resourceLimits` | fatal `memory` |
* | whatever the walls above do not see | the process's resident memory, polled by the parent | fatal `memory` |
* | time | timers of the parent, which terminates the worker | fatal `deadline` |
*/
const limits = {
	/** The server's own memory. PGlite asks for at most 2 GiB; a lower maximum is allowed by the import, and `malloc` then fails as it should. */
	heapBytes: 512 * MiB,
	/** An instance whose memory has grown past this is replaced, not reset: WebAssembly's memory never shrinks. */
	resetBytes: 256 * MiB,
	/** Copies of the memory, 30 MB each as a rule, that are kept for the next marks: a proof has no more marks than that at a time. */
	spares: 3,
	/** In-memory files above the prepared directory's 16 MB. */
	fileBytes: 256 * MiB,
	/** Rows and notices of one statement. */
	answerBytes: 16 * MiB,
	notices: 2e4,
	/** V8's heap in the worker. */
	javascriptMegabytes: 192,
	/** The worker's stack: so deep that PostgreSQL's own limit (`max_stack_depth`) is reached first, which is an error and not a trap. */
	stackMegabytes: 32,
	/**
	* What the process may hold above what it held when the engine was started. Polled, so it is passed before it is seen. Of eight statements that grow as fast
	* as they can the fastest grew by 2.2 MiB/ms; on a machine with five times more to do than it can, the cap was passed by 14 MiB at most, and by 109 MiB where
	* memory doubles. The other walls stand before this one: seven of the eight run into those, at 835 MiB and less, and do not cost the instance.
	*/
	residentBytes: 1024 * MiB,
	pollMilliseconds: 20,
	startMilliseconds: 6e4,
	statementMilliseconds: 1e4,
	planMilliseconds: 6e4
};

// src/proof/embedded/engine.ts
/** In `dist/` the worker lies above the chunks; from source it is the built one that runs. */
const dist = new URL(import.meta.url.endsWith(".ts") ? "../../../dist/" : "../", import.meta.url);
/** Starts PostgreSQL in a worker. Whatever it is given to run can at worst cost it its life: then `reset` starts another. */
async function embeddedDatabase(limits$1 = {}) {
	const { startMilliseconds, statementMilliseconds, planMilliseconds, residentBytes } = {
		...limits,
		...limits$1
	};
	keepBaselineCode();
	/** What the engine may add is counted from here: what the process held before is not its own. */
	const mostResident = process.memoryUsage.rss() + residentBytes;
	let libraries = [];
	let lost;
	let planEnds = 0;
	let { worker, version } = await start();
	/** Asks the worker, and ends it where it takes too long or too much. */
	async function ask(of, request, milliseconds) {
		const { promise, resolve } = withResolver();
		const fatal = (code, message) => resolve({
			kind: "failure",
			code,
			message,
			fatal: true
		});
		const onError = (error) => {
			if (error.code === "ERR_WORKER_OUT_OF_MEMORY") fatal("memory", "the engine used up the memory of its worker");
			else fatal("crash", `the engine broke down: ${error.message}`);
		};
		const onExit = () => fatal("crash", "the engine has ended");
		const deadline = setTimeout(fatal, milliseconds, "deadline", `it took longer than ${(milliseconds / 1e3).toFixed(1)} s`);
		const poll = setInterval(() => {
			if (process.memoryUsage.rss() > mostResident) fatal("memory", `it took more than ${Math.round(residentBytes / 1024 / 1024)} MiB`);
		}, limits.pollMilliseconds);
		of.on("message", resolve).on("error", onError).on("exit", onExit);
		try {
			of.ref();
			of.postMessage(request);
			const reply = await promise;
			if (reply.kind === "failure" && reply.fatal) {
				of.off("exit", onExit);
				await of.terminate();
			}
			return reply;
		} finally {
			clearTimeout(deadline);
			clearInterval(poll);
			of.off("message", resolve).off("error", onError).off("exit", onExit);
			of.unref();
		}
	}
	async function start() {
		const worker = new Worker(new URL("proof.js", dist), {
			env: {},
			argv: [],
			execArgv: [],
			stdin: false,
			stdout: true,
			stderr: true,
			resourceLimits: {
				maxOldGenerationSizeMb: limits.javascriptMegabytes,
				stackSizeMb: limits.stackMegabytes
			}
		});
		worker.on("error", () => {});
		const reply = await ask(worker, {
			kind: "start",
			folder: new URL("proof/", dist).href,
			libraries
		}, startMilliseconds);
		planEnds = performance.now() + planMilliseconds;
		if (reply.kind === "started") return {
			worker,
			version: reply.version
		};
		await worker.terminate();
		throw new ProofFailure("crash", `the embedded engine does not start: ${reply.kind === "failure" ? reply.message : reply.kind}`, true);
	}
	/** @param mark absent: the state after the start */
	async function restores(of, mark) {
		const reply = await ask(of, {
			kind: "restore",
			...mark !== void 0 && { mark }
		}, startMilliseconds);
		return reply.kind === "restored" && reply.done;
	}
	async function answersTo(statements, onNotice) {
		if (lost !== void 0) throw lost;
		const outside = statements.map((sql) => reachOf(sql)).findIndex((found) => found?.reach === "outside");
		const refused = outside === -1 ? void 0 : reachOf(statements[outside]);
		const left = Math.max(0, Math.min(statementMilliseconds, planEnds - performance.now()));
		if (left === 0) {
			lost = new ProofFailure("deadline", `the plan takes longer than ${(planMilliseconds / 1e3).toFixed(1)} s`, true);
			throw lost;
		}
		const asked = (outside === -1 ? statements : statements.slice(0, outside)).map((sql) => ({
			sql,
			elevated: needsSuperuser(sql)
		}));
		const reply = await ask(worker, {
			kind: "run",
			statements: asked,
			notices: onNotice !== void 0
		}, left);
		if (reply.kind !== "answers") {
			lost = failureOf(reply);
			throw lost;
		}
		libraries = reply.libraries;
		const results = reply.answers.map(({ rows, tag, notices }) => {
			for (const notice of notices) onNotice?.(notice);
			return {
				rows,
				tag
			};
		});
		const { refusal } = reply;
		if (refusal !== void 0) return {
			results,
			refusal: new ProofFailure(refusal.code, refusal.message, false, refusal.about)
		};
		return {
			results,
			...refused && { refusal: new ProofFailure("refused", `${refused.what} reaches out of the database: it is not run`) }
		};
	}
	const runs = inTurn();
	return {
		engine: `PostgreSQL ${version} (embedded)`,
		major: Number.parseInt(version, 10),
		skipsWaits: true,
		async run(sql, { onNotice } = {}) {
			const { results, refusal } = await runs(() => answersTo([sql], onNotice));
			const [result] = results;
			if (result === void 0) throw refusal;
			return result;
		},
		runAll: (statements, { onNotice } = {}) => runs(() => answersTo(statements, onNotice)),
		reset: () => runs(async () => {
			if (lost !== void 0 || !await restores(worker)) {
				await worker.terminate();
				({worker, version} = await start());
			}
			lost = void 0;
			planEnds = performance.now() + planMilliseconds;
		}),
		mark: () => runs(async () => {
			if (lost !== void 0) throw lost;
			const of = worker;
			const reply = await ask(of, { kind: "mark" }, startMilliseconds);
			if (reply.kind !== "marked") {
				lost = failureOf(reply);
				throw lost;
			}
			const { mark } = reply;
			return {
				restore: () => runs(async () => lost === void 0 && of === worker && await restores(of, mark)),
				forget: () => runs(async () => {
					if (lost === void 0 && of === worker) await ask(of, {
						kind: "forget",
						mark
					}, startMilliseconds);
				})
			};
		}),
		beginPlan() {
			planEnds = performance.now() + planMilliseconds;
		},
		close: () => runs(async () => void await worker.terminate())
	};
}
function failureOf(reply) {
	return reply.kind === "failure" ? new ProofFailure(reply.code, reply.message, reply.fatal) : new ProofFailure("crash", "confused", true);
}
/** One after the other, whatever became of the one before. */
function inTurn() {
	let last = Promise.resolve();
	return (task) => {
		const next = last.then(task, task);
		last = next.catch(() => {});
		return next;
	};
}
/** `Promise.withResolvers`, which Node 20 does not have. */
function withResolver() {
	let resolve = () => {};
	return {
		promise: new Promise((settle) => {
			resolve = settle;
		}),
		resolve
	};
}

export { embeddedDatabase };