/** What a configuration file says, by the key with those of its sections before it: `flyway.placeholders.schema`. */
export type Settings = ReadonlyMap<string, string>;

/**
 * `key = value` lines under `[section]` lines: Java's properties, INI files, and of TOML what such lines can say (strings and bare values, no lists of tables).
 * What has another form is passed over.
 */
export function settingsOf(text: string): Settings {
  const settings = new Map<string, string>();
  let section = '';
  for (const line of text.replace(/\\\r?\n[ \t]*/g, '').split(/\r?\n/)) {
    const opened = /^[ \t]*\[[ \t]*([\w.$:-]+)[ \t]*\][ \t]*(?:[#;].*)?$/.exec(line)?.[1];
    if (opened !== undefined) section = `${opened}.`;
    const [, key, value = ''] = /^[ \t]*["']?([\w.-]+)["']?[ \t]*[=:](.*)$/.exec(line) ?? [];
    if (key !== undefined) settings.set(section + key, bare(value.trim()));
  }
  return settings;
}

/** Quotes of TOML and the comment behind them, if there are any; else the value as it is. */
function bare(value: string): string {
  const [, single, double] = /^(?:'([^']*)'|"((?:[^"\\]|\\.)*)")[ \t]*(?:#.*)?$/.exec(value) ?? [];
  return single ?? double?.replace(/\\(["\\])/g, '$1') ?? value;
}

/**
 * The block mappings of the first document of a YAML file: `spring.flyway.placeholders.schema`. Lists and mappings in braces are passed over: a whole parser would take what it is
 * given by whoever opens a pull request.
 */
export function yamlSettings(text: string): Settings {
  const settings = new Map<string, string>();
  const above: { readonly indent: number; readonly key: string }[] = [];
  for (const line of text
    .replace(/^---[ \t]*\r?\n/, '')
    .split(/^---[ \t]*\r?$/m, 1)[0]
    ?.split(/\r?\n/) ?? []) {
    const [, blank = '', key, value = ''] = /^( *)["']?([\w.-]+)["']?[ \t]*:(?:[ \t]+(.*))?$/.exec(line) ?? [];
    if (key === undefined) continue;
    while ((above.at(-1)?.indent ?? -1) >= blank.length) above.pop();
    const name = [...above.slice(-mostDeep).map((each) => each.key), key].join('.');
    const plain = bare(value.trim())
      .replace(/[ \t]#.*$/, '')
      .trim();
    if (plain === '') above.push({ indent: blank.length, key });
    else if (!/^[[{&*!|>]/.test(plain)) settings.set(name, plain);
  }
  return settings;
}

const mostDeep = 20;
