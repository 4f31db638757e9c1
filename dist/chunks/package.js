import { n as packagePages, r as rulePage, t as packageInfo } from "./package2.js";

export { packageInfo, packagePages };