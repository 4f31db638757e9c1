import { annotationsOf, githubReport } from "./report-annotations.js";

export { githubReport };