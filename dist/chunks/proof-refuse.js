import { follows, wordsOf } from "./proof-words.js";

// src/proof/refuse.ts
const functions = new Set(`pg_read_file pg_read_binary_file pg_read_server_files pg_stat_file pg_ls_dir pg_ls_logdir pg_ls_waldir pg_ls_tmpdir
   pg_ls_archive_statusdir pg_ls_summariesdir pg_ls_logicalsnapdir pg_ls_logicalmapdir pg_ls_replslotdir pg_current_logfile
   pg_file_write pg_file_read pg_file_sync pg_file_rename pg_file_unlink pg_file_length pg_logdir_ls pg_logfile_rotate
   pg_hba_file_rules pg_show_all_file_settings pg_ident_file_mappings lo_import lo_export be_lo_import be_lo_export
   pg_reload_conf pg_rotate_logfile pg_terminate_backend pg_cancel_backend pg_promote pg_switch_wal pg_create_restore_point
   pg_backup_start pg_backup_stop pg_start_backup pg_stop_backup pg_create_physical_replication_slot
   pg_drop_replication_slot pg_create_logical_replication_slot pg_logical_emit_message pg_replication_origin_create
   pg_import_system_collations`.split(/\s+/));
const extensions = new Set(`file_fdw dblink postgres_fdw adminpack pg_surgery pageinspect plperlu plpythonu plpython2u plpython3u pltclu plsh
   pg_cron aws_s3 aws_lambda pg_net http pg_background pljava`.split(/\s+/));
const commands = [
	[
		"outside",
		"alter",
		"system"
	],
	[
		"outside",
		"create",
		"subscription"
	],
	[
		"outside",
		"alter",
		"subscription"
	],
	[
		"outside",
		"create",
		"server"
	],
	[
		"outside",
		"create",
		"user",
		"mapping"
	],
	[
		"outside",
		"import",
		"foreign",
		"schema"
	],
	[
		"cluster",
		"create",
		"database"
	],
	[
		"cluster",
		"alter",
		"database"
	],
	[
		"cluster",
		"drop",
		"database"
	],
	[
		"cluster",
		"create",
		"tablespace"
	],
	[
		"cluster",
		"alter",
		"tablespace"
	],
	[
		"cluster",
		"drop",
		"tablespace"
	],
	[
		"cluster",
		"create",
		"role"
	],
	[
		"cluster",
		"create",
		"user"
	],
	[
		"cluster",
		"create",
		"group"
	],
	[
		"cluster",
		"alter",
		"role"
	],
	[
		"cluster",
		"alter",
		"user"
	],
	[
		"cluster",
		"alter",
		"group"
	],
	[
		"cluster",
		"drop",
		"role"
	],
	[
		"cluster",
		"drop",
		"user"
	],
	[
		"cluster",
		"drop",
		"group"
	],
	[
		"cluster",
		"drop",
		"owned"
	],
	[
		"cluster",
		"reassign",
		"owned"
	]
];
/** @returns what of the statement reaches out, in its own words; undefined: nothing that can be seen. */
function reachOf(sql) {
	const { words, inner } = wordsOf(sql);
	for (const part of [words, ...inner]) {
		const found = reachOfPart(part);
		if (found !== void 0) return found;
	}
}
function reachOfPart(words) {
	for (const [i, each] of words.entries()) {
		if (each.kind !== "name") continue;
		const next = words[i + 1];
		if (next?.text === "(" && (functions.has(each.text) || each.text.startsWith("dblink"))) return {
			reach: "outside",
			what: `${each.text}()`
		};
		if (each.text === "load" && next?.kind === "string") return {
			reach: "outside",
			what: "LOAD"
		};
		if (each.text === "copy") {
			const rest = words.slice(i, words.findIndex((other, j) => j > i && other.text === ";") >>> 0);
			const at = rest.findIndex((other, j) => /^(?:from|to)$/.test(other.text) && other.kind === "name" && isPlaceOutside(rest[j + 1]));
			if (at > 0) return {
				reach: "outside",
				what: rest[at + 1]?.text === "program" ? "COPY \u2026 PROGRAM" : "COPY of a server's file"
			};
		}
		if (each.text === "extension") {
			const name = words.slice(i + 1).find(({ text }) => !/^(?:if|not|exists)$/.test(text));
			if (name !== void 0 && extensions.has(name.text)) return {
				reach: "outside",
				what: `the extension ${name.text}`
			};
		}
	}
	const command = commands.find(([, ...wanted]) => follows(words, ...wanted));
	return command && {
		reach: command[0],
		what: command.slice(1).join(" ").toUpperCase()
	};
}
function isPlaceOutside(word) {
	return word?.kind === "string" || word?.kind === "name" && word.text === "program";
}

export { reachOf };