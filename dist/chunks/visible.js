import { at as columnsOf, ot as visible, st as visibleLines } from "./core.js";

export { visibleLines };