import { c as explain } from "./reports.js";

export { explain };