import * as v from 'valibot';
import { isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { conventionIds } from '../convention/index.ts';
import type { MysqlSettings } from '../engine/engine.ts';
import { Problem } from '../problem.ts';
import { rules } from '../rules/index.ts';
import { isUtc } from '../schema/time-zone.ts';
import { type Config, type DirectoryConfig, defaultConfig } from './config.ts';
import { didYouMean } from './nearest.ts';
import { readTarget } from './target.ts';

/** One of these words; the message lists them. */
const oneOf = <const T extends readonly string[]>(words: T) =>
  v.picklist(words, `must be ${words.slice(0, -1).join(', ')} or ${words.at(-1)}`);
const text = (what: string) => v.pipe(v.string(`must be ${what}`), v.trim(), v.minLength(1, `must be ${what}`));
const list = (what: string) =>
  v.union(
    [
      v.pipe(v.array(text(what)), v.minLength(1, `must be ${what}, or a list of them`)),
      v.pipe(
        text(what),
        v.transform((one) => [one]),
      ),
    ],
    `must be ${what}, or a list of them`,
  );

/** A mapping with free keys. valibot's `record` takes lists too, and passes over keys that every object has: neither goes unsaid. */
const mapping = <T extends v.GenericSchema>(values: T, message: string) =>
  v.pipe(
    v.custom<Record<string, unknown>>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), message),
    v.check(
      (value) => !['__proto__', 'prototype', 'constructor'].some((key) => Object.hasOwn(value, key)),
      `${message}, and none called like a property of every object`,
    ),
    v.record(v.string(), values),
  );

const counts = { k: 1e3, M: 1e6, B: 1e9 } as const;
const wantsRows = 'must be a number of rows, as 1200000 or 1.2M';
const rowCount = v.pipe(
  v.union([v.number(wantsRows), v.string(wantsRows)], wantsRows),
  v.transform((rows) => {
    if (typeof rows === 'number') return rows;
    const [, digits, unit] = /^(\d[\d_]*(?:\.\d+)?)([kMB]?)$/.exec(rows) ?? [];
    return digits === undefined ? Number.NaN : Number(digits.replaceAll('_', '')) * (unit ? counts[unit as keyof typeof counts] : 1);
  }),
  v.number(wantsRows),
  v.check((rows) => Number.isFinite(rows) && rows >= 0, wantsRows),
);

const engine = v.pipe(
  text('an engine, as in postgres@16'),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return readTarget(dataset.value);
    } catch (error) {
      addIssue({ message: (error as Problem).message });
      return NEVER;
    }
  }),
);

/** SQL. YAML makes numbers and booleans of the plainest values. */
const expression = v.pipe(
  v.union([v.string(), v.number(), v.boolean()], 'must be an expression'),
  v.transform(String),
  text('an expression'),
);

/** As the server takes it: names with commas between them, or a list of them. Empty: no mode at all. */
const sqlMode = v.pipe(
  v.union([v.string(), v.array(v.string())], 'must be modes of the server, as STRICT_TRANS_TABLES,NO_ZERO_DATE'),
  v.transform((modes) => [modes].flat().join(',').replace(/\s+/g, '').toUpperCase()),
  v.regex(/^(?:[A-Z_0-9]+(?:,[A-Z_0-9]+)*)?$/, 'must be modes of the server, as STRICT_TRANS_TABLES,NO_ZERO_DATE'),
);

/** As the tool would put them into its files. YAML makes numbers and booleans of the plainest values. */
const placeholders = mapping(
  v.pipe(v.union([v.string(), v.number(), v.boolean()], 'must be text'), v.transform(String)),
  'must map names of placeholders to what they stand for',
);

const wantsTeam = 'a team, as dba or acme/dba';

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

const transaction = oneOf(['wrapped', 'single-query', 'per-statement', 'unknown']);
const lockTimeout = oneOf(['migration', 'role', 'tool']);
const timeZone = v.pipe(text('a time zone, as UTC'), v.check(isTimeZone, 'must be a time zone, as UTC or Europe/Paris'));

/** Settings of the server that MySQL and MariaDB have. */
const ofMysql = {
  'foreign-key-checks': v.optional(oneOf(['on', 'off'])),
  'sql-mode': v.optional(sqlMode),
  'binlog-format': v.optional(oneOf(['row', 'statement', 'mixed'])),
};
const mysqlKeys = Object.keys(ofMysql) as readonly (keyof typeof ofMysql)[];

/** What it may say of one directory. */
const ofDirectory = v.strictObject({
  engine: v.optional(engine),
  tool: v.optional(oneOf(conventionIds)),
  transaction: v.optional(transaction),
  placeholders: v.optional(placeholders),
  'lock-timeout': v.optional(lockTimeout),
  'search-path': v.optional(list('a schema name')),
  'time-zone': v.optional(timeZone),
  ...ofMysql,
});

/** What `.lockstep.yml` may say. Every key is described in docs/configuration.md. */
const schema = v.strictObject({
  engine: v.optional(engine),
  migrations: v.optional(list('a glob')),
  tool: v.optional(oneOf(conventionIds)),
  transaction: v.optional(transaction),
  placeholders: v.optional(placeholders),
  rules: v.optional(mapping(oneOf(['error', 'warning', 'off']), 'must map rule ids to error, warning or off')),
  sizes: v.optional(mapping(rowCount, 'must map tables to their number of rows')),
  'lock-timeout': v.optional(lockTimeout),
  'search-path': v.optional(list('a schema name')),
  backfill: v.optional(mapping(expression, 'must map `table.column` to an expression')),
  baseline: v.optional(text('the path of a baseline')),
  schema: v.optional(text('the path of a schema dump')),
  'fail-on': v.optional(oneOf(['error', 'warning', 'never'])),
  ...ofMysql,
  waivers: v.optional(oneOf(['allow', 'require-approval'])),
  'waiver-label': v.optional(text('the name of a label')),
  'waiver-team': v.optional(v.pipe(text(wantsTeam), v.regex(/^(?:[\w.-]+\/)?[\w.-]+$/, `must be ${wantsTeam}`))),
  'time-zone': v.optional(timeZone),
  directories: v.optional(mapping(ofDirectory, 'must map directories to what holds for them')),
});

/** The keys that a config may have. */
const configKeys = Object.keys(schema.entries);

const directoryKeys = Object.keys(ofDirectory.entries);

/** Aliases a config may expand to in all: enough for an anchor used on every table, too few for a billion laughs. */
const mostAliases = 100;

/**
 * Reads the text of a config file. Nothing in it is executed: no tags, no includes.
 * @throws Problem naming the line
 */
export function readConfig(source: string, path: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, strict: true, uniqueKeys: true });
  const lineOf = (node: Node | null | undefined): number => (node?.range ? lines.linePos(node.range[0]).line : 1);
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault !== undefined) throw new Problem(`is not valid YAML: ${fault.message}`, { path, line: lines.linePos(fault.pos[0]).line });
  if (document.contents === null) return defaultConfig;
  if (!isMap(document.contents))
    throw new Problem(`must be a mapping of ${configKeys.join(', ')}`, { path, line: lineOf(document.contents) });

  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    throw new Problem(`cannot be read: ${(error as Error).message}`, { path });
  }
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    const keys = (issue.path ?? []).map((each) => each.key as string | number);
    const node = locate(document.contents, keys);
    const name = keys.join('.');
    const known = keys.length === 1 ? configKeys : directoryKeys;
    const unknown = issue.type === 'strict_object' && issue.expected === 'never';
    const message = unknown
      ? `there is no key \`${name}\`${didYouMean(String(keys.at(-1)), known)}; there are ${known.join(', ')}`
      : `\`${name}\` ${issue.type === 'strict_object' ? `must be a mapping of ${directoryKeys.join(', ')}` : issue.message}`;
    throw new Problem(message, { path, line: lineOf(node) });
  }
  const given = result.output;
  for (const [id, severity] of Object.entries(given.rules ?? {})) {
    const rule = rules.find((each) => each.id === id);
    const line = lineOf(locate(document.contents, ['rules', id]));
    if (rule === undefined) {
      const ids = rules.map((each) => each.id);
      throw new Problem(`there is no rule \`${id}\`${didYouMean(id, ids)}; \`lockstep rules\` lists them`, { path, line });
    }
    if (rule.category === 'unreadable' && severity === 'off') {
      throw new Problem(`\`${id}\` cannot be turned off; waive it where it stands: -- lockstep-ignore ${id}: <reason>`, { path, line });
    }
  }
  if (given.waivers !== 'require-approval') {
    const key = (['waiver-label', 'waiver-team'] as const).find((each) => given[each] !== undefined);
    const line = lineOf(locate(document.contents, [key ?? '']));
    if (key !== undefined) throw new Problem(`\`${key}\` means nothing without \`waivers: require-approval\``, { path, line });
  }
  const directories = Object.values(given.directories ?? {});
  if (given.engine?.engine === 'postgres' && !directories.some(({ engine: own }) => own !== undefined && own.engine !== 'postgres')) {
    const key = mysqlKeys.find((each) => given[each] !== undefined);
    const line = lineOf(locate(document.contents, [key ?? '']));
    if (key !== undefined)
      throw new Problem(`\`${key}\` is a setting of MySQL and MariaDB, and means nothing to PostgreSQL`, { path, line });
  }
  for (const target of Object.keys(given.backfill ?? {})) {
    if (!/[^.]\.[^.]/.test(target)) {
      const line = lineOf(locate(document.contents, ['backfill', target]));
      throw new Problem(`\`backfill\` maps \`table.column\` to an expression; \`${target}\` is no such name`, { path, line });
    }
  }
  return toConfig(given);
}

function toConfig(given: v.InferOutput<typeof schema>): Config {
  const searchPath = given['search-path'] ?? defaultConfig.searchPath;
  return {
    target: given.engine ?? defaultConfig.target,
    ...(given.engine && { engineStated: true as const }),
    migrations: given.migrations ?? defaultConfig.migrations,
    ...(given.tool !== undefined && { tool: given.tool }),
    transaction: given.transaction ?? defaultConfig.transaction,
    placeholders: given.placeholders ?? {},
    rules: given.rules ?? {},
    sizes: Object.fromEntries(
      Object.entries(given.sizes ?? {}).map(([table, rows]) => [qualified(table, searchPath[0] ?? 'public'), rows]),
    ),
    lockTimeout: given['lock-timeout'] ?? defaultConfig.lockTimeout,
    searchPath,
    backfill: given.backfill ?? {},
    ...(given.baseline !== undefined && { baseline: given.baseline }),
    ...(given.schema !== undefined && { schema: given.schema }),
    failOn: given['fail-on'] ?? defaultConfig.failOn,
    timeZoneUtc: isUtc(given['time-zone'] ?? ''),
    mysql: mysqlOf(given),
    waivers: given.waivers ?? defaultConfig.waivers,
    waiverApproval: {
      label: given['waiver-label'] ?? defaultConfig.waiverApproval.label,
      ...(given['waiver-team'] !== undefined && { team: given['waiver-team'] }),
    },
    directories: Object.entries(given.directories ?? {}).map(([path, own]) => directoryOf(path, own)),
  };
}

function mysqlOf({
  'foreign-key-checks': foreignKeyChecks,
  'sql-mode': sqlMode,
  'binlog-format': binlogFormat,
}: Pick<v.InferOutput<typeof ofDirectory>, keyof typeof ofMysql>): MysqlSettings {
  return {
    ...(foreignKeyChecks !== undefined && { foreignKeyChecks: foreignKeyChecks === 'on' }),
    ...(sqlMode !== undefined && { sqlMode }),
    ...(binlogFormat !== undefined && { binlogFormat }),
  };
}

function directoryOf(path: string, own: v.InferOutput<typeof ofDirectory>): DirectoryConfig {
  return {
    path: path.replace(/^(?:\.\/)+|^\.$|\/+$/g, ''),
    ...(own.engine && { target: own.engine, engineStated: true as const }),
    ...(own.tool !== undefined && { tool: own.tool }),
    ...(own.transaction && { transaction: own.transaction }),
    ...(own.placeholders && { placeholders: own.placeholders }),
    ...(own['lock-timeout'] && { lockTimeout: own['lock-timeout'] }),
    ...(own['search-path'] && { searchPath: own['search-path'] }),
    ...(own['time-zone'] !== undefined && { timeZoneUtc: isUtc(own['time-zone']) }),
    ...(mysqlKeys.some((key) => own[key] !== undefined) && { mysql: mysqlOf(own) }),
  };
}

/** A table's name with its schema; a dot inside quotes is none. */
function qualified(table: string, schemaName: string): string {
  return table.replace(/"(?:[^"]|"")*"/g, '').includes('.') ? table : `${schemaName}.${table}`;
}

/** The key of the deepest entry that `path` names; the value where it is an item of a list. */
function locate(root: Node, path: readonly (string | number)[]): Node | undefined {
  let at: Node | null | undefined = root;
  let found: Node | undefined;
  for (const step of path) {
    if (!isMap(at)) break;
    const pair = at.items.find((each) => isPair(each) && isScalar(each.key) && String(each.key.value) === String(step));
    if (pair === undefined) break;
    found = pair.key as Node;
    at = pair.value as Node | null;
  }
  return found;
}
