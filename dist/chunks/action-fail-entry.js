import { fail } from "./action-fail.js";

export { fail };