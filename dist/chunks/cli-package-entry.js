import { packageInfo, packagePages, rulePage } from "./cli-package.js";

export { packageInfo, packagePages };