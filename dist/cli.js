#!/usr/bin/env node
import "./chunks/rolldown-runtime.js";
import { main, processIo } from "./chunks/core.js";

// src/cli.ts
process.exitCode = await main(process.argv.slice(2), processIo());

export {  };