import "./rolldown-runtime.js";
import { git } from "./source-git-command.js";
import { repositoryOf } from "./core.js";

// src/source/ignored.ts
/** Which of the paths git ignores: what a build has made of the others, as `dist/` and `target/`. None outside of a repository, or without git. */
function ignoredByGit(tree, paths) {
	if (paths.length === 0 || repositoryOf(tree.cwd) === void 0) return /* @__PURE__ */ new Set();
	try {
		const listed = git(tree.cwd, [
			"check-ignore",
			"-z",
			"--stdin"
		], paths.map((path) => `${path}\0`).join("")).toString();
		return new Set(listed.split("\0"));
	} catch {
		return /* @__PURE__ */ new Set();
	}
}

export { ignoredByGit };