import type { Config, DirectoryConfig } from './config.ts';

/** What a config says of one directory of migrations: the entry of `directories` nearest to it wins over what it says of all. */
export function configFor(config: Config, directory: string): Config {
  const own = config.directories
    .filter(({ path }) => path === '' || directory === path || directory.startsWith(`${path}/`))
    .reduce<DirectoryConfig | undefined>(
      (nearest, each) => (nearest === undefined || each.path.length > nearest.path.length ? each : nearest),
      undefined,
    );
  if (own === undefined) return config;
  const { path: _, ...settings } = own;
  return { ...config, ...settings };
}

/** What a source has to know of a config to read a directory. */
export function seriesSettings(
  config: Config,
): (directory: string) => Pick<Config, 'tool' | 'transaction' | 'placeholders'> & { readonly dialect?: 'postgres' | 'mysql' } {
  return (directory) => {
    const { tool, transaction, placeholders, target, engineStated } = configFor(config, directory);
    return {
      ...(tool !== undefined && { tool }),
      transaction,
      placeholders,
      ...(engineStated && { dialect: target.engine === 'postgres' ? ('postgres' as const) : ('mysql' as const) }),
    };
  };
}
