import { n as jsonReport, t as jsonError } from "./json2.js";

export { jsonError, jsonReport };