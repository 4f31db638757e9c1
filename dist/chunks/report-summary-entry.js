import { renderSummary } from "./report-summary.js";

export { renderSummary };