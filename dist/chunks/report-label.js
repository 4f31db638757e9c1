import { excerpt } from "./report-comment.js";

// src/report/label.ts
/** A statement on one line, as far as it fits. */
function labelOf(text, { start, end }, most) {
	return excerpt(text.slice(start, Math.min(end, start + 10 * most)).replace(/\s+/g, " "), most);
}

export { labelOf };