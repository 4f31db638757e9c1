import { readScript } from "./core.js";

export { readScript };