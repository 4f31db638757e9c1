import { jsonError, jsonReport } from "./report-json.js";

export { jsonReport };