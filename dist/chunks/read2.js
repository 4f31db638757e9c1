import { n as readConfig, t as configKeys } from "./read.js";

export { configKeys, readConfig };