import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

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
function packageVersion() {
	return JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")).version;
}
/** The page of a rule, as Markdown; undefined where there is none. The name has been checked against the rules. */
function rulePage(id) {
	const directory = join(packageRoot(), "docs", "rules");
	return existsSync(directory) && readdirSync(directory).includes(`${id}.md`) ? readFileSync(join(directory, `${id}.md`), "utf8") : void 0;
}

export { rulePage as n, packageVersion as t };