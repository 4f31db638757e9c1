import "./rolldown-runtime.js";
import { counted, courtOf, identifierIn, impliesNotNull, instrumentsFor, layoutFor, nameIn, painter, paragraph, pendingStages, quoteIdentifier, quoteName, readPaths, replayMigration, settingsOf, treeOf, visible } from "./core.js";
const { resolve } = process.getBuiltinModule("node:path");

// src/analysis/open.ts
/** What plans call their helpers: `~orders_status_lockstep`. */
function isHelper(name) {
	return /_lockstep\d*$/.test(name);
}

// src/analysis/open-mysql.ts
/**
* What is open on a table of MySQL or MariaDB. A foreign key that was added with `foreign_key_checks` off is not: no statement of theirs reads the old rows later.
* @param key the table's, in the schema
*/
function openInMysql(key, table, engine) {
	const quoted = (name) => identifierIn(engine, name);
	const named = nameIn(engine, table.name);
	const triggers = table.hanging.filter(({ kind, name }) => kind === "trigger" && isHelper(name)).map(({ name }) => quoted(name));
	const several = triggers.length > 1;
	const inStep = {
		key: {
			table: key,
			name: "triggers"
		},
		helper: true,
		kind: "trigger",
		message: `The ${several ? "triggers" : "trigger"} ${triggers.join(" and ")} ${several ? "keep" : "keeps"} columns of ${named} in step: the old one waits for its contract stage.`,
		next: "Run the next stage of its plan; the contract stage, once the new code runs everywhere, drops what it has made, and the old column."
	};
	const columns = table.columns.filter(({ name }) => isHelper(name)).map(({ name }) => ({
		key: {
			table: key,
			name: `column ${name}`
		},
		helper: true,
		kind: "column",
		message: `The column ${quoted(name)} of ${named} was made by a plan, which takes it away again or gives it its name at its end.`,
		next: "Run the next stage of its plan, or drop the column where the plan was given up."
	}));
	const [unused, used] = engine === "mysql" ? ["INVISIBLE", "VISIBLE"] : ["IGNORED", "NOT IGNORED"];
	const indexes = table.indexes.filter(({ definition }) => definition.invisible).map(({ name }) => ({
		key: {
			table: key,
			name: `index ${name}`
		},
		kind: "index",
		message: `The index ${quoted(name)} of ${named} is ${unused}: no query uses it, and every write keeps it up.`,
		next: `DROP INDEX ${quoted(name)} ON ${named}; or, where it was missed: ALTER TABLE ${named} ALTER INDEX ${quoted(name)} ${used};`
	}));
	return [
		...triggers.length > 0 ? [inStep] : [],
		...columns,
		...indexes
	];
}

// src/analysis/open-postgres.ts
/** What is open on a table of PostgreSQL. @param key the table's, in the schema */
function openInPostgres(key, table, schema) {
	if (table.partitionOf !== void 0) return [];
	const about = (name, rest, text) => ({
		key: {
			table: key,
			name,
			...text && { text }
		},
		...rest
	});
	const { schema: own, name } = table.name;
	const named = own === schema.searchPath[0] ? quoteIdentifier(name) : quoteName(table.name);
	return [
		...table.constraints.flatMap((constraint) => {
			const open = openConstraint(table, named, constraint);
			return open === void 0 ? [] : [about(`constraint ${constraint.name}`, {
				...open,
				...isHelper(constraint.name) && { helper: true }
			}, JSON.stringify(constraint.definition))];
		}),
		...table.indexes.filter(({ valid }) => !valid).map(({ name }) => about(`index ${name}`, {
			kind: "index",
			message: `The index ${quoteIdentifier(name)} of ${named} is not valid: not every partition has its own attached.`,
			next: `ALTER INDEX ${quoteIdentifier(name)} ATTACH PARTITION <the index of each partition that is missing>;`
		})),
		...table.hanging.filter(({ kind, name }) => kind === "trigger" && isHelper(name)).map(({ name }) => about(`trigger ${name}`, {
			helper: true,
			kind: "trigger",
			message: `The trigger ${quoteIdentifier(name)} keeps columns of ${named} in step: the old one waits for its contract stage.`,
			next: "Run the contract stage of its plan once the new code runs everywhere: it drops the trigger, its function and the old column."
		}))
	];
}
function openConstraint(table, named, { name, definition, validated, enforced, conditional }) {
	const column = definition.type === "check" ? table.columns.find((each) => meansNotNull(definition.expression.tree, each.name)) : void 0;
	const setNotNull = column === void 0 ? "" : `ALTER TABLE ${named} ALTER COLUMN ${quoteIdentifier(column.name)} SET NOT NULL;`;
	if (!validated && enforced && !conditional) {
		const then = column !== void 0 && isHelper(name) ? ` then, in a transaction of its own: ${setNotNull}` : "";
		return {
			kind: "constraint",
			message: `The constraint ${quoteIdentifier(name)} of ${named} was never validated: rows from before it may break it.`,
			next: `ALTER TABLE ${named} VALIDATE CONSTRAINT ${quoteIdentifier(name)};${then}`
		};
	}
	if (column === void 0 || column.notNull || !isHelper(name)) return void 0;
	return {
		kind: "column",
		message: `The column ${quoteIdentifier(column.name)} of ${named} is proved to hold no NULL, and was not made NOT NULL.`,
		next: `${setNotNull} ALTER TABLE ${named} DROP CONSTRAINT ${quoteIdentifier(name)};`
	};
}
function meansNotNull(tree, column) {
	return tree.kind === "null-test" && impliesNotNull(tree, column);
}

// src/analysis/unfinished.ts
/**
* What the migrations of a directory leave unfinished once all of them have run: constraints that were never validated, columns that a plan has proved
* to hold no NULL and not made NOT NULL, triggers and columns of plans that keep two columns in step, indexes that are not valid or not used, and stages that a plan has announced.
*/
function unfinishedOf(set, config, reader, { engine, of, empty }) {
	const openIn = (schema, only) => tablesOf(schema, only).flatMap(([key, table]) => of === "postgres" ? openInPostgres(key, table, schema) : openInMysql(key, table, of));
	const court = courtOf(config, reader, engine);
	const pending = pendingStages();
	const schemas = [];
	const migrations = [
		...set.dump ? [set.dump] : [],
		...set.history,
		...set.units.flatMap((unit) => unit.migrations)
	];
	let schema = empty(config.searchPath);
	for (const migration of migrations) {
		const { sql, after } = replayMigration(migration, schema, court);
		pending.record(migration, sql.comments);
		schema = after;
		schemas.push(schema);
	}
	const found = openIn(schema).map(({ key, helper, ...each }) => {
		let since = schemas.length - 1;
		const isSame = (other) => other.key.name === key.name && other.key.text === key.text;
		while (since > 0 && openIn(schemas[since - 1], key.table).some(isSame)) since--;
		return {
			helper,
			open: {
				path: migrations[since]?.path ?? "",
				...each
			}
		};
	});
	const plans = pending.plans();
	const ofPlan = ({ paths, stages }) => found.filter(({ helper, open }) => (helper || isOfRows(open) && onlyEnforces(stages)) && paths.has(open.path)).map(({ open }) => open);
	const told = new Set(plans.flatMap(ofPlan));
	return [...found.flatMap(({ open }) => told.has(open) ? [] : [open]), ...plans.map((each) => waiting(each, ofPlan(each)))];
}
/** What is to be proved of the rows, for which there is SQL. */
function isOfRows({ kind }) {
	return kind === "constraint" || kind === "column";
}
function onlyEnforces(stages) {
	return stages.every((each) => /^enforce\b/.test(each));
}
/** @param made what the plan has made so far and is not finished */
function waiting({ plan, path, line, stages }, made) {
	const [next = "", ...later] = stages;
	const behind = later.length === 0 ? "" : `, and then ${later.length > 1 ? `${later.slice(0, -1).join(", ")} and ` : ""}${later.at(-1)}`;
	const sql = onlyEnforces(stages) ? made.filter(isOfRows).map((each) => each.next) : [];
	return {
		path,
		line,
		kind: "stage",
		message: `Plan ${plan} waits for its ${next} stage${behind}: no migration carries \`-- lockstep: stage ${plan} ${next}\` yet.`,
		next: sql.length > 0 ? sql.join(" ") : `Add the file of its ${next} stage when its turn has come; where the stage was dropped, take it out of the announcement.`
	};
}
/** @param only the key of the one table that is looked at */
function tablesOf(schema, only) {
	if (only === void 0) return [...schema.tables.entries()];
	const table = schema.tables.get(only);
	return table === void 0 ? [] : [[only, table]];
}

// src/cli/status.ts
/** `lockstep status`: what the migrations have begun and not finished, with the next step of each. Nothing of it is a fault: the exit code is 0. */
async function status(args, io) {
	const { config, sets } = await readPaths(args, io, treeOf(resolve(io.cwd)));
	const unfinished = [];
	for (const set of sets) {
		const own = settingsOf(config, set);
		const { reader, instruments } = await instrumentsFor(own);
		unfinished.push(...unfinishedOf(set, own, reader, instruments));
	}
	io.stdout.write(args.format === "json" ? `${JSON.stringify({
		version: 1,
		unfinished
	})}\n` : statusText(unfinished, args, io));
	return 0;
}
function statusText(unfinished, args, io) {
	const layout = layoutFor(args, io);
	const paint = painter(layout.colour);
	if (unfinished.length === 0) return `${paint("good", "\u2713")} Nothing is unfinished.\n`;
	return `${unfinished.flatMap(({ path, line, message, next }) => [
		`${paint("strong", visible(path))}${line === void 0 ? "" : `:${line}`}`,
		...paragraph("  ", visible(message), layout.width),
		...paragraph("  \u2192 ", visible(next), layout.width).map((each, i) => i === 0 ? each.replace("\u2192", paint("good", "\u2192")) : each),
		""
	]).join("\n")}\n${counted(unfinished.length, "thing")} to finish\n`;
}

export { status };