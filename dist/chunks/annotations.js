import { n as githubReport, t as annotationsOf } from "./annotations2.js";

export { githubReport };