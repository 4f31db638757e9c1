import { n as isFailure, r as loadParser } from "./core.js";

export { isFailure, loadParser };