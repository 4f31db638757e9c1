import { readConfig } from "./config-read.js";

export { readConfig };