import "./rolldown-runtime.js";
import { ProofFailure, refusalOf, refusalWithin, refusalsAlone, refusalsInTurn, wordsOf } from "./proof-words.js";
import { contains, directivesOf, linesOf, movedSections, quoteIdentifier, quoteLiteral, quoteName, sourceOf } from "./core.js";
const { createHash } = process.getBuiltinModule("node:crypto");

// src/proof/users.ts
/** Conditions on the catalog that leave what users made, and not the server's own. */
/** A schema of theirs, by `nspname`. */
const inUsersSchema = "nspname NOT IN ('pg_catalog', 'information_schema') AND nspname !~ '^pg_(toast|temp)'";
/**
* What `initdb` makes has numbers below 16384 (FirstNormalObjectId in PostgreSQL's access/transam.h), and nothing later has. Says less than the schema does, but by an index,
* where thousands of rows of the server's own would be read. Two bounds, because a planner without statistics takes a range for a few rows and one bound for a third of all.
*/
function isOfUsers(oid) {
	return `${oid} BETWEEN 16384 AND 4294967295`;
}
/**
* Of relations of users (`isOfUsers`) what lies in a schema of theirs, by pg_class alone: without the join a query is planned in half the time. Nothing of theirs is made in the server's own schemas but
* what is temporary, and TOAST, which no query asks for by kind.
*/
const notTemporary = "relpersistence <> 't'";

// src/proof/catalog-query.ts
/** The lines of one kind of thing. */
function lines(kind, parts, from) {
	return `SELECT concat_ws(' ', '${kind}', ${parts.map((part) => typeof part === "string" ? `(${part})::text` : `'${part[0]} ' || (${part[1]})::text`).join(", ")}) FROM ${from}`;
}
const flag = (word, condition) => `CASE WHEN ${condition} THEN '${word}' END`;
/** What is looked up in another catalog, if it is to be: the subquery would be run for each row. */
const where = (condition, subquery) => `CASE WHEN ${condition} THEN (${subquery}) END`;
/** What an extension brought is its own affair. */
const ofNoExtension = (catalog, oid) => `NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '${catalog}'::regclass AND e.objid = ${oid} AND e.deptype = 'e')`;
const tablespace = (oid) => ["tablespace", where(`${oid} <> 0`, `SELECT spcname FROM pg_tablespace s WHERE s.oid = ${oid}`)];
/**
* DEFAULT NULL, which is none, but the catalog keeps it where the type has a length (that is put in by a function), or is a domain: the default of a domain it does overrule.
* https://github.com/postgres/postgres/blob/REL_18_STABLE/src/backend/catalog/heap.c (AddRelationNewConstraints)
*/
const isNullDefault = `attgenerated = '' AND (typtype <> 'd' OR typdefault IS NULL) AND pg_get_expr(adbin, adrelid) ~ '^NULL::("[^"]+"|[a-z0-9_. ])+(\\([0-9, ]+\\))?(\\[\\])*$'`;
/** @param newer a column of the catalog, by the major that brought it; NULL before */
const partsWith = (newer) => [
	lines("schema", ["quote_ident(nspname)", "nspacl"], `pg_namespace n WHERE ${inUsersSchema} AND ${ofNoExtension("pg_namespace", "n.oid")}`),
	lines("extension", ["quote_ident(extname)", "extversion"], `pg_extension WHERE extname <> 'plpgsql'`),
	lines("relation", [
		"rel",
		"relkind",
		"relpersistence",
		["access method", "amname"],
		["options", "reloptions"],
		["acl", "relacl"],
		flag("row security", "relrowsecurity"),
		flag("forced", "relforcerowsecurity"),
		["replica identity", `CASE WHEN relkind IN ('r', 'p') THEN relreplident END`],
		tablespace("reltablespace"),
		["of", "NULLIF(reloftype, 0)::regtype"],
		["by", "pg_get_partkeydef(r.oid)"],
		["bound", "pg_get_expr(relpartbound, r.oid)"],
		["owner", "pg_get_userbyid(relowner)"]
	], "relations r LEFT JOIN pg_am ON pg_am.oid = relam"),
	lines("parent", [
		"rel",
		"inhparent::regclass",
		newer(14, "h.inhdetachpending")
	], "pg_inherits h JOIN relations r ON r.oid = inhrelid"),
	lines("column", [
		`rel || '.' || quote_ident(attname)`,
		"format_type(atttypid, atttypmod)",
		flag("not null", "attnotnull"),
		["identity", `NULLIF(attidentity, '')`],
		["generated", `NULLIF(attgenerated, '')`],
		["default", `CASE WHEN NOT (${isNullDefault}) THEN pg_get_expr(adbin, adrelid) END`],
		["collate", where("attcollation <> typcollation", "SELECT collname FROM pg_collation WHERE pg_collation.oid = attcollation")],
		["storage", "NULLIF(attstorage, typstorage)"],
		["compression", `NULLIF(${newer(14, "a.attcompression")}, '')`],
		["statistics", "NULLIF(attstattarget, -1)"],
		["options", "attoptions"],
		["acl", "attacl"],
		flag("inherited", "NOT attislocal")
	], `pg_attribute a JOIN relations r ON r.oid = attrelid JOIN pg_type t ON t.oid = atttypid LEFT JOIN pg_attrdef d ON d.adrelid = attrelid AND d.adnum = attnum
     WHERE attnum > 0 AND NOT attisdropped AND relkind IN ('r', 'p', 'f', 'v', 'm', 'c')`),
	lines("constraint", [
		`rel || '.' || quote_ident(conname)`,
		"contype",
		"pg_get_constraintdef(k.oid)",
		flag("not valid", "NOT convalidated"),
		["enforced", newer(18, "k.conenforced")],
		flag("no inherit", `connoinherit AND contype IN ('c', 'n')`),
		flag("inherited", `NOT conislocal OR (contype = 'n' AND coninhcount > 0)`),
		flag("of a parent", "conparentid <> 0"),
		["index", "NULLIF(conindid, 0)::regclass"]
	], `pg_constraint k JOIN relations r ON r.oid = conrelid WHERE contype <> 't'`),
	lines("index", [
		"pg_get_indexdef(indexrelid)",
		flag("invalid", "NOT indisvalid"),
		flag("not ready", "NOT indisready"),
		flag("primary", "indisprimary"),
		flag("deferrable", "NOT indimmediate"),
		flag("clustered", "indisclustered"),
		flag("replica identity", "indisreplident"),
		tablespace("c.reltablespace"),
		["statistics", `SELECT string_agg(attnum || '=' || attstattarget, ',' ORDER BY attnum) FROM pg_attribute WHERE attrelid = indexrelid AND attstattarget >= 0`],
		["parent", where("c.relispartition", "SELECT inhparent::regclass FROM pg_inherits WHERE inhrelid = indexrelid")]
	], "pg_index JOIN relations r ON r.oid = indrelid JOIN pg_class c ON c.oid = indexrelid"),
	lines("sequence", [
		"rel",
		"format_type(seqtypid, NULL)",
		"seqstart",
		"seqincrement",
		"seqmin",
		"seqmax",
		"seqcache",
		"seqcycle",
		["of", `SELECT refobjid::regclass || '.' || quote_ident(attname) || ' ' || deptype::text FROM pg_depend JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid
         WHERE classid = 'pg_class'::regclass AND objid = r.oid AND deptype IN ('a', 'i')`]
	], "pg_sequence JOIN relations r ON r.oid = seqrelid"),
	lines("view", ["rel", "pg_get_viewdef(r.oid)"], `relations r WHERE relkind IN ('v', 'm')`),
	lines("trigger", ["pg_get_triggerdef(t.oid)", "tgenabled"], "pg_trigger t JOIN relations r ON r.oid = tgrelid WHERE NOT tgisinternal"),
	lines("rule", ["pg_get_ruledef(w.oid)", "ev_enabled"], `pg_rewrite w JOIN relations r ON r.oid = ev_class WHERE rulename <> '_RETURN'`),
	lines("policy", [
		"rel",
		"quote_ident(polname)",
		"polcmd",
		flag("restrictive", "NOT polpermissive"),
		`SELECT string_agg(CASE role WHEN 0 THEN 'public' ELSE pg_get_userbyid(role)::text END, ', ' ORDER BY role) FROM unnest(polroles) role`,
		["using", "pg_get_expr(polqual, polrelid)"],
		["with check", "pg_get_expr(polwithcheck, polrelid)"]
	], "pg_policy JOIN relations r ON r.oid = polrelid"),
	lines("statistics", [`SELECT string_agg(part, ', ' ORDER BY part) FROM regexp_split_to_table(pg_get_statisticsobjdef(s.oid), ', | ON | FROM ') part`, ["target", newer(13, "s.stxstattarget")]], `pg_statistic_ext s JOIN pg_namespace n ON n.oid = stxnamespace WHERE ${inUsersSchema}`),
	lines("function", [
		"p.oid::regprocedure",
		"prokind",
		`CASE WHEN prokind <> 'a' THEN pg_get_functiondef(p.oid) END`,
		["acl", "proacl"]
	], `pg_proc p JOIN pg_namespace n ON n.oid = pronamespace WHERE ${isOfUsers("p.oid")} AND ${inUsersSchema} AND ${ofNoExtension("pg_proc", "p.oid")}`),
	lines("type", [
		"t.oid::regtype",
		"typtype",
		["base", "format_type(NULLIF(typbasetype, 0), typtypmod)"],
		flag("not null", "typnotnull"),
		["default", "typdefault"],
		["values", `SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid`],
		["of", `SELECT format_type(rngsubtype, NULL) FROM pg_range WHERE rngtypid = t.oid`]
	], `pg_type t JOIN pg_namespace n ON n.oid = typnamespace WHERE ${isOfUsers("t.oid")} AND ${inUsersSchema} AND typtype IN ('d', 'e', 'r') AND ${ofNoExtension("pg_type", "t.oid")}`),
	lines("domain constraint", [
		`contypid::regtype || '.' || quote_ident(conname)`,
		"pg_get_constraintdef(k.oid)",
		flag("not valid", "NOT convalidated")
	], `pg_constraint k JOIN pg_type t ON t.oid = contypid JOIN pg_namespace n ON n.oid = typnamespace
     WHERE ${isOfUsers("contypid")} AND ${isOfUsers("t.oid")} AND ${inUsersSchema} AND ${ofNoExtension("pg_type", "t.oid")}`),
	lines("publication", [
		"quote_ident(pubname)",
		`to_jsonb(p) - 'oid' - 'pubowner'`,
		`SELECT string_agg(concat_ws(' ', quote_ident(schemaname) || '.' || quote_ident(tablename), ${newer(15, "x.rowfilter")},
         (SELECT string_agg(name, ',' ORDER BY name) FROM jsonb_array_elements_text(to_jsonb(x) -> 'attnames') name)), '; ' ORDER BY schemaname, tablename)
       FROM pg_publication_tables x WHERE x.pubname = p.pubname`
	], "pg_publication p"),
	lines("comment", [
		"o.type",
		"o.identity",
		"quote_literal(description)"
	], `pg_description, pg_identify_object(classoid, objoid, objsubid) o WHERE ${isOfUsers("objoid")}`)
];
const queries = /* @__PURE__ */ new Map();
/** What `catalogOf` asks a server of this major, from 12 on. */
function catalogQuery(major) {
	const known = queries.get(major);
	if (known !== void 0) return known;
	const parts = partsWith((since, column) => major < since ? "NULL" : column);
	const query = `WITH relations AS MATERIALIZED (
  SELECT c.*, c.oid::regclass::text AS rel FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
  WHERE ${isOfUsers("c.oid")} AND ${inUsersSchema} AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c') AND ${ofNoExtension("pg_class", "c.oid")})
SELECT line COLLATE "C" AS line FROM (${parts.join("\nUNION ALL ")}) AS parts (line) ORDER BY 1`;
	queries.set(major, query);
	return query;
}

// src/proof/prepared.ts
/**
* Runs a long query on the catalog, outside of a transaction, whatever path is set. It is planned once a session, which takes three times longer than running it; and for any
* number of tables: by the few that are there when it is planned, the planner would read whole catalogs for each of hundreds later.
*/
async function runPrepared(database, name, query) {
	const statement = `PREPARE ${name} AS ${query}`;
	const execute = (first) => database.runAll([
		"SET search_path = ''",
		"SET enable_seqscan = off",
		first,
		`EXECUTE ${name}`,
		"RESET enable_seqscan",
		"RESET search_path"
	]);
	let answers = await execute(`SELECT 1 / count(*) FROM pg_prepared_statements WHERE name = '${name}' AND md5(statement) = '${createHash("md5").update(statement).digest("hex")}'`);
	if (answers.refusal?.code === divisionByZero) {
		await refusalOf(database, `DEALLOCATE ${name}`);
		answers = await execute(statement);
	}
	if (answers.refusal !== void 0) throw answers.refusal;
	return answers.results[3]?.rows ?? [];
}
/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const divisionByZero = "22012";

// src/proof/catalog.ts
/**
* The schema as the server's catalog has it, a line each thing, sorted: two databases with equal lines have the same schema. Object numbers, the order of
* columns and everything that is no schema (rows, statistics, where a sequence stands) are left out.
*/
async function catalogOf(database) {
	return (await runPrepared(database, "lockstep_catalog", catalogQuery(database.major))).map((row) => String(row.line));
}
/** What one has that the other has not, in words. Empty: the same schema. */
function catalogDifference(expected, actual) {
	const [wanted, found] = [new Set(expected), new Set(actual)];
	return [...expected.filter((line) => !found.has(line)).map((line) => `missing: ${line}`), ...actual.filter((line) => !wanted.has(line)).map((line) => `not wanted: ${line}`)];
}
/** The lines without the names of NOT NULL constraints: PostgreSQL 18 makes one up from what the table is called when the column becomes NOT NULL, again. */
function withoutNotNullNames(lines) {
	return lines.map((line) => line.replace(/^(constraint .*)\.(?:"(?:[^"]|"")+"|[^." ]+) (?=n NOT NULL )/, "$1 "));
}
/** The lines without the targets of statistics that ALTER \u2026 TYPE drops with the index or the statistics object that it makes anew, and a plan keeps. */
function withoutTargets(lines) {
	return lines.map((line) => line.replace(/^(index .*) statistics [0-9=,]+/, "$1").replace(/^(statistics .*) target \d+$/, "$1"));
}

// src/proof/values.ts
/**
* Values that a column may take, best first, as the text of an unquoted literal; null for NULL. The `index` makes rows differ, so that unique keys hold.
* What a constraint allows is not solved for: its own literals and their neighbours stand among the candidates, and the server decides.
*/
function candidates(column, index) {
	const plain = column.labels ?? [...literalsFor(column, index), ...plainValues(column.base, column.category, index, column.length)];
	const rotated = column.labels ? rotate(plain, index) : plain;
	const values = column.isArray ? [...rotated.slice(0, 8).map(asArray), "{}"] : rotated;
	const distinct = [...new Set(values)];
	if (column.notNull) return distinct;
	return index % 3 === 2 ? [null, ...distinct] : [...distinct, null];
}
function rotate(values, by) {
	const at = values.length === 0 ? 0 : by % values.length;
	return [...values.slice(at), ...values.slice(0, at)];
}
function asArray(value) {
	return `{"${value.replace(/["\\]/g, "\\$&")}"}`;
}
/** Strings, and numbers with their neighbours, out of the constraints on the column. */
function literalsFor({ constraints, category }, index) {
	const texts = constraints.flatMap((text) => [...text.matchAll(/'((?:[^']|'')*)'/g)].map((match) => (match[1] ?? "").replaceAll("''", "'")));
	if (category !== "N") return rotate(texts, index);
	return constraints.flatMap((text) => [...text.matchAll(/-?\b\d+(?:\.\d+)?\b/g)].map((match) => Number(match[0]))).flatMap((number) => [
		number + 1 + index,
		number - 1 - index,
		number
	].map(String));
}
const day = (index) => `2024-01-${String(1 + index % 28).padStart(2, "0")}`;
const clock = (index) => `${String(index % 24).padStart(2, "0")}:30:00`;
/** Categories: https://www.postgresql.org/docs/current/catalog-pg-type.html#CATALOG-TYPCATEGORY-TABLE */
function plainValues(base, category, index, length) {
	const exact = byName[base]?.(index);
	if (exact !== void 0) return exact;
	const number = index + 1;
	switch (category) {
		case "N": return [
			`${number}`,
			`-${number}`,
			"0",
			`${number * 100}`,
			...base.startsWith("int") ? [] : [`0.${number}`]
		];
		case "B": return index % 2 === 0 ? ["true", "false"] : ["false", "true"];
		case "D": return [day(index)];
		case "T": return [`${number} days`];
		case "I": return [`10.0.0.${number}`];
		case "V": return ["1".repeat(length ?? 1), "0".repeat(length ?? 1)];
		case "R": return [/date|ts/.test(base) ? `[${day(index)},${day(index + 1)})` : `[${number},${number + 1})`, "empty"];
		case "S": {
			const texts = [
				`text ${number}`,
				`t${number}`,
				`${number}`,
				`t${number}@example.org`,
				`https://example.org/${number}`,
				`T${number}`,
				""
			];
			return length === null || length >= 8 ? texts.map((text) => text.slice(0, length ?? void 0)) : [String(number).padStart(length, "0").slice(-length), ""];
		}
		default: return [`${number}`, ""];
	}
}
const byName = {
	uuid: (index) => [`00000000-0000-4000-8000-${String(index + 1).padStart(12, "0")}`],
	json: (index) => [
		`{"n": ${index + 1}}`,
		`[${index + 1}]`,
		`"${index + 1}"`,
		`${index + 1}`
	],
	jsonb: (index) => [
		`{"n": ${index + 1}}`,
		`[${index + 1}]`,
		`"${index + 1}"`,
		`${index + 1}`
	],
	bytea: (index) => [`\\x${(index + 1).toString(16).padStart(2, "0")}`],
	time: (index) => [clock(index)],
	timetz: (index) => [`${clock(index)}+00`],
	money: (index) => [`${index + 1}.00`],
	xml: (index) => [`<n>${index + 1}</n>`],
	macaddr: (index) => [`08:00:2b:01:02:${(index % 256).toString(16).padStart(2, "0")}`],
	macaddr8: (index) => [`08:00:2b:01:02:03:04:${(index % 256).toString(16).padStart(2, "0")}`],
	cidr: (index) => [`10.0.${index % 256}.0/24`],
	tsvector: (index) => [`'n${index + 1}'`],
	tsquery: (index) => [`'n${index + 1}'`],
	point: (index) => [`(${index},${index})`],
	line: (index) => [`{1,-1,${index}}`],
	lseg: (index) => [`[(0,0),(1,${index + 1})]`],
	box: (index) => [`(1,1),(0,-${index})`],
	path: (index) => [`[(0,0),(1,${index + 1})]`],
	polygon: (index) => [`((0,0),(1,0),(1,${index + 1}))`],
	circle: (index) => [`<(0,0),${index + 1}>`],
	pg_lsn: (index) => [`0/${index + 1}`],
	hstore: (index) => [`"n"=>"${index + 1}"`],
	ltree: (index) => [`n.n${index + 1}`]
};

// src/proof/insert-row.ts
/** Combinations tried for one row before the table is left as it is. */
const attemptsPerRow = 200;
/** More rows of a table than these are no parents. */
const parentsPerKey = 6;
const noRow = /* @__PURE__ */ new Map();
/**
* Inserts one row that the table takes.
* @param index tells rows apart
* @returns the row (`insertText`); or the server's last refusal
*/
async function insertRow(database, shape, index, { from = 0, preferred = noRow, parents: known } = {}) {
	const parents = known ?? await parentsOf(database, shape.foreignKeys);
	const rowOf = rowsFor(shape, index, {
		preferred,
		parents
	});
	const tried = /* @__PURE__ */ new Set();
	let refusal = "no row was found";
	let code = "";
	for (let combination = from; combination < from + attemptsPerRow; combination++) {
		const row = rowOf(combination, combination > from);
		const sql = insertText(shape, row);
		if (tried.has(sql)) continue;
		tried.add(sql);
		const refused = await refusalWithin(database, sql);
		if (refused === void 0) return {
			row,
			combination
		};
		({message: refusal, code} = refused);
		if (preferred.size > 0 && code.startsWith("22")) return insertRow(database, shape, index, {
			from,
			parents
		});
	}
	return {
		refusal,
		code
	};
}
/** The row that is tried first. */
function firstRow(shape, index, { preferred = noRow, parents }) {
	return rowsFor(shape, index, {
		preferred,
		parents
	})(0, false);
}
/** The rows that are tried, by the combination of candidates. */
function rowsFor(shape, index, { preferred, parents }) {
	const lists = shape.columns.map((column) => {
		const value = preferred.get(column.number);
		return value === void 0 ? candidates(column, index) : [value, ...candidates(column, index)];
	});
	return (combination, isFurther) => {
		const row = new Map(shape.columns.map(({ number }, at) => [number, choose(shape.columns, lists, at, combination)]));
		for (const [at, key] of shape.foreignKeys.entries()) if (isFurther || !key.columns.every((column) => preferred.has(column))) pointTo(key, parents[at]?.[index % (parents[at]?.length || 1)], row);
		return row;
	};
}
/** Counts the attempts in a mixed radix over the columns that a constraint mentions; the others have their first candidate. */
function choose(columns, lists, at, attempt) {
	const list = lists[at] ?? [];
	if (columns[at]?.constraints.length === 0) return list[0] ?? null;
	let rest = attempt;
	for (let before = 0; before < at; before++) if (columns[before]?.constraints.length !== 0) rest = Math.floor(rest / Math.max(lists[before]?.length ?? 1, 1));
	return list[rest % Math.max(list.length, 1)] ?? null;
}
/** Gives the columns of a foreign key the values of a row that is there; NULL where there is none. */
function pointTo(key, parent, row) {
	for (const [at, column] of key.columns.entries()) if (row.get(column) !== null) row.set(column, parent?.[at] ?? null);
}
/** @param rows several only of a table that has columns */
function insertText({ table, columns }, ...rows) {
	if (columns.length === 0) return `INSERT INTO ${table} DEFAULT VALUES`;
	return `INSERT INTO ${table} (${columns.map((column) => quoteIdentifier(column.name)).join(", ")}) OVERRIDING SYSTEM VALUE VALUES ${rows.map((row) => {
		return `(${columns.map(({ number }) => literal(row.get(number))).join(", ")})`;
	}).join(", ")}`;
}
/** A value of a row as SQL writes it. */
function literal(value) {
	return value === null || value === void 0 ? "NULL" : quoteLiteral(value);
}
/** What stands in the tables that foreign keys point to. */
async function parentsOf(database, keys) {
	const found = [];
	for (const { referenced, references, isWhole } of keys) {
		const list = referenced.map((name) => `${quoteIdentifier(name)}::text`).join(", ");
		const { rows } = await database.run(`SELECT to_json(ARRAY[${list}])::text AS key FROM ${isWhole ? "" : "ONLY "}${references} ORDER BY 1 LIMIT ${parentsPerKey}`);
		found.push(rows.map((row) => JSON.parse(String(row.key))));
	}
	return found;
}

// src/proof/shape.ts
/** Tables of users with the columns that take values, and what stands on them. Asked outside of a transaction. */
async function shapesOf(database) {
	return (await runPrepared(database, "lockstep_shapes", shapesQuery)).map((row) => JSON.parse(String(row.shape)));
}
const shapesQuery = `
WITH RECURSIVE tables AS MATERIALIZED (
  SELECT c.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${isOfUsers("c.oid")} AND c.relkind IN ('r', 'p') AND ${inUsersSchema}
), bases AS (
  SELECT oid, oid AS base, typtypmod AS modifier, 0 AS depth FROM pg_type WHERE oid IN (SELECT atttypid FROM tables JOIN pg_attribute ON attrelid = tables.oid)
  UNION ALL
  SELECT b.oid, CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.typelem END, CASE WHEN t.typtype = 'd' THEN t.typtypmod ELSE b.modifier END, depth + 1
  FROM bases b JOIN pg_type t ON t.oid = b.base WHERE t.typtype = 'd' OR (t.typcategory = 'A' AND t.typelem <> 0)
), deepest AS MATERIALIZED (SELECT DISTINCT ON (oid) oid, base, modifier FROM bases ORDER BY oid, depth DESC)
SELECT json_build_object('oid', c.oid::int8, 'table', c.name, 'columns', COALESCE((
  SELECT json_agg(json_build_object(
    'number', a.attnum, 'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'base', b.typname, 'category', b.typcategory, 'isArray', t.typcategory = 'A' OR d_elem.typcategory = 'A',
    'notNull', a.attnotnull OR t.typnotnull, 'identity', a.attidentity <> '',
    'length', CASE WHEN b.typname IN ('varchar', 'bpchar') AND GREATEST(a.atttypmod, d.modifier) > 4 THEN GREATEST(a.atttypmod, d.modifier) - 4
      WHEN b.typname IN ('bit', 'varbit') AND GREATEST(a.atttypmod, d.modifier) > 0 THEN GREATEST(a.atttypmod, d.modifier) END,
    'labels', (SELECT json_agg(enumlabel ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = d.base),
    'constraints', COALESCE((SELECT json_agg(asked.text ORDER BY asked.number, asked.name, asked.oid) FROM (
      SELECT pg_get_constraintdef(k.oid), 1, k.conname, k.oid FROM pg_constraint k WHERE k.conrelid = a.attrelid AND k.contype = 'c' AND a.attnum = ANY (k.conkey)
      UNION ALL SELECT pg_get_constraintdef(k.oid), 1, k.conname, k.oid FROM pg_constraint k WHERE k.contypid = a.atttypid AND k.contype = 'c'
      UNION ALL SELECT pg_get_expr(p.relpartbound, p.oid), 2, NULL, p.oid FROM pg_partitioned_table pt JOIN pg_inherits h ON h.inhparent = pt.partrelid
        JOIN pg_class p ON p.oid = h.inhrelid WHERE pt.partrelid = a.attrelid AND a.attnum = ANY (pt.partattrs::int2[])) asked (text, number, name, oid)), '[]')
    ) ORDER BY a.attnum)
  FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid JOIN deepest d ON d.oid = a.atttypid JOIN pg_type b ON b.oid = d.base
  LEFT JOIN pg_type d_elem ON t.typtype = 'd' AND d_elem.oid = t.typbasetype
  WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''), '[]'),
  'key', COALESCE((SELECT json_agg(number ORDER BY number) FROM pg_constraint, unnest(conkey) AS number WHERE contype = 'p' AND conrelid = c.oid), '[]'),
  'foreignKeys', COALESCE((SELECT json_agg(json_build_object(
    'columns', to_json(k.conkey),
    'references', r.relnamespace::regnamespace::text || '.' || quote_ident(r.relname), 'isWhole', r.relkind = 'p',
    'referenced', (SELECT json_agg(attname ORDER BY i) FROM unnest(k.confkey) WITH ORDINALITY u(n, i) JOIN pg_attribute ON attrelid = k.confrelid AND attnum = n)) ORDER BY k.conname)
    FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid WHERE k.contype = 'f' AND k.conrelid = c.oid AND NOT EXISTS (SELECT FROM pg_constraint p WHERE p.oid = k.conparentid AND p.conrelid = k.conrelid)), '[]'))::text AS shape
FROM tables c ORDER BY c.name`;
/** Of all tables of users, as they are called now. */
async function namesOf(database) {
	const { rows } = await database.run(namesQuery);
	return new Map(rows.map(({ oid, table, columns }) => [Number(oid), {
		table: String(table),
		columns: columns ?? {}
	}]));
}
const namesQuery = `SELECT oid, relnamespace::regnamespace::text || '.' || quote_ident(relname) AS table,
  (SELECT json_object_agg(attnum, attname) FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) AS columns
FROM pg_class c WHERE ${isOfUsers("oid")} AND relkind IN ('r', 'p') AND ${notTemporary}`;
/** The same table as it is called there, without the columns that are gone; undefined: it is gone itself. */
function shapeUnder(names, shape) {
	const now = names.get(shape.oid);
	if (now === void 0) return void 0;
	const columns = shape.columns.flatMap((column) => {
		const name = now.columns[column.number];
		return name === void 0 ? [] : [{
			...column,
			name
		}];
	});
	return {
		...shape,
		table: now.table,
		columns
	};
}
function shapesIn(shapes, tables) {
	return shapes.filter((shape) => tables.includes(shape.table));
}
function withoutNulls(shape) {
	return {
		...shape,
		columns: shape.columns.map((column) => ({
			...column,
			notNull: true
		}))
	};
}

// src/proof/application.ts
/** A statement that changes the rows of a table. @param write undefined: there is nothing left that it could do */
function changing(shape, write) {
	const sql = write(shape);
	const under = (names) => {
		const now = shapeUnder(names, shape);
		const renamed = now && write(now);
		return renamed === void 0 ? void 0 : {
			sql: renamed,
			isWhole: now?.columns.length === shape.columns.length
		};
	};
	return sql === void 0 ? [] : [{
		sql,
		under
	}];
}
/** Numbers of the rows that are inserted, which no others have: the one gives each column a value, the other leaves open what may be (`candidates`). */
const inserted = {
	whole: 102,
	open: 101
};
/**
* The code that knows the schema as it is now: it inserts rows, updates and reads with the columns that are there.
* Run in a transaction that is rolled back, on a schema that the code fits.
* @param preferred rows that fit another schema as well: what both take, both versions of the code may write
*/
async function applicationOf(database, version, shapes, preferred = /* @__PURE__ */ new Map()) {
	const code = [];
	const fitting = /* @__PURE__ */ new Map();
	const parents = /* @__PURE__ */ new Map();
	for (const shape of shapes) parents.set(shape, await parentsOf(database, shape.foreignKeys));
	for (const shape of shapes) {
		const rows = /* @__PURE__ */ new Map();
		fitting.set(shape.oid, rows);
		const known = preferred.get(shape.oid);
		for (const index of shape.columns.some(({ notNull }) => !notNull) ? [inserted.whole, inserted.open] : [inserted.whole]) {
			const found = await insertRow(database, shape, index, {
				preferred: known?.get(index),
				parents: parents.get(shape)
			});
			rows.set(index, "row" in found ? found.row : void 0);
		}
		const statements = [
			...[...rows].flatMap(([index, row]) => {
				return row === void 0 || known?.has(index) === true && known.get(index) === void 0 ? [] : changing(shape, (each) => insertText(each, row));
			}),
			...changing(shape, updateText),
			{ sql: selectText(shape) }
		];
		code.push({
			version,
			table: shape.table,
			statements
		});
	}
	return {
		code,
		rows: fitting
	};
}
function statementsOf(code) {
	return code.flatMap((each) => each.statements);
}
/** The code less some of its statements, by their SQL. */
function without(code, left) {
	return code.map((each) => ({
		...each,
		statements: each.statements.filter(({ sql }) => !left.has(sql))
	}));
}
/**
* Whether this code works on the schema as it is now.
* @param isBlind the new code's keys may be those of rows that are there
* @returns what the server refused, in words
*/
async function exercise(database, code, isBlind) {
	const refusals = await refusalsAlone(database, code.statements.map(({ sql }) => sql));
	const isEarly = ({ code: state, message }) => code.version === "new" && (state.startsWith("22") || /domain/.test(message) || isBlind && state === "23505");
	return refusals.filter(({ failure }) => !isEarly(failure)).map(({ sql, failure }) => `the ${code.version} code's ${sql.slice(0, sql.indexOf(" "))} on ${code.table} fails: ${failure.message}`);
}
/** Sets each column to what it is. Numbers of its own making a table lets nobody set. */
function updateText({ table, columns }) {
	const plain = columns.filter((column) => !column.identity).map(({ name }) => `${quoteIdentifier(name)} = ${quoteIdentifier(name)}`);
	return plain.length === 0 ? void 0 : `UPDATE ${table} SET ${plain.join(", ")}`;
}
function selectText({ table, columns }) {
	return `SELECT ${columns.map((column) => quoteIdentifier(column.name)).join(", ")} FROM ${table}`;
}

// src/proof/run-script.ts
/**
* Runs one file as the tool would. A statement that stands in no transaction gets one of its own, unless the server does not take it there (CONCURRENTLY, VACUUM,
* a block that commits): so that all its locks can be seen while they are held.
* @returns what was refused; the rest has not run
*/
async function runScript(database, script, run) {
	let at;
	const alone = async (statement) => {
		await database.run("BEGIN");
		try {
			await run(statement, false);
		} catch (error) {
			if (!(error instanceof ProofFailure) || error.fatal || !mustBeAlone.has(error.code)) throw error;
			await database.run("ROLLBACK");
			await run(statement, true);
			return;
		}
		await database.run("COMMIT");
	};
	try {
		let open = script.transaction;
		if (open) await database.run("BEGIN");
		for (at of script.statements) if (at.control) {
			await database.run(at.sql);
			open = opens(at.control, open);
		} else await (open ? run(at, false) : alone(at));
		const { refusal } = await database.runAll([...open ? ["COMMIT"] : [], "RESET ALL"]);
		if (refusal !== void 0) throw refusal;
		return;
	} catch (error) {
		if (!(error instanceof ProofFailure) || error.fatal) throw error;
		await database.runAll(["ROLLBACK", "RESET ALL"]);
		return {
			path: script.path,
			line: at?.line ?? 1,
			reason: error.message,
			code: error.code
		};
	}
}
/** https://www.postgresql.org/docs/current/errcodes-appendix.html: active_sql_transaction, invalid_transaction_termination. */
const mustBeAlone = /* @__PURE__ */ new Set(["25001", "2D000"]);
function opens({ action, chain }, open) {
	switch (action) {
		case "begin": return true;
		case "commit":
		case "rollback":
		case "prepare": return chain === true;
		default: return open;
	}
}
/** What a body does is undone. It must leave the transaction open. */
async function inRolledBack(database, body) {
	await database.run("BEGIN");
	try {
		return await body();
	} finally {
		await database.run("ROLLBACK");
	}
}

// src/proof/script.ts
/** The author's statement, which the plan left as it was or only put elsewhere. */
function isAuthorsOwn({ step, control }) {
	return !control && (step === void 0 || step.authors === true);
}
/** SET and RESET: of the session, not of the schema or its rows. */
function isSetting({ sql }) {
	return /^(?:re)?set\b/i.test(sql);
}
/** A file as it is run, where parts of it are transactions of their own, one script for each. @param steps of a plan's file, in its order */
function scriptsOf(source, reader, steps = []) {
	const { changesets, sections } = source;
	if (changesets === void 0) return [scriptOf(source, reader, steps)];
	return changesets.map(({ span, transaction }) => {
		const own = sections?.filter((each) => contains(span, each)) ?? [span];
		return scriptOf({
			...source,
			transaction,
			sections: own
		}, reader, steps);
	});
}
/** @param steps of a plan's file, in its order */
function scriptOf(source, reader, steps = []) {
	const { path, text, transaction } = source;
	const lines = linesOf(sourceOf(source));
	const { statements, comments } = reader.read(text, source.sections);
	const unwrapped = directivesOf(comments, lines).some((each) => each.kind === "no-transaction");
	let next = 0;
	const run = statements.map(({ span, operations }) => {
		const sql = text.slice(span.start, span.end);
		const found = steps.findIndex((step, i) => i >= next && step.sql.includes(sql));
		if (found !== -1) next = found;
		const step = found === -1 ? void 0 : steps[found];
		const [first] = operations;
		const control = first?.kind === "transaction" && !/^do\b/i.test(sql) ? first : void 0;
		return {
			path,
			sql,
			line: lines.position(span.start).line,
			...control && { control },
			...step && { step }
		};
	});
	return {
		path,
		statements: run,
		transaction: !unwrapped && transaction !== "per-statement" && !run.some((each) => each.control) && run.every((each) => each.step?.transaction !== false)
	};
}
/** The plan's stages in the order in which they run; the author's files that it leaves alone run with the first. */
function stagesOf(plan, unit, reader) {
	const own = new Set(unit.map((each) => each.path));
	const rewritten = new Map(plan.stages.flatMap((stage) => stage.files).map((file) => [file.path, file]));
	const first = unit.flatMap((source) => {
		const file = rewritten.get(source.path);
		const sections = file?.sections ?? (source.sections && movedSections(source.sections, plan, source.path));
		const now = {
			text: file?.text ?? source.text,
			transaction: file?.transaction ?? source.transaction
		};
		if (file?.program !== void 0) return scriptOf({
			...source,
			...now,
			...file.program
		}, reader, file.steps);
		const changesets = file?.changesets ?? source.changesets;
		return scriptsOf({
			...source,
			...now,
			...sections && { sections },
			...changesets && { changesets }
		}, reader, file?.steps);
	});
	const transaction = unit.at(-1)?.transaction ?? "unknown";
	const stages = plan.stages.map(({ name, round = 1, boundary, files }) => {
		return {
			name,
			round,
			boundary,
			scripts: files.filter((file) => file.path === void 0 || !own.has(file.path)).map((file, i) => {
				return scriptOf({
					path: file.path ?? `${name}-${i + 1}.sql`,
					text: file.text,
					transaction: file.transaction ?? transaction,
					...file.sections && { sections: file.sections },
					...file.program
				}, reader, file.steps);
			})
		};
	});
	const [expand, ...rest] = stages;
	return expand?.name === "expand" && expand.round === 1 ? [{
		...expand,
		scripts: [...first, ...expand.scripts]
	}, ...rest] : [{
		name: "expand",
		round: 1,
		boundary: "none",
		scripts: first
	}, ...stages];
}

// src/proof/trace.ts
/** Locks that conflict with the ROW EXCLUSIVE of writers. https://www.postgresql.org/docs/current/explicit-locking.html */
const stopsWrites = "('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')";
/** Asked around each statement, and planned each time. */
const stateQuery = `SELECT oid::int4 AS oid, oid::regclass::text AS table, relkind AS kind, relfilenode::int4 AS filenode, COALESCE(pg_stat_get_xact_numscans(oid), 0)::int4 AS scans
  FROM pg_class WHERE ${isOfUsers("oid")} AND relkind IN ('r', 'm', 'p') AND ${notTemporary}`;
const locksQuery = `SELECT relation::int4 AS oid, mode FROM pg_locks
  WHERE pid = pg_backend_pid() AND locktype = 'relation' AND granted AND mode IN ${stopsWrites}`;
/**
* Traces the statements of an open transaction: what each does to rows while the transaction holds a lock that stops writes. A rewrite is seen in the new file, builds and
* validations in the server's DEBUG1 messages, other reads of a whole table in the scan counters.
*/
function traceOf(database, existing) {
	const run = async (sql, asked = []) => {
		const messages = [];
		const onNotice = (message) => void messages.push(message);
		const { results, refusal } = await database.runAll([
			stateQuery,
			sql,
			stateQuery,
			...asked
		], { onNotice });
		if (refusal !== void 0) throw refusal;
		const [before, , after, answer] = results.map((each) => each.rows);
		return {
			before: statesOf(before),
			after: statesOf(after),
			messages,
			answer: answer ?? []
		};
	};
	return {
		async statement(sql) {
			const { before, after, messages, answer } = await run(sql, [locksQuery]);
			const stops = ({ oid, mode }) => before.get(Number(oid))?.kind !== "m" || mode === "AccessExclusiveLock";
			return [...new Map(answer.filter(stops).map((row) => [Number(row.oid), String(row.mode)]))].flatMap(([oid, lock]) => {
				const [old, now] = [before.get(oid), after.get(oid)];
				if (!existing.has(oid) || old === void 0 || now === void 0) return [];
				const work = workOf(old, now, messages);
				return work === void 0 ? [] : [{
					table: old.table,
					lock,
					work
				}];
			});
		},
		async alone(sql) {
			const { before, after, messages } = await run(sql);
			const told = /\bconcurrently\b/i.test(sql) ? [] : messages;
			return [...before].flatMap(([oid, old]) => {
				const now = after.get(oid);
				if (!existing.has(oid) || now === void 0) return [];
				const work = workOf({
					...old,
					scans: now.scans
				}, now, told);
				return work === void 0 ? [] : [{
					table: old.table,
					lock: "a lock that stops writes",
					work
				}];
			});
		}
	};
}
function workOf(old, now, messages) {
	const bare = old.table.replace(/^.*\./, "").replaceAll("\"", "");
	const told = (start) => messages.some((each) => each.startsWith(start) && each.includes(`"${bare}"`));
	if (old.filenode !== now.filenode || told("rewriting table")) return "rewrites it";
	if (told("building index")) return "builds an index on it";
	if (told("verifying table")) return "reads all its rows";
	if (now.scans > old.scans) return "reads all its rows";
}
/** The tables that hold rows now. */
async function existingTables(database) {
	return new Set(statesOf((await database.run(stateQuery)).rows).keys());
}
function statesOf(rows = []) {
	return new Map(rows.map((row) => [Number(row.oid), row]));
}

// src/proof/forward.ts
/** Points between stages at which the old version still runs. */
function oldPoints(stages) {
	const deploy = stages.findIndex((stage) => stage.boundary === "deploy");
	return deploy === -1 ? stages.length : deploy;
}
/**
* The point from which on the new version may run: what it needs may come with statements of the author's that the plan puts off, and, where the plan goes through
* its stages again, not before the last time.
*/
function newPoint(stages) {
	const round = Math.max(...stages.map((stage) => stage.round));
	const start = stages.findIndex((stage) => stage.round === round);
	const deploy = stages.findIndex((stage, i) => i > start && stage.boundary === "deploy");
	const before = stages.slice(0, deploy === -1 ? stages.length : deploy);
	return Math.max(start, before.findLastIndex(({ scripts }) => scripts.some((script) => script.statements.some(isAuthorsOwn))));
}
/** Runs the plan, traced; after each of its stages the code that may run then is exercised, and what the old code writes stays. */
async function runForward(database, stages, versions) {
	const trace = traceOf(database, await existingTables(database));
	const blocking = [];
	const application = [];
	const old = oldPoints(stages);
	const deployed = newPoint(stages);
	let wrote = true;
	let sent = 0;
	for (const [point, stage] of stages.entries()) {
		for (const script of stage.scripts) {
			const refused = await runScript(database, script, async (statement, isAlone) => {
				if (isSetting(statement)) return void await database.run(statement.sql);
				for (const { table, lock, work } of await (isAlone ? trace.alone(statement.sql) : trace.statement(statement.sql))) if (!isAuthorsOwn(statement)) blocking.push(`${script.path}:${statement.line} ${work}: ${table} under ${lock}`);
			});
			if (refused !== void 0) return {
				refused,
				blocking,
				application,
				points: point,
				wrote,
				sent
			};
		}
		const running = [...point < old ? versions.old : [], ...point >= deployed ? versions.new : []];
		for (const code of running) {
			sent += code.statements.length;
			for (const failure of await exercise(database, code, versions.isBlind)) application.push(`after ${stage.name}, ${failure}`);
		}
		for (const { sql } of (point < old ? versions.meanwhile[point] : void 0) ?? []) {
			sent++;
			const failure = await refusalOf(database, sql);
			if (failure === void 0) continue;
			wrote = false;
			if (!versions.stopped.has(sql)) application.push(`after ${stage.name}, the old code's \`${sql}\` fails: ${failure.message}`);
		}
	}
	return {
		blocking,
		application,
		points: stages.length,
		wrote,
		sent
	};
}
function bareName(table) {
	return table.slice(table.lastIndexOf(".") + 1).replace(/^"|"$/g, "").replaceAll("\"\"", "\"");
}

// src/proof/ground.ts
/** @param again leads to the state that the database has now, from wherever it stands: for an engine that was lost meanwhile */
async function groundHere(database, again) {
	let mark = await database.mark();
	return {
		async restore() {
			if (await mark.restore()) return;
			await again();
			mark = await database.mark();
		},
		forget: () => mark.forget()
	};
}

// src/proof/history.ts
function historiesOn(database, reader) {
	let kept;
	/** The empty database, in a session that has planned what is asked of the catalog: that takes longer than a small history. */
	let empty;
	const begin = async () => {
		const plan = async () => {
			await database.reset();
			await catalogOf(database);
			await shapesOf(database);
		};
		if (empty !== void 0) return empty.restore();
		await plan();
		empty = await groundHere(database, plan);
	};
	let refused;
	return { async at(history) {
		if (refused !== void 0 && goesOn(refused.history, history)) return refused.refusal;
		const begun = kept !== void 0 && goesOn(kept.history, history) ? kept : void 0;
		if (begun !== void 0 && begun.history.length === history.length) {
			await begun.past.ground.restore();
			return begun.past;
		}
		if (begun === void 0) await begin();
		else await begun.past.ground.restore();
		const refusal = await runHistory(database, history.slice(begun?.history.length ?? 0), reader);
		if (refusal !== void 0) {
			refused = {
				history,
				refusal
			};
			return refusal;
		}
		const schema = await catalogOf(database);
		const shapes = await shapesOf(database);
		const again = async () => {
			await begin();
			await runHistory(database, history, reader);
		};
		const past = {
			ground: await groundHere(database, again),
			schema,
			shapes
		};
		await kept?.past.ground.forget();
		kept = {
			history,
			past
		};
		return past;
	} };
}
function goesOn(begun, history) {
	return begun.every((each, i) => each === history[i]);
}
/** @returns the first statement that the engine refused */
async function runHistory(database, history, reader) {
	for (const migration of history) {
		const script = scriptOf(migration, reader);
		for (const { sql, line } of script.statements) {
			const refusal = await refusalWithRoles(database, sql);
			if (refusal !== void 0) return {
				path: migration.path,
				line,
				reason: refusal.message,
				code: refusal.code
			};
		}
		if (script.statements.some((each) => each.control)) await database.run("COMMIT");
		await database.run("RESET ALL");
	}
}
/** Roles are not created by migrations as a rule, but by whoever runs the server: one that is missing is created. */
async function refusalWithRoles(database, sql) {
	for (;;) {
		const refusal = await refusalOf(database, sql);
		if (refusal === void 0 || refusal.code === "25P01") return void 0;
		const role = /^role "(.+)" does not exist$/.exec(refusal.message)?.[1];
		if (refusal.code !== "42704" || role === void 0) return refusal;
		if (await refusalOf(database, `CREATE ROLE ${quoteIdentifier(role)}`) !== void 0) return refusal;
	}
}

// src/proof/fill.ts
/** A few rows show what a statement does to rows; how it scales is no matter of proof. */
const rowsPerTable = 6;
/**
* Fills tables with rows that fit their constraints, after the tables that their foreign keys point to. Deterministic. What a CHECK asks for is found by trial;
* triggers and rules are off meanwhile (`session_replication_role`), since their side effects are no part of the schema.
* @param tables with their schema, quoted where they must be; those that they reference are filled too
*/
async function fill(database, tables, { nulls, shapes: all, preferred = () => void 0 }) {
	const shapes = new Map(all.map((shape) => [shape.table, shape]));
	const filled = {
		rows: /* @__PURE__ */ new Map(),
		empty: /* @__PURE__ */ new Map()
	};
	await database.run("BEGIN");
	await triggersAndRulesOff(database);
	for (const shape of inOrder(tables, shapes)) await fillTable(database, nulls ? shape : withoutNulls(shape), preferred, filled);
	await numbersAhead(database);
	await database.run("COMMIT");
	return filled;
}
/** Only a superuser may turn them off; elsewhere they fire. Where there are none it is left: the server throws away all that it has planned so far. */
async function triggersAndRulesOff(database) {
	const { rows } = await database.run(`SELECT FROM pg_trigger WHERE NOT tgisinternal UNION ALL SELECT FROM pg_rewrite WHERE ev_type <> '1' AND ${isOfUsers("oid")} LIMIT 1`);
	if (rows.length === 0) return;
	const refusal = await refusalWithin(database, "SET LOCAL session_replication_role = replica");
	if (refusal !== void 0 && refusal.code !== "42501") throw refusal;
}
/** Rows have numbers of their own; what sequences give from here on is behind them all. */
async function numbersAhead(database) {
	await refusalWithin(database, `SELECT setval(seqrelid::regclass, 1000) FROM pg_sequence
     WHERE seqincrement > 0 AND seqmax > 1000 AND COALESCE(pg_sequence_last_value(seqrelid), 0) < 1000`);
}
/** The tables and all that they reference, referenced ones first; a cycle is cut where it is met. */
function inOrder(tables, shapes) {
	const order = /* @__PURE__ */ new Set();
	const begun = /* @__PURE__ */ new Set();
	const visit = (table) => {
		const shape = shapes.get(table);
		if (shape === void 0 || begun.has(table)) return;
		begun.add(table);
		for (const key of shape.foreignKeys) visit(key.references);
		order.add(shape);
	};
	tables.forEach(visit);
	return [...order];
}
async function fillTable(database, shape, preferred, filled) {
	const parents = shape.foreignKeys.some((key) => key.references === shape.table) ? void 0 : await parentsOf(database, shape.foreignKeys);
	const atOnce = parents && await allAtOnce(database, shape, (index) => firstRow(shape, index, {
		preferred: preferred(shape, index),
		parents
	}));
	if (atOnce !== void 0) {
		filled.rows.set(shape.table, atOnce);
		return;
	}
	const rows = /* @__PURE__ */ new Map();
	let combination = 0;
	for (let index = 0; index < 6; index++) {
		const row = preferred(shape, index);
		const found = await insertRow(database, shape, index, {
			...row === void 0 ? { from: combination } : { preferred: row },
			...parents && { parents }
		});
		if ("refusal" in found) {
			if (rows.size > 0) continue;
			filled.empty.set(shape.table, found.refusal);
			if (found.code !== "23505") break;
		} else {
			combination = found.combination;
			rows.set(index, found.row);
		}
	}
	filled.rows.set(shape.table, rows);
}
/** Most tables take the first rows that one thinks of: these are asked for together. */
async function allAtOnce(database, shape, rowOf) {
	if (shape.columns.length === 0) return void 0;
	const rows = new Map(Array.from({ length: 6 }, (_, index) => [index, rowOf(index)]));
	return await refusalWithin(database, insertText(shape, ...rows.values())) === void 0 ? rows : void 0;
}

// src/proof/fitting.ts
/** What became of tables: the same ones, whatever they are called, or those that were made anew in their place. */
function laterShapes(shapes, later, tables) {
	const kept = new Set(shapes.map(({ oid }) => oid));
	return later.filter(({ oid, table }) => kept.has(oid) || tables.includes(table));
}
/** Rows of tables as they are later, as the tables of before would take them. */
function fittingBoth(shapes, later, rows) {
	return new Map(shapes.flatMap((shape) => {
		const now = heirOf(shape, later);
		const found = now && rows.get(now.oid);
		if (now === void 0 || found === void 0) return [];
		return [[shape.oid, new Map([...found].map(([index, row]) => [index, row && rowBefore(shape, now, row)]))]];
	}));
}
/** Other rows for writes that are refused now, which the tables as they are now take. Asked in a transaction that is rolled back. */
async function fittingWrites(database, refused, later) {
	const rows = /* @__PURE__ */ new Map();
	for (const { table, index } of refused) {
		const now = heirOf(table, later);
		const found = now && await insertRow(database, now, index);
		if (now !== void 0 && found !== void 0 && "row" in found) rows.set(`${table.oid} ${index}`, rowBefore(table, now, found.row));
	}
	return (table, index) => rows.get(`${table.oid} ${index}`);
}
/** Rows that the tables as they are now take, which are empty, for those of before. */
async function fittingFill(database, shapes, later) {
	const tables = shapes.flatMap((shape) => heirOf(shape, later)?.table ?? []);
	const { rows } = await fill(database, tables, {
		nulls: true,
		shapes: later
	});
	return (shape, index) => {
		const now = heirOf(shape, later);
		const row = now && rows.get(now.table)?.get(index);
		return now && row && rowBefore(shape, now, row);
	};
}
function heirOf({ oid, table }, later) {
	return later.find((each) => each.oid === oid) ?? later.find((each) => each.table === table);
}
/** What stands in a column that is dropped and made anew under its name is the old column's too. */
function rowBefore({ columns }, now, row) {
	return new Map(columns.flatMap(({ number, name }) => {
		const heir = now.columns.find((each) => each.number === number) ?? now.columns.find((each) => each.name === name);
		const value = heir && row.get(heir.number);
		return value === void 0 ? [] : [[number, value]];
	}));
}

// src/proof/meanwhile.ts
/**
* What the old version of the application writes while a plan is under way: at each point a new row in every table, and other values in a row that was there before.
* At the end these rows have to be as if they had been written before the migration, or after it. Asked in a transaction that is rolled back.
*/
async function meanwhileOf(database, shapes, points, preferred) {
	const writes = [];
	for (let point = 0; point < points; point++) {
		const own = [];
		for (const table of shapes) {
			const write = (index, text) => {
				for (const each of changing(table, text)) own.push({
					...each,
					table,
					index
				});
			};
			const inserted = 6 + point;
			const found = await insertRow(database, table, inserted, { preferred: preferred(table, inserted) });
			if ("row" in found) write(inserted, (shape) => insertText(shape, found.row));
			const changed = 6 * 10 + point;
			const update = await updateOf(database, table, {
				point,
				index: changed,
				preferred: preferred(table, changed)
			});
			if (update !== void 0) write(changed, update);
		}
		writes.push(own);
	}
	return writes;
}
/** Gives the row that comes at this point the values of one that the table would take. */
async function updateOf(database, table, { point, index, preferred }) {
	const { key, columns } = table;
	const fixed = /* @__PURE__ */ new Set([
		...key,
		...table.foreignKeys.flatMap((each) => each.columns),
		...columns.filter((each) => each.identity).map((each) => each.number)
	]);
	const keyed = columns.filter((each) => key.includes(each.number));
	if (key.length === 0 || keyed.length < key.length || columns.every((each) => fixed.has(each.number))) return void 0;
	await database.run("SAVEPOINT lockstep_update");
	const fresh = await insertRow(database, table, index, { preferred });
	await database.run("ROLLBACK TO lockstep_update");
	if ("refusal" in fresh) return void 0;
	const names = keyed.map((each) => quoteIdentifier(each.name));
	const { rows } = await database.run(`SELECT to_json(ARRAY[${names.map((name) => `${name}::text`).join(", ")}])::text AS key FROM ${table.table} ORDER BY 1 OFFSET ${point} LIMIT 1`);
	if (rows[0] === void 0) return void 0;
	const values = JSON.parse(String(rows[0].key));
	const text = (shape) => {
		const set = shape.columns.filter((each) => !fixed.has(each.number)).map(({ number, name }) => `${quoteIdentifier(name)} = ${literal(fresh.row.get(number))}`);
		const where = shape.columns.filter((each) => key.includes(each.number)).map(({ name }, i) => `${quoteIdentifier(name)}::text = ${literal(values[i])}`);
		return set.length === 0 || where.length < key.length ? void 0 : `UPDATE ${shape.table} SET ${set.join(", ")} WHERE ${where.join(" AND ")}`;
	};
	return await refusalWithin(database, text(table)) === void 0 ? text : void 0;
}

// src/proof/rows.ts
/** A relation of pg_class as SQL writes it. */
const withSchema = "relnamespace::regnamespace::text || '.' || quote_ident(relname)";
async function rowsOf(database) {
	const { rows } = await database.run(`SELECT ${withSchema} AS table FROM pg_class
     WHERE ${isOfUsers("oid")} AND relkind IN ('r', 'p') AND NOT relispartition AND ${notTemporary} ORDER BY 1`);
	const found = /* @__PURE__ */ new Map();
	const read = rows.map(({ table }) => `SELECT to_jsonb(lockstep_row.*)::text AS row FROM ${table} AS lockstep_row ORDER BY 1`);
	const { results, refusal } = await database.runAll(read);
	if (refusal !== void 0) throw refusal;
	for (const [i, { table }] of rows.entries()) {
		const parsed = results[i]?.rows.map((each) => JSON.parse(String(each.row)));
		found.set(String(table), parsed ?? []);
	}
	return found;
}
/** Columns, as `table\tcolumn`, in which two runs of the same SQL on the same rows differ: what is random, or a time. */
function undefinedColumns(one, other) {
	return [...one].flatMap(([table, rows]) => {
		return [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((column) => valuesOf(rows, column) !== valuesOf(other.get(table) ?? [], column)).map((column) => `${table}\t${column}`);
	});
}
function valuesOf(rows, column) {
	return JSON.stringify(rows.map((row) => JSON.stringify(row[column]) ?? "none").sort());
}
/** Columns that a sequence numbers, as `table\tcolumn`: in which order rows are numbered is not defined. */
async function numberedColumns(database) {
	const { rows } = await database.run(`SELECT ${withSchema} || E'\\t' || attname AS key
     FROM pg_attribute JOIN pg_class c ON c.oid = attrelid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
     WHERE ${isOfUsers("c.oid")} AND attnum > 0 AND (attidentity <> '' OR pg_get_expr(adbin, adrelid) LIKE '%nextval(%')`);
	return rows.map((row) => String(row.key));
}
/**
* Tables whose rows differ in a column that is defined, each with the first row that does.
* @param late what the rows are if all that is written meanwhile comes afterwards: each of these rows may be as here or as expected, the others are both
*/
function rowsDifference(expected, actual, undefinedIn, late = expected) {
	return [...expected].flatMap(([table, rows]) => {
		const known = (all = []) => all.map((row) => {
			const defined = Object.entries(row).filter(([column]) => !undefinedIn.has(`${table}\t${column}`));
			return JSON.stringify(Object.fromEntries(defined.sort(([a], [b]) => a < b ? -1 : 1)));
		}).sort();
		const [before, after, found] = [
			known(rows),
			known(late.get(table)),
			known(actual.get(table))
		];
		const [early, lately] = [less(before, after), less(after, before)];
		const lost = less(less(before, early), found);
		const others = less(found, less(before, early));
		const strange = less(less(others, early), lately);
		const isSome = others.length >= Math.min(early.length, lately.length) && others.length <= Math.max(early.length, lately.length);
		if (lost.length === 0 && strange.length === 0 && isSome) return [];
		return [`${table}: ${lost[0] ?? less(early, found)[0] ?? "no row"} became ${strange[0] ?? "no row"}`];
	});
}
/** The rows of one that the other has not, or not so often. */
function less(rows, other) {
	const left = /* @__PURE__ */ new Map();
	for (const row of other) left.set(row, (left.get(row) ?? 0) + 1);
	return rows.filter((row) => {
		const count = left.get(row) ?? 0;
		left.set(row, count - 1);
		return count <= 0;
	});
}
/** All rows gone, for SQL that fails on rows. */
async function emptyAll(database, rows) {
	if (rows.size > 0) await database.run(`TRUNCATE ${[...rows.keys()].join(", ")} CASCADE`);
}

// src/proof/forbidden.ts
/**
* Those of the old code's statements that the author's own SQL is there to refuse. Asked where that ends, with tables and columns as they are called by then; what a statement names may be gone
* in the end: then it counts as well what it was refused for when that was last there.
* @returns them by their SQL
*/
async function forbiddenOf(database, statements, { refusals, again }) {
	const forbidden = /* @__PURE__ */ new Set();
	const lost = /* @__PURE__ */ new Set();
	for (const { sql, failure } of await refusals(statements.map(({ sql }) => sql))) if (isForbidden(failure, sql)) forbidden.add(sql);
	else if (findsNoName(failure)) lost.add(sql);
	const changing = statements.filter(({ sql, under }) => lost.has(sql) && under !== void 0);
	if (changing.length === 0) return forbidden;
	const now = await called(database, changing);
	for (const { sql, failure } of await refusals(now.map(({ sql }) => sql))) if (isForbidden(failure, sql)) {
		for (const each of now) if (each.sql === sql) forbidden.add(each.of);
	}
	const whole = new Set(now.filter(({ isWhole }) => isWhole).map(({ of }) => of));
	const gone = changing.filter(({ sql }) => !whole.has(sql) && !forbidden.has(sql));
	if (gone.length > 0) await again(() => lookAt(database, gone, forbidden));
	return forbidden;
}
/** What is said of statements as far as all that they name is there, in an open transaction. */
async function lookAt(database, statements, forbidden) {
	const whole = (await called(database, statements)).filter(({ isWhole }) => isWhole);
	if (whole.length === 0) return;
	await database.run("SAVEPOINT lockstep_code");
	const refused = new Map((await refusalsInTurn(database, whole.map(({ sql }) => sql))).map(({ sql, failure }) => [sql, failure]));
	await database.run("ROLLBACK TO lockstep_code");
	for (const { of, sql } of whole) {
		const failure = refused.get(sql);
		if (failure === void 0) forbidden.delete(of);
		else if (isForbidden(failure, sql)) forbidden.add(of);
	}
}
/** The statements with the names of now, but for those whose tables are gone. */
async function called(database, statements) {
	const names = await namesOf(database);
	return statements.flatMap(({ sql, under }) => {
		const renamed = under?.(names);
		return renamed === void 0 ? [] : [{
			of: sql,
			...renamed
		}];
	});
}
/** undefined_table, undefined_column, invalid_schema_name. */
function findsNoName({ code }) {
	return code === "42P01" || code === "42703" || code === "3F000";
}
/**
* A violated constraint, but not of a column that the old code does not know: that it has to live with. Or numbers for an identity column that is GENERATED ALWAYS; what a
* generated column computes has the same state (generated_always), and is no constraint.
*/
function isForbidden({ code, about: { column, detail } }, sql) {
	if (code === "428C9") return detail?.includes("identity column") === true;
	return code.startsWith("23") && (code !== "23502" || column === void 0 || sql.includes(column));
}

// src/proof/loosened.ts
/** What may be for no other reason than how statements share a transaction: invalid transaction states, an enum's new value in use, and what is not there CONCURRENTLY. */
function isOfTransactions(code) {
	return code.startsWith("25") || code === "2D000" || code === "55P04" || code === "0A000";
}
/** The same statements, each on its own; with nobody else about, CONCURRENTLY leads to the same. */
function loosened(script) {
	const statements = script.statements.filter((each) => !each.control);
	const plain = (sql) => sql.replace(/^((?:create\s+(?:unique\s+)?|drop\s+|reindex\s+(?:\([^)]*\)\s*)?\w*\s*)(?:index\s+)?)concurrently\b/i, "$1");
	return {
		...script,
		statements: statements.map((each) => ({
			...each,
			sql: plain(each.sql)
		})),
		transaction: false
	};
}

// src/proof/run-authors.ts
/** Runs the author's SQL from where the plan starts. */
async function runAuthors(database, scripts, { ground, isBare, number }, { early = [], late = [], first, before, behind }) {
	await ground.restore();
	await first?.();
	await byChance(database, number);
	if (isBare) await emptyAll(database, await rowsOf(database));
	for (const { sql } of early) await database.run(sql);
	for (const script of scripts) {
		const refused = await runScript(database, script, async ({ sql }, isAlone) => {
			if (!isAlone) await before?.();
			await database.run(sql);
			await behind?.();
		});
		if (refused !== void 0) return refused;
	}
	if (late.length > 0) await writeLate(database, late);
}
/** As tables and columns are called by then, without what is gone. Some of it the new schema may refuse. */
async function writeLate(database, writes) {
	const names = await namesOf(database);
	for (const { sql, under } of writes) await refusalOf(database, under?.(names)?.sql ?? sql);
}
/**
* Other random values than in the last run, which a state that is brought back would give again, and another second: what two runs leave equal is taken for defined.
*/
async function byChance(database, run) {
	const seed = `SELECT pg_catalog.setseed(${1 / (run + 1)})`;
	await database.runAll(database.skipsWaits ? [seed, "SELECT pg_catalog.pg_sleep(1.1)"] : [seed]);
}

// src/proof/views.ts
/** What a version of the application reads of the views that stand on tables, directly or over others, as the schema is now. @param tables that are there, as SQL writes them */
async function viewsRead(database, version, tables) {
	if (tables.length === 0 || (await database.run(any)).rows.length === 0) return [];
	const { rows } = await database.run(query(tables));
	return rows.map(({ view, columns }) => {
		const list = JSON.parse(String(columns)).map(quoteIdentifier).join(", ");
		return {
			version,
			table: String(view),
			statements: [{ sql: `SELECT ${list} FROM ${view}` }]
		};
	});
}
/** Asked first, for few schemas have any, and what stands on what takes six times as long to be planned. */
const any = `SELECT FROM pg_class WHERE ${isOfUsers("oid")} AND relkind IN ('v', 'm') LIMIT 1`;
/** Whoever reads what is: the rule of a view depends on it. https://www.postgresql.org/docs/current/catalog-pg-rewrite.html */
const readers = `SELECT ev_class FROM pg_depend JOIN pg_rewrite ON pg_rewrite.oid = objid
  WHERE classid = 'pg_rewrite'::regclass AND refclassid = 'pg_class'::regclass AND ${isOfUsers("refobjid")} AND ev_class <> refobjid AND refobjid`;
const query = (tables) => `
WITH RECURSIVE reading (oid) AS (
  ${readers} IN (${tables.map((table) => `to_regclass(${quoteLiteral(table)})`).join(", ")})
  UNION SELECT found.ev_class FROM reading, LATERAL (${readers} = reading.oid) AS found
)
SELECT quote_ident(nspname) || '.' || quote_ident(relname) AS view,
  (SELECT json_agg(attname ORDER BY attnum) FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped)::text AS columns
FROM reading JOIN pg_class c USING (oid) JOIN pg_namespace n ON n.oid = relnamespace
WHERE relkind = 'v' OR (relkind = 'm' AND relispopulated) ORDER BY 1`;

// src/proof/run-original.ts
/** Runs the author's SQL as often as it takes to learn what it defines, what it forbids, and what it leaves to chance. */
async function runOriginal(database, { scripts: written, shapes, tables, readable }, { ground, filled, planned = [], replan }) {
	let scripts = written;
	let runs = 0;
	const run = (how) => runAuthors(database, scripts, {
		ground,
		isBare: filled === void 0,
		number: ++runs
	}, how);
	const numbered = /* @__PURE__ */ new Set();
	const behind = async () => {
		for (const column of await numberedColumns(database)) numbered.add(column);
	};
	let refused = await run({ behind });
	const isLoose = refused !== void 0 && isOfTransactions(refused.code);
	if (isLoose) {
		scripts = scripts.map(loosened);
		refused = await run({ behind });
	}
	if (refused !== void 0) return refused;
	const later = await shapesOf(database);
	const newShapes = laterShapes(shapesIn(shapes, tables), later, tables);
	const code = await inRolledBack(database, () => applicationOf(database, "new", newShapes));
	const newTables = newShapes.map(({ table }) => table);
	const views = await viewsRead(database, "new", newTables);
	const fitting = fittingBoth(shapes, newShapes, code.rows);
	const taken = statementsOf(code.code).flatMap(({ sql }) => sql.startsWith("INSERT") ? [sql] : []);
	const again = async (lost) => {
		const preferred = await inRolledBack(database, () => fittingWrites(database, lost, later));
		await ground.restore();
		return await replan?.(preferred) ?? [];
	};
	const meanwhile = await allowedWrites(database, planned, {
		run,
		taken,
		replan: replan && again
	});
	const early = meanwhile.flat();
	const alone = (sent) => refusalsAlone(database, sent);
	const refusedAlone = async (sent) => new Set((await alone(statementsOf(sent).map(({ sql }) => sql))).map(({ sql }) => sql));
	let old = [];
	const first = async () => {
		const sent = [...(await inRolledBack(database, () => applicationOf(database, "old", shapesIn(shapes, readable), fitting))).code, ...await viewsRead(database, "old", readable)];
		old = without(sent, await refusedAlone(sent));
	};
	refused = await run({
		early,
		first
	});
	if (refused !== void 0) return refused;
	const catalog = await catalogOf(database);
	const rows = filled === void 0 ? void 0 : await readRows(database, scripts);
	if (rows !== void 0 && "reason" in rows) return rows;
	const newCode = [...code.code, ...views];
	const impossible = await refusedAlone(newCode);
	const stopped = await forbiddenOf(database, statementsOf(old), {
		refusals: alone,
		again: (before) => run({
			early,
			before
		})
	});
	return {
		ground,
		filled: filled ?? 0,
		catalog,
		isLoose,
		...rows && { rows },
		meanwhile,
		numbered,
		async chance() {
			await run({ early });
			return rows === void 0 ? [] : undefinedColumns(rows, await rowsOf(database));
		},
		async rowsWithLateWrites() {
			await run({ late: early });
			return rowsOf(database);
		},
		later,
		newCode: without(newCode, impossible),
		oldCode: without(old, stopped)
	};
}
/** Rows may have become unreadable: a column that is computed when it is read may not fit its type any more. */
async function readRows(database, scripts) {
	try {
		return await rowsOf(database);
	} catch (error) {
		if (!(error instanceof ProofFailure) || error.fatal) throw error;
		const { code, message } = error;
		return {
			path: scripts.at(-1)?.path ?? "",
			line: 1,
			reason: `the rows cannot be read behind it: ${message}`,
			code
		};
	}
}
/** What the old code may write at any time: the author's SQL does not forbid it. Asked where that ends. */
async function allowedWrites(database, planned, { run, taken, replan }) {
	if (planned.flat().length === 0) return planned;
	const inTurn = (sent) => inRolledBack(database, async () => {
		await refusalsInTurn(database, taken);
		return refusalsInTurn(database, sent);
	});
	const forbidden = await forbiddenOf(database, planned.flat(), {
		refusals: inTurn,
		again: (before) => run({ before })
	});
	if (forbidden.size === 0) return planned;
	if (replan === void 0) return planned.map((point) => point.filter(({ sql }) => !forbidden.has(sql)));
	const other = await replan(planned.flat().filter(({ sql }) => forbidden.has(sql)));
	await run({});
	return allowedWrites(database, other, {
		run,
		taken
	});
}

// src/proof/original.ts
/**
* Runs the author's SQL on rows, or without any where no rows are known that it takes. What it enforces has to hold for the rows that are there: if it does not for
* those that the tables take before it, then there are none without a value; and then such as the tables take behind it.
*/
async function originalOf(database, history, request) {
	const { tables, shapes } = request;
	const lay = async (filling) => {
		await history.restore();
		const { rows } = await fill(database, tables, {
			...filling,
			shapes
		});
		return [...rows.values()].reduce((sum, { size }) => sum + size, 0);
	};
	const onRows = async (filling) => {
		const replan = (preferred) => writesOn(database, request, filling.nulls, preferred);
		const filled = await lay(filling);
		const ground = await groundHere(database, async () => void await lay(filling));
		const planned = await replan(() => void 0);
		const found = await runOriginal(database, request, {
			ground,
			filled,
			planned,
			replan
		});
		if ("reason" in found) await ground.forget();
		return found;
	};
	for (const nulls of [true, false]) {
		const found = await onRows({ nulls });
		if (!("reason" in found && isOfRows(found.code))) return found;
	}
	const withRows = async () => void await lay({ nulls: false });
	await withRows();
	const ground = await groundHere(database, withRows);
	const bare = await runOriginal(database, request, { ground });
	const found = "reason" in bare ? bare : await onRows({
		nulls: true,
		preferred: await fittingFill(database, shapesIn(shapes, tables), bare.later)
	});
	if (!("reason" in bare) && "reason" in found) return bare;
	await ground.forget();
	return found;
}
/** The same without rows. */
async function emptied(database, { ground }) {
	const lay = async () => {
		await ground.restore();
		await emptyAll(database, await rowsOf(database));
	};
	await lay();
	return groundHere(database, lay);
}
/** Whether a SQLSTATE is about the rows that are there: data exceptions, and violated constraints. */
function isOfRows(code) {
	return /^2[23]/.test(code);
}
function writesOn(database, { tables, shapes: all, written, points }, nulls, preferred) {
	const shapes = shapesIn(all, tables).filter((shape) => written.has(shape.table));
	return inRolledBack(database, () => meanwhileOf(database, nulls ? shapes : shapes.map(withoutNulls), points, preferred));
}

// src/proof/reprint.ts
/**
* The lines of the catalog with CHECKs and predicates of indexes as PostgreSQL prints them once they have been printed and read, as by a dump. ALTER \u2026 TYPE does that to all that
* stands on the column: `x IN ('a', 'b')` of a varchar gets its casts at each constant, and `x BETWEEN 1 AND 5 AND y` loses a parenthesis. What a dump would make equal is the same.
* Asked outside of a transaction, and taken back.
* @param wanted the lines that are looked for: only what differs from them is printed again
*/
async function reprinted(database, lines, wanted) {
	const known = new Set(wanted);
	const differing = lines.filter((each) => !known.has(each));
	const again = /* @__PURE__ */ new Map();
	for (const { begin, table, keyword, expression } of await printed(database)) {
		const line = differing.find((each) => each.startsWith(begin));
		const now = line === void 0 ? void 0 : await printedAgain(database, table, expression);
		if (line !== void 0 && now !== void 0) again.set(line, line.replace(`${keyword}${expression}`, () => `${keyword}${now}`));
	}
	return again.size === 0 ? lines : lines.map((each) => again.get(each) ?? each);
}
const printedQuery = `SELECT 'constraint ' || conrelid::regclass || '.' || quote_ident(conname) || ' c ' AS begin, conrelid::regclass::text AS table, 'CHECK (' AS keyword, pg_get_expr(conbin, conrelid) AS expression
     FROM pg_constraint WHERE contype = 'c' AND ${isOfUsers("conrelid")}
     UNION ALL
     SELECT 'index ' || pg_get_indexdef(indexrelid), indrelid::regclass::text, ' WHERE ', pg_get_expr(indpred, indrelid) FROM pg_index WHERE indpred IS NOT NULL AND ${isOfUsers("indrelid")}`;
async function printed(database) {
	return (await runPrepared(database, "lockstep_printed", printedQuery)).map(({ begin, table, keyword, expression }) => ({
		begin: String(begin),
		table: String(table),
		keyword: String(keyword),
		expression: String(expression)
	}));
}
/** Undefined: the table takes no such constraint. */
async function printedAgain(database, table, expression) {
	const { results, refusal } = await database.runAll([
		"BEGIN",
		"SET LOCAL search_path = ''",
		`ALTER TABLE ${table} ADD CONSTRAINT lockstep_again CHECK (${expression}) NOT VALID`,
		`SELECT pg_get_expr(conbin, conrelid) AS expression FROM pg_constraint WHERE conname = 'lockstep_again' AND conrelid = '${table.replaceAll("'", "''")}'::regclass`
	]);
	await database.run("ROLLBACK");
	const text = results[3]?.rows[0]?.expression;
	return refusal !== void 0 || typeof text !== "string" ? void 0 : text;
}

// src/proof/rollback.ts
/** Plans of more steps are rolled back from the end of each stage only. */
const stepsTriedSingly = 8;
/**
* Runs the plan once more, a statement at a time, and rolls it back from each point on the way. Each time the schema has to be that before the plan, or, where statements
* of the author's own stand between the steps, that which they alone lead to. Behind a step that cannot be undone there is no way back, and the step says so.
*/
async function rollbackCheck(database, { stages, before, ground, reader }) {
	const written = stages.flatMap((stage) => stage.scripts.flatMap((script) => script.statements));
	const all = written.filter(isRun);
	const end = all.findIndex(({ step }) => step !== void 0 && cannotBeUndone(step));
	const statements = end === -1 ? all : all.slice(0, end);
	if (statements.length === 0) return result("skipped", all[0]?.step?.rollback.slice(3) ?? "nothing is run");
	const steps = new Set(statements.flatMap((each) => each.step ?? []));
	const expected = await authorsSchemas(database, statements, {
		before,
		ground,
		written
	});
	await ground.restore();
	const statementsOf = statementsBy(reader);
	const tried = pointsOf(stages, steps.size);
	let skipped;
	for (const [i, statement] of statements.entries()) {
		const refusal = await inSession(database, written, statement);
		if (refusal !== void 0) return result("failed", `run a statement at a time, \`${abridged(statement.sql)}\` is refused: ${refusal.message}`);
		const point = i + 1;
		if (!tried.has(point) && point < statements.length) continue;
		const done = statements.slice(0, point);
		const schemas = expected[point] && [before, expected[point]];
		if (point < statements.length && await holdsWithin(database, statementsOf, done, schemas)) continue;
		const mark = point < statements.length ? await database.mark() : void 0;
		const problem = await rolledBack(database, statementsOf, done, schemas);
		if (problem?.status === "failed") return problem;
		skipped ??= problem;
		if (mark !== void 0 && !await mark.restore()) return result("skipped", "the engine was lost meanwhile");
		await mark?.forget();
	}
	if (skipped !== void 0) return skipped;
	const points = end === -1 ? "any point" : `any of the first ${end} of ${all.length} statements`;
	return result("passed", expected.at(-1) === void 0 ? "each step was undone" : `rolled back from ${points}, the schema is as before`);
}
/** What a file sets is set for each of its statements anew (`inSession`), and nothing that could be rolled back. */
function isRun(statement) {
	return !statement.control && !isSetting(statement);
}
/** After how many statements it is rolled back. */
function pointsOf(stages, steps) {
	let count = 0;
	const ends = [];
	for (const stage of stages) {
		for (const each of stage.scripts.flatMap((script) => script.statements)) {
			if (!isRun(each)) continue;
			count++;
			if (steps <= stepsTriedSingly) ends.push(count);
		}
		ends.push(count);
	}
	return new Set(ends);
}
/**
* The schema that the author's own statements among the first n lead to without the plan's steps, by n, as far as no step undoes them; undefined from where one of them needs a step. A step that
* says to leave nothing behind may leave what it did to something of the author's own: that this is validated now, say.
*/
async function authorsSchemas(database, statements, { before, ground, written }) {
	let schema = before;
	let isBegun = false;
	const schemas = [before];
	for (const statement of statements) {
		const isOwn = isAuthorsOwn(statement) && (statement.step === void 0 || isSentence(statement.step));
		if (schema !== void 0 && (isOwn || isBegun && statement.step && leavesNothing(statement.step))) {
			if (!isBegun) await ground.restore();
			isBegun = true;
			if (await inSession(database, written, statement) === void 0) schema = await catalogOf(database);
			else if (isOwn) schema = void 0;
		}
		schemas.push(schema);
	}
	return schemas;
}
/** Runs a statement with what its file has set before it. */
async function inSession(database, written, statement) {
	let settings = written.slice(0, written.indexOf(statement)).filter((each) => each.path === statement.path).filter((each) => isSetting(each) && !/^set\s+local\b/i.test(each.sql)).map(({ sql }) => sql);
	for (;;) {
		const { results, refusal } = await database.runAll([
			...settings,
			statement.sql,
			"RESET ALL"
		]);
		if (refusal === void 0) return void 0;
		const done = results.length;
		if (done > settings.length) throw refusal;
		if (done === settings.length) {
			await database.run("RESET ALL");
			return refusal.code === "25P01" ? void 0 : refusal;
		}
		settings = settings.slice(done + 1);
	}
}
/**
* Whether the way back is proved by a transaction, which is then rolled back itself: that takes no copy of the database. What does not hold in it (a way back may need to
* be outside of one, or commit) may hold all the same. From the end of the plan each step is undone outside of one in any case.
*/
async function holdsWithin(database, statementsOf, statements, expected) {
	await database.run("BEGIN");
	try {
		if (await rolledBack(database, statementsOf, statements, expected) !== void 0) return false;
		return await refusalOf(database, "SET CONSTRAINTS ALL IMMEDIATE") === void 0;
	} catch (error) {
		if (!(error instanceof ProofFailure) || error.fatal) throw error;
		return false;
	} finally {
		await database.run("ROLLBACK");
	}
}
/** Undoes the steps from the last to the first. */
async function rolledBack(database, statementsOf, statements, expected) {
	const all = [...new Set(statements.flatMap((each) => each.step ?? []))];
	const way = all.toReversed().flatMap((step) => isSentence(step) ? [] : statementsOf(step.rollback).map((sql) => ({
		step,
		sql
	})));
	for (let left = way; left.length > 0;) {
		const { results, refusal } = await database.runAll(left.map((each) => each.sql));
		if (refusal === void 0) break;
		const { step } = left[results.length];
		const { sql } = step;
		left = left.slice(results.length).filter((each) => each.step !== step);
		if (statements.some(isAuthorsOwn) && /^42(?:P01|703|704)$/.test(refusal.code)) {
			if (expected === void 0) return standsOn(sql);
			continue;
		}
		if ((expected === void 0 || all.slice(all.indexOf(step) + 1).some(isLeft)) && /^(?:2BP01|42701|42P07|42710|42P16)$/.test(refusal.code)) return standsOn(sql);
		return result("failed", `the rollback of \`${abridged(sql)}\` is refused: ${refusal.message}`);
	}
	if (expected === void 0) return void 0;
	const schema = withoutNotNullNames(await catalogOf(database));
	const differences = expected.map((each) => catalogDifference(withoutNotNullNames(each), schema)[0]);
	if (differences.includes(void 0)) return void 0;
	const moved = all.find(isLeft);
	if (moved !== void 0) return result("skipped", `\`${abridged(moved.sql)}\` of the author's own builds on the steps, and has to be undone first`);
	return result("failed", `rolled back after ${statements.length} statements, the schema is another: ${differences.at(-1)}`);
}
function standsOn(sql) {
	return result("skipped", `statements of the author's own stand on \`${abridged(sql)}\` and have to be undone first`);
}
function statementsBy(reader) {
	const known = /* @__PURE__ */ new Map();
	return (text) => {
		const statements = known.get(text) ?? reader.read(text).statements.map(({ span }) => text.slice(span.start, span.end));
		known.set(text, statements);
		return statements;
	};
}
function cannotBeUndone(step) {
	return !step.authors && isSentence(step) && !leavesNothing(step);
}
/** A statement of the author's own that the plan put behind its steps, and that only he knows how to undo. */
function isLeft(step) {
	return step.authors === true && isSentence(step);
}
/** Why there is no SQL for the way back, and not that. */
function isSentence({ rollback }) {
	return rollback.startsWith("--");
}
function leavesNothing({ rollback }) {
	return rollback.startsWith("-- nothing to undo");
}
function abridged(sql) {
	const line = sql.replace(/\s+/g, " ");
	return line.length <= 80 ? line : `${line.slice(0, 79)}\u2026`;
}
function result(status, detail) {
	return {
		name: "rollback",
		status,
		detail
	};
}

// src/proof/standing.ts
/** The same database, which takes no time to bring back the state that it is in: nothing was asked of it since it was remembered, or brought back. */
function standing(database) {
	let at;
	const moving = (ask) => (...args) => {
		at = void 0;
		return ask(...args);
	};
	return {
		...database,
		run: moving(database.run),
		runAll: moving(database.runAll),
		reset: moving(database.reset),
		async mark() {
			const mark = await database.mark();
			at = mark;
			return {
				async restore() {
					if (at === mark) return true;
					at = void 0;
					if (!await mark.restore()) return false;
					at = mark;
					return true;
				},
				async forget() {
					if (at === mark) at = void 0;
					await mark.forget();
				}
			};
		}
	};
}

// src/proof/stated.ts
/**
* Lines of `catalogOf` without those on the things that the plan says to leave otherwise: exactly these, by their whole names, so that nothing else can
* hide behind them. Of a view whose columns come in another order all words stay.
*/
function withoutStated({ differences = [] }, lines) {
	const stated = differences.flatMap(({ things }) => things);
	if (stated.length === 0) return lines;
	const orders = stated.flatMap((each) => each.kind === "view-order" ? [startsWith(`view ${quoteName(each.view)} `)] : []);
	const left = stated.flatMap((each) => each.kind === "view-order" ? [] : [isOn(each)]);
	return lines.filter((line) => !left.some((is) => is(line))).map((line) => orders.some((is) => is(line)) ? line.split(/[\s,]+/).sort().join(" ") : line);
}
/** Whether a line of the catalog is on the thing. */
function isOn(thing) {
	switch (thing.kind) {
		case "column": {
			const column = quoteIdentifier(thing.name);
			const table = quoteName(thing.table);
			const notNull = ` n NOT NULL ${column}`;
			return (line) => line.startsWith(`column ${table}.${column} `) || line.startsWith(`constraint ${table}.`) && (line.endsWith(notNull) || line.includes(`${notNull} `));
		}
		case "constraint": return startsWith(`constraint ${quoteName(thing.table)}.${quoteIdentifier(thing.name)} `);
		case "trigger": {
			const head = `trigger CREATE TRIGGER ${quoteIdentifier(thing.name)} `;
			return (line) => line.startsWith(head) && line.includes(` ON ${quoteName(thing.table)} FOR EACH ROW `);
		}
		case "domain-constraint": return startsWith(`domain constraint ${quoteName(thing.domain)}.${quoteIdentifier(thing.name)} `);
		case "function": return startsWith(`function ${quoteName(thing.function)}(`);
	}
}
const startsWith = (head) => (line) => line.startsWith(head);

// src/proof/versions.ts
/**
* What the two versions of the application send, as far as the plan answers for it: not what the author's own SQL is there to refuse (a row that a new constraint
* forbids), nor what his own statements break that the plan left as they were, which has findings of its own.
* @param ground where the plan starts
*/
async function versionsOf(database, original, { ground, stages }) {
	const { oldCode, newCode, meanwhile } = original;
	const isBlind = original.rows === void 0;
	if (ground === original.ground && authorsOwn(stages).length === 0) return {
		old: oldCode,
		new: newCode,
		isBlind,
		meanwhile,
		stopped: /* @__PURE__ */ new Set()
	};
	await ground.restore();
	await afterAuthorsOwn(database, stages);
	const broken = await refusalsAlone(database, sqlOf(statementsOf(oldCode)));
	const stopped = await inRolledBack(database, () => refusalsInTurn(database, sqlOf(meanwhile.flat())));
	return {
		old: without(oldCode, new Set(sqlOf(broken))),
		new: newCode,
		isBlind,
		meanwhile,
		stopped: new Set(sqlOf(stopped))
	};
}
/** The tables that the author's own statements leave as the old code reads them. Asked where the history ends. */
async function readableTables(database, { stages, tables, shapes }) {
	const own = shapesIn(shapes, tables);
	if (authorsOwn(stages).length === 0) return own.map(({ table }) => table);
	const code = own.map((shape) => ({
		version: "old",
		table: shape.table,
		statements: [{ sql: selectText(shape) }]
	}));
	await afterAuthorsOwn(database, stages);
	const refused = await refusalsAlone(database, sqlOf(statementsOf(code)));
	return without(code, new Set(sqlOf(refused))).filter(({ statements }) => statements.length > 0).map(({ table }) => table);
}
/** Leads from where the plan starts to where the author's own statements lead without the plan's, as far as they do. */
async function afterAuthorsOwn(database, stages) {
	const own = authorsOwn(stages);
	if (own.length === 0) return;
	for (const { sql } of own) await database.run(sql).catch(unlessFatal);
	await database.run("RESET ALL");
}
/** How long anything waits here makes no difference. */
function authorsOwn(stages) {
	return stages.flatMap((stage) => stage.scripts.flatMap((script) => script.statements)).filter((each) => isAuthorsOwn(each) && !/^set\s+(?:session\s+|local\s+)?(?:lock|statement)_timeout\b/i.test(each.sql));
}
function sqlOf(statements) {
	return statements.map(({ sql }) => sql);
}
function unlessFatal(error) {
	if (error.fatal !== false) throw error;
}

// src/proof/prove.ts
function proverOn(engine, reader) {
	const database = standing(engine);
	const histories = historiesOn(database, reader);
	return { async prove(request) {
		const grounds = [];
		try {
			return await run(request, {
				database,
				reader,
				histories,
				grounds
			});
		} catch (error) {
			const reason = error instanceof ProofFailure && error.fatal ? `the engine was stopped (${error.code}): ${error.message}` : `the proof itself broke down, which is a fault of Lockstep's: ${error.message}`;
			return {
				status: "unproved",
				engine: database.engine,
				checks: [],
				reason
			};
		} finally {
			for (const ground of grounds) await ground.forget();
		}
	} };
}
/** Runs the author's SQL and the plan on the same rows, and compares. */
async function run({ history, unit, plan, tables }, { database, reader, histories, grounds }) {
	const { engine } = database;
	database.beginPlan();
	const past = await histories.at(history);
	if ("reason" in past) return {
		status: "unproved",
		engine,
		checks: [],
		reason: `the history does not run on it: ${at(past)}`
	};
	database.beginPlan();
	const scripts = unit.flatMap((each) => scriptsOf(each, reader));
	const stages = stagesOf(plan, unit, reader);
	const readable = await readableTables(database, {
		stages,
		tables,
		shapes: past.shapes
	});
	const written = new Set(readable.filter((table) => !isWritten(scripts, bareName(table))));
	const original = await originalOf(database, past.ground, {
		scripts,
		tables,
		readable,
		shapes: past.shapes,
		written,
		points: oldPoints(stages)
	});
	if ("reason" in original) return {
		status: "unproved",
		engine,
		checks: [],
		reason: `the file as written does not run on it: ${at(original)}`
	};
	grounds.push(original.ground);
	let { ground } = original;
	const forwardFrom = async () => {
		const versions = await versionsOf(database, original, {
			ground,
			stages
		});
		await ground.restore();
		return runForward(database, original.isLoose ? stages.map((stage) => loosely(stage, unit)) : stages, versions);
	};
	let forward = await forwardFrom();
	if (original.rows === void 0 && forward.refused !== void 0 && isOfRows(forward.refused.code)) {
		ground = await emptied(database, original);
		grounds.push(ground);
		forward = await forwardFrom();
	}
	if (forward.refused !== void 0) return {
		status: "failed",
		engine,
		checks: [],
		reason: `a step is refused: ${at(forward.refused)}`
	};
	const checks = [];
	const check = (name, [problem], passed) => {
		checks.push(problem === void 0 ? {
			name,
			status: "passed",
			detail: passed
		} : {
			name,
			status: "failed",
			detail: problem
		});
	};
	const compared = (lines) => withoutStated(plan, withoutTargets(lines));
	check("schema", await schemaProblems(database, original.catalog, compared), "same schema");
	check("blocking", forward.blocking, "longest blocking step: none");
	checks.push(forward.wrote ? await rowsCheck(database, original) : {
		name: "rows",
		status: "skipped",
		detail: "the old code could not write"
	});
	if (forward.sent > 0) check("application", forward.application, `old and new code work after each of ${forward.points} stages`);
	else checks.push({
		name: "application",
		status: "skipped",
		detail: "statements that the plan leaves as they are stop the code on each of its tables"
	});
	checks.push(await rollbackCheck(database, {
		stages,
		before: past.schema,
		ground,
		reader
	}));
	const failed = checks.find((each) => each.status === "failed");
	return {
		status: failed ? "failed" : "proved",
		engine,
		checks,
		...failed && { reason: `${failed.name}: ${failed.detail}` }
	};
}
/** The author's files with each statement on its own, as the author's own SQL had to be run. */
function loosely(stage, unit) {
	const own = new Set(unit.map((each) => each.path));
	return {
		...stage,
		scripts: stage.scripts.map((each) => own.has(each.path) ? {
			...each,
			transaction: false
		} : each)
	};
}
function at({ path, line, reason }) {
	return `${path}:${line}: ${reason}`;
}
async function schemaProblems(database, wanted, compared) {
	const lines = await catalogOf(database);
	const problems = catalogDifference(compared(wanted), compared(lines));
	if (problems.length === 0) return problems;
	const again = catalogDifference(compared(wanted), compared(await reprinted(database, lines, wanted)));
	return again.length === 0 ? again : problems;
}
async function rowsCheck(database, original) {
	const { rows, meanwhile, filled } = original;
	if (rows === void 0) return {
		name: "rows",
		status: "skipped",
		detail: "the file as written fails on rows, and defines none"
	};
	const [problem] = await rowsProblems(rows, await rowsOf(database), original);
	if (problem !== void 0) return {
		name: "rows",
		status: "failed",
		detail: problem
	};
	const written = meanwhile.flat().length;
	return {
		name: "rows",
		status: "passed",
		detail: `same rows (${filled}${written === 0 ? "" : `, and ${written} writes of the old code meanwhile`})`
	};
}
/** What is left to chance is asked for where rows differ, and what is written afterwards where they still do. */
async function rowsProblems(rows, actual, original) {
	const { numbered, meanwhile } = original;
	if (rowsDifference(rows, actual, numbered).length === 0) return [];
	const undefinedIn = /* @__PURE__ */ new Set([...numbered, ...await original.chance()]);
	const early = rowsDifference(rows, actual, undefinedIn);
	if (early.length === 0 || meanwhile.flat().length === 0) return early;
	const late = await original.rowsWithLateWrites();
	const problems = rowsDifference(rows, actual, undefinedIn, late);
	if (problems.length === 0) return problems;
	const chance = undefinedColumns(late, await original.rowsWithLateWrites());
	return rowsDifference(rows, actual, /* @__PURE__ */ new Set([...undefinedIn, ...chance]), late);
}
/** Whether the author's SQL, or a body in it, changes rows: what the old code writes after that is not as if it had been written before. */
function isWritten(scripts, table) {
	return scripts.some(({ statements }) => statements.some(({ sql }) => {
		if (!/^(?:update|insert|delete|merge|with|do|call|select|copy|truncate)\b/i.test(sql)) return false;
		const { words, inner } = wordsOf(sql);
		return [words, ...inner].flat().some(({ kind, text }) => kind === "name" && text === table);
	}));
}

// src/proof/start.ts
/**
* A prover on the embedded engine, or on a server. An embedded engine that does not start here leaves plans unproved; a server that cannot be reached is what was asked for.
* @throws Problem about the server of the URL
*/
async function startProver(reader, databaseUrl) {
	try {
		const database = await open(databaseUrl);
		return {
			...proverOn(database, reader),
			close: () => database.close()
		};
	} catch (error) {
		if (!(error instanceof ProofFailure)) throw error;
		const proof = {
			status: "unproved",
			checks: [],
			reason: error.message
		};
		return {
			prove: async () => proof,
			close: async () => {}
		};
	}
}
async function open(databaseUrl) {
	if (databaseUrl !== void 0) return (await import("./proof-server-server.js")).serverDatabase(databaseUrl);
	return (await import("./proof-embedded-engine.js")).embeddedDatabase();
}

export { startProver };