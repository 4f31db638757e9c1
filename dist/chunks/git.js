import { Ot as Problem, c as shownPath, n as parseHunks, s as repositoryOf, tt as isSqlFile } from "./core.js";
import { resolve } from "node:path";
import { execFileSync } from "node:child_process";

// src/source/git.ts
/**
* The `.sql` files that differ from where the branch left `base`.
* @param base a branch, tag or commit, given by a person: it reaches git as one argument, and never as an option
* @throws Problem where git is missing, this is no repository, or the two have no common commit
*/
function changesSince(cwd, base) {
	const root = repositoryOf(cwd);
	if (root === void 0) throw new Problem("--base needs a git repository, and this is none");
	if (base.startsWith("-") || base === "") throw new Problem(`--base takes a branch, tag or commit, not \`${base}\``);
	const commit = mergeBase(root, base);
	const shown = (path) => shownPath(cwd, resolve(root, path));
	const files = /* @__PURE__ */ new Map();
	const deleted = [];
	const renamed = [];
	const diff = [
		"diff",
		"--no-ext-diff",
		"--no-textconv",
		"--no-color",
		"--no-relative",
		"--ignore-submodules",
		"--find-renames"
	];
	const edited = [];
	for (const { status, path, to } of statuses(git(root, [
		...diff,
		"--name-status",
		"-z",
		commit,
		"--"
	]))) {
		if (to !== void 0 && isSqlFile(path) && !isSqlFile(to)) deleted.push(shown(path));
		if (!isSqlFile(to ?? path)) continue;
		if (status === "D") deleted.push(shown(path));
		else if (status === "R" && to !== void 0) {
			renamed.push({
				from: shown(path),
				to: shown(to)
			});
			files.set(shown(to), {});
		} else if (status === "M" || status === "T") edited.push(path);
		else files.set(shown(to ?? path), {});
	}
	for (const path of fields(git(root, [
		"ls-files",
		"--others",
		"--exclude-standard",
		"-z",
		"--"
	]))) if (isSqlFile(path)) files.set(shown(path), {});
	for (const path of edited) {
		const patch = git(root, [
			...diff,
			"--unified=0",
			"--inter-hunk-context=0",
			"--text",
			commit,
			"--",
			`:(top,literal)${path}`
		]);
		files.set(shown(path), {
			edited: true,
			changedLines: parseHunks(patch).changed
		});
	}
	return {
		files,
		deleted,
		renamed
	};
}
function mergeBase(root, base) {
	const commit = tryGit(root, [
		"rev-parse",
		"--verify",
		"--quiet",
		`${base}^{commit}`
	])?.trim();
	if (commit === void 0) throw new Problem(`--base ${base}: git knows no such commit here (a shallow clone? fetch it first)`);
	const common = tryGit(root, [
		"merge-base",
		commit,
		"HEAD"
	])?.trim();
	if (common === void 0) throw new Problem(`--base ${base}: it has no commit in common with HEAD here (a shallow clone? fetch more, as with \`fetch-depth: 0\`)`);
	return common;
}
/** `--name-status -z`: status, path, and for renames and copies a second path, each ended by NUL. */
function* statuses(output) {
	const all = fields(output);
	for (let i = 0; i + 1 < all.length;) {
		const status = all[i].charAt(0);
		const path = all[i + 1];
		const pair = status === "R" || status === "C";
		const to = pair ? all[i + 2] : void 0;
		yield to === void 0 ? {
			status,
			path
		} : {
			status,
			path,
			to
		};
		i += pair ? 3 : 2;
	}
}
function fields(output) {
	return output.split("\0").filter((each) => each !== "");
}
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
function git(root, args) {
	try {
		return execFileSync("git", [
			"--no-pager",
			...settings.flatMap((each) => ["-c", each]),
			...args
		], {
			cwd: root,
			encoding: "utf8",
			maxBuffer: 268435456,
			stdio: [
				"ignore",
				"pipe",
				"pipe"
			],
			env: {
				...process.env,
				GIT_OPTIONAL_LOCKS: "0",
				GIT_TERMINAL_PROMPT: "0",
				LC_ALL: "C"
			}
		});
	} catch (error) {
		const { code, stderr } = error;
		if (code === "ENOENT") throw new Problem("--base needs git, and there is none on the PATH");
		const said = (stderr ?? "").trim().split("\n")[0] ?? "";
		throw new Problem(`git ${args[0]} failed: ${said === "" ? code ?? "unknown error" : said}`);
	}
}
function tryGit(root, args) {
	try {
		return git(root, args);
	} catch (error) {
		if (error instanceof Problem && error.message.startsWith(`git ${args[0]} failed`)) return void 0;
		throw error;
	}
}

export { changesSince };