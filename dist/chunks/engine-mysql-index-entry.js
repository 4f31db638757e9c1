import { formsOfStatement, mysql } from "./core.js";

export { formsOfStatement, mysql };