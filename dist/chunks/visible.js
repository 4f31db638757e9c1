import { _ as columnsOf, v as visible, y as visibleLines } from "./reports.js";

export { visibleLines };