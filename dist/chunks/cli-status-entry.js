import { status } from "./core.js";

export { status };