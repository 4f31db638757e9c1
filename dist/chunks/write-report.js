import { n as writeReport, t as prefixOf } from "./write-report2.js";

export { prefixOf, writeReport };