#!/usr/bin/env node
import { E as main, xt as processIo } from "./chunks/core.js";

// src/cli.ts
process.exitCode = await main(process.argv.slice(2), processIo());

export {  };