import { mysqlSchema } from "./core.js";

export { mysqlSchema };