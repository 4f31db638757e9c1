#!/usr/bin/env node
import "./chunks/rolldown-runtime.js";
import { main, processIo } from "./chunks/core.js";

// src/cli.ts
const io = processIo(new URL(import.meta.url));
process.exitCode = await main(process.argv.slice(2), io);
if (io.entry === void 0) process.getBuiltinModule("node:worker_threads").parentPort?.postMessage({ exitCode: process.exitCode });

export {  };