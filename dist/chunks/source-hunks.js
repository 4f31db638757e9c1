// src/source/hunks.ts
const header = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/;
/**
* Reads the hunks of one file's patch, as git and GitHub's API write it. Lines before the first hunk are skipped.
* The counts in the header are believed over the looks of a line: inside a hunk, `--- a/x` is a deleted `-- a/x`.
*/
function parseHunks(patch) {
	const changed = [];
	const commentable = [];
	let line = 0;
	let left = 0;
	for (const text of patch.split("\n")) {
		if (left === 0 || text.startsWith("@@")) {
			const match = header.exec(text);
			if (match !== null) {
				line = Number(match[1]);
				left = match[2] === void 0 ? 1 : Number(match[2]);
				if (left > 0) commentable.push({
					from: line,
					to: line + left - 1
				});
			}
			continue;
		}
		if (text.startsWith("-") || text.startsWith("\\")) continue;
		if (text.startsWith("+")) {
			const last = changed.at(-1);
			if (last !== void 0 && last.to === line - 1) changed[changed.length - 1] = {
				from: last.from,
				to: line
			};
			else changed.push({
				from: line,
				to: line
			});
		}
		line++;
		left--;
	}
	return {
		changed,
		commentable
	};
}

export { parseHunks };