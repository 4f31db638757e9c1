import "./rolldown-runtime.js";

// src/cli/help.ts
const help = `lockstep: what a migration does to a live database, and the staged migration that does it without blocking anybody

  lockstep check   [paths]            judge migrations; exit 1 where one is unsafe
  lockstep explain [paths]            what every statement locks and does, safe ones too
  lockstep plan    [paths] [--write]  the staged rewrite, as files; --write writes them
  lockstep status  [paths]            what is begun and not finished, with the next step of each
  lockstep init                       writes .lockstep.yml and the workflow from what the repository shows
  lockstep baseline [paths]           writes down what is there already, so that check speaks of new findings only
  lockstep rules   [id]               the rules, or the page of one

Paths are files, directories, globs, or - for standard input. Without any: the \`migrations\` globs of .lockstep.yml.
Each migration is judged on its own after its predecessors: the files that sort before it in its directory are its history.

  --base REF             judge only what changed since the branch left REF, as one deployment
  --together             judge all paths as one deployment
  --direction down       judge the way back instead: down files and sections, from the last migration on
  --history DIR          migrations applied before everything else (repeatable)
  --no-history           leave out the files that sort before
  --schema FILE          a schema dump to start from
  --engine postgres@16   the server and its version, as mysql@8.0.36 or mariadb@10.11 too; without one the worst counts
  --stdin-filename PATH  the path that standard input stands for
  --config FILE          instead of the nearest .lockstep.yml
  --no-proof             do not run plans on the embedded PostgreSQL
  --require-proof        a plan that is not proved is an error
  --database-url URL     prove on a server of your own, in a scratch database
  --fail-on LEVEL        error (default), warning or never
  --format NAME          text, json (docs/json.schema.json), sarif, github, gitlab, junit, checkstyle, rdjsonl, markdown, html
  --output NAME=FILE     writes that report to a file as well (repeatable); --output FILE writes the one of --format there instead
  --quiet                one line a finding, nothing where there is none
  --no-color             no colour; NO_COLOR in the environment does the same
  --version, --help

Exit codes: 0 nothing reached --fail-on; 1 something did, or SQL could not be read; 2 usage, config, a missing path, a bug.
`;

export { help };