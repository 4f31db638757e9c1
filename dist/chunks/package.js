import { a as packageVersion, o as rulePage } from "./reports.js";

export { packageVersion };