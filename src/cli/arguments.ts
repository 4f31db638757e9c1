import { didYouMean } from '../config/nearest.ts';
import { Problem } from '../problem.ts';
import { type Format, type Output, readFormat, readOutput } from '../report/format.ts';

export const commands = ['check', 'explain', 'plan', 'status', 'baseline', 'rules', 'init'] as const;
export type Command = (typeof commands)[number];

// Not imported: an import of `node:util` runs every getter of it, and one opens standard error, which takes 4 ms of a check's 80.
const { parseArgs } = process.getBuiltinModule('node:util');

const directions = ['up', 'down'] as const;
const failOns = ['error', 'warning', 'never'] as const;

const options = {
  engine: { type: 'string' },
  schema: { type: 'string' },
  history: { type: 'string', multiple: true },
  'no-history': { type: 'boolean' },
  base: { type: 'string' },
  together: { type: 'boolean' },
  direction: { type: 'string' },
  'stdin-filename': { type: 'string' },
  format: { type: 'string' },
  output: { type: 'string', multiple: true },
  'fail-on': { type: 'string' },
  config: { type: 'string' },
  'no-proof': { type: 'boolean' },
  'require-proof': { type: 'boolean' },
  'database-url': { type: 'string' },
  write: { type: 'boolean' },
  quiet: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  version: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** A command line that has been understood. */
export interface Arguments {
  readonly command: Command | undefined;
  /** What follows the command. */
  readonly operands: readonly string[];
  readonly engine: string | undefined;
  readonly schema: string | undefined;
  readonly history: readonly string[];
  readonly noHistory: boolean;
  readonly base: string | undefined;
  readonly together: boolean;
  /** Which way the migrations go that are judged. */
  readonly direction: (typeof directions)[number] | undefined;
  readonly stdinFilename: string | undefined;
  readonly format: Format;
  /** Files to write reports to. */
  readonly outputs: readonly Required<Output>[];
  /** The report of `format` goes to a file, and nothing to standard output. */
  readonly toFile: boolean;
  readonly failOn: (typeof failOns)[number] | undefined;
  readonly config: string | undefined;
  readonly noProof: boolean;
  readonly requireProof: boolean;
  readonly databaseUrl: string | undefined;
  readonly write: boolean;
  readonly quiet: boolean;
  readonly noColor: boolean;
  readonly version: boolean;
  readonly help: boolean;
}

/**
 * Reads the arguments. `parseArgs` gives the tokens; what is wrong with them is said here, with the nearest name there is.
 * @throws Problem
 */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals, tokens } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: false, tokens: true });
  const names = Object.keys(options);
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name as keyof typeof options] : undefined;
    if (option === undefined) {
      throw new Problem(
        `there is no option ${token.rawName}${didYouMean(token.name, names).replace('`', '`--')}; lockstep --help lists them`,
      );
    }
    if (option.type === 'boolean' && token.value !== undefined) throw new Problem(`${token.rawName} takes no value`);
    // `--engine --quiet`: the next option is not meant as the value. One that is can be written as --engine=--quiet.
    if (
      option.type === 'string' &&
      (token.value === undefined || token.value === '' || (!token.inlineValue && token.value.startsWith('-')))
    ) {
      throw new Problem(`${token.rawName} needs a value`);
    }
  }
  const given = values as { [K in keyof typeof options]?: K extends 'history' | 'output' ? string[] : string } & Record<string, unknown>;
  const [command, ...operands] = positionals;
  if (command !== undefined && !(commands as readonly string[]).includes(command)) {
    throw new Problem(
      `there is no command \`${command}\`${didYouMean(command, commands)}; there are ${commands.slice(0, -1).join(', ')} and ${commands.at(-1)}`,
    );
  }
  if (values['no-proof'] === true && values['require-proof'] === true)
    throw new Problem('--no-proof and --require-proof contradict each other');
  if (command === 'baseline' && given.base !== undefined)
    throw new Problem('a baseline lists what is there already; --base judges what is not yet');
  if (given.direction === 'down' && command !== 'check' && command !== 'explain')
    throw new Problem('--direction down belongs to `lockstep check` and `lockstep explain`');
  if (command === 'status' && given.base !== undefined)
    throw new Problem('`lockstep status` looks at what is there; --base judges what is not yet');
  if (values.write === true && command !== 'plan') throw new Problem('--write belongs to `lockstep plan`');
  const format = given.format === undefined ? 'text' : readFormat('--format', given.format);
  if (command !== 'check' && format !== 'text' && format !== 'json') throw new Problem(`--format ${format} belongs to \`lockstep check\``);
  if (command !== 'check' && given.output !== undefined) throw new Problem('--output belongs to `lockstep check`');
  const outputs = (given.output ?? []).map((each) => readOutput('--output', each));
  return {
    command: command as Command | undefined,
    operands,
    engine: given.engine,
    schema: given.schema,
    history: given.history ?? [],
    noHistory: values['no-history'] === true,
    base: given.base,
    together: values.together === true,
    direction: oneOf('--direction', given.direction, directions),
    stdinFilename: given['stdin-filename'],
    format,
    outputs: outputs.map((each) => ({ format, ...each })),
    toFile: outputs.some((each) => each.format === undefined),
    failOn: oneOf('--fail-on', given['fail-on'], failOns),
    config: given.config,
    noProof: values['no-proof'] === true,
    requireProof: values['require-proof'] === true,
    databaseUrl: given['database-url'],
    write: values.write === true,
    quiet: values.quiet === true,
    noColor: values['no-color'] === true,
    version: values.version === true,
    help: values.help === true,
  };
}

function oneOf<const T extends readonly string[]>(option: string, value: string | undefined, allowed: T): T[number] | undefined {
  if (value === undefined || allowed.includes(value)) return value;
  throw new Problem(
    `${option} takes ${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}, not \`${value}\`${didYouMean(value, allowed)}`,
  );
}
