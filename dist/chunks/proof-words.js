import { lex } from "./core.js";

// src/proof/database.ts
/** What `run` rejects with: the server's refusal by its SQLSTATE, or why there is no answer from it. */
var ProofFailure = class extends Error {
	name = "ProofFailure";
	/** SQLSTATE of the server's refusal, or a `Fate`. */
	code;
	/** True: the instance is gone, and what it was asked is not known to have been done or not. */
	fatal;
	about;
	constructor(code, message, fatal = false, about = {}) {
		super(message);
		this.code = code;
		this.fatal = fatal;
		this.about = about;
	}
};
/** `runAll`, of an engine that is asked for one statement at a time. */
async function oneByOne(statements, run) {
	const results = [];
	for (const sql of statements) try {
		results.push(await run(sql));
	} catch (error) {
		if (!(error instanceof ProofFailure) || error.fatal) throw error;
		return {
			results,
			refusal: error
		};
	}
	return { results };
}
/** Runs one statement of which a refusal is an answer. @returns what the server refused it for; rejects only where the instance is gone */
async function refusalOf(database, sql) {
	try {
		await database.run(sql);
		return;
	} catch (error) {
		if (!(error instanceof ProofFailure) || error.fatal) throw error;
		return error;
	}
}
/** The same in an open transaction, which goes on behind a refusal; what is put off to its end is asked for at once. */
async function refusalWithin(database, sql) {
	return (await refusalsInTurn(database, [sql]))[0]?.failure;
}
/** Runs each statement in a transaction of its own, which is rolled back. @returns those that are refused */
function refusalsAlone(database, statements) {
	return refusals(database, statements, {
		before: "BEGIN",
		after: "ROLLBACK",
		undo: "ROLLBACK"
	});
}
/** Runs one after the other in an open transaction, which goes on behind those that are refused. @returns these */
function refusalsInTurn(database, statements) {
	return refusals(database, statements, {
		before: "SAVEPOINT lockstep",
		after: "RELEASE lockstep",
		undo: "ROLLBACK TO lockstep"
	});
}
/** Asked of the engine at once, as far as none is refused. */
async function refusals(database, statements, { before, after, undo }) {
	const found = [];
	const around = (sql) => [
		before,
		sql,
		allNow,
		after
	];
	for (let left = statements; left.length > 0;) {
		const { results, refusal } = await database.runAll(left.flatMap(around));
		if (refusal === void 0) break;
		await database.run(undo);
		const at = Math.floor(results.length / around("").length);
		found.push({
			sql: left[at],
			failure: refusal
		});
		left = left.slice(at + 1);
	}
	return found;
}
const allNow = "SET CONSTRAINTS ALL IMMEDIATE";

// src/proof/words.ts
const nested = 4;
/** The tokens of a statement; and those of each string in it, for the bodies of functions and what EXECUTE runs are strings. */
function wordsOf(sql) {
	const inner = [];
	const read = (text, depth) => {
		const { tokens } = lex(text);
		return tokens.kinds.map((kind, i) => {
			const token = text.slice(tokens.starts[i], tokens.ends[i]);
			switch (kind) {
				case 0: return {
					kind: "name",
					text: token.toLowerCase()
				};
				case 1: return {
					kind: "name",
					text: token.replace(/^(?:u&)?"|"$/gi, "").replaceAll("\"\"", "\"")
				};
				case 2:
				case 3: {
					const content = kind === 2 ? token.replace(/^[a-z&]*'|'$/gi, "").replaceAll("''", "'") : token.replace(/^\$\w*\$|\$\w*\$$/g, "");
					if (depth < nested && /[a-z]/i.test(content)) inner.push(read(content, depth + 1));
					return {
						kind: "string",
						text: content
					};
				}
				default: return {
					kind: "other",
					text: token
				};
			}
		});
	};
	return {
		words: read(sql, 0),
		inner
	};
}
/** Whether these words stand in a row somewhere. */
function follows(words, ...wanted) {
	return words.some((_, i) => wanted.every((text, j) => words[i + j]?.kind !== "string" && words[i + j]?.text === text));
}

export { ProofFailure, follows, oneByOne, refusalOf, refusalWithin, refusalsAlone, refusalsInTurn, wordsOf };