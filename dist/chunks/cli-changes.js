import "./rolldown-runtime.js";
import { Problem, appliedBefore, configPaths, decode, defaultConfig, directoryOf, expandPaths, globMatcher, isScript, isSqlFile, limits, loadBaseline, loadConfig, loadScriptReader, named, readDisk, repositoryOf, seriesSettings, shownPath, tooLarge, withArguments } from "./core.js";
import { git, tryGit } from "./source-git-command.js";
import { parseHunks } from "./source-hunks.js";
const { resolve } = process.getBuiltinModule("node:path");

// src/source/commit.ts
/**
* @param shown turns a path from the repository's root into the form in which paths are asked for
* @throws Problem where git fails
*/
function commitFiles(root, commit, shown) {
	const entries = /* @__PURE__ */ new Map();
	for (const line of git(root, [
		"ls-tree",
		"-r",
		"-z",
		"-l",
		"--full-tree",
		commit
	]).toString().split("\0")) {
		const [, id, size, path] = /^\d+ blob ([0-9a-f]+) +(\d+)\t(.*)$/s.exec(line) ?? [];
		if (id !== void 0 && path !== void 0) entries.set(shown(path), {
			id,
			size: Number(size)
		});
	}
	return {
		paths: [...entries.keys()],
		bytes(path) {
			const entry = entries.get(path);
			return entry && objects(root, [entry])[0];
		},
		texts(paths) {
			const found = paths.flatMap((path) => {
				const entry = entries.get(path);
				return entry === void 0 ? [] : [{
					path,
					...entry
				}];
			});
			const small = found.filter(({ size }) => size <= limits.fileBytes);
			const read = objects(root, small);
			const texts = new Map(small.map(({ path }, i) => [path, decode(read[i])]));
			for (const { path, size } of found) if (size > limits.fileBytes) texts.set(path, tooLarge);
			return texts;
		}
	};
}
/**
* `<id> blob <size>`, a line feed, the content, a line feed; once for each object.
* @throws Problem where one is not there (a partial clone without its remote): history that is silently incomplete is worse than none
*/
function objects(root, entries) {
	if (entries.length === 0) return [];
	const output = git(root, ["cat-file", "--batch"], entries.map(({ id }) => `${id}\n`).join(""));
	let at = 0;
	return entries.map(({ id, size }) => {
		const start = output.indexOf(10, at) + 1;
		if (output.toString("latin1", at, start) !== `${id} blob ${size}\n`) throw new Problem(`git has no object ${id} here; fetch it first`);
		at = start + size + 1;
		return output.subarray(start, start + size);
	});
}

// src/source/git.ts
/**
* The files that may be migrations and differ from where the branch left `base`.
* @param base a branch, tag or commit, given by a person: it reaches git as one argument, and never as an option
* @throws Problem where git is missing, this is no repository, or the two have no common commit
*/
function changesSince(cwd, base) {
	const root = repositoryOf(cwd);
	if (root === void 0) throw new Problem("--base needs a git repository, and this is none");
	if (base.startsWith("-") || base === "") throw new Problem(`--base takes a branch, tag or commit, not \`${base}\``);
	const tip = tryGit(root, [
		"rev-parse",
		"--verify",
		"--quiet",
		`${base}^{commit}`
	])?.trim();
	if (tip === void 0) throw new Problem(`--base ${base}: git knows no such commit here (a shallow clone? fetch it first)`);
	const commit = mergeBase(root, base, tip);
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
	const touched = /* @__PURE__ */ new Set();
	for (const { status, path, to } of statuses(git(root, [
		...diff,
		"--name-status",
		"-z",
		commit,
		"--"
	]).toString())) {
		for (const each of [path, to]) if (each !== void 0) touched.add(shown(each));
		if (to !== void 0 && mayBeMigration(path) && !mayBeMigration(to)) deleted.push(shown(path));
		if (!mayBeMigration(to ?? path)) continue;
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
	]).toString())) {
		touched.add(shown(path));
		if (mayBeMigration(path)) files.set(shown(path), {});
	}
	for (const path of edited) {
		let changed;
		const diffOf = () => git(root, [
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
			get changedLines() {
				changed ??= parseHunks(diffOf().toString()).changed;
				return changed;
			}
		});
	}
	return {
		files,
		deleted,
		renamed,
		touched,
		base: commitFiles(root, tip, shown)
	};
}
function mayBeMigration(path) {
	return isSqlFile(path) || isScript(path);
}
function mergeBase(root, base, tip) {
	const common = tryGit(root, [
		"merge-base",
		tip,
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

// src/cli/changes.ts
/**
* `--base REF`: what the action would judge if the working tree were pushed now. Only the changed migrations are the author's; the
* config, the schema dump and the history are those of REF, so that a branch neither judges itself nor misses what has been merged meanwhile.
* @throws Problem
*/
async function readChanges(base, args, tree, onRead) {
	if (args.operands.includes("-")) throw new Problem("--base reads files from git, and standard input is none");
	const changes = changesSince(tree.cwd, base);
	const from = directoryOf(tree, named(args));
	const loaded = await configAt(base, changes, {
		args,
		tree,
		from
	});
	const config = withArguments(loaded, args, tree);
	const matches = await globMatcher(config.migrations);
	const globsFrom = loaded.path === void 0 ? repositoryOf(tree.cwd) ?? loaded.directory : loaded.directory;
	const isMigration = (path) => matches(shownPath(globsFrom, resolve(tree.cwd, path)));
	const chosen = args.operands.length === 0 ? void 0 : new Set(await expandPaths(tree, args.operands));
	const concerns = (path) => chosen?.has(path) ?? isMigration(path);
	const review = new Map([...changes.files].filter(([path]) => concerns(path)));
	const others = chosen === void 0 ? [] : [...changes.files.keys()].filter((path) => !chosen.has(path) && isMigration(path));
	const programs = await loadScriptReader(review.keys());
	const sets = readDisk({
		tree,
		review,
		noHistory: args.noHistory,
		isHistory: "all",
		earlier: await appliedBefore(args, tree),
		...config.schema !== void 0 && { schema: config.schema },
		together: true,
		transaction: config.transaction,
		settings: seriesSettings(config),
		...args.direction && { direction: args.direction },
		...programs && { programs },
		past: {
			paths: [...changes.base.paths.filter((path) => !changes.touched.has(path)), ...others],
			texts: (paths) => changes.base.texts(paths.filter((path) => path !== args.schema && !others.includes(path))),
			bytes: changes.base.bytes
		},
		...onRead && { onRead }
	});
	const changedConfig = configPaths(tree.cwd, args.config, from).find((path) => changes.touched.has(shownPath(tree.cwd, path)));
	const notices = [...changedConfig === void 0 ? [] : [configNotice(shownPath(tree.cwd, changedConfig), base)], ...fileNotices(changes, base, isMigration, concerns)];
	const read = (path) => changes.base.bytes(shownPath(tree.cwd, path));
	return {
		config,
		sets,
		notices,
		...await loadBaseline(config, tree, read)
	};
}
/** The config as it is at the base. One that only the branch has does not count yet. */
async function configAt(base, changes, { args, tree, from }) {
	const read = (path) => changes.base.bytes(shownPath(tree.cwd, path));
	if (args.config !== void 0 && read(resolve(tree.cwd, args.config)) === void 0) {
		const path = shownPath(tree.cwd, args.config);
		if (!changes.touched.has(path)) throw new Problem(`no such config file at ${base}`, { path });
		return {
			config: defaultConfig,
			directory: tree.cwd
		};
	}
	return loadConfig(tree.cwd, args.config, from, read);
}
function configNotice(path, base) {
	return {
		path,
		line: 1,
		message: `Changed since ${base}. This run went by ${base}; the change counts once it is merged.`
	};
}
/** What happened to migrations that databases may have run already. */
function fileNotices({ deleted, renamed }, base, isMigration, concerns) {
	return [...deleted.filter(isMigration).map((path) => ({
		path,
		line: 1,
		message: `Deleted since ${base}: databases that have run it keep what it did, and a new one will not get it.`
	})), ...renamed.filter(({ to }) => concerns(to)).map(({ from, to }) => ({
		path: to,
		line: 1,
		message: `Renamed since ${base} from ${from}: a migration tool takes it for a new migration and runs it again.`
	}))];
}

export { readChanges };