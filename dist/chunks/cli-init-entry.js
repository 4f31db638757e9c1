import { init } from "./core.js";

export { init };