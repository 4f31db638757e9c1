import { formsOfStatement, mysql } from "./engine-mysql-index.js";

export { formsOfStatement, mysql };