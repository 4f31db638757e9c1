// src/report/range.ts
function rangeIn(lines, span) {
	const start = lines.position(span.start);
	const end = lines.position(span.end);
	return {
		line: start.line,
		column: start.column,
		endLine: end.line,
		endColumn: end.column
	};
}
/** Where a finding stands. Of a file that could not be decoded there is no text to point into, only the line. */
function rangeOf({ migration: { unreadable } }, lines, { span }) {
	return unreadable === void 0 ? rangeIn(lines, span) : {
		line: unreadable.line,
		column: 1,
		endLine: unreadable.line,
		endColumn: 1
	};
}

export { rangeIn, rangeOf };