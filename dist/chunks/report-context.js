const { posix } = process.getBuiltinModule("node:path");

// src/report/context.ts
/** A path from the repository's root, as hosts look files up. Standard input and what lies elsewhere keep their names. */
function fromRoot(path, { prefix }) {
	return path.startsWith("<") || posix.isAbsolute(path) ? path : posix.normalize(prefix + path);
}

export { fromRoot };