import { in as visibleLines, nn as columnsOf, rn as visible } from "./core.js";

export { visibleLines };