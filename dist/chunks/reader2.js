import { t as libpgReader } from "./core.js";

export { libpgReader };