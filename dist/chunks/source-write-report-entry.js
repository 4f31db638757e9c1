import { prefixOf, removeReport, writeReport } from "./source-write-report.js";

export { prefixOf, writeReport };