import { ignoredByGit } from "./source-ignored.js";

export { ignoredByGit };