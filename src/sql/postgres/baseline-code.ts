import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8 from compiling WebAssembly a second time, with its optimising compiler. To be called before the parser is compiled.
 *
 * The parser's `base_yyparse` is one function of thousands of branches. After some statements V8 finds it hot and optimises it in the background, which takes
 * half a second to a second and, on Node 24, 500 MB; and a process cannot end before that is done. Measured for a check of one file: 0.43 s instead of 0.19 s and 110 MB
 * instead of 65 on Node 20, 0.7 s instead of 0.16 s and 610 MB instead of 70 on Node 24. Over 2,953 files the optimised code gains nothing either
 * (670 MB instead of 222, and no less time). PGlite is no slower with it. The flags are V8's for the whole process; one that a later V8
 * does not know is ignored with a warning, so that the path not taken, `--liftoff-only` (which at run time does not bring these two with it), is no safer.
 */
export function keepBaselineCode(): void {
  setFlagsFromString('--no-wasm-dynamic-tiering');
  setFlagsFromString('--no-wasm-tier-up');
}
