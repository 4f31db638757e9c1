import { configKeys, readConfig } from "./config-read.js";

export { configKeys, readConfig };