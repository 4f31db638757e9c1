import "./rolldown-runtime.js";
import { Problem, readOutput, readTarget, treeOf } from "./core.js";
import { readTimeLimit } from "./github-time-limit.js";
import { jsonError } from "./report-json.js";
import { leaveNoVerdict, noVerdictMarkdown } from "./cli-no-verdict.js";
import { boolean, getDotPath, integer, isoTimestamp, minValue, nullable, number, object, optional, parse as parse$1, pipe, regex, safeParse, string, union } from "./valibot.js";
const { mkdtempSync, readFileSync, writeFileSync } = process.getBuiltinModule("node:fs");
const { join, posix } = process.getBuiltinModule("node:path");
import * as fs from "fs";
import { constants as constants$1, promises } from "fs";
import * as os from "os";
import { EOL } from "os";
import * as crypto from "crypto";
import "path";

// node_modules/@actions/core/lib/utils.js
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}

// node_modules/@actions/core/lib/command.js
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os.EOL);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/summary.js
var __awaiter$1 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter$1(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants$1.R_OK | constants$1.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter$1(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const _summary = new Summary();
const summary = _summary;

// node_modules/@actions/core/lib/core.js
var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Gets the value of an input.
* Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
* Returns an empty string if the value is not defined.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string
*/
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
/**
* Gets the values of an multiline input.  Each value is also trimmed.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string[]
*
*/
function getMultilineInput(name, options) {
	const inputs = getInput(name, options).split("\n").filter((x) => x !== "");
	if (options && options.trimWhitespace === false) return inputs;
	return inputs.map((input) => input.trim());
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Sets the action status to failed.
* When the action exits it will be with an exit code of 1
* @param message add error issue message
*/
function setFailed(message) {
	process.exitCode = ExitCode.Failure;
	error(message);
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a notice issue
* @param message notice issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + os.EOL);
}

// src/github/trigger.ts
const sha = pipe(string(), regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/, "is no commit id"));
/** `repo` is null where the fork has been deleted. */
const commit = object({
	sha,
	repo: optional(nullable(object({ full_name: string() })))
});
const repository = object({ default_branch: string() });
const time = pipe(string(), isoTimestamp("is no time"));
const pullRequestEvent = object({
	action: optional(string()),
	label: optional(object({ name: string() })),
	pull_request: object({
		number: pipe(number(), integer(), minValue(1)),
		head: commit,
		base: commit,
		updated_at: optional(time)
	})
});
const mergeGroupEvent = object({ merge_group: object({
	head_sha: sha,
	base_sha: sha,
	head_ref: optional(string())
}) });
const pushEvent = object({
	before: sha,
	after: sha,
	ref: optional(string()),
	deleted: optional(boolean()),
	repository: object({
		...repository.entries,
		pushed_at: optional(union([number(), time]))
	})
});
const workflowRunEvent = object({
	workflow_run: object({
		event: string(),
		head_sha: sha,
		head_branch: nullable(string()),
		head_repository: nullable(object({
			full_name: string(),
			owner: object({ login: string() })
		})),
		created_at: time
	}),
	repository
});
const otherEvent = object({ repository });
/**
* The head of a pull request is taken from the event: `GITHUB_SHA` is there the commit that merges it into its base, on which no
* review can stand.
* @throws Problem for an event that has no changes to judge, or does not look like GitHub's
*/
function readTrigger(name, event, environment) {
	switch (name) {
		case "pull_request":
		case "pull_request_target":
		case "pull_request_review": {
			const { action, label, pull_request: pull } = parse(pullRequestEvent, event, name);
			const { number, head, base, updated_at: since } = pull;
			const fork = head.repo?.full_name !== base.repo?.full_name;
			const merge = environment.GITHUB_SHA ?? head.sha;
			return {
				kind: "pull-request",
				number,
				head: head.sha,
				base: base.sha,
				merge,
				fork,
				...since !== void 0 && { since },
				...action === "labeled" && label !== void 0 && { labelled: label.name }
			};
		}
		case "merge_group": {
			const { merge_group: group } = parse(mergeGroupEvent, event, name);
			const number = /\/pr-(\d+)-[0-9a-f]{40,64}$/.exec(group.head_ref ?? "")?.[1];
			return {
				kind: "commits",
				base: group.base_sha,
				head: group.head_sha,
				...number !== void 0 && { pullRequest: Number(number) }
			};
		}
		case "push": {
			const { before, after, ref, deleted, repository } = parse(pushEvent, event, name);
			if (deleted === true || /^0+$/.test(after)) return {
				kind: "nothing",
				reason: "The branch was deleted."
			};
			const base = (ref === void 0 || ref === `refs/heads/${repository.default_branch}`) && !/^0+$/.test(before) ? before : repository.default_branch;
			const { pushed_at: pushed } = repository;
			const since = typeof pushed === "number" ? (/* @__PURE__ */ new Date(pushed * 1e3)).toISOString() : pushed;
			return {
				kind: "commits",
				base,
				head: after,
				...since !== void 0 && { since }
			};
		}
		case "workflow_run": {
			const { workflow_run: run, repository } = parse(workflowRunEvent, event, name);
			const { head_sha: head, head_branch: branch, head_repository: from, created_at: since } = run;
			if (run.event !== "pull_request") return {
				kind: "nothing",
				reason: "The workflow that has ended was not started by a pull request."
			};
			if (branch === null || from === null) return {
				kind: "nothing",
				reason: "The repository of the pull request is gone."
			};
			const defaultBranch = {
				name: repository.default_branch,
				commit: parse$1(sha, environment.GITHUB_SHA)
			};
			return {
				kind: "ended-run",
				head,
				branch,
				owner: from.owner.login,
				repository: from.full_name,
				since,
				defaultBranch
			};
		}
		case "workflow_dispatch":
		case "schedule": {
			const { repository } = parse(otherEvent, event, name);
			return {
				kind: "commits",
				base: repository.default_branch,
				head: parse$1(sha, environment.GITHUB_SHA)
			};
		}
		default: throw new Problem(`the event \`${name}\` has no migrations to judge; run this on pull_request, merge_group, push or workflow_dispatch`);
	}
}
function parse(schema, event, name) {
	const result = safeParse(schema, event);
	if (result.success) return result.output;
	const [issue] = result.issues;
	throw new Problem(`the ${name} event is not what GitHub sends: ${getDotPath(issue) ?? "it"} ${issue.message}`);
}

// src/github/inputs.ts
/** @throws Problem naming the input */
function readDestination(environment = process.env) {
	return {
		workspace: environment.GITHUB_WORKSPACE ?? process.cwd(),
		directory: readDirectory(getInput("working-directory")),
		outputs: getMultilineInput("output").flatMap(readOutputLine)
	};
}
/**
* Reads and checks the whole of it at once.
* @throws Problem naming the input, or the variable that the runner should have set
*/
function readSettings(environment = process.env) {
	const destination = readDestination(environment);
	const { directory } = destination;
	const config = getInput("config");
	const engine = getInput("engine");
	const failOn = getInput("fail-on");
	if (failOn !== "" && !isFailOn(failOn)) throw new Problem(`fail-on must be error, warning or never, not \`${failOn}\``);
	const minutes = readTimeLimit(getInput("time-limit"));
	if (minutes === void 0) throw new Problem(`time-limit must be a number of minutes, not \`${getInput("time-limit")}\``);
	const token = getInput("github-token");
	if (token === "") throw new Problem("github-token is empty; leave it out to use the token of the job");
	const [owner = "", repo = ""] = required(environment, "GITHUB_REPOSITORY").split("/");
	const pages = pagesOf(environment);
	return {
		token,
		paths: getMultilineInput("paths").filter((each) => each !== ""),
		...engine !== "" && { engine: readTarget(engine) },
		...config !== "" && { config: insideRepository(posix.join(directory, config), "config") },
		...failOn !== "" && isFailOn(failOn) && { failOn },
		proof: readProof(minutes),
		openFollowUp: readFlag("open-follow-up"),
		...destination,
		repository: {
			owner,
			repo
		},
		trigger: readTrigger(environment.GITHUB_EVENT_NAME ?? "", readEvent(required(environment, "GITHUB_EVENT_PATH")), environment),
		apiUrl: environment.GITHUB_API_URL ?? "https://api.github.com",
		proxied: [
			"https_proxy",
			"HTTPS_PROXY",
			"http_proxy",
			"HTTP_PROXY"
		].some((name) => (environment[name] ?? "") !== ""),
		temporary: required(environment, "RUNNER_TEMP"),
		...pages !== void 0 && { pages }
	};
}
function readOutputLine(line) {
	if (line === "") return [];
	const { format, path } = readOutput("output", line);
	if (format === void 0) throw new Problem(`output must name formats and files, as in sarif=lockstep.sarif, not \`${line}\``);
	return [{
		format,
		path
	}];
}
function readProof(minutes) {
	const [skip, required, databaseUrl] = [
		readFlag("no-proof"),
		readFlag("require-proof"),
		getInput("database-url")
	];
	if (skip && required) throw new Problem("no-proof and require-proof contradict each other");
	if (databaseUrl !== "") setSecret(databaseUrl);
	return {
		skip,
		required,
		signal: AbortSignal.timeout(minutes * 6e4 / 2),
		...databaseUrl !== "" && { databaseUrl }
	};
}
function readFlag(name) {
	const text = getInput(name);
	if (text !== "" && text !== "true" && text !== "false") throw new Problem(`${name} must be true or false, not \`${text}\``);
	return text === "true";
}
const isFailOn = (text) => text === "error" || text === "warning" || text === "never";
function required(environment, name) {
	const value = environment[name];
	if (value === void 0 || value === "") throw new Problem(`${name} is not set; this runs as a step of a GitHub workflow`);
	return value;
}
function readEvent(path) {
	try {
		return JSON.parse(readFileSync(path, "utf8"));
	} catch (error) {
		throw new Problem(`the event cannot be read: ${error.message}`, { path });
	}
}
function readDirectory(input) {
	const directory = posix.normalize((input === "" ? "." : input).replaceAll("\\", "/")).replace(/\/+$/, "");
	return directory === "." ? "" : insideRepository(directory, "working-directory");
}
function insideRepository(path, input) {
	if (posix.isAbsolute(path) || path === ".." || path.startsWith("../")) throw new Problem(`${input} must be a path inside the repository, not \`${path}\``);
	return path;
}
/** The action's own repository at the version that runs: its documentation is then the one that fits. */
function pagesOf(environment) {
	const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref, GITHUB_SERVER_URL: server } = environment;
	if (!repository || !ref || !server) return void 0;
	return `${server}/${repository}/blob/${encodeURIComponent(ref)}/docs/rules`;
}

// src/github/publish.ts
/**
* Sets the outputs and writes the JSON report for later steps.
* @param temporary the runner's directory for files of the job; without one there is no report file
*/
function writeOutputs(temporary, verdict, findings, json) {
	setOutput("verdict", verdict);
	setOutput("findings", findings.error + findings.warning);
	setOutput("errors", findings.error);
	if (temporary === void 0) return;
	const file = join(mkdtempSync(join(temporary, "lockstep-")), "report.json");
	writeFileSync(file, json);
	setOutput("report-file", file);
}
/** Adds to the job summary. Where there is none (an old server), the rest of the report still stands. */
async function writeSummary(markdown) {
	try {
		await summary.addRaw(markdown).write();
	} catch (error) {
		warning(`No job summary: ${error.message}`);
	}
}

// src/action/fail.ts
/**
* What could not be judged does not pass: says why, everywhere where the verdict would have stood.
* @param reason a sentence, or what was thrown
*/
async function fail(reason) {
	const message = typeof reason === "string" ? reason : reason instanceof Problem ? reason.oneLine : bugInWords(reason);
	setFailed(`Lockstep could not judge: ${message}`);
	await writeSummary(noVerdictMarkdown(message));
	const destination = destinationOf();
	if (destination !== void 0) {
		const { workspace, directory, outputs } = destination;
		leaveNoVerdict({
			...treeOf(workspace),
			cwd: join(workspace, directory)
		}, outputs, message);
	}
	writeOutputs(process.env.RUNNER_TEMP, "error", {
		error: 0,
		warning: 0
	}, jsonError(message));
}
function bugInWords(error) {
	return `internal error: ${new Problem(String(error?.stack ?? error)).oneLine}`;
}
/** Undefined where the inputs do not say it, which is then the reason. */
function destinationOf() {
	try {
		return readDestination();
	} catch {
		return;
	}
}

export { error, fail, info, notice, readSettings, setFailed, warning, writeOutputs, writeSummary };