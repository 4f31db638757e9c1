import { prefixOf, writeReport } from "./source-write-report.js";

export { prefixOf, writeReport };