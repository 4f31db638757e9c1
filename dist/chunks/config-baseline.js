import "./rolldown-runtime.js";
import { array, getDotPath, literal, safeParse, strictObject, string } from "./valibot.js";
import { Problem } from "./core.js";

// src/config/baseline.ts
const entry = strictObject({
	path: string(),
	rule: string(),
	sql: string()
});
const file = strictObject({
	version: literal(1),
	findings: array(entry)
});
/** The name that `lockstep baseline` writes under where the config has no other. */
const usualBaseline = ".lockstep-baseline.json";
/** Reads what `lockstep baseline` has written. @throws Problem */
function readBaseline(source, path) {
	let value;
	try {
		value = JSON.parse(source);
	} catch (error) {
		throw new Problem(`is not JSON: ${error.message}`, { path });
	}
	const result = safeParse(file, value);
	if (result.success) return result.output.findings;
	const [issue] = result.issues;
	throw new Problem(`is no baseline of \`lockstep baseline\`: ${getDotPath(issue) ?? "it"} ${issue.message}`, { path });
}

export { readBaseline, usualBaseline };