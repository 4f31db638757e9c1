#!/usr/bin/env node
import { ft as processIo, x as main } from "./chunks/core.js";

// src/cli.ts
process.exitCode = await main(process.argv.slice(2), processIo());

export {  };