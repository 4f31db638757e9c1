import { n as usualBaseline, t as readBaseline } from "./baseline2.js";

export { readBaseline };