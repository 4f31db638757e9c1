import { nn as visible, rn as visibleLines, tn as columnsOf } from "./core.js";

export { visibleLines };