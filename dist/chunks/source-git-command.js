import { Problem } from "./core.js";
const { execFileSync } = process.getBuiltinModule("node:child_process");

// src/source/git-command.ts
/**
* Settings that would run a program of the repository's choosing or change the form of the output. Filters (`git lfs`) stay: they are
* named in the user's own configuration, not in the tree.
*/
const settings = [
	"core.fsmonitor=false",
	"core.quotePath=false",
	"core.pager=cat",
	"color.ui=false",
	"diff.renames=true",
	"diff.orderFile=/dev/null"
];
/**
* Runs git in a repository, its arguments each as one.
* @param input what it reads from standard input
* @throws Problem with git's own first line
*/
function git(root, args, input = "") {
	try {
		return execFileSync("git", [
			"--no-pager",
			...settings.flatMap((each) => ["-c", each]),
			...args
		], {
			cwd: root,
			input,
			stdio: "pipe",
			maxBuffer: 1073741824,
			env: {
				...process.env,
				GIT_OPTIONAL_LOCKS: "0",
				GIT_NO_REPLACE_OBJECTS: "1",
				GIT_TERMINAL_PROMPT: "0",
				LC_ALL: "C"
			}
		});
	} catch (error) {
		const { code, stderr } = error;
		if (code === "ENOENT") throw new Problem("--base needs git, and there is none on the PATH");
		const said = (stderr?.toString() ?? "").trim().split("\n")[0] ?? "";
		throw new Problem(`git ${args[0]} failed: ${said === "" ? code ?? "unknown error" : said}`);
	}
}
/** What git prints, as text; undefined where it fails. @throws Problem where there is no git */
function tryGit(root, args) {
	try {
		return git(root, args).toString();
	} catch (error) {
		if (error instanceof Problem && error.message.startsWith(`git ${args[0]} failed`)) return void 0;
		throw error;
	}
}

export { git, tryGit };