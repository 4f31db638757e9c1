import { Ct as visible, St as columnsOf, wt as visibleLines } from "./core.js";

export { visibleLines };