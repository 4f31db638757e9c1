import { t as fail } from "./fail.js";

export { fail };