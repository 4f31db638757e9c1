import { r as listRules } from "./reports.js";

export { listRules };