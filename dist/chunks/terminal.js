import { n as terminalReport, t as quietReport } from "./reports.js";

export { quietReport, terminalReport };