const { createHash } = process.getBuiltinModule("node:crypto");

// src/report/fingerprint.ts
function markerLine(marker) {
	const values = marker.kind === "summary" ? marker.owner : `${marker.owner} ${marker.fingerprint}`;
	return `<!-- lockstep:${marker.kind} v1 ${values} -->`;
}
/** The marker on the first line of a posted text. */
function readMarker(body) {
	const [, kind, owner = "", fingerprint] = /^<!-- lockstep:(summary|comment|gone) v1 ([0-9a-f]{16})(?: ([0-9a-f]{16}))? -->\r?(?:\n|$)/.exec(body) ?? [];
	if (kind === "summary") return fingerprint === void 0 ? {
		kind,
		owner
	} : void 0;
	if (kind === "comment" || kind === "gone") return fingerprint === void 0 ? void 0 : {
		kind,
		owner,
		fingerprint
	};
}
/** Sixteen hexadecimal digits of SHA-256. */
function digest(...parts) {
	return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}
/**
* Stays the same when lines move: made of the path, the rules and the statements' text with its white space evened out.
* `ordinal` tells equal statements of one file apart.
*/
function fingerprintOf(path, rules, statements, ordinal) {
	const text = statements.map((each) => each.replace(/\s+/g, " ").trim());
	return digest(path, ...[...rules].sort(), "", ...text, String(ordinal));
}

export { digest, fingerprintOf, markerLine, readMarker };