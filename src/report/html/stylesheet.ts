import { Markup } from './markup.ts';

/** The page's looks: the system's own fonts, light or dark as the reader's system is, one column that a phone can hold. */
export const stylesheet = new Markup(`
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
.advice::before { content: "→ "; color: var(--good); }
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
