import { Ct as columnsOf, Tt as visibleLines, wt as visible } from "./core.js";

export { visibleLines };