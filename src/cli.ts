#!/usr/bin/env node
import { processIo } from './cli/io.ts';
import { main } from './cli/main.ts';

// The exit code is set, not forced: `process.exit` would cut off what a pipe has not taken yet.
process.exitCode = await main(process.argv.slice(2), processIo());
