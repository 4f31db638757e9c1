import "./rolldown-runtime.js";
const { existsSync, readFileSync, readdirSync } = process.getBuiltinModule("node:fs");
const { dirname, join } = process.getBuiltinModule("node:path");
const { fileURLToPath } = process.getBuiltinModule("node:url");

// src/cli/package.ts
/** The directory of this package: the nearest one above this file that holds `package.json`, from `dist/` as from `src/`. */
function packageRoot() {
	let at = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(at, "package.json"))) {
		if (dirname(at) === at) throw new Error("the package has no package.json");
		at = dirname(at);
	}
	return at;
}
/** What `package.json` says of this package. */
function packageInfo() {
	return JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8"));
}
/** What reports say of this package, with the pages of its rules in the web at the version that runs. */
function packagePages() {
	const { version, homepage } = packageInfo();
	const page = (rule) => homepage && `${homepage}/blob/v${version}/docs/rules/${rule}.md`;
	return {
		version,
		...homepage && { homepage },
		rulePage: page,
		ruleText: rulePage
	};
}
/** The page of a rule, as Markdown; undefined where there is none. The name has been checked against the rules. */
function rulePage(id) {
	const directory = join(packageRoot(), "docs", "rules");
	return existsSync(directory) && readdirSync(directory).includes(`${id}.md`) ? readFileSync(join(directory, `${id}.md`), "utf8") : void 0;
}

export { packageInfo, packagePages, rulePage };