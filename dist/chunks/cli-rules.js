import "./rolldown-runtime.js";
import { Problem, didYouMean, enginesOf, layoutFor, painter, readTarget, rules } from "./core.js";
import { rulePage } from "./cli-package.js";

// src/cli/rules.ts
const categories = {
	blocking: "Blocking: reads or writes wait while there is work in proportion to the table",
	fails: "Fails: the statement does not run on existing rows",
	breaking: "Breaking: running code does not expect it",
	operations: "Operations: how it is run",
	unreadable: "Unreadable: nothing is known of it",
	policy: "Policy: about the files themselves"
};
/** `lockstep rules`: the table; with an id, the rule's page. */
function listRules(args, io) {
	const [id, more] = args.operands;
	if (more !== void 0) throw new Problem("`lockstep rules` takes one rule");
	if (id !== void 0) {
		const ids = rules.map((rule) => rule.id);
		if (!ids.includes(id)) throw new Problem(`there is no rule \`${id}\`${didYouMean(id, ids)}; \`lockstep rules\` lists them`);
		const page = rulePage(id);
		if (page === void 0) throw new Problem(`the page of \`${id}\` is missing from this installation`);
		io.stdout.write(page);
		return 0;
	}
	const target = args.engine === void 0 ? void 0 : readTarget(args.engine);
	const shown = target === void 0 ? rules : rules.filter(({ engines }) => engines.includes(target.engine));
	if (args.format === "json") {
		io.stdout.write(`${JSON.stringify({
			version: 1,
			rules: shown.map(({ id, category, severity, engines, title }) => ({
				id,
				category,
				severity,
				engines,
				title
			}))
		})}\n`);
		return 0;
	}
	const paint = painter(layoutFor(args, io).colour);
	const width = Math.max(...shown.map((rule) => rule.id.length));
	const engineWidth = Math.max(...shown.map((rule) => enginesOf(rule).length));
	const out = [];
	for (const [category, title] of Object.entries(categories)) {
		const own = shown.filter((rule) => rule.category === category);
		if (own.length === 0) continue;
		out.push(paint("strong", title));
		for (const rule of own) {
			const engines = target === void 0 ? `${enginesOf(rule).padEnd(engineWidth)}  ` : "";
			out.push(`  ${rule.id.padEnd(width)}  ${paint(rule.severity, rule.severity.padEnd(7))}  ${engines}${rule.title}`);
		}
		out.push("");
	}
	io.stdout.write(`${out.join("\n")}`);
	return 0;
}

export { listRules };