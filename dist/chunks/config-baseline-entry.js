import { readBaseline, usualBaseline } from "./config-baseline.js";

export { readBaseline };