import { i as plan } from "./reports.js";

export { plan };