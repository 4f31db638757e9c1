import { m as jsonReport, p as jsonError } from "./reports.js";

export { jsonError, jsonReport };