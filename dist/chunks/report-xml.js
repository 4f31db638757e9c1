import { visibleLines } from "./core.js";

// src/report/xml.ts
/** An XML 1.0 document. Texts may hold anything: what XML cannot hold is shown as `visible` shows it. */
function xmlDocument(root) {
	return `<?xml version="1.0" encoding="UTF-8"?>\n${render(root, "")}`;
}
function render({ name, attributes, content = [] }, indent) {
	const head = `${indent}<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(String(value), "&#10;")}"`)].join(" ")}`;
	if (content.length === 0) return `${head}/>\n`;
	if (typeof content === "string") return `${head}>${escaped(content, "\n")}</${name}>\n`;
	return `${head}>\n${content.map((each) => render(each, `${indent}  `)).join("")}${indent}</${name}>\n`;
}
/** @param lineBreak a reader makes a space of one in an attribute, unless it is a reference */
function escaped(text, lineBreak) {
	return visibleLines(text).map((line) => line.replace(/[\ufffe\uffff]/g, "\ufffd").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\"", "&quot;")).join(lineBreak);
}

export { xmlDocument };