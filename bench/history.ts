import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes a migration history as a service of some years has it: tables that grow columns, indexes and constraints, some data changes, some drops.
 * The same for the same count: nothing in it is random.
 * @returns the path of the last migration
 */
export function writeHistory(directory: string, count: number): string {
  mkdirSync(directory, { recursive: true });
  let last = '';
  for (let i = 0; i < count; i++) {
    last = join(directory, `${String(i + 1).padStart(6, '0')}_step.sql`);
    writeFileSync(last, migration(i));
  }
  return last;
}

/** Each tenth migration creates a table; the nine behind it change that one and an older one. */
function migration(i: number): string {
  const table = `t${Math.floor(i / 10)}`;
  const older = `t${Math.floor(i / 20)}`;
  switch (i % 10) {
    case 0:
      return `CREATE TABLE ${table} (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  amount numeric(12, 2) NOT NULL DEFAULT 0 CHECK (amount >= 0),
  created_at timestamptz NOT NULL DEFAULT now()${i > 0 ? `,\n  parent_id bigint REFERENCES ${older} (id)` : ''}
);
CREATE INDEX ${table}_name_idx ON ${table} (name);
`;
    case 1:
      return `ALTER TABLE ${table} ADD COLUMN status text;\nCOMMENT ON COLUMN ${table}.status IS 'where it stands';\n`;
    case 2:
      return `CREATE INDEX CONCURRENTLY ${table}_status_idx ON ${table} (status) WHERE status IS NOT NULL;\n`;
    case 3:
      return `ALTER TABLE ${table} ADD CONSTRAINT ${table}_status_known CHECK (status IN ('new', 'paid', 'sent')) NOT VALID;\n`;
    case 4:
      return `ALTER TABLE ${table} VALIDATE CONSTRAINT ${table}_status_known;\n`;
    case 5:
      return `UPDATE ${table} SET status = 'new' WHERE status IS NULL;\nALTER TABLE ${table} ALTER COLUMN status SET DEFAULT 'new';\n`;
    case 6:
      return `CREATE VIEW ${table}_open AS SELECT id, name, amount FROM ${table} WHERE status <> 'sent';\n`;
    case 7:
      return `ALTER TABLE ${older} ADD COLUMN extra_${i} integer;\nCREATE INDEX ${older}_extra_${i} ON ${older} (extra_${i});\n`;
    case 8:
      return `INSERT INTO ${table} (name) VALUES ('first'), ('second');\nALTER TABLE ${older} DROP COLUMN extra_${i - 1};\n`;
    default:
      return `DROP VIEW ${table}_open;\nALTER TABLE ${table} ALTER COLUMN name TYPE varchar(200), ADD COLUMN note_${i} text;\n`;
  }
}
