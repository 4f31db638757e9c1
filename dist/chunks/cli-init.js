import "./rolldown-runtime.js";
import { Problem, conventionOf, defaultConfig, filesBelow, globMatcher, isMigrationFile, isScript, loadScriptReader, readDisk, readTarget, readText, treeOf, visible } from "./core.js";
import { ignoredByGit } from "./source-ignored.js";
const { existsSync, mkdirSync, writeFileSync } = process.getBuiltinModule("node:fs");
const { dirname, extname, join } = process.getBuiltinModule("node:path");

// src/config/found.ts
/** Where images are named, besides workflows. */
function namesImages(path) {
	return /(?:^|\/)(?:docker-)?compose\.ya?ml$/.test(path);
}
const image = /^([ \t]*)(?:-[ \t]*)?image:[ \t]*['"]?(?:[\w.:-]+\/)*(postgres|postgis|pgvector|timescaledb|mysql|mariadb):(?:latest-)?(?:pg)?(\d+(?:\.\d+)?)/gm;
/** The engines that a file names. */
function enginesIn(text, path) {
	return [...text.matchAll(image)].map(({ index, 1: indent = "", 2: name = "", 3: version = "" }) => {
		const engine = name === "mysql" || name === "mariadb" ? name : "postgres";
		const service = [...text.slice(0, index).matchAll(/^([ \t]*)([\w.-]+):[ \t]*$/gm)].findLast(([, outer = ""]) => outer.length < indent.length)?.[2] ?? "";
		return {
			engine: `${engine}@${engine === "postgres" ? version.replace(/\..*/, "") : version}`,
			path,
			service
		};
	});
}
/**
* The engine of a directory among those that were found: the files nearest above it count, and where they name several, the services that share a word with its path
* (`billing-db` runs `services/billing/migrations`).
* @param dialect whose SQL its migrations are; MySQL's may be MariaDB's
*/
function engineFor(directory, dialect, found) {
	const isOfDialect = ({ engine }) => engine.startsWith(`${dialect}@`) || dialect === "mysql" && engine.startsWith("mariadb@");
	const above = found.filter((each) => isOfDialect(each) && `${directory}/`.startsWith(placeOf(each)));
	const nearest = Math.max(...above.map((each) => placeOf(each).length));
	const among = above.filter((each) => placeOf(each).length === nearest);
	const words = wordsOf(directory);
	const named = among.filter(({ service }) => [...wordsOf(service)].some((word) => words.has(word)));
	const [engine, ...others] = distinct(distinct(among).length > 1 ? named : among);
	return {
		...engine && others.length === 0 && { engine },
		among
	};
}
/** The directory that a file speaks for: its own; of hidden ones (`.github/workflows`) the one around them. */
function placeOf({ path }) {
	return path.replace(/(?:(?:^|(?<=\/))\.[^/]+\/.*|[^/]*)$/, "");
}
function distinct(found) {
	return found.filter((each, i) => found.findIndex(({ engine }) => engine === each.engine) === i);
}
/** Words that tell one service from another. */
function wordsOf(name) {
	const words = name.toLowerCase().split(/[^a-z0-9]+/);
	return new Set(words.filter((word) => word.length > 2 && !/^(?:database|postgres(?:ql)?|mysql|mariadb|services?|apps?|src|migrations?)$/.test(word)));
}

// src/cli/init.ts
const configFile = ".lockstep.yml";
const workflowFile = ".github/workflows/lockstep.yml";
/** `lockstep init`: writes the config and the workflow from what the repository shows. @throws Problem where one of them is there already, or nothing is found */
async function init(args, io) {
	if (args.operands.length > 0) throw new Problem("`lockstep init` takes no paths; it looks through the whole directory");
	const tree = treeOf(io.cwd);
	const there = [configFile, workflowFile].find((path) => existsSync(join(tree.cwd, path)));
	if (there !== void 0) throw new Problem("exists already; nothing was written", { path: there });
	const sets = await migrationSets(tree);
	if (sets.length === 0) throw new Problem("no migrations found here; write .lockstep.yml by hand (docs/configuration.md)");
	const files = [{
		path: configFile,
		text: configText(sets, enginesOf(tree))
	}, {
		path: workflowFile,
		text: workflow
	}];
	for (const { path, text } of files) {
		mkdirSync(dirname(join(tree.cwd, path)), { recursive: true });
		writeFileSync(join(tree.cwd, path), text, { flag: "wx" });
		io.stdout.write(`wrote ${path}\n\n${text.trimEnd().replace(/^(?=.)/gm, "  ")}\n\n`);
	}
	io.stdout.write("Commit both; the next pull request is judged. `lockstep check` judges what is there already.\n");
	return 0;
}
/** The directories that a tool is known to run, and those of SQL that lie where migrations usually do. What git ignores is built from what it does not. */
async function migrationSets(tree) {
	const isUsual = await globMatcher(defaultConfig.migrations);
	const found = filesBelow(tree, ".", isMigrationFile);
	const ignored = ignoredByGit(tree, found);
	const paths = found.filter((path) => !ignored.has(path));
	const programs = await loadScriptReader(paths);
	return readDisk({
		tree,
		review: new Map(paths.map((path) => [path, {}])),
		noHistory: true,
		isHistory: "earlier",
		earlier: [],
		together: false,
		transaction: "unknown",
		...programs && { programs }
	}).filter((set) => set.tool?.id !== "plain" || pathsOf(set).every((path) => isUsual(path) && !isScript(path)));
}
function pathsOf({ units }) {
	return units.flatMap((unit) => unit.migrations.map(({ path }) => path));
}
function enginesOf(tree) {
	const hidden = [".github/workflows", ".devcontainer"].filter((path) => existsSync(join(tree.cwd, path)));
	return [...filesBelow(tree, ".", namesImages).sort(), ...hidden.flatMap((directory) => filesBelow(tree, directory, (path) => /\.ya?ml$/.test(path)).sort())].flatMap((path) => enginesIn(readText(tree, path).text, path));
}
function configText(sets, found) {
	const out = ["# Every key: https://github.com/lockstep-migrations/lockstep/blob/main/docs/configuration.md", ""];
	const engines = sets.map(({ tool, dialect }) => {
		const known = dialect === void 0 || dialect.dialect === "other" ? "postgres" : dialect.dialect;
		return engineOf(known, engineFor(tool?.directory ?? "", known, found));
	});
	const main = engines.find(({ name }) => name.startsWith("postgres")) ?? engines[0];
	if (main !== void 0) out.push(`# ${main.why}`, `engine: ${main.name}`, "", "migrations:");
	for (const set of sets) {
		const { tool } = set;
		if (tool === void 0) continue;
		if (tool.id !== "plain") out.push(`  # ${conventionOf(tool.id).title}, recognised by ${visible(tool.reason)}`);
		out.push(...globsOf(set, tool.directory).map((glob) => `  - ${JSON.stringify(glob)}`));
	}
	const others = sets.flatMap(({ tool }, i) => {
		const own = engines[i];
		return own.name === main?.name ? [] : [
			`  ${JSON.stringify(tool?.directory ?? "")}:`,
			`    # ${own.why}`,
			`    engine: ${own.name}`
		];
	});
	if (others.length > 0) out.push("", "directories:", ...others);
	return `${out.join("\n")}\n`;
}
/** With its version where that is decided and known. */
function engineOf(dialect, { engine, among }) {
	if (engine !== void 0 && isKnown(engine.engine)) return {
		name: engine.engine,
		why: `As in ${visible(engine.path)}.`
	};
	const seen = [...new Set(among.map((each) => `${each.engine} in ${visible(each.path)}`))];
	return {
		name: dialect,
		why: `${seen.length > 0 ? `Found ${seen.join(", ")}.` : "No version was found."} Without one, the worst of all that are known counts: say which your servers run, as in ${{
			postgres: "postgres@16",
			mysql: "mysql@8.4",
			mariadb: "mariadb@10.11"
		}[dialect]}.`
	};
}
function isKnown(engine) {
	try {
		readTarget(engine);
		return true;
	} catch {
		return false;
	}
}
/** What finds the migrations of a directory, and those that come: a directory stands for what is below it. */
function globsOf(set, directory) {
	if (directory !== "") return [directory];
	return [...new Set(pathsOf(set).map((path) => extname(path)))].sort().map((ending) => isScript(`_${ending}`) ? `[0-9M]*${ending}` : `**/*${ending}`);
}
const workflow = `name: Migrations
on:
  pull_request:
  merge_group:
permissions:
  contents: read
  pull-requests: write
jobs:
  lockstep:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: lockstep-migrations/lockstep@v1
`;

export { init };