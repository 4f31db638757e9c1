#!/usr/bin/env node
import { ln as processIo, r as main } from "./chunks/core.js";

// src/cli.ts
process.exitCode = await main(process.argv.slice(2), processIo());

export {  };