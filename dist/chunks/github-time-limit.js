// src/github/time-limit.ts
/** Minutes that a run may take where the input says nothing. */
const usualMinutes = 10;
/** What GitHub gives a job. */
const mostMinutes = 360;
/** The input `time-limit` in minutes; undefined where it is no number of them. */
function readTimeLimit(text) {
	const minutes = text === "" ? 10 : Number(text);
	return minutes > 0 && minutes <= mostMinutes ? minutes : void 0;
}

export { readTimeLimit };