import { __commonJSMin, __toESM } from "./rolldown-runtime.js";
import { Problem, addToList, analyzeSets, arrange, baselineOf, code, counted, declaredNames, decode, defaultConfig, details, directoriesAbove, existingText, fence, globMatcher, html, inSeriesOf, isSchemaPart, isScript, isSqlFile, joinPath, limits, loadReader, loadScriptReader, markerNames, markersIn, mergeAnalyses, noMarkers, placeOf, prose, provePlans, readText, renderReport, schemaPartsOn, seriesSettings, siblingsOf, sidecarsOf, stageWords, toldByBase, toolList, treeOf, verdictOf, waiverList, wantedApproval } from "./core.js";
import { packagePages } from "./cli-package.js";
import { error, fail as fail$1, info, notice, readSettings, setFailed, warning, writeOutputs, writeSummary } from "./action-fail.js";
import { annotationsOf } from "./report-annotations.js";
import { Octokit, RequestError, paginateRest, restEndpointMethods } from "./octokit.js";
import { digest, markerLine, readMarker } from "./report-fingerprint.js";
import { parseHunks } from "./source-hunks.js";
import { readBaseline } from "./config-baseline.js";
import { readConfig } from "./config-read.js";
import { jsonReport } from "./report-json.js";
import { headline, noticesOf as noticesOf$1, tableOf, timelineOf } from "./report-markdown.js";
import { renderSummary } from "./report-summary.js";
import { writeReport } from "./source-write-report.js";
import { bodyLimit, renderComment, renderConcern, shorten, whenToStart } from "./report-comment.js";
import { concernsOf } from "./report-concern.js";
const { closeSync, constants, existsSync, fstatSync, openSync, readFileSync } = process.getBuiltinModule("node:fs");
const { createHash } = process.getBuiltinModule("node:crypto");
const { join, posix } = process.getBuiltinModule("node:path");

// src/github/annotations.ts
const issue = {
	error,
	warning,
	notice
};
/** Annotates the findings that `isShown` does not know to stand in the review, and the notices. The toolkit escapes what it prints. */
function annotate(analysis, isShown) {
	for (const { kind, message, place } of annotationsOf(analysis, { prefix: "" }, "the job summary lists all of them", ({ finding }) => !isShown(finding))) issue[kind](message, place);
}

// node_modules/bottleneck/light.js
var require_light = /* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
	/**
	* This file contains the Bottleneck library (MIT), compiled to ES2017, and without Clustering support.
	* https://github.com/SGrondin/bottleneck
	*/
	(function(global, factory) {
		typeof exports === "object" && typeof module !== "undefined" ? module.exports = factory() : typeof define === "function" && define.amd ? define(factory) : global.Bottleneck = factory();
	})(this$1, (function() {
		"use strict";
		var commonjsGlobal = typeof globalThis !== "undefined" ? globalThis : typeof window !== "undefined" ? window : typeof global !== "undefined" ? global : typeof self !== "undefined" ? self : {};
		function getCjsExportFromNamespace(n) {
			return n && n["default"] || n;
		}
		var load = function(received, defaults, onto = {}) {
			var k, ref, v;
			for (k in defaults) {
				v = defaults[k];
				onto[k] = (ref = received[k]) != null ? ref : v;
			}
			return onto;
		};
		var overwrite = function(received, defaults, onto = {}) {
			var k, v;
			for (k in received) {
				v = received[k];
				if (defaults[k] !== void 0) onto[k] = v;
			}
			return onto;
		};
		var parser = {
			load,
			overwrite
		};
		var DLList_1 = class DLList {
			constructor(incr, decr) {
				this.incr = incr;
				this.decr = decr;
				this._first = null;
				this._last = null;
				this.length = 0;
			}
			push(value) {
				var node;
				this.length++;
				if (typeof this.incr === "function") this.incr();
				node = {
					value,
					prev: this._last,
					next: null
				};
				if (this._last != null) {
					this._last.next = node;
					this._last = node;
				} else this._first = this._last = node;
			}
			shift() {
				var value;
				if (this._first == null) return;
				else {
					this.length--;
					if (typeof this.decr === "function") this.decr();
				}
				value = this._first.value;
				if ((this._first = this._first.next) != null) this._first.prev = null;
				else this._last = null;
				return value;
			}
			first() {
				if (this._first != null) return this._first.value;
			}
			getArray() {
				var node = this._first, ref, results = [];
				while (node != null) results.push((ref = node, node = node.next, ref.value));
				return results;
			}
			forEachShift(cb) {
				var node = this.shift();
				while (node != null) cb(node), node = this.shift();
			}
			debug() {
				var node = this._first, ref, ref1, ref2, results = [];
				while (node != null) results.push((ref = node, node = node.next, {
					value: ref.value,
					prev: (ref1 = ref.prev) != null ? ref1.value : void 0,
					next: (ref2 = ref.next) != null ? ref2.value : void 0
				}));
				return results;
			}
		};
		var Events_1 = class Events {
			constructor(instance) {
				this.instance = instance;
				this._events = {};
				if (this.instance.on != null || this.instance.once != null || this.instance.removeAllListeners != null) throw new Error("An Emitter already exists for this object");
				this.instance.on = (name, cb) => {
					return this._addListener(name, "many", cb);
				};
				this.instance.once = (name, cb) => {
					return this._addListener(name, "once", cb);
				};
				this.instance.removeAllListeners = (name = null) => {
					if (name != null) return delete this._events[name];
					else return this._events = {};
				};
			}
			_addListener(name, status, cb) {
				var base;
				if ((base = this._events)[name] == null) base[name] = [];
				this._events[name].push({
					cb,
					status
				});
				return this.instance;
			}
			listenerCount(name) {
				if (this._events[name] != null) return this._events[name].length;
				else return 0;
			}
			async trigger(name, ...args) {
				var e, promises;
				try {
					if (name !== "debug") this.trigger("debug", `Event triggered: ${name}`, args);
					if (this._events[name] == null) return;
					this._events[name] = this._events[name].filter(function(listener) {
						return listener.status !== "none";
					});
					promises = this._events[name].map(async (listener) => {
						var e, returned;
						if (listener.status === "none") return;
						if (listener.status === "once") listener.status = "none";
						try {
							returned = typeof listener.cb === "function" ? listener.cb(...args) : void 0;
							if (typeof (returned != null ? returned.then : void 0) === "function") return await returned;
							else return returned;
						} catch (error) {
							e = error;
							this.trigger("error", e);
							return null;
						}
					});
					return (await Promise.all(promises)).find(function(x) {
						return x != null;
					});
				} catch (error) {
					e = error;
					this.trigger("error", e);
					return null;
				}
			}
		};
		var DLList$1 = DLList_1, Events$1 = Events_1;
		var Queues_1 = class Queues {
			constructor(num_priorities) {
				this.Events = new Events$1(this);
				this._length = 0;
				this._lists = (function() {
					var j, ref, results = [];
					for (j = 1, ref = num_priorities; 1 <= ref ? j <= ref : j >= ref; 1 <= ref ? ++j : --j) results.push(new DLList$1((() => {
						return this.incr();
					}), (() => {
						return this.decr();
					})));
					return results;
				}).call(this);
			}
			incr() {
				if (this._length++ === 0) return this.Events.trigger("leftzero");
			}
			decr() {
				if (--this._length === 0) return this.Events.trigger("zero");
			}
			push(job) {
				return this._lists[job.options.priority].push(job);
			}
			queued(priority) {
				if (priority != null) return this._lists[priority].length;
				else return this._length;
			}
			shiftAll(fn) {
				return this._lists.forEach(function(list) {
					return list.forEachShift(fn);
				});
			}
			getFirst(arr = this._lists) {
				var j = 0, len = arr.length, list;
				for (; j < len; j++) {
					list = arr[j];
					if (list.length > 0) return list;
				}
				return [];
			}
			shiftLastFrom(priority) {
				return this.getFirst(this._lists.slice(priority).reverse()).shift();
			}
		};
		var BottleneckError_1 = class BottleneckError extends Error {};
		var BottleneckError$1, DEFAULT_PRIORITY, Job, NUM_PRIORITIES = 10, parser$1;
		DEFAULT_PRIORITY = 5;
		parser$1 = parser;
		BottleneckError$1 = BottleneckError_1;
		Job = class Job {
			constructor(task, args, options, jobDefaults, rejectOnDrop, Events, _states, Promise) {
				this.task = task;
				this.args = args;
				this.rejectOnDrop = rejectOnDrop;
				this.Events = Events;
				this._states = _states;
				this.Promise = Promise;
				this.options = parser$1.load(options, jobDefaults);
				this.options.priority = this._sanitizePriority(this.options.priority);
				if (this.options.id === jobDefaults.id) this.options.id = `${this.options.id}-${this._randomIndex()}`;
				this.promise = new this.Promise((_resolve, _reject) => {
					this._resolve = _resolve;
					this._reject = _reject;
				});
				this.retryCount = 0;
			}
			_sanitizePriority(priority) {
				var sProperty = ~~priority !== priority ? DEFAULT_PRIORITY : priority;
				if (sProperty < 0) return 0;
				else if (sProperty > NUM_PRIORITIES - 1) return NUM_PRIORITIES - 1;
				else return sProperty;
			}
			_randomIndex() {
				return Math.random().toString(36).slice(2);
			}
			doDrop({ error, message = "This job has been dropped by Bottleneck" } = {}) {
				if (this._states.remove(this.options.id)) {
					if (this.rejectOnDrop) this._reject(error != null ? error : new BottleneckError$1(message));
					this.Events.trigger("dropped", {
						args: this.args,
						options: this.options,
						task: this.task,
						promise: this.promise
					});
					return true;
				} else return false;
			}
			_assertStatus(expected) {
				var status = this._states.jobStatus(this.options.id);
				if (!(status === expected || expected === "DONE" && status === null)) throw new BottleneckError$1(`Invalid job status ${status}, expected ${expected}. Please open an issue at https://github.com/SGrondin/bottleneck/issues`);
			}
			doReceive() {
				this._states.start(this.options.id);
				return this.Events.trigger("received", {
					args: this.args,
					options: this.options
				});
			}
			doQueue(reachedHWM, blocked) {
				this._assertStatus("RECEIVED");
				this._states.next(this.options.id);
				return this.Events.trigger("queued", {
					args: this.args,
					options: this.options,
					reachedHWM,
					blocked
				});
			}
			doRun() {
				if (this.retryCount === 0) {
					this._assertStatus("QUEUED");
					this._states.next(this.options.id);
				} else this._assertStatus("EXECUTING");
				return this.Events.trigger("scheduled", {
					args: this.args,
					options: this.options
				});
			}
			async doExecute(chained, clearGlobalState, run, free) {
				var error, eventInfo, passed;
				if (this.retryCount === 0) {
					this._assertStatus("RUNNING");
					this._states.next(this.options.id);
				} else this._assertStatus("EXECUTING");
				eventInfo = {
					args: this.args,
					options: this.options,
					retryCount: this.retryCount
				};
				this.Events.trigger("executing", eventInfo);
				try {
					passed = await (chained != null ? chained.schedule(this.options, this.task, ...this.args) : this.task(...this.args));
					if (clearGlobalState()) {
						this.doDone(eventInfo);
						await free(this.options, eventInfo);
						this._assertStatus("DONE");
						return this._resolve(passed);
					}
				} catch (error1) {
					error = error1;
					return this._onFailure(error, eventInfo, clearGlobalState, run, free);
				}
			}
			doExpire(clearGlobalState, run, free) {
				var error, eventInfo;
				if (this._states.jobStatus(this.options.id === "RUNNING")) this._states.next(this.options.id);
				this._assertStatus("EXECUTING");
				eventInfo = {
					args: this.args,
					options: this.options,
					retryCount: this.retryCount
				};
				error = new BottleneckError$1(`This job timed out after ${this.options.expiration} ms.`);
				return this._onFailure(error, eventInfo, clearGlobalState, run, free);
			}
			async _onFailure(error, eventInfo, clearGlobalState, run, free) {
				var retry, retryAfter;
				if (clearGlobalState()) {
					retry = await this.Events.trigger("failed", error, eventInfo);
					if (retry != null) {
						retryAfter = ~~retry;
						this.Events.trigger("retry", `Retrying ${this.options.id} after ${retryAfter} ms`, eventInfo);
						this.retryCount++;
						return run(retryAfter);
					} else {
						this.doDone(eventInfo);
						await free(this.options, eventInfo);
						this._assertStatus("DONE");
						return this._reject(error);
					}
				}
			}
			doDone(eventInfo) {
				this._assertStatus("EXECUTING");
				this._states.next(this.options.id);
				return this.Events.trigger("done", eventInfo);
			}
		};
		var Job_1 = Job;
		var BottleneckError$2, LocalDatastore, parser$2 = parser;
		BottleneckError$2 = BottleneckError_1;
		LocalDatastore = class LocalDatastore {
			constructor(instance, storeOptions, storeInstanceOptions) {
				this.instance = instance;
				this.storeOptions = storeOptions;
				this.clientId = this.instance._randomIndex();
				parser$2.load(storeInstanceOptions, storeInstanceOptions, this);
				this._nextRequest = this._lastReservoirRefresh = this._lastReservoirIncrease = Date.now();
				this._running = 0;
				this._done = 0;
				this._unblockTime = 0;
				this.ready = this.Promise.resolve();
				this.clients = {};
				this._startHeartbeat();
			}
			_startHeartbeat() {
				var base;
				if (this.heartbeat == null && (this.storeOptions.reservoirRefreshInterval != null && this.storeOptions.reservoirRefreshAmount != null || this.storeOptions.reservoirIncreaseInterval != null && this.storeOptions.reservoirIncreaseAmount != null)) return typeof (base = this.heartbeat = setInterval(() => {
					var amount, incr, maximum, now = Date.now(), reservoir;
					if (this.storeOptions.reservoirRefreshInterval != null && now >= this._lastReservoirRefresh + this.storeOptions.reservoirRefreshInterval) {
						this._lastReservoirRefresh = now;
						this.storeOptions.reservoir = this.storeOptions.reservoirRefreshAmount;
						this.instance._drainAll(this.computeCapacity());
					}
					if (this.storeOptions.reservoirIncreaseInterval != null && now >= this._lastReservoirIncrease + this.storeOptions.reservoirIncreaseInterval) {
						({reservoirIncreaseAmount: amount, reservoirIncreaseMaximum: maximum, reservoir} = this.storeOptions);
						this._lastReservoirIncrease = now;
						incr = maximum != null ? Math.min(amount, maximum - reservoir) : amount;
						if (incr > 0) {
							this.storeOptions.reservoir += incr;
							return this.instance._drainAll(this.computeCapacity());
						}
					}
				}, this.heartbeatInterval)).unref === "function" ? base.unref() : void 0;
				else return clearInterval(this.heartbeat);
			}
			async __publish__(message) {
				await this.yieldLoop();
				return this.instance.Events.trigger("message", message.toString());
			}
			async __disconnect__(flush) {
				await this.yieldLoop();
				clearInterval(this.heartbeat);
				return this.Promise.resolve();
			}
			yieldLoop(t = 0) {
				return new this.Promise(function(resolve, reject) {
					return setTimeout(resolve, t);
				});
			}
			computePenalty() {
				var ref;
				return (ref = this.storeOptions.penalty) != null ? ref : 15 * this.storeOptions.minTime || 5e3;
			}
			async __updateSettings__(options) {
				await this.yieldLoop();
				parser$2.overwrite(options, options, this.storeOptions);
				this._startHeartbeat();
				this.instance._drainAll(this.computeCapacity());
				return true;
			}
			async __running__() {
				await this.yieldLoop();
				return this._running;
			}
			async __queued__() {
				await this.yieldLoop();
				return this.instance.queued();
			}
			async __done__() {
				await this.yieldLoop();
				return this._done;
			}
			async __groupCheck__(time) {
				await this.yieldLoop();
				return this._nextRequest + this.timeout < time;
			}
			computeCapacity() {
				var maxConcurrent, reservoir;
				({maxConcurrent, reservoir} = this.storeOptions);
				if (maxConcurrent != null && reservoir != null) return Math.min(maxConcurrent - this._running, reservoir);
				else if (maxConcurrent != null) return maxConcurrent - this._running;
				else if (reservoir != null) return reservoir;
				else return null;
			}
			conditionsCheck(weight) {
				var capacity = this.computeCapacity();
				return capacity == null || weight <= capacity;
			}
			async __incrementReservoir__(incr) {
				var reservoir;
				await this.yieldLoop();
				reservoir = this.storeOptions.reservoir += incr;
				this.instance._drainAll(this.computeCapacity());
				return reservoir;
			}
			async __currentReservoir__() {
				await this.yieldLoop();
				return this.storeOptions.reservoir;
			}
			isBlocked(now) {
				return this._unblockTime >= now;
			}
			check(weight, now) {
				return this.conditionsCheck(weight) && this._nextRequest - now <= 0;
			}
			async __check__(weight) {
				var now;
				await this.yieldLoop();
				now = Date.now();
				return this.check(weight, now);
			}
			async __register__(index, weight, expiration) {
				var now, wait;
				await this.yieldLoop();
				now = Date.now();
				if (this.conditionsCheck(weight)) {
					this._running += weight;
					if (this.storeOptions.reservoir != null) this.storeOptions.reservoir -= weight;
					wait = Math.max(this._nextRequest - now, 0);
					this._nextRequest = now + wait + this.storeOptions.minTime;
					return {
						success: true,
						wait,
						reservoir: this.storeOptions.reservoir
					};
				} else return { success: false };
			}
			strategyIsBlock() {
				return this.storeOptions.strategy === 3;
			}
			async __submit__(queueLength, weight) {
				var blocked, now, reachedHWM;
				await this.yieldLoop();
				if (this.storeOptions.maxConcurrent != null && weight > this.storeOptions.maxConcurrent) throw new BottleneckError$2(`Impossible to add a job having a weight of ${weight} to a limiter having a maxConcurrent setting of ${this.storeOptions.maxConcurrent}`);
				now = Date.now();
				reachedHWM = this.storeOptions.highWater != null && queueLength === this.storeOptions.highWater && !this.check(weight, now);
				blocked = this.strategyIsBlock() && (reachedHWM || this.isBlocked(now));
				if (blocked) {
					this._unblockTime = now + this.computePenalty();
					this._nextRequest = this._unblockTime + this.storeOptions.minTime;
					this.instance._dropAllQueued();
				}
				return {
					reachedHWM,
					blocked,
					strategy: this.storeOptions.strategy
				};
			}
			async __free__(index, weight) {
				await this.yieldLoop();
				this._running -= weight;
				this._done += weight;
				this.instance._drainAll(this.computeCapacity());
				return { running: this._running };
			}
		};
		var LocalDatastore_1 = LocalDatastore;
		var BottleneckError$3 = BottleneckError_1;
		var States_1 = class States {
			constructor(status1) {
				this.status = status1;
				this._jobs = {};
				this.counts = this.status.map(function() {
					return 0;
				});
			}
			next(id) {
				var current = this._jobs[id], next = current + 1;
				if (current != null && next < this.status.length) {
					this.counts[current]--;
					this.counts[next]++;
					return this._jobs[id]++;
				} else if (current != null) {
					this.counts[current]--;
					return delete this._jobs[id];
				}
			}
			start(id) {
				var initial = 0;
				this._jobs[id] = initial;
				return this.counts[initial]++;
			}
			remove(id) {
				var current = this._jobs[id];
				if (current != null) {
					this.counts[current]--;
					delete this._jobs[id];
				}
				return current != null;
			}
			jobStatus(id) {
				var ref;
				return (ref = this.status[this._jobs[id]]) != null ? ref : null;
			}
			statusJobs(status) {
				var k, pos, ref, results, v;
				if (status != null) {
					pos = this.status.indexOf(status);
					if (pos < 0) throw new BottleneckError$3(`status must be one of ${this.status.join(", ")}`);
					ref = this._jobs;
					results = [];
					for (k in ref) {
						v = ref[k];
						if (v === pos) results.push(k);
					}
					return results;
				} else return Object.keys(this._jobs);
			}
			statusCounts() {
				return this.counts.reduce(((acc, v, i) => {
					acc[this.status[i]] = v;
					return acc;
				}), {});
			}
		};
		var DLList$2 = DLList_1;
		var Sync_1 = class Sync {
			constructor(name, Promise) {
				this.schedule = this.schedule.bind(this);
				this.name = name;
				this.Promise = Promise;
				this._running = 0;
				this._queue = new DLList$2();
			}
			isEmpty() {
				return this._queue.length === 0;
			}
			async _tryToRun() {
				var args, cb, error, reject, resolve, returned, task;
				if (this._running < 1 && this._queue.length > 0) {
					this._running++;
					({task, args, resolve, reject} = this._queue.shift());
					cb = await (async function() {
						try {
							returned = await task(...args);
							return function() {
								return resolve(returned);
							};
						} catch (error1) {
							error = error1;
							return function() {
								return reject(error);
							};
						}
					})();
					this._running--;
					this._tryToRun();
					return cb();
				}
			}
			schedule(task, ...args) {
				var promise, reject, resolve = reject = null;
				promise = new this.Promise(function(_resolve, _reject) {
					resolve = _resolve;
					return reject = _reject;
				});
				this._queue.push({
					task,
					args,
					resolve,
					reject
				});
				this._tryToRun();
				return promise;
			}
		};
		var version = "2.19.5";
		var version$2 = /*#__PURE__*/ Object.freeze({
			version,
			default: { version }
		});
		var require$$2 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var require$$3 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var require$$4 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var Events$2, Group, IORedisConnection$1, RedisConnection$1, Scripts$1, parser$3 = parser;
		Events$2 = Events_1;
		RedisConnection$1 = require$$2;
		IORedisConnection$1 = require$$3;
		Scripts$1 = require$$4;
		Group = (function() {
			class Group {
				constructor(limiterOptions = {}) {
					this.deleteKey = this.deleteKey.bind(this);
					this.limiterOptions = limiterOptions;
					parser$3.load(this.limiterOptions, this.defaults, this);
					this.Events = new Events$2(this);
					this.instances = {};
					this.Bottleneck = Bottleneck_1;
					this._startAutoCleanup();
					this.sharedConnection = this.connection != null;
					if (this.connection == null) {
						if (this.limiterOptions.datastore === "redis") this.connection = new RedisConnection$1(Object.assign({}, this.limiterOptions, { Events: this.Events }));
						else if (this.limiterOptions.datastore === "ioredis") this.connection = new IORedisConnection$1(Object.assign({}, this.limiterOptions, { Events: this.Events }));
					}
				}
				key(key = "") {
					var ref;
					return (ref = this.instances[key]) != null ? ref : (() => {
						var limiter = this.instances[key] = new this.Bottleneck(Object.assign(this.limiterOptions, {
							id: `${this.id}-${key}`,
							timeout: this.timeout,
							connection: this.connection
						}));
						this.Events.trigger("created", limiter, key);
						return limiter;
					})();
				}
				async deleteKey(key = "") {
					var deleted, instance = this.instances[key];
					if (this.connection) deleted = await this.connection.__runCommand__(["del", ...Scripts$1.allKeys(`${this.id}-${key}`)]);
					if (instance != null) {
						delete this.instances[key];
						await instance.disconnect();
					}
					return instance != null || deleted > 0;
				}
				limiters() {
					var k, ref = this.instances, results = [], v;
					for (k in ref) {
						v = ref[k];
						results.push({
							key: k,
							limiter: v
						});
					}
					return results;
				}
				keys() {
					return Object.keys(this.instances);
				}
				async clusterKeys() {
					var cursor, end, found, i, k, keys, len, next, start;
					if (this.connection == null) return this.Promise.resolve(this.keys());
					keys = [];
					cursor = null;
					start = `b_${this.id}-`.length;
					end = 9;
					while (cursor !== 0) {
						[next, found] = await this.connection.__runCommand__([
							"scan",
							cursor != null ? cursor : 0,
							"match",
							`b_${this.id}-*_settings`,
							"count",
							1e4
						]);
						cursor = ~~next;
						for (i = 0, len = found.length; i < len; i++) {
							k = found[i];
							keys.push(k.slice(start, -end));
						}
					}
					return keys;
				}
				_startAutoCleanup() {
					var base;
					clearInterval(this.interval);
					return typeof (base = this.interval = setInterval(async () => {
						var e, k, ref, results, time = Date.now(), v;
						ref = this.instances;
						results = [];
						for (k in ref) {
							v = ref[k];
							try {
								if (await v._store.__groupCheck__(time)) results.push(this.deleteKey(k));
								else results.push(void 0);
							} catch (error) {
								e = error;
								results.push(v.Events.trigger("error", e));
							}
						}
						return results;
					}, this.timeout / 2)).unref === "function" ? base.unref() : void 0;
				}
				updateSettings(options = {}) {
					parser$3.overwrite(options, this.defaults, this);
					parser$3.overwrite(options, options, this.limiterOptions);
					if (options.timeout != null) return this._startAutoCleanup();
				}
				disconnect(flush = true) {
					var ref;
					if (!this.sharedConnection) return (ref = this.connection) != null ? ref.disconnect(flush) : void 0;
				}
			}
			Group.prototype.defaults = {
				timeout: 3e5,
				connection: null,
				Promise,
				id: "group-key"
			};
			return Group;
		}).call(commonjsGlobal);
		var Group_1 = Group;
		var Batcher, Events$3, parser$4 = parser;
		Events$3 = Events_1;
		Batcher = (function() {
			class Batcher {
				constructor(options = {}) {
					this.options = options;
					parser$4.load(this.options, this.defaults, this);
					this.Events = new Events$3(this);
					this._arr = [];
					this._resetPromise();
					this._lastFlush = Date.now();
				}
				_resetPromise() {
					return this._promise = new this.Promise((res, rej) => {
						return this._resolve = res;
					});
				}
				_flush() {
					clearTimeout(this._timeout);
					this._lastFlush = Date.now();
					this._resolve();
					this.Events.trigger("batch", this._arr);
					this._arr = [];
					return this._resetPromise();
				}
				add(data) {
					var ret;
					this._arr.push(data);
					ret = this._promise;
					if (this._arr.length === this.maxSize) this._flush();
					else if (this.maxTime != null && this._arr.length === 1) this._timeout = setTimeout(() => {
						return this._flush();
					}, this.maxTime);
					return ret;
				}
			}
			Batcher.prototype.defaults = {
				maxTime: null,
				maxSize: null,
				Promise
			};
			return Batcher;
		}).call(commonjsGlobal);
		var Batcher_1 = Batcher;
		var require$$4$1 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var require$$8 = getCjsExportFromNamespace(version$2);
		var Bottleneck, DEFAULT_PRIORITY$1, Events$4, Job$1, LocalDatastore$1, NUM_PRIORITIES$1, Queues$1, RedisDatastore$1, States$1, Sync$1, parser$5, splice = [].splice;
		NUM_PRIORITIES$1 = 10;
		DEFAULT_PRIORITY$1 = 5;
		parser$5 = parser;
		Queues$1 = Queues_1;
		Job$1 = Job_1;
		LocalDatastore$1 = LocalDatastore_1;
		RedisDatastore$1 = require$$4$1;
		Events$4 = Events_1;
		States$1 = States_1;
		Sync$1 = Sync_1;
		Bottleneck = (function() {
			class Bottleneck {
				constructor(options = {}, ...invalid) {
					var storeInstanceOptions, storeOptions;
					this._addToQueue = this._addToQueue.bind(this);
					this._validateOptions(options, invalid);
					parser$5.load(options, this.instanceDefaults, this);
					this._queues = new Queues$1(NUM_PRIORITIES$1);
					this._scheduled = {};
					this._states = new States$1([
						"RECEIVED",
						"QUEUED",
						"RUNNING",
						"EXECUTING"
					].concat(this.trackDoneStatus ? ["DONE"] : []));
					this._limiter = null;
					this.Events = new Events$4(this);
					this._submitLock = new Sync$1("submit", this.Promise);
					this._registerLock = new Sync$1("register", this.Promise);
					storeOptions = parser$5.load(options, this.storeDefaults, {});
					this._store = (function() {
						if (this.datastore === "redis" || this.datastore === "ioredis" || this.connection != null) {
							storeInstanceOptions = parser$5.load(options, this.redisStoreDefaults, {});
							return new RedisDatastore$1(this, storeOptions, storeInstanceOptions);
						} else if (this.datastore === "local") {
							storeInstanceOptions = parser$5.load(options, this.localStoreDefaults, {});
							return new LocalDatastore$1(this, storeOptions, storeInstanceOptions);
						} else throw new Bottleneck.prototype.BottleneckError(`Invalid datastore type: ${this.datastore}`);
					}).call(this);
					this._queues.on("leftzero", () => {
						var ref;
						return (ref = this._store.heartbeat) != null ? typeof ref.ref === "function" ? ref.ref() : void 0 : void 0;
					});
					this._queues.on("zero", () => {
						var ref;
						return (ref = this._store.heartbeat) != null ? typeof ref.unref === "function" ? ref.unref() : void 0 : void 0;
					});
				}
				_validateOptions(options, invalid) {
					if (!(options != null && typeof options === "object" && invalid.length === 0)) throw new Bottleneck.prototype.BottleneckError("Bottleneck v2 takes a single object argument. Refer to https://github.com/SGrondin/bottleneck#upgrading-to-v2 if you're upgrading from Bottleneck v1.");
				}
				ready() {
					return this._store.ready;
				}
				clients() {
					return this._store.clients;
				}
				channel() {
					return `b_${this.id}`;
				}
				channel_client() {
					return `b_${this.id}_${this._store.clientId}`;
				}
				publish(message) {
					return this._store.__publish__(message);
				}
				disconnect(flush = true) {
					return this._store.__disconnect__(flush);
				}
				chain(_limiter) {
					this._limiter = _limiter;
					return this;
				}
				queued(priority) {
					return this._queues.queued(priority);
				}
				clusterQueued() {
					return this._store.__queued__();
				}
				empty() {
					return this.queued() === 0 && this._submitLock.isEmpty();
				}
				running() {
					return this._store.__running__();
				}
				done() {
					return this._store.__done__();
				}
				jobStatus(id) {
					return this._states.jobStatus(id);
				}
				jobs(status) {
					return this._states.statusJobs(status);
				}
				counts() {
					return this._states.statusCounts();
				}
				_randomIndex() {
					return Math.random().toString(36).slice(2);
				}
				check(weight = 1) {
					return this._store.__check__(weight);
				}
				_clearGlobalState(index) {
					if (this._scheduled[index] != null) {
						clearTimeout(this._scheduled[index].expiration);
						delete this._scheduled[index];
						return true;
					} else return false;
				}
				async _free(index, job, options, eventInfo) {
					var e, running;
					try {
						({running} = await this._store.__free__(index, options.weight));
						this.Events.trigger("debug", `Freed ${options.id}`, eventInfo);
						if (running === 0 && this.empty()) return this.Events.trigger("idle");
					} catch (error1) {
						e = error1;
						return this.Events.trigger("error", e);
					}
				}
				_run(index, job, wait) {
					var clearGlobalState, free, run;
					job.doRun();
					clearGlobalState = this._clearGlobalState.bind(this, index);
					run = this._run.bind(this, index, job);
					free = this._free.bind(this, index, job);
					return this._scheduled[index] = {
						timeout: setTimeout(() => {
							return job.doExecute(this._limiter, clearGlobalState, run, free);
						}, wait),
						expiration: job.options.expiration != null ? setTimeout(function() {
							return job.doExpire(clearGlobalState, run, free);
						}, wait + job.options.expiration) : void 0,
						job
					};
				}
				_drainOne(capacity) {
					return this._registerLock.schedule(() => {
						var args, index, next, options, queue;
						if (this.queued() === 0) return this.Promise.resolve(null);
						queue = this._queues.getFirst();
						({options, args} = next = queue.first());
						if (capacity != null && options.weight > capacity) return this.Promise.resolve(null);
						this.Events.trigger("debug", `Draining ${options.id}`, {
							args,
							options
						});
						index = this._randomIndex();
						return this._store.__register__(index, options.weight, options.expiration).then(({ success, wait, reservoir }) => {
							var empty;
							this.Events.trigger("debug", `Drained ${options.id}`, {
								success,
								args,
								options
							});
							if (success) {
								queue.shift();
								empty = this.empty();
								if (empty) this.Events.trigger("empty");
								if (reservoir === 0) this.Events.trigger("depleted", empty);
								this._run(index, next, wait);
								return this.Promise.resolve(options.weight);
							} else return this.Promise.resolve(null);
						});
					});
				}
				_drainAll(capacity, total = 0) {
					return this._drainOne(capacity).then((drained) => {
						var newCapacity;
						if (drained != null) {
							newCapacity = capacity != null ? capacity - drained : capacity;
							return this._drainAll(newCapacity, total + drained);
						} else return this.Promise.resolve(total);
					}).catch((e) => {
						return this.Events.trigger("error", e);
					});
				}
				_dropAllQueued(message) {
					return this._queues.shiftAll(function(job) {
						return job.doDrop({ message });
					});
				}
				stop(options = {}) {
					var done, waitForExecuting;
					options = parser$5.load(options, this.stopDefaults);
					waitForExecuting = (at) => {
						var finished = () => {
							var counts = this._states.counts;
							return counts[0] + counts[1] + counts[2] + counts[3] === at;
						};
						return new this.Promise((resolve, reject) => {
							if (finished()) return resolve();
							else return this.on("done", () => {
								if (finished()) {
									this.removeAllListeners("done");
									return resolve();
								}
							});
						});
					};
					done = options.dropWaitingJobs ? (this._run = function(index, next) {
						return next.doDrop({ message: options.dropErrorMessage });
					}, this._drainOne = () => {
						return this.Promise.resolve(null);
					}, this._registerLock.schedule(() => {
						return this._submitLock.schedule(() => {
							var k, ref = this._scheduled, v;
							for (k in ref) {
								v = ref[k];
								if (this.jobStatus(v.job.options.id) === "RUNNING") {
									clearTimeout(v.timeout);
									clearTimeout(v.expiration);
									v.job.doDrop({ message: options.dropErrorMessage });
								}
							}
							this._dropAllQueued(options.dropErrorMessage);
							return waitForExecuting(0);
						});
					})) : this.schedule({
						priority: NUM_PRIORITIES$1 - 1,
						weight: 0
					}, () => {
						return waitForExecuting(1);
					});
					this._receive = function(job) {
						return job._reject(new Bottleneck.prototype.BottleneckError(options.enqueueErrorMessage));
					};
					this.stop = () => {
						return this.Promise.reject(new Bottleneck.prototype.BottleneckError("stop() has already been called"));
					};
					return done;
				}
				async _addToQueue(job) {
					var args, blocked, error, options, reachedHWM, shifted, strategy;
					({args, options} = job);
					try {
						({reachedHWM, blocked, strategy} = await this._store.__submit__(this.queued(), options.weight));
					} catch (error1) {
						error = error1;
						this.Events.trigger("debug", `Could not queue ${options.id}`, {
							args,
							options,
							error
						});
						job.doDrop({ error });
						return false;
					}
					if (blocked) {
						job.doDrop();
						return true;
					} else if (reachedHWM) {
						shifted = strategy === Bottleneck.prototype.strategy.LEAK ? this._queues.shiftLastFrom(options.priority) : strategy === Bottleneck.prototype.strategy.OVERFLOW_PRIORITY ? this._queues.shiftLastFrom(options.priority + 1) : strategy === Bottleneck.prototype.strategy.OVERFLOW ? job : void 0;
						if (shifted != null) shifted.doDrop();
						if (shifted == null || strategy === Bottleneck.prototype.strategy.OVERFLOW) {
							if (shifted == null) job.doDrop();
							return reachedHWM;
						}
					}
					job.doQueue(reachedHWM, blocked);
					this._queues.push(job);
					await this._drainAll();
					return reachedHWM;
				}
				_receive(job) {
					if (this._states.jobStatus(job.options.id) != null) {
						job._reject(new Bottleneck.prototype.BottleneckError(`A job with the same id already exists (id=${job.options.id})`));
						return false;
					} else {
						job.doReceive();
						return this._submitLock.schedule(this._addToQueue, job);
					}
				}
				submit(...args) {
					var cb, fn, job, options, ref, ref1, task;
					if (typeof args[0] === "function") {
						ref = args, [fn, ...args] = ref, [cb] = splice.call(args, -1);
						options = parser$5.load({}, this.jobDefaults);
					} else {
						ref1 = args, [options, fn, ...args] = ref1, [cb] = splice.call(args, -1);
						options = parser$5.load(options, this.jobDefaults);
					}
					task = (...args) => {
						return new this.Promise(function(resolve, reject) {
							return fn(...args, function(...args) {
								return (args[0] != null ? reject : resolve)(args);
							});
						});
					};
					job = new Job$1(task, args, options, this.jobDefaults, this.rejectOnDrop, this.Events, this._states, this.Promise);
					job.promise.then(function(args) {
						return typeof cb === "function" ? cb(...args) : void 0;
					}).catch(function(args) {
						if (Array.isArray(args)) return typeof cb === "function" ? cb(...args) : void 0;
						else return typeof cb === "function" ? cb(args) : void 0;
					});
					return this._receive(job);
				}
				schedule(...args) {
					var job, options, task;
					if (typeof args[0] === "function") {
						[task, ...args] = args;
						options = {};
					} else [options, task, ...args] = args;
					job = new Job$1(task, args, options, this.jobDefaults, this.rejectOnDrop, this.Events, this._states, this.Promise);
					this._receive(job);
					return job.promise;
				}
				wrap(fn) {
					var schedule = this.schedule.bind(this), wrapped = function(...args) {
						return schedule(fn.bind(this), ...args);
					};
					wrapped.withOptions = function(options, ...args) {
						return schedule(options, fn, ...args);
					};
					return wrapped;
				}
				async updateSettings(options = {}) {
					await this._store.__updateSettings__(parser$5.overwrite(options, this.storeDefaults));
					parser$5.overwrite(options, this.instanceDefaults, this);
					return this;
				}
				currentReservoir() {
					return this._store.__currentReservoir__();
				}
				incrementReservoir(incr = 0) {
					return this._store.__incrementReservoir__(incr);
				}
			}
			Bottleneck.default = Bottleneck;
			Bottleneck.Events = Events$4;
			Bottleneck.version = Bottleneck.prototype.version = require$$8.version;
			Bottleneck.strategy = Bottleneck.prototype.strategy = {
				LEAK: 1,
				OVERFLOW: 2,
				OVERFLOW_PRIORITY: 4,
				BLOCK: 3
			};
			Bottleneck.BottleneckError = Bottleneck.prototype.BottleneckError = BottleneckError_1;
			Bottleneck.Group = Bottleneck.prototype.Group = Group_1;
			Bottleneck.RedisConnection = Bottleneck.prototype.RedisConnection = require$$2;
			Bottleneck.IORedisConnection = Bottleneck.prototype.IORedisConnection = require$$3;
			Bottleneck.Batcher = Bottleneck.prototype.Batcher = Batcher_1;
			Bottleneck.prototype.jobDefaults = {
				priority: DEFAULT_PRIORITY$1,
				weight: 1,
				expiration: null,
				id: "<no-id>"
			};
			Bottleneck.prototype.storeDefaults = {
				maxConcurrent: null,
				minTime: 0,
				highWater: null,
				strategy: Bottleneck.prototype.strategy.LEAK,
				penalty: null,
				reservoir: null,
				reservoirRefreshInterval: null,
				reservoirRefreshAmount: null,
				reservoirIncreaseInterval: null,
				reservoirIncreaseAmount: null,
				reservoirIncreaseMaximum: null
			};
			Bottleneck.prototype.localStoreDefaults = {
				Promise,
				timeout: null,
				heartbeatInterval: 250
			};
			Bottleneck.prototype.redisStoreDefaults = {
				Promise,
				timeout: null,
				heartbeatInterval: 5e3,
				clientTimeout: 1e4,
				Redis: null,
				clientOptions: {},
				clusterNodes: null,
				clearDatastore: false,
				connection: null
			};
			Bottleneck.prototype.instanceDefaults = {
				datastore: "local",
				connection: null,
				id: "<no-id>",
				rejectOnDrop: true,
				trackDoneStatus: false,
				Promise
			};
			Bottleneck.prototype.stopDefaults = {
				enqueueErrorMessage: "This limiter has been stopped and cannot accept new jobs.",
				dropWaitingJobs: true,
				dropErrorMessage: "This limiter has been stopped."
			};
			return Bottleneck;
		}).call(commonjsGlobal);
		var Bottleneck_1 = Bottleneck;
		return Bottleneck_1;
	}));
}));

// node_modules/@octokit/plugin-retry/dist-bundle/index.js
var import_light = /* @__PURE__ */ __toESM(require_light(), 1);
var VERSION$1 = "0.0.0-development";
function isRequestError(error) {
	return error.request !== void 0;
}
async function errorRequest(state, octokit, error, options) {
	if (!isRequestError(error) || !error?.request.request) throw error;
	if (error.status >= 400 && !state.doNotRetry.includes(error.status)) {
		const retries = options.request.retries != null ? options.request.retries : state.retries;
		const retryAfter = Math.pow((options.request.retryCount || 0) + 1, 2);
		throw octokit.retry.retryRequest(error, retries, retryAfter);
	}
	throw error;
}
async function wrapRequest$1(state, octokit, request, options) {
	const limiter = new import_light.default();
	limiter.on("failed", function(error, info) {
		const maxRetries = ~~error.request.request?.retries;
		const after = ~~error.request.request?.retryAfter;
		options.request.retryCount = info.retryCount + 1;
		if (maxRetries > info.retryCount) return after * state.retryAfterBaseValue;
	});
	return limiter.schedule(requestWithGraphqlErrorHandling.bind(null, state, octokit, request), options);
}
async function requestWithGraphqlErrorHandling(state, octokit, request, options) {
	const response = await request(options);
	if (response.data && response.data.errors && response.data.errors.length > 0 && /Something went wrong while executing your query/.test(response.data.errors[0].message)) return errorRequest(state, octokit, new RequestError(response.data.errors[0].message, 500, {
		request: options,
		response
	}), options);
	return response;
}
function retry(octokit, octokitOptions) {
	const state = Object.assign({
		enabled: true,
		retryAfterBaseValue: 1e3,
		doNotRetry: [
			400,
			401,
			403,
			404,
			410,
			422,
			451
		],
		retries: 3
	}, octokitOptions.retry);
	const retryPlugin = { retry: { retryRequest: (error, retries, retryAfter) => {
		error.request.request = Object.assign({}, error.request.request, {
			retries,
			retryAfter
		});
		return error;
	} } };
	if (state.enabled) {
		octokit.hook.error("request", errorRequest.bind(null, state, retryPlugin));
		octokit.hook.wrap("request", wrapRequest$1.bind(null, state, retryPlugin));
	}
	return retryPlugin;
}
retry.VERSION = VERSION$1;

// node_modules/@octokit/plugin-throttling/dist-bundle/index.js
var VERSION = "0.0.0-development";
var noop = () => Promise.resolve();
function wrapRequest(state, request, options) {
	return state.retryLimiter.schedule(doRequest, state, request, options);
}
async function doRequest(state, request, options) {
	const { pathname } = new URL(options.url, "http://github.test");
	const isAuth = isAuthRequest(options.method, pathname);
	const isWrite = !isAuth && options.method !== "GET" && options.method !== "HEAD";
	const isSearch = options.method === "GET" && pathname.startsWith("/search/");
	const isGraphQL = pathname.startsWith("/graphql");
	const jobOptions = ~~request.retryCount > 0 ? {
		priority: 0,
		weight: 0
	} : {};
	if (state.clustering) jobOptions.expiration = 6e4;
	if (isWrite || isGraphQL) await state.write.key(state.id).schedule(jobOptions, noop);
	if (isWrite && state.triggersNotification(pathname)) await state.notifications.key(state.id).schedule(jobOptions, noop);
	if (isSearch) await state.search.key(state.id).schedule(jobOptions, noop);
	const req = (isAuth ? state.auth : state.global).key(state.id).schedule(jobOptions, request, options);
	if (isGraphQL) {
		const res = await req;
		if (res.data.errors != null && res.data.errors.some((error) => error.type === "RATE_LIMITED")) throw Object.assign(/* @__PURE__ */ new Error("GraphQL Rate Limit Exceeded"), {
			response: res,
			data: res.data
		});
	}
	return req;
}
function isAuthRequest(method, pathname) {
	return method === "PATCH" && /^\/applications\/[^/]+\/token\/scoped$/.test(pathname) || method === "POST" && (/^\/applications\/[^/]+\/token$/.test(pathname) || /^\/app\/installations\/[^/]+\/access_tokens$/.test(pathname) || pathname === "/login/oauth/access_token");
}
var triggers_notification_paths_default = [
	"/orgs/{org}/invitations",
	"/orgs/{org}/invitations/{invitation_id}",
	"/orgs/{org}/teams/{team_slug}/discussions",
	"/orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments",
	"/repos/{owner}/{repo}/collaborators/{username}",
	"/repos/{owner}/{repo}/commits/{commit_sha}/comments",
	"/repos/{owner}/{repo}/issues",
	"/repos/{owner}/{repo}/issues/{issue_number}/comments",
	"/repos/{owner}/{repo}/issues/{issue_number}/sub_issue",
	"/repos/{owner}/{repo}/issues/{issue_number}/sub_issues/priority",
	"/repos/{owner}/{repo}/pulls",
	"/repos/{owner}/{repo}/pulls/{pull_number}/comments",
	"/repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies",
	"/repos/{owner}/{repo}/pulls/{pull_number}/merge",
	"/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers",
	"/repos/{owner}/{repo}/pulls/{pull_number}/reviews",
	"/repos/{owner}/{repo}/releases",
	"/teams/{team_id}/discussions",
	"/teams/{team_id}/discussions/{discussion_number}/comments"
];
function routeMatcher(paths) {
	const regex2 = `^(?:${paths.map((path) => path.split("/").map((c) => c.startsWith("{") ? "(?:.+?)" : c).join("/")).map((r) => `(?:${r})`).join("|")})[^/]*$`;
	return new RegExp(regex2, "i");
}
var regex = routeMatcher(triggers_notification_paths_default);
var triggersNotification = regex.test.bind(regex);
var groups = {};
var createGroups = function(Bottleneck, common) {
	groups.global = new Bottleneck.Group({
		id: "octokit-global",
		maxConcurrent: 10,
		...common
	});
	groups.auth = new Bottleneck.Group({
		id: "octokit-auth",
		maxConcurrent: 1,
		...common
	});
	groups.search = new Bottleneck.Group({
		id: "octokit-search",
		maxConcurrent: 1,
		minTime: 2e3,
		...common
	});
	groups.write = new Bottleneck.Group({
		id: "octokit-write",
		maxConcurrent: 1,
		minTime: 1e3,
		...common
	});
	groups.notifications = new Bottleneck.Group({
		id: "octokit-notifications",
		maxConcurrent: 1,
		minTime: 3e3,
		...common
	});
};
function throttling(octokit, octokitOptions) {
	const { enabled = true, Bottleneck = import_light.default, id = "no-id", timeout = 12e4, connection } = octokitOptions.throttle || {};
	if (!enabled) return {};
	const common = { timeout };
	if (typeof connection !== "undefined") common.connection = connection;
	const state = Object.assign({
		clustering: connection != null,
		triggersNotification,
		fallbackSecondaryRateRetryAfter: 60,
		retryAfterBaseValue: 1e3,
		id
	}, octokitOptions.throttle);
	if (typeof state.onSecondaryRateLimit !== "function" || typeof state.onRateLimit !== "function") throw new Error(`octokit/plugin-throttling error:
        You must pass the onSecondaryRateLimit and onRateLimit error handlers.
        See https://octokit.github.io/rest.js/#throttling

        const octokit = new Octokit({
          throttle: {
            onSecondaryRateLimit: (retryAfter, options) => {/* ... */},
            onRateLimit: (retryAfter, options) => {/* ... */}
          }
        })
    `);
	let initialized = false;
	const initializeBottleneck = () => {
		if (initialized) return;
		initialized = true;
		if (groups.global == null) createGroups(Bottleneck, common);
		state.global = state.global ?? groups.global;
		state.auth = state.auth ?? groups.auth;
		state.search = state.search ?? groups.search;
		state.write = state.write ?? groups.write;
		state.notifications = state.notifications ?? groups.notifications;
		state.retryLimiter = state.retryLimiter ?? new Bottleneck();
		const events = {};
		const emitter = new Bottleneck.Events(events);
		events.on("secondary-limit", state.onSecondaryRateLimit);
		events.on("rate-limit", state.onRateLimit);
		events.on("error", (e) => octokit.log.warn("Error in throttling-plugin limit handler", e));
		state.retryLimiter.on("failed", async function(error, info) {
			const [state2, request, options] = info.args;
			const { pathname } = new URL(options.url, "http://github.test");
			if (!(pathname.startsWith("/graphql") && error.status !== 401 || error.status === 403 || error.status === 429)) return;
			const retryCount = ~~request.retryCount;
			request.retryCount = retryCount;
			options.request.retryCount = retryCount;
			const { wantRetry, retryAfter = 0 } = await (async function() {
				if (/\bsecondary rate\b/i.test(error.message)) {
					const retryAfter2 = Number(error.response.headers["retry-after"]) || state2.fallbackSecondaryRateRetryAfter;
					return {
						wantRetry: await emitter.trigger("secondary-limit", retryAfter2, options, octokit, retryCount),
						retryAfter: retryAfter2
					};
				}
				if (error.response.headers != null && error.response.headers["x-ratelimit-remaining"] === "0" || (error.response.data?.errors ?? []).some((error2) => error2.type === "RATE_LIMITED")) {
					const rateLimitReset = (/* @__PURE__ */ new Date(~~error.response.headers["x-ratelimit-reset"] * 1e3)).getTime();
					const retryAfter2 = Math.max(Math.ceil((rateLimitReset - Date.now()) / 1e3) + 1, 0);
					return {
						wantRetry: await emitter.trigger("rate-limit", retryAfter2, options, octokit, retryCount),
						retryAfter: retryAfter2
					};
				}
				return {};
			})();
			if (wantRetry) {
				request.retryCount++;
				return retryAfter * state2.retryAfterBaseValue;
			}
		});
	};
	octokit.hook.wrap("request", (request, options) => {
		initializeBottleneck();
		return wrapRequest(state, request, options);
	});
	return {};
}
throttling.VERSION = VERSION;
throttling.triggersNotification = triggersNotification;

// src/github/bottleneck.ts
/**
* The limiters of Octokit's plugins let the event loop turn several times a request, each time by a timer of a millisecond and more; and a
* request passes through three of them, a write through five. That made half of a run: 17 ms between any two requests. The loop turns as
* well without a timer.
*/
new import_light.default()._store.constructor.prototype.yieldLoop = () => new Promise((resolve) => setImmediate(resolve));

// src/github/client.ts
const Api = Octokit.plugin(restEndpointMethods, paginateRest, bounded, retry, throttling);
/** Milliseconds. One request that hangs must not hang the job. */
const timeout = 3e4;
/** How often a request is made again. */
const mostRetries = 3;
/** Seconds. A limit that asks for longer is reported instead of slept through. */
const longestWait = 60;
/**
* GitHub asks for a second between writes where there are many of them; a few may follow at once. The plugin's own groups put three
* seconds between any two requests that send a notification: the two of a first run would take longer than all the rest of it.
* https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests
*/
const pace = {
	maxConcurrent: 1,
	reservoir: 8,
	reservoirIncreaseAmount: 1,
	reservoirIncreaseInterval: 1e3,
	reservoirIncreaseMaximum: 8
};
/**
* GitHub's API with the token of the job: Octokit as the toolkit puts it together, but that nothing is loaded for a proxy where there is none.
* Requests that met a limit or an error of the server are made again; one that writes something new says `retries: 0`, because it may
* have been carried out.
*/
async function connect({ token, apiUrl, proxied }) {
	const quiet = () => {};
	const isWorthWaiting = (seconds, _, __, retries) => seconds <= longestWait && retries < mostRetries;
	return new Api({
		auth: token,
		baseUrl: apiUrl,
		request: proxied ? { fetch: (await import("./actions.js")).defaults.request?.fetch } : {},
		log: {
			debug: quiet,
			info: quiet,
			warn: quiet,
			error: quiet
		},
		retry: {
			retries: mostRetries,
			retryAfterBaseValue: 500
		},
		throttle: {
			onRateLimit: isWorthWaiting,
			onSecondaryRateLimit: isWorthWaiting,
			write: new import_light.default.Group(pace),
			notifications: new import_light.default.Group(pace)
		}
	});
}
/** Each try gets its own time; waiting for a limit does not count. */
function bounded(octokit) {
	octokit.hook.wrap("request", (request, options) => request({
		...options,
		request: {
			...options.request,
			signal: AbortSignal.timeout(timeout)
		}
	}));
	return {};
}
/** Whether the same request may succeed a moment later. */
function isPassing(error) {
	const status = statusOf(error);
	const after = Number(error.response?.headers?.["retry-after"] ?? 0);
	return status >= 500 || status === 429 && after <= longestWait;
}
/** The HTTP status of a failed request; 500 where there was no answer, 0 where the error is none of a request. */
function statusOf(error) {
	const { status } = error;
	return typeof status === "number" ? status : 0;
}
/** Makes a failed request an expected trouble; anything else is a bug and stays one. */
function refused(error, doing) {
	const status = statusOf(error);
	if (status === 0) throw error;
	const hint = status === 401 ? "; the token is not valid" : status === 403 || status === 404 ? "; the job needs `permissions: contents: read` and `pull-requests: read` or `write`" : "";
	return new Problem(`${doing}: GitHub answered ${said(error)}${hint}`);
}
/** `403, Resource not accessible by integration`: without the link to the documentation, and not a whole error page. */
function said(error) {
	const [message = ""] = error.message.split(" - https://");
	return `${statusOf(error)}, ${message.length > 200 ? `${message.slice(0, 200)} \u2026` : message}`;
}

// src/github/context.ts
/** What reports need to know of the pull request, and of the run. */
function contextOf(pull, settings, verdict) {
	const { pages } = settings;
	const command = pull.pull && writeCommand(pull.pull.baseRef, settings.directory);
	return {
		verdict,
		owner: ownerOf(settings),
		changed: pull.changed,
		hunks: (path) => pull.commentable.get(path),
		rulePage: (rule) => pages === void 0 ? void 0 : `${pages}/${rule}.md`,
		linkTo: (path, line) => pull.pull && `${pull.pull.url}/files#diff-${createHash("sha256").update(path).digest("hex")}R${line}`,
		...command !== void 0 && { command }
	};
}
/**
* One pull request may be reviewed by several uses of the action, a service each: what tells them apart is what they look at, so that
* none takes the comments of another for its own.
*/
function ownerOf({ directory, config, engine, paths }) {
	return digest(directory, config ?? "", engine === void 0 ? "" : JSON.stringify(engine), ...paths);
}
/** The command that writes every file of the plans, as Markdown. */
function writeCommand(baseRef, directory) {
	const base = `origin/${baseRef}`;
	const quoted = /^[\w./-]+$/.test(base) ? base : `'${base.replaceAll("'", "'\\''")}'`;
	const where = directory === "" ? "" : ` in ${code(directory)}`;
	return `${code(`npx lockstep-migrations plan --write --base ${quoted}`)}${where}`;
}

// src/github/trees.ts
/**
* What differs between two commits, from their listings: complete where a comparison stops after 300 files. A rename is a file gone and another one come,
* and there is no diff, so that every line of a file counts as changed.
* @throws Problem where GitHub does not list a whole tree
*/
async function treeChanges(client, settings, base, head) {
	const [before, after] = await Promise.all([blobsOf(client, settings, base), blobsOf(client, settings, head)]);
	const gone = [...before].filter(([path]) => !after.has(path)).map(([path, blob]) => ({
		path,
		status: "removed",
		blob
	}));
	const changed = [...after].flatMap(([path, blob]) => {
		const old = before.get(path);
		return old === blob ? [] : [{
			path,
			status: old === void 0 ? "added" : "modified",
			blob
		}];
	});
	return [...gone, ...changed];
}
/** The git objects of all files of a commit, by their paths. */
async function blobsOf(client, { repository }, commit) {
	const { data } = await client.rest.git.getTree({
		...repository,
		tree_sha: commit,
		recursive: "1"
	}).catch((error) => {
		throw refused(error, `Listing the files of ${commit}`);
	});
	if (data.truncated) throw new Problem(`${commit} has more files than GitHub lists at once, so a migration could go unseen`);
	return new Map(data.tree.flatMap(({ path, type, sha }) => type === "blob" && path !== void 0 && sha !== void 0 ? [[path, sha]] : []));
}

// src/github/changes.ts
/** The most files that GitHub lists of a pull request, whatever page one asks for. */
const mostFiles = 3e3;
/** The most files that a comparison lists; it has no further pages. */
const mostCompared = 300;
/**
* The changed files, all of them.
* @throws Problem where GitHub does not list all of them, or the pull request has moved on: an incomplete list must not pass
*/
async function changesOf(client, settings) {
	const { trigger } = settings;
	switch (trigger.kind) {
		case "pull-request": return pullRequestChanges(client, settings, trigger);
		case "commits": return comparedChanges(client, settings, trigger);
		case "nothing": return {
			base: "",
			head: "",
			files: []
		};
	}
}
async function pullRequestChanges(client, { repository }, trigger) {
	const target = {
		...repository,
		pull_number: trigger.number
	};
	const doing = `Reading pull request #${trigger.number}`;
	const files = await client.paginate(client.rest.pulls.listFiles, {
		...target,
		per_page: 100
	}).catch(fail(doing));
	const { data: pull } = await client.rest.pulls.get(target).catch(fail(doing));
	if (pull.head.sha !== trigger.head) throw new Problem(`this run is for commit ${trigger.head}, and the pull request is now at ${pull.head.sha}; the run for that commit judges it`);
	if (files.length < pull.changed_files) throw new Problem(`GitHub lists ${files.length} of the ${pull.changed_files} changed files (${mostFiles} at most), so a migration could go unseen; split the pull request`);
	return {
		base: trigger.base,
		head: trigger.head,
		files: files.map(changedFile),
		pull: {
			url: pull.html_url,
			baseRef: pull.base.ref,
			headRef: pull.head.ref
		}
	};
}
async function comparedChanges(client, settings, { base, head }) {
	const basehead = `${base}...${head}`;
	const { data } = await client.rest.repos.compareCommitsWithBasehead({
		...settings.repository,
		basehead,
		per_page: 100
	}).catch(fail(`Comparing ${basehead}`));
	const files = data.files ?? [];
	const all = files.length < mostCompared ? files.map(changedFile) : await treeChanges(client, settings, data.merge_base_commit.sha, head);
	return {
		base: data.base_commit.sha,
		head,
		files: all
	};
}
function changedFile(entry) {
	return {
		path: entry.filename,
		status: entry.status,
		...entry.previous_filename !== void 0 && { previous: entry.previous_filename },
		blob: entry.sha,
		...entry.patch !== void 0 && { patch: entry.patch }
	};
}
const fail = (doing) => (error) => {
	throw refused(error, doing);
};

// src/github/content.ts
/**
* A file's bytes at a commit, as they are: no decoding on the way. More than the limit for SQL is not downloaded (one byte more is,
* so that the decoder sees that it is too large).
* @returns undefined where the commit has no such file
*/
async function fileAt(client, { repository }, path, ref) {
	try {
		const { data } = await client.rest.repos.getContent({
			...repository,
			path,
			ref,
			mediaType: { format: "raw" },
			request: { parseSuccessResponseBody: false }
		});
		return await bytesOf(data, path);
	} catch (error) {
		if (statusOf(error) === 404) return void 0;
		throw error instanceof Problem ? error : refused(error, `Reading ${path} at ${ref}`);
	}
}
/** The bytes of a git object. */
async function blob(client, { repository }, id, path) {
	try {
		const { data } = await client.rest.git.getBlob({
			...repository,
			file_sha: id
		});
		return Buffer.from(data.content, data.encoding === "base64" ? "base64" : "utf8");
	} catch (error) {
		throw refused(error, `Reading ${path}`);
	}
}
/**
* A file's bytes from the checkout, if they are the very ones of the git object: then nobody needs to ask GitHub. What the checkout
* holds may be another commit, or changed by an earlier step.
*/
function fromCheckout(workspace, path, id) {
	let descriptor;
	try {
		descriptor = openSync(join(workspace, path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
		const stat = fstatSync(descriptor);
		if (!stat.isFile() || stat.size > limits.fileBytes) return void 0;
		const bytes = readFileSync(descriptor);
		return isObject(bytes, id) ? bytes : void 0;
	} catch {
		return;
	} finally {
		if (descriptor !== void 0) closeSync(descriptor);
	}
}
/** Whether these bytes are the content of the git object: its id is their hash. https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
function isObject(bytes, id) {
	return createHash(id.length === 64 ? "sha256" : "sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex") === id;
}
/** Maps with at most `width` at a time, in order. */
async function mapPool(items, width, map) {
	const results = [];
	let next = 0;
	const worker = async () => {
		while (next < items.length) {
			const index = next++;
			results[index] = await map(items[index]);
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
	return results;
}
async function bytesOf(stream, path) {
	const chunks = [];
	let length = 0;
	if (stream === null) return /* @__PURE__ */ new Uint8Array();
	try {
		for await (const chunk of stream) {
			chunks.push(chunk);
			length += chunk.length;
			if (length > limits.fileBytes) break;
		}
	} catch (error) {
		throw new Problem(`the connection broke while it was read (${error.message})`, { path });
	}
	return Buffer.concat(chunks);
}

// src/github/checkout.ts
/**
* The commit that a checkout stands at, read from the files of git itself: no program is started, and nothing that the repository
* configures is obeyed.
* @returns undefined where there is no checkout, or not a whole one (sparse)
*/
function commitOf(workspace) {
	const git = join(workspace, ".git");
	if (existsSync(join(git, "info", "sparse-checkout"))) return void 0;
	const head = read(join(git, "HEAD"));
	const reference = /^ref: (refs\/[^\s]+)$/.exec(head ?? "")?.[1];
	if (reference === void 0) return head;
	if (reference.includes("..")) return void 0;
	return read(join(git, reference)) ?? packed(git, reference);
}
function read(path) {
	try {
		return readFileSync(path, "utf8").trim();
	} catch {
		return;
	}
}
function packed(git, reference) {
	return (read(join(git, "packed-refs"))?.split("\n").find((each) => each.endsWith(` ${reference}`)))?.split(" ")[0];
}

// src/github/markers.ts
/** The paths at which something may tell the tool of the migrations under review, how one of them is run, or what schema the repository declares. */
function markerPaths(reviewed) {
	const directories = new Set(reviewed.map((path) => placeOf(path).series).flatMap(directoriesAbove));
	return /* @__PURE__ */ new Set([...[...directories].flatMap((directory) => [...markerNames, ...declaredNames].map((name) => joinPath(directory, name))), ...reviewed.flatMap(sidecarsOf)]);
}
/**
* What the base and the head say of the tools that run the migrations under review.
* @param siblings the migrations that stand beside those under review
* @param schemaParts the files of a directory that may be parts of a declared schema, at the base or the head
*/
async function markersOf(client, settings, changes, reviewed, siblings, untouched, schemaParts) {
	const paths = markerPaths(reviewed);
	const wanted = { has: (path) => paths.has(path) || isSchemaPart(path) };
	const before = changes.files.flatMap((file) => file.status === "added" ? [] : [file.previous ?? file.path]).filter((path) => wanted.has(path));
	const after = changes.files.flatMap((file) => file.status === "removed" ? [] : [file.path]).filter((path) => wanted.has(path));
	const touched = /* @__PURE__ */ new Set([...before, ...after]);
	const at = async (paths, commit) => {
		const files = await mapPool(paths, 8, async (path) => [path, await fileAt(client, settings, path, commit)]);
		return new Map(files.flatMap(([path, bytes]) => bytes === void 0 ? [] : [[path, decode(bytes)]]));
	};
	const [base, head] = await Promise.all([at(before, changes.base), at(after, changes.head)]);
	const partsAtHead = (directory) => {
		const isBelow = (path) => isSchemaPart(path) && (directory === "" || path.startsWith(`${directory}/`));
		return [.../* @__PURE__ */ new Set([...schemaParts(directory).filter((path) => !touched.has(path)), ...after.filter(isBelow)])];
	};
	const side = (own) => markersIn({
		above: directoriesAbove,
		read: (path) => touched.has(path) ? own.get(path) : untouched(path),
		schemaParts: partsAtHead
	});
	return toldByBase(side(base), side(head), siblings);
}

// src/github/history.ts
/** One request each, and the token of a job has 1,000 an hour for the whole repository. */
const mostDownloads = 300;
/**
* History from the checkout, if it stands at the pull request's head, base or merge commit; else from GitHub, at the base.
* @param reviewed the paths under review, which are never history
* @throws Problem where there is too much to download: judged without its history, a migration would be judged wrong
*/
async function historyOf(client, settings, changes, reviewed) {
	if (reviewed.length === 0) return {
		siblings: [],
		read: () => decode(/* @__PURE__ */ new Uint8Array()),
		markers: noMarkers
	};
	const touched = new Set(changes.files.flatMap((file) => file.previous === void 0 ? [file.path] : [file.path, file.previous]));
	const { trigger, workspace } = settings;
	const commit = commitOf(workspace);
	const merge = trigger.kind === "pull-request" ? trigger.merge : changes.head;
	if (commit !== void 0 && [
		changes.head,
		changes.base,
		merge
	].includes(commit)) {
		const tree = treeOf(workspace);
		const siblings = siblingsOf(tree, reviewed).filter((path) => !touched.has(path));
		const here = existingText(tree);
		return {
			siblings,
			read: (path) => readText(tree, path),
			markers: await markersOf(client, settings, changes, reviewed, siblings, here, (directory) => schemaPartsOn(tree, directory))
		};
	}
	return download(client, settings, changes, reviewed, touched);
}
async function download(client, settings, changes, reviewed, touched) {
	const { base } = changes;
	const doing = `Listing the files of ${base}`;
	const { data } = await client.rest.git.getTree({
		...settings.repository,
		tree_sha: base,
		recursive: "1"
	}).catch((error) => {
		throw refused(error, doing);
	});
	const advice = "add a step with actions/checkout before this one, then history is read from there";
	if (data.truncated) throw new Problem(`the repository has more files than GitHub lists at once; ${advice}`);
	const blobs = new Map(data.tree.flatMap(({ path, type, sha }) => type === "blob" && path !== void 0 && sha !== void 0 && !touched.has(path) ? [[path, sha]] : []));
	const files = inSeriesOf(reviewed, [...blobs.keys()]).map((path) => ({
		path,
		sha: blobs.get(path)
	}));
	if (files.length > mostDownloads) throw new Problem(`there are ${files.length} earlier migrations, more than the ${mostDownloads} that are downloaded one by one; ${advice}`);
	const parts = reviewed.some((path) => path.endsWith("/migration.sql")) ? [...blobs.keys()].filter(isSchemaPart).slice(0, mostDownloads) : [];
	const telling = [.../* @__PURE__ */ new Set([...markerPaths(reviewed), ...parts])].flatMap((path) => blobs.has(path) ? [{
		path,
		sha: blobs.get(path)
	}] : []);
	const texts = new Map(await mapPool([...files, ...telling], 8, async ({ path, sha }) => [path, decode(await blob(client, settings, sha, path))]));
	const siblings = files.map(({ path }) => path);
	return {
		siblings,
		read: (path) => texts.get(path) ?? decode(/* @__PURE__ */ new Uint8Array()),
		markers: await markersOf(client, settings, changes, reviewed, siblings, (path) => texts.get(path), (directory) => parts.filter((path) => directory === "" || path.startsWith(`${directory}/`)))
	};
}

// src/github/policy.ts
const fileName = ".lockstep.yml";
/**
* The config file at the base commit: the one named by the input, or the nearest `.lockstep.yml` at or above the working directory;
* inputs of the workflow win over it.
* @throws Problem where the named file does not exist, or a file says something that is not allowed
*/
async function policyOf(client, settings, changes) {
	const { engine, failOn, paths } = settings;
	const found = await findConfig(client, settings, changes);
	const base = found === void 0 ? defaultConfig : readConfig(textOf(found.bytes, found.path), found.path);
	const config = {
		...base,
		...engine && {
			target: engine,
			engineStated: true
		},
		...failOn && { failOn },
		...paths.length > 0 && { migrations: paths }
	};
	const directory = found === void 0 ? "" : directoryOf(found.path);
	const directories = base.directories.map(({ path, target, ...own }) => ({
		...own,
		path: path === "" ? directory : posix.join(directory, path),
		...target && engine === void 0 && { target }
	}));
	const candidates = settings.config === void 0 ? candidatesFor(settings.directory) : [settings.config];
	const touched = changes.files.find((file) => candidates.includes(file.path) || file.previous !== void 0 && candidates.includes(file.previous));
	const notices = touched === void 0 ? [] : [{
		path: touched.path,
		line: 1,
		message: "Changed here. This run went by the base branch; the change counts once it is merged."
	}];
	return {
		config: {
			...config,
			directories
		},
		directory: paths.length > 0 || found === void 0 ? settings.directory : directoryOf(found.path),
		...found && { path: found.path },
		...await readBaselineOf(client, settings, changes, {
			baseline: config.baseline,
			directory: found && directoryOf(found.path)
		}),
		notices
	};
}
async function readBaselineOf(client, settings, { base }, { baseline, directory = "" }) {
	if (baseline === void 0) return {};
	const path = posix.join(directory, baseline);
	const bytes = await fileAt(client, settings, path, base);
	if (bytes === void 0) throw new Problem("the baseline that the config names is not on the base branch", { path });
	const entries = readBaseline(textOf(bytes, path), path);
	return { baseline: baselineOf(entries, (each) => posix.join(posix.dirname(path), each)) };
}
async function findConfig(client, settings, changes) {
	for (const path of settings.config === void 0 ? candidatesFor(settings.directory) : [settings.config]) {
		const bytes = await fileAt(client, settings, path, changes.base);
		if (bytes !== void 0) return {
			path,
			bytes
		};
		const misnamed = settings.config === void 0 ? path.replace(/yml$/, "yaml") : void 0;
		if (misnamed !== void 0 && await fileAt(client, settings, misnamed, changes.base) !== void 0) throw new Problem(`is not read; name it ${fileName}`, { path: misnamed });
	}
	const added = changes.files.some((file) => file.path === settings.config && file.status !== "removed");
	if (settings.config !== void 0 && !added) throw new Problem("no such config file on the base branch", { path: settings.config });
}
/** The working directory's own file first, then those above it. */
function candidatesFor(directory) {
	const candidates = [];
	for (let at = directory;; at = directoryOf(at)) {
		candidates.push(posix.join(at, fileName));
		if (at === "") return candidates;
	}
}
function directoryOf(path) {
	const directory = posix.dirname(path);
	return directory === "." ? "" : directory;
}
function textOf(bytes, path) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		throw new Problem("is not UTF-8", { path });
	}
}

// src/github/pull-request.ts
/**
* Reads the changed migrations at the head commit, the config at the base commit, and the history between.
* @throws Problem where anything of it cannot be had: what was not seen does not pass
*/
async function readPullRequest(client, settings) {
	const changes = await changesOf(client, settings);
	const policy = await policyOf(client, settings, changes);
	const isMigration = await migrationFilter(policy, settings.directory);
	const present = changes.files.filter((file) => file.status !== "removed" && file.status !== "unchanged" && isMigration(file.path));
	const files = await mapPool(present, 8, (file) => readFile(client, settings, file, changes.head));
	const byPath = new Map(files.map((file) => [file.path, file]));
	const review = new Map(files.map(({ path, change }) => [path, change]));
	const history = await historyOf(client, settings, changes, [...review.keys()]);
	const dump = await readDump(client, settings, policy, changes);
	const programs = await loadScriptReader(review.keys());
	const sets = arrange({
		review,
		siblings: history.siblings,
		isHistory: () => true,
		earlier: [],
		...dump && { dump: dump.path },
		together: true,
		transaction: policy.config.transaction,
		settings: seriesSettings(policy.config),
		markers: history.markers,
		...programs && { programs },
		read: (path) => byPath.get(path)?.decoded ?? (path === dump?.path ? dump.decoded : history.read(path))
	});
	return {
		head: changes.head,
		sets,
		policy,
		commentable: new Map(files.flatMap(({ path, commentable }) => commentable === void 0 ? [] : [[path, commentable]])),
		changed: new Set(changes.files.map(({ path }) => path)),
		...changes.pull && { pull: changes.pull },
		notices: [...policy.notices, ...noticesOf(changes, isMigration)]
	};
}
/** Whether a path is a migration by the globs, and stands below the working directory. A glob of a directory stands for its `.sql` files. */
async function migrationFilter({ config, directory }, below) {
	const matches = await globMatcher(config.migrations);
	return (path) => {
		if (below !== "" && !path.startsWith(`${below}/`)) return false;
		const own = directory === "" ? path : path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : void 0;
		return own !== void 0 && (isSqlFile(own) || isScript(own)) && matches(own);
	};
}
/**
* The file's text, and what its diff says about its lines: only a diff whose new side is this very text, and whose lines are counted
* as we count them, says anything. Otherwise every line counts as changed and none can carry a comment.
*/
async function readFile(client, settings, file, head) {
	const { path, blob, patch, status } = file;
	const held = blob === null ? void 0 : fromCheckout(settings.workspace, path, blob);
	const bytes = held ?? await fileAt(client, settings, path, head);
	if (bytes === void 0) throw new Problem(`GitHub lists it as changed, and ${head} does not hold it`, { path });
	const decoded = decode(bytes);
	const hunks = patch !== void 0 && blob !== null && (held !== void 0 || isObject(bytes, blob)) && !/\r(?!\n)/.test(decoded.text) ? parseHunks(patch) : void 0;
	const edited = status === "modified" || status === "changed";
	return {
		path,
		decoded,
		change: {
			...edited && { edited: true },
			...edited && hunks && { changedLines: hunks.changed }
		},
		...hunks && { commentable: hunks.commentable }
	};
}
/** The schema dump at the base commit: the pull request's own would already hold what it is about to do. */
async function readDump(client, settings, policy, changes) {
	if (policy.config.schema === void 0 || changes.base === "") return void 0;
	const directory = policy.path === void 0 ? "" : posix.dirname(policy.path);
	const path = posix.join(directory, policy.config.schema);
	const bytes = await fileAt(client, settings, path, changes.base);
	if (bytes === void 0) throw new Problem("the schema dump that the config names is not on the base branch", { path });
	return {
		path,
		decoded: decode(bytes)
	};
}
/** What happened to migrations that databases may have run already. */
function noticesOf(changes, isMigration) {
	return changes.files.flatMap(({ path, status, previous }) => {
		if (status === "removed" && isMigration(path)) return [{
			path,
			line: 1,
			message: "Deleted here: databases that have run it keep what it did, and a new one will not get it."
		}];
		if (status === "renamed" && previous !== void 0 && isMigration(path)) return [{
			path,
			line: 1,
			message: `Renamed from ${previous}: a migration tool takes it for a new migration and runs it again.`
		}];
		return [];
	});
}

// src/github/second-half.ts
/**
* The second half of a run for a fork, whose own token may only read: started by `workflow_run`, with a token that may write. It takes nothing from the first
* half but that there was one, for what that leaves behind is the fork's to write: the pull request is found by its head, and judged again.
*/
async function withPullRequest(client, settings) {
	const { trigger } = settings;
	if (trigger.kind !== "ended-run") return {
		...settings,
		trigger
	};
	return {
		...settings,
		trigger: await pullRequestOf(client, settings, trigger)
	};
}
/** The event's own list of pull requests is empty for forks, so GitHub is asked which one has this very commit for its head. */
async function pullRequestOf(client, { repository }, run) {
	const head = `${run.owner}:${run.branch}`;
	const pull = (await client.paginate(client.rest.pulls.list, {
		...repository,
		state: "open",
		head,
		per_page: 100
	}).catch((error) => {
		throw refused(error, `Looking for the pull request of ${head}`);
	})).find((each) => each.head.sha === run.head && each.head.repo?.full_name === run.repository);
	if (pull === void 0) return {
		kind: "nothing",
		reason: `No open pull request has ${run.head} for its head any more.`
	};
	const { name, commit } = run.defaultBranch;
	const base = pull.base.ref === name ? commit : pull.base.sha;
	const fork = run.repository !== `${repository.owner}/${repository.repo}`;
	return {
		kind: "pull-request",
		number: pull.number,
		head: run.head,
		base,
		merge: base,
		fork,
		since: run.since
	};
}

// src/github/approval.ts
/**
* Whether the author's waivers count. By a policy that wants an approval, they do once somebody else has put the label on the pull request,
* or a member of the team has approved its head. All of it is asked now: a re-run gets the event of long ago.
* Never throws for what GitHub answers: what cannot be asked is not approved.
*/
async function waivingOf(client, settings, config) {
	if (config.waivers === "allow") return { allowed: true };
	const wanted = wantedApproval(config);
	try {
		const pulls = await pullRequestsOf(client, settings);
		if (pulls.length === 0) return {
			allowed: false,
			wanted: "there is no pull request to look for an approval in."
		};
		const reasons = [];
		for (const pull of pulls) {
			const found = await approvalIn(client, settings, config, pull);
			if ("by" in found) return {
				allowed: true,
				approvedBy: found.by
			};
			reasons.push(...found.reasons);
		}
		return {
			allowed: false,
			wanted: `${wanted}${[...new Set(reasons)].map((each) => ` ${each}.`).join("")}`
		};
	} catch (error) {
		if (statusOf(error) === 0) throw error;
		const hint = isRefusal(error) ? " The job needs `issues: read`, which tells who put a label on." : "";
		return {
			allowed: false,
			wanted: `whether it is approved could not be asked: GitHub answered ${said(error)}.${hint}`
		};
	}
}
const isRefusal = (error) => statusOf(error) === 403 || statusOf(error) === 404;
/** The pull requests whose approval counts for this run. */
async function pullRequestsOf(client, { trigger, repository }) {
	switch (trigger.kind) {
		case "pull-request": return [{
			number: trigger.number,
			...sinceOf(trigger),
			...trigger.labelled !== void 0 && { labelled: trigger.labelled }
		}];
		case "commits": {
			if (trigger.pullRequest !== void 0) return [{ number: trigger.pullRequest }];
			const { data } = await client.rest.repos.listPullRequestsAssociatedWithCommit({
				...repository,
				commit_sha: trigger.head
			});
			return data.map(({ number, merged_at }) => ({
				number,
				...merged_at === null && sinceOf(trigger)
			}));
		}
		case "nothing": return [];
	}
}
function sinceOf({ since }) {
	return since === void 0 ? {} : { since: new Date(since) };
}
async function approvalIn(client, settings, { waiverApproval: { label, team } }, asked) {
	const { data: pull } = await client.rest.pulls.get({
		...settings.repository,
		pull_number: asked.number
	});
	const author = pull.user.login;
	const labelled = pull.labels.some((each) => sameLabel(each.name, label)) ? await labelApproval(client, settings, {
		...asked,
		author,
		label
	}) : { reasons: [] };
	if ("by" in labelled || team === void 0) return labelled;
	const reviewed = await reviewApproval(client, settings, {
		number: asked.number,
		author,
		team,
		head: pull.head.sha
	});
	return "by" in reviewed ? reviewed : { reasons: [...labelled.reasons, ...reviewed.reasons] };
}
/** GitHub takes labels that differ in case for one. */
const sameLabel = (a, b) => a.toLowerCase() === b.toLowerCase();
/** Who put the label on last, and when. Bots do not count: a workflow that the pull request itself brings can be one. */
async function labelApproval(client, { repository }, { number, since, labelled, author, label }) {
	const last = (await client.paginate(client.rest.issues.listEvents, {
		...repository,
		issue_number: number,
		per_page: 100
	})).findLast((each) => each.event === "labeled" && "label" in each && sameLabel(each.label?.name ?? "", label));
	const actor = last?.actor;
	if (last === void 0 || !actor) return { reasons: [`Who put on \`${label}\` is not known`] };
	if (actor.login === author) return { reasons: [`The author put on \`${label}\``] };
	if (actor.type !== "User") return { reasons: [`A bot put on \`${label}\``] };
	if (since !== void 0 && !sameLabel(labelled ?? "", label) && new Date(last.created_at) < since) return { reasons: [`\`${label}\` was put on before the last push: take it off and put it on again`] };
	return { by: `${actor.login} (label \`${label}\`)` };
}
/** The last word of each reviewer, if it approves the very head. */
async function reviewApproval(client, settings, { number, author, team, head }) {
	const { repository } = settings;
	const reviews = await client.paginate(client.rest.pulls.listReviews, {
		...repository,
		pull_number: number,
		per_page: 100
	});
	const words = /* @__PURE__ */ new Map();
	for (const review of reviews) if (review.user !== null && review.state !== "COMMENTED" && review.state !== "PENDING") words.set(review.user.login, review);
	const approvers = [...words].filter(([login, { state, commit_id }]) => login !== author && state === "APPROVED" && commit_id === head);
	if (approvers.length === 0) return { reasons: [] };
	const [org = "", slug = ""] = fullName(team, settings).split("/");
	try {
		const members = await client.paginate(client.rest.teams.listMembersInOrg, {
			org,
			team_slug: slug,
			per_page: 100
		});
		const member = approvers.find(([login]) => members.some((each) => each.login === login));
		return member === void 0 ? { reasons: [] } : { by: `${member[0]} (review, member of ${org}/${slug})` };
	} catch (error) {
		if (statusOf(error) === 0) throw error;
		return { reasons: [`Who belongs to ${org}/${slug} could not be asked: GitHub answered ${said(error)}; the token needs \`members: read\` of the organisation, which that of a job never has`] };
	}
}
function fullName(team, { repository }) {
	return team.includes("/") ? team : `${repository.owner}/${team}`;
}

// src/action/judge.ts
/** The analysis of what a pull request changes, its plans proved. */
async function judge(client, pull, settings, loading) {
	const { config } = pull.policy;
	const waiving = pull.sets.flatMap(({ units }) => units.flatMap(({ migrations }) => migrations)).some(({ text }) => text.includes("lockstep-ignore")) ? await waivingOf(client, settings, config) : void 0;
	const { analyzed, reader } = await analyzeSets(pull.sets, config, {
		waiving,
		baseline: pull.policy.baseline
	}, loading);
	const analysis = mergeAnalyses(await provePlans(analyzed, settings.proof, reader), config.target);
	return {
		...analysis,
		notices: [...pull.notices, ...analysis.notices]
	};
}

// src/github/follow-up.ts
/**
* Keeps a draft pull request for each follow-up, on top of the pull request that it is for. All of it through the API: nothing is
* checked out. A branch that somebody else has committed to is left alone, and a follow-up that somebody has closed stays closed.
* @param isPending whether a plan has been taken over by the migrations, so that its later stages are still to come
*/
async function keepFollowUps(stack, followUps, isPending) {
	const opened = [];
	try {
		const branches = await branchesOf(stack);
		for (const followUp of followUps) {
			const number = await keep(stack, followUp, branches.get(followUp.name));
			if (number !== void 0) opened.push({
				number,
				when: followUp.when
			});
		}
		for (const [name, { plans }] of branches) if (!followUps.some((each) => each.name === name) && !plans.some(isPending)) await close(stack, name);
		return { opened };
	} catch (error) {
		return {
			opened,
			refusal: refusalOf$1(error)
		};
	}
}
/** The last line of a commit that is ours: which plans it holds, and a digest of all that it was made from. */
const trailer = /\n\nLockstep-Plan: ([0-9a-f]+(?:,[0-9a-f]+)*) ([0-9a-f]{16})$/;
const nameOf$1 = ({ trigger }, name) => `lockstep/${trigger.number}/${name}`;
/** Our branches of this pull request, by the name of the follow-up; `content` is empty where the last commit is not ours. */
async function branchesOf(stack) {
	const { client, repository } = stack;
	const prefix = `heads/${nameOf$1(stack, "")}`;
	const { data } = await client.rest.git.listMatchingRefs({
		...repository,
		ref: prefix
	});
	const branches = /* @__PURE__ */ new Map();
	for (const { ref, object } of data) {
		const commit = await client.rest.git.getCommit({
			...repository,
			commit_sha: object.sha
		});
		const [, plans = "", content = ""] = trailer.exec(commit.data.message) ?? [];
		branches.set(ref.slice(`refs/${prefix}`.length), {
			sha: object.sha,
			plans: plans.split(","),
			content
		});
	}
	return branches;
}
/** @returns the number of its pull request; undefined: somebody has closed it */
async function keep(stack, followUp, branch) {
	const { client, repository, trigger } = stack;
	const { title, body, plans } = followUp;
	const head = nameOf$1(stack, followUp.name);
	const files = [...followUp.files, ...await amendedLists(stack, followUp)];
	const content = digest(trigger.head, title, ...files.flatMap(({ path, text }) => [path, text]));
	const pull = await pullOf(stack, followUp.name);
	if (pull?.state === "closed" && !isClosedByUs(pull)) return void 0;
	if (!(branch !== void 0 && branch.content === "") && branch?.content !== content) {
		const base = await client.rest.git.getCommit({
			...repository,
			commit_sha: trigger.head
		});
		const tree = await client.rest.git.createTree({
			...repository,
			base_tree: base.data.tree.sha,
			tree: files.map(({ path, text }) => ({
				path,
				mode: "100644",
				type: "blob",
				content: text
			}))
		});
		const { sha } = (await client.rest.git.createCommit({
			...repository,
			message: `${title}\n\nLockstep-Plan: ${plans.join(",")} ${content}`,
			tree: tree.data.sha,
			parents: [trigger.head]
		})).data;
		if (branch === void 0) await client.rest.git.createRef({
			...repository,
			ref: `refs/heads/${head}`,
			sha
		});
		else await client.rest.git.updateRef({
			...repository,
			ref: `heads/${head}`,
			sha,
			force: true
		});
	}
	if (pull === void 0) {
		const request = {
			...repository,
			title,
			body,
			head,
			base: stack.branch,
			draft: true,
			request: { retries: 0 }
		};
		const { data } = await client.rest.pulls.create(request);
		return data.number;
	}
	if (!(pull.state === "open" && pull.title === title && pull.body?.replace(/\r\n/g, "\n").trim() === body.trim())) await client.rest.pulls.update({
		...repository,
		pull_number: pull.number,
		title,
		body,
		state: "open"
	});
	return pull.number;
}
/** The tools' own lists as the head has them, with the new migrations at the end of each. @throws Problem where one cannot be added to */
async function amendedLists({ client, repository, trigger }, { lists }) {
	const texts = /* @__PURE__ */ new Map();
	for (const { path, tool, keys } of lists) {
		const bytes = texts.has(path) ? void 0 : await fileAt(client, { repository }, path, trigger.head);
		const text = addToList(tool, texts.get(path) ?? (bytes && decode(bytes).text) ?? "", keys);
		if (text === void 0) throw new Problem("is no list of migrations that can be added to", { path });
		texts.set(path, text);
	}
	return [...texts].map(([path, text]) => ({
		path,
		text
	}));
}
/** What is not needed any more says so. */
async function close(stack, name) {
	const pull = await pullOf(stack, name);
	if (pull?.state !== "open") return;
	const body = `${closed} The plan that it was part of is none of #${stack.trigger.number} any more.\n`;
	await stack.client.rest.pulls.update({
		...stack.repository,
		pull_number: pull.number,
		body,
		state: "closed"
	});
}
const closed = "**Closed by Lockstep.**";
const isClosedByUs = ({ body }) => body?.startsWith(closed) === true;
/** The newest pull request of a branch of ours. */
async function pullOf(stack, name) {
	const { client, repository } = stack;
	const head = `${repository.owner}:${nameOf$1(stack, name)}`;
	const { data } = await client.rest.pulls.list({
		...repository,
		head,
		state: "all",
		sort: "created",
		direction: "desc",
		per_page: 1
	});
	return data[0];
}
const permissions$1 = "permissions:\n  contents: write\n  pull-requests: write";
function refusalOf$1(error) {
	if (error instanceof Problem) {
		const line = `The later stages could not be opened as a pull request: ${error.oneLine}.`;
		return {
			line,
			markdown: prose(line)
		};
	}
	const status = statusOf(error);
	if (status === 0) throw error;
	const line = `The later stages could not be opened as a pull request: GitHub answered ${said(error)}.`;
	if (status !== 403 && status !== 404 && status !== 422) return {
		line,
		markdown: prose(line)
	};
	const setting = "The repository must allow GitHub Actions to create pull requests (Settings, Actions, General).";
	return {
		line: `${line} \`open-follow-up\` needs \`contents: write\` and \`pull-requests: write\`. ${setting}`,
		markdown: `${prose(line)} \`open-follow-up\` needs these permissions:\n\n${fence("yaml", permissions$1)}\n\n${setting}`
	};
}

// src/github/posted.ts
/**
* Reads what earlier runs have left. Ours is what bears our marker and was written by whoever our token belongs to: anybody can write
* a marker, and several identities may review one pull request.
*/
async function readPosted(client, { repository }, number, owner) {
	const target = {
		...repository,
		pull_number: number
	};
	const [issueComments, reviewComments] = await Promise.all([client.paginate(client.rest.issues.listComments, {
		...repository,
		issue_number: number,
		per_page: 100
	}), client.paginate(client.rest.pulls.listReviewComments, {
		...target,
		per_page: 100
	})]);
	const answered = new Set(reviewComments.map((each) => each.in_reply_to_id));
	const marked = (all) => all.flatMap((each) => {
		const marker = readMarker(each.body ?? "");
		return marker?.owner === owner ? [{
			...each,
			marker
		}] : [];
	});
	const candidates = [...marked(issueComments), ...marked(reviewComments)];
	const [{ isOurs, whyMinimized }, pull] = await Promise.all([whose(client, candidates.map((each) => each.node_id)), client.rest.pulls.get(target)]);
	const ours = (all) => all.filter(isOurs).sort((a, b) => a.id - b.id);
	const textOf = (each) => {
		const minimized = whyMinimized(each.node_id);
		return {
			id: each.id,
			node: each.node_id,
			body: each.body ?? "",
			...minimized !== void 0 && { minimized }
		};
	};
	return {
		head: pull.data.head.sha,
		base: pull.data.base.sha,
		summaries: ours(marked(issueComments)).flatMap((each) => each.marker.kind === "summary" ? [textOf(each)] : []),
		others: candidates.filter((each) => !isOurs(each) && each.user?.type === "Bot" && each.marker.kind !== "gone").map(textOf).filter((each) => each.minimized === void 0),
		comments: ours(marked(reviewComments)).flatMap((each) => {
			if (each.marker.kind === "summary" || each.in_reply_to_id !== void 0) return [];
			const { line, start_line: startLine } = each;
			return [{
				...textOf(each),
				marker: each.marker,
				path: each.path,
				...typeof line === "number" && { line },
				...typeof startLine === "number" && { startLine },
				isAnswered: answered.has(each.id)
			}];
		})
	};
}
const most = 100;
const question = `query ($ids: [ID!]!) {
  viewer { login }
  nodes(ids: $ids) {
    ... on IssueComment { id isMinimized minimizedReason }
    ... on PullRequestReviewComment { id isMinimized minimizedReason }
  }
}`;
/** A text that was deleted since it was listed is an error beside the answer. */
function answerWithErrors(error) {
	const { data } = error;
	if (data?.viewer === void 0 || data.nodes === void 0) throw error;
	return {
		viewer: data.viewer,
		nodes: data.nodes
	};
}
/** Who the token belongs to, and which of the texts are minimised: only GraphQL tells. Without texts nobody is asked. */
async function whose(client, nodes) {
	const minimized = /* @__PURE__ */ new Map();
	let viewer;
	for (let from = 0; from < nodes.length; from += most) {
		const answer = await client.graphql(question, { ids: nodes.slice(from, from + most) }).catch(answerWithErrors);
		viewer = answer.viewer.login;
		for (const node of answer.nodes) if (node?.isMinimized === true && node.id !== void 0) minimized.set(node.id, node.minimizedReason ?? "");
	}
	const bare = (login) => login.replace(/\[bot\]$/, "");
	return {
		isOurs: ({ user }) => viewer !== void 0 && user !== null && bare(user.login) === bare(viewer) && (!viewer.endsWith("[bot]") || user.type === "Bot"),
		whyMinimized: (node) => minimized.get(node)
	};
}

// src/report/gone.ts
const words = {
	"not-found": "**Not found any more**",
	moved: "**Moved**: it stands on other lines of the diff",
	"not-in-diff": "**Moved** to the summary comment: the diff does not show these lines"
};
/**
* What a comment becomes when it is true no more: it says so, and keeps what it said for those who answered it. The suggestion is
* none to click on any more.
* @param said the comment as it stands, marker and all
* @param head the commit of which that is known
*/
function goneText(owner, fingerprint, because, head, said) {
	const text = `${markerLine({
		kind: "gone",
		owner,
		fingerprint
	})}\n\n${words[because]} as of ${head}.\n`;
	const earlier = said.replace(/\r\n/g, "\n").replace(/^<!--.*-->\n+/, "").replace(/^(`{3,})suggestion$/gm, "$1sql").trim();
	const whole = `${text}\n${details("What it said", earlier)}\n`;
	return whole.length <= 65536 ? whole : text;
}

// src/github/reconcile.ts
/**
* Compares what stands there with what should. Pure, and the same for every run of a commit: two that race choose the same one of two
* equal comments, the oldest, and take the others away.
*/
function reconcile(posted, review, owner) {
	const wanted = new Map(review.comments.map((each) => [each.concern.fingerprint, each]));
	const listed = new Set(review.elsewhere.map((each) => each.fingerprint));
	const steps = {
		post: [],
		edit: [],
		removeComments: [],
		hide: [],
		show: []
	};
	const retire = (comment, because) => {
		const { marker, body } = comment;
		if (marker.kind === "comment") steps.edit.push({
			comment,
			body: goneText(owner, marker.fingerprint, because, posted.head, body)
		});
		if (comment.minimized === void 0) steps.hide.push({
			text: comment,
			because: because === "not-found" ? "RESOLVED" : "OUTDATED"
		});
	};
	const byFingerprint = /* @__PURE__ */ new Map();
	for (const comment of posted.comments) {
		const { fingerprint } = comment.marker;
		const alike = byFingerprint.get(fingerprint);
		if (alike === void 0) byFingerprint.set(fingerprint, [comment]);
		else alike.push(comment);
	}
	for (const [fingerprint, want] of wanted) {
		const standing = byFingerprint.get(fingerprint) ?? [];
		const there = standing.filter((each) => standsAt(each, want));
		const keep = there.find((each) => each.marker.kind === "comment") ?? there[0];
		if (keep === void 0) {
			steps.post.push(want);
			continue;
		}
		if (isHiddenByUs(keep)) steps.show.push(keep);
		else if (!isSame(keep.body, want.body)) steps.edit.push({
			comment: keep,
			body: want.body
		});
		for (const other of standing) {
			if (other === keep) continue;
			if (there.includes(other) && other.marker.kind === "comment" && !other.isAnswered) steps.removeComments.push(other);
			else retire(other, "moved");
		}
	}
	for (const [fingerprint, standing] of byFingerprint) {
		if (wanted.has(fingerprint)) continue;
		for (const comment of standing) retire(comment, listed.has(fingerprint) ? "not-in-diff" : "not-found");
	}
	const [summary, ...doubles] = posted.summaries;
	if (summary !== void 0 && isHiddenByUs(summary)) steps.show.push(summary);
	for (const text of posted.others) steps.hide.push({
		text,
		because: "DUPLICATE"
	});
	const isWanted = summary === void 0 ? review.hasNews : !isSame(summary.body, review.summary);
	return {
		...steps,
		...isWanted && { summary: {
			body: review.summary,
			...summary && { edits: summary }
		} },
		removeSummaries: doubles
	};
}
/** Whether this is the comment, and stands where it should. */
function isUp(posted, want) {
	const { kind, fingerprint } = posted.marker;
	return kind === "comment" && fingerprint === want.concern.fingerprint && standsAt(posted, want);
}
/** By a run, of this identity or another; what a person has hidden for another reason stays hidden. */
function isHiddenByUs({ minimized, body }) {
	return minimized !== void 0 && (readMarker(body)?.kind === "gone" || minimized.toLowerCase() === "duplicate");
}
function standsAt({ path, line, startLine }, want) {
	return path === want.path && line === want.line && startLine === want.startLine;
}
/** GitHub keeps line ends as it likes. */
function isSame(posted, wanted) {
	const plain = (text) => text.replace(/\r\n/g, "\n").trim();
	return plain(posted) === plain(wanted);
}

// src/github/refusal.ts
const permissions = "permissions:\n  contents: read\n  pull-requests: write";
/** @throws the error itself where it is none of a request: then it is a bug */
function refusalOf(error, trigger) {
	const status = statusOf(error);
	if (status === 0) throw error;
	const line = `The review could not be posted: GitHub answered ${said(error)}.`;
	if (status !== 401 && status !== 403 && status !== 404) return {
		line,
		markdown: prose(line)
	};
	const why = trigger.fork ? "The pull request comes from a fork, where the token of a job may only read, whatever its permissions say." : "The token of the job may not write to pull requests.";
	const what = trigger.fork ? "The verdict, the annotations and this summary stand for it." : `Give the job these permissions:\n\n${fence("yaml", permissions)}`;
	return {
		line: `${line} ${why}${trigger.fork ? "" : " Give the job `contents: read` and `pull-requests: write`."}`,
		markdown: `${prose(`${line} ${why}`)} ${what}`
	};
}

// src/github/review.ts
/** Each round reads what stands there and does what is missing; the next one sees whether that is all. */
const mostRounds = 4;
/** Milliseconds before the next round, where the server was in trouble. */
const pause = 1e3;
/**
* Brings the pull request to show the review: what is new comes in one review, what stays is left alone or edited in place, what is
* gone says so and is minimised. A request may fail, or be carried out and seem to fail, and other runs may do the same work meanwhile:
* nothing is believed but what stands there. Never throws for what GitHub answers: the verdict does not depend on it.
* @param render the review without the comments that GitHub has refused, given by their fingerprints
*/
async function publishReview(place, render) {
	const { client, settings, trigger, owner } = place;
	const refused = /* @__PURE__ */ new Set();
	const done = /* @__PURE__ */ new Set();
	let review = render(refused);
	let posted;
	let trouble;
	let wrote = false;
	for (let round = 1; round <= mostRounds; round++) {
		trouble = void 0;
		try {
			posted = await readPosted(client, settings, trigger.number, owner);
			if (posted.head !== trigger.head) return {
				inline: [],
				overtaken: {
					head: posted.head,
					base: posted.base,
					wrote
				}
			};
			review = render(refused);
			const steps = reconcile(posted, review, owner);
			const fresh = steps.post.filter((each) => !done.has(nameOf(each)));
			const tasks = tasksOf(place, steps).filter(({ name }) => !done.has(name));
			if (fresh.length + tasks.length === 0) break;
			wrote = true;
			const unplaced = await postComments(place, fresh, done);
			for (const { concern } of unplaced) refused.add(concern.fingerprint);
			if (unplaced.length > 0) continue;
			for (const { name, run } of tasks) {
				await run();
				done.add(name);
			}
		} catch (error) {
			trouble = error;
			if (!isPassing(error)) break;
			if (round < mostRounds) await new Promise((resolve) => setTimeout(resolve, pause * round));
		}
	}
	return {
		inline: review.comments.filter((each) => done.has(nameOf(each)) || posted?.comments.some((other) => isUp(other, each))),
		...trouble !== void 0 && { refusal: refusalOf(trouble, trigger) }
	};
}
const nameOf = ({ concern }) => `post ${concern.fingerprint}`;
/** Requests that may go into finding out which comments GitHub refuses. */
const mostPosts = 12;
/**
* Posts the comments in one review. GitHub refuses a review for one bad anchor and does not say which one it is; then its halves are
* posted, and theirs.
* @returns those that are refused
*/
async function postComments(place, comments, done) {
	const refused = [];
	const open = comments.length === 0 ? [] : [comments];
	for (let posts = 1; open.length > 0; posts++) {
		const batch = open.shift();
		if (posts > mostPosts) {
			refused.push(...batch);
			continue;
		}
		try {
			await postReview(place, batch);
			for (const each of batch) done.add(nameOf(each));
		} catch (error) {
			if (statusOf(error) !== 422) throw error;
			const middle = Math.ceil(batch.length / 2);
			if (batch.length === 1) refused.push(...batch);
			else open.unshift(batch.slice(0, middle), batch.slice(middle));
		}
	}
	return refused;
}
function postReview({ client, settings, trigger }, comments) {
	return client.rest.pulls.createReview({
		...settings.repository,
		pull_number: trigger.number,
		commit_id: trigger.head,
		event: "COMMENT",
		body: `Lockstep: ${counted(comments.length, "comment")}. The verdict and the plan stand in its summary comment.`,
		comments: comments.map(({ path, line, startLine, body }) => ({
			path,
			body,
			line,
			side: "RIGHT",
			...startLine !== void 0 && {
				start_line: startLine,
				start_side: "RIGHT"
			}
		})),
		request: once
	});
}
/** Not to be repeated unseen: after an error of the server it may have been carried out. */
const once = { retries: 0 };
function tasksOf({ client, settings, trigger }, steps) {
	const { issues, pulls } = client.rest;
	const { repository } = settings;
	const { summary } = steps;
	const edits = summary?.edits;
	return [
		...summary === void 0 ? [] : edits === void 0 ? [{
			name: "summary",
			run: () => issues.createComment({
				...repository,
				issue_number: trigger.number,
				body: summary.body,
				request: once
			})
		}] : [{
			name: `edit ${edits.id} ${digest(summary.body)}`,
			run: () => ifThere(issues.updateComment({
				...repository,
				comment_id: edits.id,
				body: summary.body
			}))
		}],
		...steps.edit.map(({ comment: { id }, body }) => ({
			name: `edit ${id} ${digest(body)}`,
			run: () => ifThere(pulls.updateReviewComment({
				...repository,
				comment_id: id,
				body
			}))
		})),
		...steps.removeComments.map(({ id }) => ({
			name: `remove ${id}`,
			run: () => ifThere(pulls.deleteReviewComment({
				...repository,
				comment_id: id
			}))
		})),
		...steps.removeSummaries.map(({ id }) => ({
			name: `remove ${id}`,
			run: () => ifThere(issues.deleteComment({
				...repository,
				comment_id: id
			}))
		})),
		...visibility(client, steps)
	];
}
/** Somebody may have deleted what was to be changed. */
function ifThere(request) {
	return request.catch((error) => statusOf(error) === 404 || statusOf(error) === 410 ? void 0 : Promise.reject(error));
}
/** GitHub ends a query that takes longer than ten seconds. */
const mostChanges = 20;
/** What is to be minimised, or brought back, many in one request: each is a mutation of its own, and all of them one write. */
function visibility(client, { hide, show }) {
	const changes = [...hide.map(({ text, because }) => ({
		node: text.node,
		call: (id) => `minimizeComment(input: {subjectId: ${id}, classifier: ${because}})`
	})), ...show.map(({ node }) => ({
		node,
		call: (id) => `unminimizeComment(input: {subjectId: ${id}})`
	}))];
	const tasks = [];
	for (let from = 0; from < changes.length; from += mostChanges) {
		const some = changes.slice(from, from + mostChanges);
		const query = `mutation (${some.map((_, index) => `$id${index}: ID!`).join(", ")}) { ${some.map(({ call }, index) => `m${index}: ${call(`$id${index}`)} { clientMutationId }`).join(" ")} }`;
		const variables = Object.fromEntries(some.map(({ node }, index) => [`id${index}`, node]));
		tasks.push({
			name: `${query} ${JSON.stringify(variables)}`,
			run: () => client.graphql(query, variables).catch((error) => isPassing(error) ? Promise.reject(error) : void 0)
		});
	}
	return tasks;
}

// src/report/follow-up.ts
/**
* The files of all stages after the author's own, a follow-up a deploy. Plans that wait for an answer have none yet.
* @param number of the pull request that the plans are for
*/
function followUpsOf({ plans }, number) {
	const deploys = [];
	for (const plan of plans) {
		if (plan.questions.length > 0 || plan.proof?.status === "failed") continue;
		let deploy = 0;
		plan.stages.forEach((stage, index) => {
			if (stage.boundary === "deploy") deploy++;
			const files = stage.files.filter(({ path }) => path !== void 0 && !plan.files.includes(path)).flatMap((file) => [file, ...(file.beside ?? []).map((each) => ({
				...each,
				steps: []
			}))]);
			if (files.length === 0) return;
			deploys[deploy] ??= [];
			deploys[deploy]?.push({
				plan,
				stage,
				files,
				when: whenToStart(plan, index)
			});
		});
	}
	return deploys.flatMap((parts, deploy) => parts === void 0 ? [] : [followUp(parts, deploy, number)]);
}
function followUp(parts, deploy, number) {
	const stages = [...new Set(parts.map(({ stage }) => stageWords(stage)))];
	const plans = [...new Set(parts.map(({ plan }) => plan.id))];
	const when = deploy === 0 ? `before #${number} is merged, into its branch, behind the suggestions: these files belong to the same deploy` : `once #${number} is deployed: ${parts.find(({ stage }) => stage.boundary === "deploy")?.when ?? "next deploy"}`;
	const list = parts.flatMap((part) => part.files.map(({ path = "" }) => `- ${code(path)}: **${stageWords(part.stage)}** of plan ${code(part.plan.id)}, ${prose(part.when)}`));
	const byHand = [...new Set(parts.flatMap(({ plan: { sums } }) => sums?.byHand ?? []))].map((each) => `\n${prose(each)}\n`).join("");
	return {
		name: deploy === 0 ? "this-deploy" : deploy === 1 ? "next-deploy" : `deploy-${deploy + 1}`,
		title: `Migrations of #${number}: ${stages.join(", ")}`,
		body: `> [!IMPORTANT]\n> To be merged ${when}.\n\nLater stages of the migrations of #${number}, planned by Lockstep. The branch is written anew whenever the plan changes, as long as nobody else commits to it.\n\n${list.join("\n")}\n${byHand}`,
		files: parts.flatMap(({ files }) => files.map(({ path = "", text }) => ({
			path,
			text
		}))),
		lists: listsOf(parts),
		plans,
		when
	};
}
/** What of the plans' lists belongs to this deploy: the names of its own files, in the order of the list. */
function listsOf(parts) {
	const own = new Set(parts.flatMap(({ files }) => files.flatMap(({ path }) => path === void 0 ? [] : [placeOf(path).key])));
	return [...new Set(parts.flatMap(({ plan: { list } }) => list ?? []))].flatMap((list) => {
		const keys = list.keys.filter((key) => own.has(key));
		return keys.length === 0 ? [] : [{
			...list,
			keys
		}];
	});
}

// src/report/anchor.ts
/**
* Places a range of lines in a diff, so that GitHub does not answer 422 (which costs the whole review, not the one comment):
* first and last line must be on the new side of one and the same hunk.
* @param hunks the new side of each hunk, unchanged lines included; undefined where GitHub shows no diff of the file
*/
function anchorOf(range, hunks) {
	if (hunks === void 0) return {
		kind: "none",
		reason: "GitHub shows no diff of this file"
	};
	const touched = hunks.filter((side) => side.from <= range.to && range.from <= side.to);
	const side = touched.at(-1);
	if (side === void 0) return {
		kind: "none",
		reason: "its lines are not part of the diff"
	};
	const from = Math.max(range.from, side.from);
	const to = Math.min(range.to, side.to);
	const anchor = from < to ? {
		line: to,
		startLine: from
	} : { line: to };
	if (from === range.from && to === range.to) return {
		kind: "whole",
		anchor
	};
	return {
		kind: "part",
		anchor,
		reason: touched.length > 1 ? "its lines lie in more than one hunk of the diff" : "not all of its lines are part of the diff"
	};
}

// src/report/review.ts
/** GitHub states no maximum; reviews with more comments have ended in 502. The rest stands in the summary. */
const mostComments = 30;
/** @param refused fingerprints of concerns that GitHub would not place: it answers 422 to anchors that its own diff allows, rarely */
function renderReview(analysis, context, refused = /* @__PURE__ */ new Set()) {
	const placed = analysis.files.flatMap((file) => concernsOf(file, analysis)).map((concern) => {
		return {
			concern,
			anchored: refused.has(concern.fingerprint) ? {
				kind: "none",
				reason: "GitHub would not place it in the diff"
			} : anchorOf(concern, context.hunks(concern.path))
		};
	});
	const inline = placed.filter(({ anchored }) => anchored.kind !== "none").sort((a, b) => severityOf(a.concern) - severityOf(b.concern)).slice(0, mostComments);
	const elsewhere = placed.filter((each) => !inline.includes(each));
	const { summary, notices } = analysis;
	return {
		summary: renderSummaryComment(analysis, placed, elsewhere, context),
		hasNews: placed.length > 0 || summary.suppressed > 0 || notices.some(({ path }) => context.changed.has(path)),
		comments: placed.flatMap((each) => inline.includes(each) ? commentOf(each, analysis, context) : []),
		elsewhere: elsewhere.map(({ concern }) => concern)
	};
}
function commentOf({ concern, anchored }, analysis, context) {
	if (anchored.kind === "none") return [];
	const body = renderComment(concern, analysis, anchored, context);
	return [{
		path: concern.path,
		...anchored.anchor,
		body,
		concern
	}];
}
function renderSummaryComment(analysis, placed, elsewhere, context) {
	const concerns = placed.map((each) => each.concern);
	const sections = [
		{
			text: headline(analysis, context.verdict),
			weight: 9
		},
		{
			text: tableOf(concerns, context.linkTo),
			weight: 8
		},
		...analysis.plans.map((plan) => ({
			text: timelineOf(plan),
			weight: 6
		})),
		{
			text: context.command === void 0 || analysis.plans.length === 0 ? "" : writeAll(context.command),
			weight: 6
		},
		{
			text: (context.followUps ?? []).map(({ number, when }) => `- #${number}, to be merged ${when}`).join("\n"),
			weight: 6
		},
		...elsewhere.map((each) => ({
			text: elsewhereOf(each, analysis, context),
			weight: 4
		})),
		{
			text: waiverList(analysis),
			weight: 7
		},
		{
			text: noticesOf$1(analysis),
			weight: 5
		},
		{
			text: toolList(analysis),
			weight: 3
		}
	];
	const marker = `${markerLine({
		kind: "summary",
		owner: context.owner
	})}\n\n`;
	return marker + shorten(sections, bodyLimit - marker.length, "Shortened: the rest is longer than GitHub takes in one comment. The job summary has all of it.");
}
const writeAll = (command) => `Every file of every stage, written by one command: ${command}`;
/** A concern that could not be placed in the diff, in full. */
function elsewhereOf({ concern, anchored }, analysis, context) {
	const reason = anchored.kind === "none" ? anchored.reason : `a review holds at most ${mostComments} comments`;
	const where = `${concern.path}:${concern.from}`;
	const text = renderConcern(concern, analysis, {
		kind: "none",
		reason
	}, context).trimEnd();
	return concern.findings.some((each) => each.severity === "error") ? `**${code(where)}** (${reason})\n\n${text}` : details(html(`${where} (${reason})`), text);
}
const severityOf = (concern) => concern.findings.some((each) => each.severity === "error") ? 0 : 1;

// src/action/post.ts
/** Puts the result on the pull request, if there is one: the follow-ups where the workflow asks for them, and the review. */
async function post(client, settings, pull, analysis, context) {
	const { trigger } = settings;
	if (trigger.kind !== "pull-request") return { refusals: [] };
	const { opened, refusal } = await openFollowUps(client, settings, pull, analysis);
	const outcome = await publishReview({
		client,
		settings,
		trigger,
		owner: context.owner
	}, (refused) => renderReview(analysis, {
		...context,
		followUps: opened
	}, refused));
	return {
		...outcome,
		refusals: [outcome.refusal, refusal].filter((each) => each !== void 0)
	};
}
/** A fork has no branch here that they could stand on. */
async function openFollowUps(client, { openFollowUp, repository, trigger }, { pull }, analysis) {
	if (!openFollowUp || pull === void 0 || trigger.kind !== "pull-request" || trigger.fork) return { opened: [] };
	const stack = {
		client,
		repository,
		trigger,
		branch: pull.headRef
	};
	const isPending = (plan) => analysis.files.some(({ migration }) => migration.text.includes(`lockstep: pending ${plan} `));
	return keepFollowUps(stack, followUpsOf(analysis, trigger.number), isPending);
}

// src/action/catch-up.ts
const mostTries = 3;
/**
* A push came while this run wrote its review. What it wrote may stand over what the run for the new head has written already, which
* will not look again: so this one writes the review of the new head. Where a further push follows, its run comes after all of this.
*/
async function catchUp(client, settings, loading, overtaken) {
	const { trigger } = settings;
	let behind = overtaken;
	for (let tries = 0; behind?.wrote === true && trigger.kind === "pull-request" && tries < mostTries; tries++) {
		const again = {
			...settings,
			trigger: {
				...trigger,
				head: behind.head,
				base: behind.base,
				merge: behind.head
			}
		};
		try {
			const pull = await readPullRequest(client, again);
			const analysis = await judge(client, pull, again, loading);
			const context = contextOf(pull, again, verdictOf(analysis, pull.policy.config.failOn));
			behind = (await post(client, again, pull, analysis, context)).overtaken;
		} catch (error) {
			if (error instanceof Problem) return;
			throw error;
		}
	}
}

// src/action/run.ts
/** One run of the action, as the runner's environment asks for it. Never throws: what could not be judged does not pass. */
async function runAction() {
	try {
		await run(readSettings());
	} catch (error) {
		await fail$1(error);
	}
}
/** Read, judge, publish, decide. */
async function run(given) {
	const loading = given.engine === void 0 || given.engine.engine === "postgres" ? loadReader() : void 0;
	loading?.catch(() => {});
	const client = await connect(given);
	const settings = await withPullRequest(client, given);
	const pull = await readPullRequest(client, settings);
	const analysis = await judge(client, pull, settings, loading);
	const { failOn } = pull.policy.config;
	const verdict = verdictOf(analysis, failOn);
	const context = contextOf(pull, settings, verdict);
	const { inline = [], overtaken, refusals } = await post(client, settings, pull, analysis, context);
	annotate(analysis, (finding) => inline.some(({ concern }) => concern.findings.includes(finding)));
	const notes = [
		...settings.trigger.kind === "nothing" ? [settings.trigger.reason] : [],
		...refusals.map(({ markdown }) => markdown),
		...overtaken === void 0 ? [] : [`The pull request has moved on to ${overtaken.head}; the run for that commit posts the review.`]
	];
	await writeSummary(renderSummary(analysis, {
		...context,
		notes
	}));
	const { rulePage } = context;
	await writeReports(analysis, settings, {
		failOn,
		prefix: "",
		...packagePages(),
		...settings.pages && rulePage && { rulePage }
	});
	writeOutputs(settings.temporary, verdict, analysis.summary.findings, jsonReport(analysis, failOn));
	for (const { line } of refusals) warning(line);
	await catchUp(client, settings, loading, overtaken);
	const line = headline(analysis, verdict).replaceAll("*", "");
	if (verdict === "fail" && failOn !== "never") setFailed(line);
	else info(line);
}
/** The reports that the workflow asks for, where its later steps find them. */
async function writeReports(analysis, { workspace, directory, outputs }, context) {
	if (outputs.length === 0) return;
	const tree = {
		...treeOf(workspace),
		cwd: join(workspace, directory)
	};
	for (const { format, path } of outputs) writeReport(tree, path, await renderReport(format, analysis, context));
}

export { runAction };