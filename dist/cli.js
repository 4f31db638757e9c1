#!/usr/bin/env node
import { C as processIo, x as main } from "./chunks/reports.js";

// src/cli.ts
process.exitCode = await main(process.argv.slice(2), processIo());

export {  };