import "./rolldown-runtime.js";
import { blocksReads, blocksWrites, counted, effectInWords, factsInWords, isOfMysql, isWork$1 as isWork, keyOf, lineOf, linesOf, lockInWords, proofInWords, sqlNameOf, stageWords, standingInWords, strength, tableInWords, targetName, toolSentences, verdictOf, visible, visibleLines, waiversOf, workNames } from "./core.js";
import { concernsOf, fixOf, gitLines, waitsOf } from "./report-concern.js";
import { countsInWords } from "./report-markdown.js";
import { whenToStart } from "./report-comment.js";
import { labelOf } from "./report-label.js";

// src/report/html/markup.ts
/** Markup that is safe to put into a page. Only `html` makes it. */
var Markup = class {
	text;
	constructor(text) {
		this.text = text;
	}
};
/**
* Markup from a template. Whatever is put in is text and is escaped, in an attribute (always within double quotes) as well, unless it is markup itself;
* undefined is nothing, a list is its parts one after the other.
*/
function html(strings, ...parts) {
	return new Markup(strings.map((each, i) => (i === 0 ? "" : rendered(parts[i - 1])) + each).join(""));
}
function rendered(part) {
	if (part === void 0) return "";
	if (part instanceof Markup) return part.text;
	if (typeof part === "string") return escaped(visible(part));
	if (typeof part === "number") return String(part);
	return part.map(rendered).join("");
}
/** SQL as it stands, line by line; what could hide something in it is shown. */
function sqlText(text) {
	return new Markup(visibleLines(text.replace(/\r?\n$/, "")).map(escaped).join("\n"));
}
function escaped(text) {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`).replace(/[\ufffe\uffff]/g, "\ufffd");
}
/** A path, which may break behind its joints. */
function pathText(path) {
	return html`<span class="path">${path.split(/(?<=[/_])/).map((each) => html`${each}<wbr/>`)}</span>`;
}
/** `inside` under a heading, or nothing where there is nothing. */
function section(title, id, inside) {
	return inside.length === 0 ? html`` : html`<section id="${id}">\n<h2>${title}</h2>\n${inside}\n</section>\n`;
}
/** Backticks in a sentence of ours hold code. */
function sentence(text) {
	const parts = text.split("`");
	if (parts.length % 2 === 0) return html`${text}`;
	return html`${parts.map((part, i) => i % 2 === 1 ? html`<code>${part}</code>` : html`${part}`)}`;
}

// src/report/html/locks.ts
/** Lengths that tell a moment from work that grows with the table; how long it really takes nobody knows from the SQL. */
const moment = 7;
const work = 84;
const betweenTracks = 12;
const betweenStages = 26;
/** Wide enough for its number. */
const trackWidth = 18;
/** Wide enough for its name and when it may start. */
const stageWidth = 180;
const mostTracks = 60;
const mostLanes = 24;
/** The locks of files that run one after the other, laid out in time. What locks nothing that matters takes no time. */
function layOut(all) {
	const matters = all.filter((track) => track.stage !== void 0 || track.statements.some((each) => each.felt.some(shows)));
	const lanes = /* @__PURE__ */ new Map();
	const names = [];
	const bars = [];
	const tracks = [];
	let at = 0;
	let stageEnds = 0;
	for (const track of matters.slice(0, mostTracks)) {
		if (tracks.length > 0) at += betweenTracks;
		if (track.stage !== void 0 && tracks.length > 0) at = Math.max(at, stageEnds) + betweenStages;
		if (track.stage !== void 0) stageEnds = at + stageWidth;
		const from = at;
		const held = /* @__PURE__ */ new Map();
		for (const { felt, committed } of track.statements) {
			const own = felt.filter(shows);
			const works = own.some((each) => isWork(each.work));
			const to = at + (works ? work : own.length > 0 ? moment : 0);
			const busy = /* @__PURE__ */ new Set();
			for (const effect of own) {
				const key = keyOf(effect.table);
				if (!lanes.has(key) && lanes.size >= mostLanes) continue;
				const lane = lanes.get(key) ?? lanes.size;
				const table = tableInWords(effect, ["public"]);
				if (!lanes.has(key)) names.push(table);
				lanes.set(key, lane);
				busy.add(lane);
				bars.push(barOf(effect, table, {
					before: held.get(lane)?.lock,
					alongside: works
				}, {
					lane,
					from: at,
					to
				}));
				const lock = isOfMysql(effect) ? void 0 : stronger(effect.lock, held.get(lane)?.lock);
				if (lock !== void 0) held.set(lane, {
					lock,
					table
				});
			}
			for (const [lane, { lock, table }] of held) if (!busy.has(lane) && to > at) extend(bars, heldBar(lock, table, {
				lane,
				from: at,
				to
			}));
			if (committed) held.clear();
			at = to;
		}
		at = Math.max(at, from + trackWidth);
		tracks.push({
			...track,
			from,
			to: at
		});
	}
	return {
		lanes: names,
		bars,
		tracks,
		length: Math.max(at, stageEnds),
		left: Math.max(0, matters.length - mostTracks)
	};
}
/** Locks that somebody feels, or under which rows are worked on. Those of a SELECT are in nobody's way. */
function shows({ lock, work }) {
	return lock !== null && (blocksWrites(lock) || isWork(work));
}
function barOf(effect, table, { before, alongside }, place) {
	const lock = isOfMysql(effect) ? effect.lock : stronger(effect.lock, before) ?? null;
	const words = effect.work.filter((each) => isWork([each])).map((each) => workNames[each]);
	const named = isOfMysql(effect) ? lockInWords(effect) : lockInWords({
		...effect,
		lock
	});
	const name = lock === null ? "" : ` (${named}${isOfMysql(effect) ? "" : " lock"})`;
	return {
		...place,
		waits: waitsFor(lock),
		work: words.join(" + "),
		held: false,
		title: `${effectInWords({
			...effect,
			lock
		}, table, alongside)}${name}`
	};
}
function heldBar(lock, table, place) {
	const title = `${effectInWords({
		lock,
		work: ["metadata"]
	}, table).replace(/ for a moment$/, "")} until the transaction ends (${sqlNameOf(lock)} lock)`;
	return {
		...place,
		waits: waitsFor(lock),
		work: "",
		held: true,
		title
	};
}
/** A lock that is held on is one bar, however many statements run meanwhile. */
function extend(bars, bar) {
	const last = bars.findLastIndex((each) => each.lane === bar.lane);
	const before = bars[last];
	if (before?.held && before.to === bar.from && before.title === bar.title) bars[last] = {
		...before,
		to: bar.to
	};
	else bars.push(bar);
}
function stronger(a, b) {
	return strength(a) >= strength(b ?? null) ? a ?? void 0 : b;
}
function waitsFor(lock) {
	return blocksReads(lock) ? "reads" : blocksWrites(lock) ? "writes" : "nobody";
}

// src/report/html/timeline.ts
const laneHeight = 40;
const barHeight = 16;
const left = 6;
/** What the colours mean, in the order of how much it hurts. */
const meanings = {
	reads: "reads and writes wait",
	writes: "writes wait",
	nobody: "reads and writes go on"
};
/**
* Who is locked out while the files run, as a picture: time from left to right, a line a table. Nothing where no table in use is locked.
* @param anchor where the number of a track leads to
*/
function timelinePicture(title, all, anchor) {
	const timeline = layOut(all);
	if (timeline.bars.length === 0) return html``;
	const staged = timeline.tracks.some((each) => each.stage !== void 0);
	const top = staged ? 62 : 30;
	const width = timeline.length + 12 + 30;
	const height = top + timeline.lanes.length * laneHeight + 4;
	return html`<figure class="timeline">
<figcaption>${title}</figcaption>
<div class="scroll"><svg role="img" aria-label="${describe(timeline)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
${timeline.tracks.map((track) => trackMark(track, height, anchor, staged))}
${timeline.lanes.map((name, i) => laneMark(name, top + i * laneHeight, width))}
${timeline.bars.map((bar) => barMark(bar, top))}
</svg></div>
<p class="legend">${Object.keys(meanings).map((each) => html`<span><i class="${each}"></i>${meanings[each]}</span>`)}<span><i class="held"></i>held until commit</span>
<span>Not to scale: a wide bar grows with the table, a narrow one is a moment.</span>${timeline.left > 0 ? html` <span>${counted(timeline.left, "more file")} not drawn.</span>` : void 0}</p>
</figure>
`;
}
function trackMark({ number, from, to, stage }, height, anchor, staged) {
	const y = staged ? 46 : 14;
	const x = left + (from + to) / 2;
	const head = stage && html`<line class="boundary" x1="${left + from - 10}" x2="${left + from - 10}" y1="0" y2="${height}"/><text class="stage" x="${left + from}" y="13">${stage.name}</text><text class="when" x="${left + from}" y="28">${stage.when}</text>`;
	return html`${head}<line class="track" x1="${left + from}" x2="${left + to}" y1="${y + 11}" y2="${y + 11}"/><a href="#${anchor(number)}"><circle cx="${x}" cy="${y}" r="8"/><text class="number" x="${x}" y="${y + 3.5}">${number}</text></a>
`;
}
function laneMark(name, y, width) {
	return html`<text class="table" x="${left}" y="${y + 12}">${name}</text><line class="lane" x1="0" x2="${width}" y1="${y + 18 + barHeight}" y2="${y + 18 + barHeight}"/>
`;
}
function barMark({ lane, from, to, waits, work, held, title }, top) {
	const y = top + lane * laneHeight + 17;
	const label = work === "" ? void 0 : html`<text class="on-${waits}" x="${left + (from + to) / 2}" y="${y + 12}">${work}</text>`;
	return html`<g><title>${title}</title><rect class="${waits}${held ? " held" : ""}" x="${left + from}" y="${y}" width="${Math.max(2, to - from - 1)}" height="${barHeight}" rx="2"/>${label}</g>
`;
}
/** The picture for who cannot see it. */
function describe({ bars }) {
	return [...new Set(bars.map((each) => each.title))].slice(0, 20).join("; ");
}

// src/report/html/plan.ts
const marks = {
	passed: "\u2713",
	failed: "\u2717",
	skipped: "\u2013"
};
/** A plan: whether it is proved, who is locked out while it runs, and every file of every stage with its rollback. */
function planSection(plan, index, analysis) {
	const anchor = `plan-${index + 1}`;
	const files = plan.stages.flatMap((stage, at) => stage.files.map((file, i) => ({
		stage,
		at,
		file,
		first: i === 0
	})));
	const tracks = files.map(({ stage, at, file, first }, i) => ({
		number: i + 1,
		statements: file.locking ?? [],
		...first && { stage: {
			name: `${at + 1} ${stageWords(stage)}`,
			when: whenToStart(plan, at)
		} }
	}));
	return html`<section id="${anchor}">
<h2>Staged plan <code>${plan.id}</code></h2>
${plan.stages.length === 0 ? void 0 : html`<p>${sentence(proofInWords(plan))}${plan.questions.length === 0 ? html` <code class="command">lockstep plan --write</code> writes all of it.` : void 0}</p>`}
${proofTable(plan)}
${plan.questions.map((each) => html`<p><strong>One thing only you know.</strong> ${sentence(each.message)} Write it above the statement:</p><pre>${sqlText(each.directive)}</pre>`)}
${timelinePicture("Staged", tracks, (number) => `${anchor}-file-${number}`)}
${plan.stages.map((stage, at) => html`<h3>${at + 1} ${stageWords(stage)} <small>${whenToStart(plan, at)}</small></h3>
${files.flatMap(({ at: own, file }, i) => own === at ? [fileBlock(file, i + 1, anchor)] : [])}`)}
${plan.unplanned.map((each) => html`<p><strong>Not staged</strong>, ${pathText(lineOf(analysis, each))}: ${sentence(each.reason.replace(/\.?$/, "."))}</p>`)}
${plan.differences?.map((each) => html`<p><strong>Ends otherwise</strong> than ${pathText(lineOf(analysis, each))} says: ${sentence(each.sentence)}.</p>`)}
</section>
`;
}
function fileBlock(file, number, anchor) {
	const rollback = file.steps.map((step) => step.rollback).reverse();
	return html`<details id="${anchor}-file-${number}"><summary><span class="number">${number}</span> ${pathText(file.path ?? "a file of its own")}</summary>
<pre>${sqlText(file.text)}</pre>
${rollback.length === 0 ? void 0 : html`<p>Rollback, last step first:</p><pre class="faint">${sqlText(rollback.join("\n"))}</pre>`}
</details>
`;
}
function proofTable({ proof }) {
	if (proof === void 0 || proof.checks.length === 0) return html``;
	return html`<div class="scroll"><table class="proof"><tbody>
${proof.checks.map(({ name, status, detail }) => html`<tr><td class="${status}">${marks[status]}</td><td>${name}</td><td>${sentence(detail)}</td></tr>
`)}</tbody></table></div>
`;
}

// src/report/html/concern.ts
/** Lines of a statement that are shown; a seed of thousands of rows is not understood better for being printed. */
const mostLines = 40;
const mostFindings = 20;
/** A place of a file that something is wrong with: its SQL, what is found and why, what it locks, and what goes in its stead. */
function concernCard(concern, file, number, analysis, context) {
	const where = concern.from === concern.to ? `${concern.path}:${concern.from}` : `${concern.path}:${concern.from}\u2013${concern.to}`;
	return html`<article class="concern">
<h3><span class="number">${number}</span> ${pathText(where)}</h3>
${excerptOf(concern, file)}
${concern.findings.slice(0, mostFindings).map((finding) => {
		const page = context.rulePage?.(finding.rule);
		const rule = page === void 0 ? html`${finding.rule}` : html`<a href="${page}">${finding.rule}</a>`;
		return html`<div class="finding ${finding.severity}"><p><strong>${finding.severity}</strong> <code>${rule}</code></p>
<p>${sentence(finding.message)}</p>
<p class="advice">${sentence(finding.advice)}</p></div>
`;
	})}${concern.findings.length > mostFindings ? html`<p>And ${concern.findings.length - mostFindings} more here.</p>` : void 0}
${effectsTable(concern)}
${answerOf(concern, analysis)}
</article>
`;
}
/** What the lines lock, or nothing where they lock nothing. */
function effectsTable({ statements }) {
	const rows = statements.flatMap(({ effects, felt }) => {
		const works = effects.some((each) => isWork(each.work));
		return effects.map((effect) => html`<tr><td>${tableInWords(effect, ["public"])}</td><td>${lockInWords(effect)}</td><td>${factsInWords(effect, !felt.includes(effect), works)}</td></tr>
`);
	});
	if (rows.length === 0) return html``;
	return html`<div class="scroll"><table><thead><tr><th>table</th><th>lock</th><th>meanwhile</th></tr></thead><tbody>
${rows.slice(0, mostLines)}</tbody></table></div>
`;
}
function answerOf(concern, analysis) {
	const { edit, plan } = concern;
	const loses = edit !== void 0 && fixOf(concern, analysis) === void 0;
	const first = edit === void 0 || edit.unchanged ? void 0 : edit.lines.every((line) => line.trim() === "") ? html`<p><strong>First stage</strong>: take it out of this file; the plan puts it into files of its own.</p>` : html`<p><strong>First stage</strong>, instead of ${concern.from === concern.to ? "this line" : "these lines"}${loses ? ", with files of its own beside it" : ""}:</p>
<pre class="good">${sqlText(edit.lines.join("\n"))}</pre>`;
	return html`${first}
${concern.questions.map((each) => html`<p><strong>One thing only you know.</strong> ${sentence(each.message)} Write it above the statement:</p><pre>${sqlText(each.directive)}</pre>`)}
${concern.differences.map((each) => html`<p>The plan ends otherwise than this statement: ${sentence(each)}.</p>`)}
${concern.unplanned.map((each) => html`<p><strong>No staged plan</strong>: ${sentence(each)}</p>`)}
${plan === void 0 || plan >= 50 ? void 0 : html`<p><a href="#plan-${plan + 1}">The staged plan</a> has every step.</p>`}`;
}
/** The lines, with what the findings point at marked. */
function excerptOf({ from, to, findings }, { migration: { text } }) {
	if (text === "") return html``;
	const lines = gitLines(text).slice(from - 1, to);
	const shown = lines.slice(0, mostLines);
	const rows = shown.map((line, i) => html`<span class="line"><span class="gutter">${from + i}</span>${marked(text, line, findings.map((each) => each.span))}</span>
`);
	const more = lines.length - shown.length;
	return html`<pre class="excerpt">${rows}${more > 0 ? html`<span class="line"><span class="gutter">\u2026</span>${more} more lines</span>` : void 0}</pre>`;
}
function marked(text, line, spans) {
	const inside = spans.map(({ start, end }) => ({
		start: Math.max(start, line.start),
		end: Math.min(end, line.end)
	})).filter((each) => each.start < each.end).sort((a, b) => a.start - b.start);
	const parts = [];
	let at = line.start;
	for (const { start, end } of inside) {
		if (end <= at) continue;
		parts.push(sqlText(text.slice(at, Math.max(at, start))), html`<mark>${sqlText(text.slice(Math.max(at, start), end))}</mark>`);
		at = end;
	}
	return html`${parts}${sqlText(text.slice(at, line.end))}`;
}

// src/report/html/lists.ts
/** More rows than anybody reads. */
const mostRows$1 = 500;
/** Every waiver with its reason: what nobody sees, nobody questions. */
function waivedList(analysis) {
	return list(waiversOf(analysis).map((waiver) => {
		const times = waiver.findings > 1 ? ` (${counted(waiver.findings, "finding")})` : "";
		return html`${pathText(`${waiver.path}:${waiver.line}`)} <code>${waiver.rule}</code>${times}: ${waiver.reason} <strong>${standingInWords(waiver)}</strong>`;
	}));
}
/** What the team has taken as it is. */
function knownList(analysis) {
	return list(analysis.files.flatMap((file) => file.known ?? []).map((each) => html`${pathText(lineOf(analysis, each))} <code>${each.rule}</code>: ${sentence(each.message)}`));
}
/** What was not checked, with the reason. */
function unreadableList(analysis) {
	return list(analysis.files.flatMap((file) => file.findings).filter((each) => each.category === "unreadable" && each.suppressed === void 0).map((each) => html`${pathText(lineOf(analysis, each))} ${sentence(each.message)}`));
}
function noticeList({ notices }) {
	return list(notices.map(({ path, line, message }) => html`${pathText(`${path}:${line}`)} ${sentence(message)}`));
}
function list(items) {
	if (items.length === 0) return [];
	const more = items.length - mostRows$1;
	return [html`<ul>${items.slice(0, mostRows$1).map((each) => html`<li>${each}</li>\n`)}</ul>${more > 0 ? html`<p>And ${more} more.</p>` : void 0}`];
}
/** What each statement of a file locks. */
function statementTable({ migration: { text }, statements }) {
	const lines = linesOf(text);
	const rows = statements.slice(0, mostRows$1).map(({ statement: { span, unreadable }, effects }) => {
		const locks = effects.map((each) => html`${tableInWords(each, ["public"])}: ${lockInWords(each)}<br/>`);
		const none = unreadable === void 0 ? "locks no table" : "not read";
		return html`<tr><td>${lines.position(span.start).line}</td><td><code>${labelOf(text, span, 90)}</code></td><td>${locks.length === 0 ? none : locks}</td></tr>
`;
	});
	const more = statements.length - rows.length;
	return html`<div class="scroll"><table><tbody>
${rows}</tbody></table></div>${more > 0 ? html`<p>And ${more} more.</p>` : void 0}
`;
}

// src/report/html/stylesheet.ts
/** The page's looks: the system's own fonts, light or dark as the reader's system is, one column that a phone can hold. */
const stylesheet = new Markup(`
:root {
  --back: #ffffff; --soft: #f6f8fa; --text: #1f2328; --faint: #59636e; --line: #d1d9e0; --link: #0969da; --mark: #fff1c2;
  --error: #cf222e; --warning: #9a6700; --good: #1a7f37;
  --reads: #cf222e; --on-reads: #ffffff; --writes: #f0b03f; --on-writes: #24292f; --nobody: #b4dfc0; --on-nobody: #14351e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #0d1117; --soft: #161b22; --text: #e6edf3; --faint: #9198a1; --line: #30363d; --link: #4493f8; --mark: #5a4812;
    --error: #ff7b72; --warning: #e3b341; --good: #56d364;
    --reads: #da3633; --on-reads: #ffffff; --writes: #d29922; --on-writes: #14100a; --nobody: #1f5130; --on-nobody: #d7f5df;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
header, main, footer { max-width: 1080px; margin: 0 auto; padding: 0 20px; }
header { padding-top: 28px; }
h1 { font-size: 26px; margin: 0; }
header.fail h1 { color: var(--error); }
header.pass h1 { color: var(--good); }
header p { margin: 4px 0 0; }
h2 { font-size: 19px; margin: 36px 0 12px; padding-bottom: 6px; border-bottom: 1px solid var(--line); }
h3 { font-size: 15px; margin: 22px 0 8px; overflow-wrap: anywhere; }
h3 small { font-weight: normal; color: var(--faint); margin-left: 6px; }
p { margin: 8px 0; overflow-wrap: anywhere; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
code, pre, .path { font: 13px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.path { overflow-wrap: break-word; }
p code, li code, td code { background: var(--soft); padding: 1px 4px; border-radius: 4px; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: 10px 12px; margin: 8px 0; overflow-x: auto; tab-size: 4; }
pre.good { border-left: 3px solid var(--good); }
pre.faint { color: var(--faint); }
.excerpt { padding-left: 0; }
.gutter { display: inline-block; min-width: 44px; padding-right: 12px; text-align: right; color: var(--faint); user-select: none; }
mark { background: var(--mark); color: inherit; }
.number { display: inline-block; min-width: 22px; padding: 0 6px; border-radius: 11px; background: var(--soft); border: 1px solid var(--line); color: var(--text); font: 12px/20px system-ui, sans-serif; text-align: center; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; margin: 8px 0; }
th, td { text-align: left; vertical-align: top; padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); }
th { color: var(--faint); font-weight: 500; }
td code, .command { white-space: nowrap; }
td.error, td.failed { color: var(--error); }
td.warning { color: var(--warning); }
td.passed { color: var(--good); }
.concern { margin: 0 0 28px; }
.finding { border-left: 3px solid var(--warning); padding-left: 12px; margin: 12px 0; }
.finding.error { border-color: var(--error); }
.finding strong { color: var(--warning); }
.finding.error strong { color: var(--error); }
.finding p { margin: 2px 0; }
.advice::before { content: "\u2192 "; color: var(--good); }
details { border: 1px solid var(--line); border-radius: 6px; margin: 8px 0; padding: 6px 12px; }
summary { cursor: pointer; overflow-wrap: anywhere; }
ul { padding-left: 20px; }
li { overflow-wrap: anywhere; margin: 4px 0; }
footer { color: var(--faint); font-size: 13px; padding-top: 24px; padding-bottom: 32px; }
.timeline { margin: 20px 0; border: 1px solid var(--line); border-radius: 8px; padding: 14px 16px 10px; }
.timeline figcaption { font-weight: 600; margin-bottom: 8px; }
.timeline svg { display: block; font: 12px system-ui, -apple-system, "Segoe UI", sans-serif; fill: var(--text); }
.timeline line { stroke: var(--line); }
.timeline .track { stroke: var(--faint); stroke-width: 2; }
.timeline .boundary { stroke: var(--faint); stroke-dasharray: 3 3; }
.timeline circle { fill: var(--soft); stroke: var(--line); }
.timeline .number, .timeline [class^="on-"] { text-anchor: middle; font-size: 10.5px; }
.timeline .stage { font-weight: 600; font-size: 12.5px; }
.timeline .when { fill: var(--faint); font-size: 11px; }
.timeline .table { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 11.5px; fill: var(--faint); }
.timeline rect.reads { fill: var(--reads); }
.timeline rect.writes { fill: var(--writes); }
.timeline rect.nobody { fill: var(--nobody); }
.timeline rect.held { opacity: .45; }
.timeline .on-reads { fill: var(--on-reads); }
.timeline .on-writes { fill: var(--on-writes); }
.timeline .on-nobody { fill: var(--on-nobody); }
.legend { color: var(--faint); font-size: 12.5px; display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 10px 0 0; }
.legend i { display: inline-block; width: 12px; height: 12px; border-radius: 2px; margin-right: 6px; vertical-align: -1px; }
.legend .reads { background: var(--reads); }
.legend .writes { background: var(--writes); }
.legend .nobody { background: var(--nobody); }
.legend .held { background: var(--reads); opacity: .45; }
@media (max-width: 600px) {
  header, main, footer { padding-left: 14px; padding-right: 14px; }
  body { font-size: 14px; }
  .waits thead { display: none; }
  .waits tr { display: block; padding: 8px 0; border-bottom: 1px solid var(--line); }
  .waits td { display: block; padding: 1px 0; border: 0; }
  .waits td:nth-child(-n + 2) { display: inline-block; padding-right: 8px; }
}
@media print { .scroll { overflow: visible; } pre { white-space: pre-wrap; } }
`);

// src/report/html/report.ts
/** A page of more than that nobody reads, and a browser takes seconds to open. */
const mostCards = 300;
const mostRows = 1e3;
/**
* The whole result as one page that needs nothing else: no script, no address to load from, and a policy that would refuse both, since the page holds text
* of others. It is XML as well, so that a strict parser can tell that nothing has got out of its place.
*/
function htmlReport(analysis, context) {
	const verdict = verdictOf(analysis, context.failOn);
	const files = numbered(analysis);
	const left = files.reduce((sum, { concerns, cards }) => sum + concerns.length - cards.length, 0);
	const unshown = analysis.plans.length - 50;
	return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<title>Lockstep: ${verdict}</title>
<style>${stylesheet}</style>
</head>
<body>
<header class="${verdict}">
<h1>Lockstep: ${verdict}</h1>
<p>${countsInWords(analysis)}</p>
</header>
<main>
${section("Who waits", "waits", waitsTable(files))}
${timelinePicture("As written", files.map(({ file, number }) => ({
		number,
		statements: file.statements
	})), fileAnchor)}
${section("What is unsafe, and why", "findings", files.flatMap((each) => cardsOf(each, analysis, context)))}
${left > 0 ? html`<p>And ${counted(left, "more place")}; <code>--format json</code> has all of them.</p>` : void 0}
${analysis.plans.slice(0, 50).map((plan, i) => planSection(plan, i, analysis))}
${unshown > 0 ? html`<p>And ${counted(unshown, "more staged plan")}; <code>lockstep plan</code> prints all of them.</p>` : void 0}
${section("Waived", "waived", waivedList(analysis))}
${section("In the baseline", "baseline", knownList(analysis))}
${section("Not readable", "unreadable", unreadableList(analysis))}
${section("To know", "notices", noticeList(analysis))}
${section("Every statement", "statements", files.map(statementsOf))}
</main>
<footer>${toolSentences(analysis).map((each) => html`${sentence(each)}<br/>`)}Lockstep ${context.version}, ${targetName(analysis.target)}</footer>
</body>
</html>
`.text;
}
function numbered(analysis) {
	let room = mostCards;
	return analysis.files.map((file, i) => {
		const concerns = concernsOf(file, analysis);
		const cards = concerns.slice(0, room);
		room -= cards.length;
		return {
			file,
			number: i + 1,
			concerns,
			cards
		};
	});
}
function fileAnchor(number) {
	return `file-${number}`;
}
function waitsTable(files) {
	const rows = files.flatMap(({ number, concerns }) => concerns.flatMap((concern) => {
		const [worst] = concern.findings;
		if (worst === void 0) return [];
		const rules = [...new Set(concern.findings.map((each) => each.rule))].map((each) => html`<code>${each}</code><br/>`);
		const waits = waitsOf(concern).map((each) => html`${each}<br/>`);
		return [html`<tr><td><a class="number" href="#${fileAnchor(number)}">${number}</a></td><td class="${worst.severity}">${worst.severity}</td>
<td>${pathText(`${concern.path}:${concern.from}`)}</td><td>${rules}</td><td>${waits}</td></tr>
`];
	}));
	if (rows.length === 0) return [];
	const head = html`<thead><tr><th></th><th></th><th>where</th><th>what</th><th>who waits</th></tr></thead>`;
	const more = rows.length - mostRows;
	return [html`<table class="waits">${head}<tbody>\n${rows.slice(0, mostRows)}</tbody></table>${more > 0 ? html`<p>And ${counted(more, "more place")}.</p>` : void 0}`];
}
function cardsOf({ file, number, cards }, analysis, context) {
	if (cards.length === 0) return [];
	return [html`<div id="${fileAnchor(number)}">${cards.map((each) => concernCard(each, file, number, analysis, context))}</div>`];
}
/** What each statement locks, safe ones too. A number leads here where nothing of the file is shown above. */
function statementsOf({ file, number, cards }) {
	const anchor = cards.length === 0 ? fileAnchor(number) : `${fileAnchor(number)}-statements`;
	return html`<details id="${anchor}"><summary><span class="number">${number}</span> ${pathText(file.migration.path)}</summary>
${statementTable(file)}</details>
`;
}

export { htmlReport };