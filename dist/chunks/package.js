import { n as rulePage, t as packageVersion } from "./package2.js";

export { packageVersion };