import { gt as visibleLines, ht as visible, mt as columnsOf } from "./core.js";

export { visibleLines };