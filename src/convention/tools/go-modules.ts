/** Two tools of Go take files of the same names, and a project may use both: for different directories, or the one after the other. */
export const golangMigrateModules: readonly string[] = ['github.com/golang-migrate/migrate', 'github.com/mattes/migrate'];
export const maragudkModules: readonly string[] = ['github.com/maragudk/migrate', 'maragu.dev/migrate'];
