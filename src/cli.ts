#!/usr/bin/env node
import { processIo } from './cli/io.ts';
import { main } from './cli/main.ts';

const io = processIo(new URL(import.meta.url));
// The exit code is set, not forced: `process.exit` would cut off what a pipe has not taken yet.
process.exitCode = await main(process.argv.slice(2), io);
// Who watches a run takes no silence for a verdict.
if (io.entry === undefined) process.getBuiltinModule('node:worker_threads').parentPort?.postMessage({ exitCode: process.exitCode });
