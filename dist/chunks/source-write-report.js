import "./rolldown-runtime.js";
import { Problem, staysInside } from "./core.js";
const { closeSync, constants, openSync, realpathSync, unlinkSync, writeFileSync } = process.getBuiltinModule("node:fs");
const { dirname, relative, resolve, sep } = process.getBuiltinModule("node:path");

// src/source/write-report.ts
/**
* Writes a report, over an older one if need be. A pull request can add a link under the report's name, or in the place of its directory: it is not
* followed.
* @throws Problem where the file cannot be written
*/
function writeReport(tree, path, text) {
	const target = targetOf(tree, path);
	let file;
	try {
		file = openSync(target, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | (constants.O_NOFOLLOW ?? 0), 438);
	} catch (error) {
		const { code } = error;
		throw new Problem(code === "ELOOP" ? "is a symbolic link; no report is written through it" : `cannot be written (${code})`, { path });
	}
	try {
		writeFileSync(file, text);
	} catch (error) {
		throw new Problem(`cannot be written (${error.code})`, { path });
	} finally {
		closeSync(file);
	}
}
/**
* Takes an earlier report away: where there is no new one, that must not stand for it.
* @throws Problem where the file is there and cannot be removed
*/
function removeReport(tree, path) {
	try {
		unlinkSync(targetOf(tree, path));
	} catch (error) {
		const { code } = error;
		if (error instanceof Problem) throw error;
		if (code !== "ENOENT") throw new Problem(`cannot be removed (${code})`, { path });
	}
}
function targetOf(tree, path) {
	const target = resolve(tree.cwd, path);
	if (!staysInside(tree, dirname(target))) throw new Problem("is not written: its directory leads out of the repository, or is none", { path });
	return target;
}
/** From the root of the repository to the working directory (`apps/shop/`), where hosts look files up; empty at the root. */
function prefixOf({ root, cwd }) {
	const below = relative(root, realpathSync(cwd)).replaceAll(sep, "/");
	return below === "" ? "" : `${below}/`;
}

export { prefixOf, removeReport, writeReport };