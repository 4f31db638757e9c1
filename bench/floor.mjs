// The floor for a one-file check: a script that does nothing but load PostgreSQL's parser and parse one statement.
import { loadModule, parseSync } from 'libpg-query';

await loadModule();
parseSync('ALTER TABLE orders ADD COLUMN status text NOT NULL');
