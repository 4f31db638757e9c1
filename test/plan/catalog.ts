import type { PGlite } from '@electric-sql/pglite';

/** The end schema as the catalog has it, a line each thing, column order and object numbers left out. */
export async function catalogOf(db: PGlite): Promise<readonly string[]> {
  const lines = async (sql: string): Promise<string[]> => (await db.query<{ line: string }>(sql)).rows.map((row) => row.line);
  const ours = "n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'";
  return [
    ...(await lines(`
      SELECT concat_ws(' ', 'column', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'not null' END,
        'identity=' || a.attidentity::text, 'generated=' || a.attgenerated::text, 'default ' || pg_get_expr(d.adbin, d.adrelid), 'collate ' || a.attcollation::text) AS line
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
      WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p') AND ${ours} ORDER BY 1`)),
    ...(await lines(`
      SELECT concat_ws(' ', 'constraint', n.nspname, c.relname, k.conname, k.contype, pg_get_constraintdef(k.oid),
        'valid=' || k.convalidated, 'deferrable=' || k.condeferrable || k.condeferred, 'parent=' || (k.conparentid <> 0), CASE WHEN k.contype IN ('c', 'n') THEN 'noinherit=' || k.connoinherit END) AS line
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${ours} ORDER BY 1`)),
    ...(await lines(`
      SELECT concat_ws(' ', 'index', pg_get_indexdef(i.indexrelid), 'valid=' || i.indisvalid, 'ready=' || i.indisready, 'unique=' || i.indisunique, 'primary=' || i.indisprimary,
        'attached=' || EXISTS (SELECT 1 FROM pg_inherits h WHERE h.inhrelid = i.indexrelid)) AS line
      FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${ours} ORDER BY 1`)),
    ...(await lines(`
      SELECT concat_ws(' ', 'sequence', n.nspname, c.relname, format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
        'owned by ' || (SELECT d.refobjid::regclass || '.' || a.attname || ' ' || d.deptype::text FROM pg_depend d JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
          WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i'))) AS line
      FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${ours} ORDER BY 1`)),
    ...(await lines(`
      SELECT concat_ws(' ', 'comment', pg_describe_object(classoid, objoid, objsubid), description) AS line FROM pg_description
      WHERE EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${ours} AND (classoid, objoid) = ('pg_class'::regclass, c.oid))
        OR classoid = 'pg_constraint'::regclass AND EXISTS (SELECT 1 FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace WHERE k.oid = objoid AND ${ours}) ORDER BY 1`)),
    ...(await lines(`
      SELECT concat_ws(' ', 'granted', n.nspname, c.relname, a.attname, g.privilege_type, g.grantee, g.is_grantable) AS line
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid, aclexplode(a.attacl) g WHERE ${ours}
      UNION ALL SELECT concat_ws(' ', 'granted', n.nspname, c.relname, g.privilege_type, g.grantee, g.is_grantable)
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) g WHERE ${ours} ORDER BY 1`)),
    ...(await lines(`
      SELECT concat_ws(' ', 'settings', n.nspname, c.relname, a.attname, a.attstattarget, a.attoptions, a.attstorage, a.attcompression, c.relreplident) AS line
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p') AND ${ours} ORDER BY 1`)),
    ...(await lines(`
      SELECT concat_ws(' ', 'index settings', indexrelid::regclass, indisclustered, indisreplident) AS line
      FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${ours} ORDER BY 1`)),
    ...(await lines(`
      SELECT pg_get_triggerdef(t.oid) || t.tgenabled::text AS line FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE NOT t.tgisinternal AND ${ours} ORDER BY 1`)),
    ...(await lines(
      `SELECT 'function ' || p.oid::regprocedure AS line FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${ours} ORDER BY 1`,
    )),
    ...(await lines(`
      SELECT concat_ws(' ', 'statistics', n.nspname, s.stxname, s.stxrelid::regclass, s.stxkind,
        (SELECT string_agg(attname, ', ' ORDER BY attname) FROM pg_attribute WHERE attrelid = s.stxrelid AND attnum = ANY (s.stxkeys))) AS line
      FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace WHERE ${ours} ORDER BY 1`)),
    ...(await lines(`
      SELECT concat_ws(' ', 'relation', n.nspname, c.relname, c.relkind) AS line
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'i', 'I') AND ${ours} ORDER BY 1`)),
  ];
}

/** Drops everything that is not the system's. */
export async function reset(db: PGlite): Promise<void> {
  const { rows } = await db.query<{ name: string }>(
    "SELECT quote_ident(nspname) AS name FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'",
  );
  for (const { name } of rows) await db.exec(`DROP SCHEMA ${name} CASCADE`);
  await db.exec('CREATE SCHEMA public; RESET ALL');
}
