import { s as help } from "./reports.js";

export { help };