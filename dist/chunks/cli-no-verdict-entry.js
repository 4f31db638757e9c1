import { leaveNoVerdict, reportNoVerdict } from "./cli-no-verdict.js";

export { reportNoVerdict };