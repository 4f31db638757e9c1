// src/proof/database.ts
/** What `run` rejects with: the server's refusal by its SQLSTATE, or why there is no answer from it. */
var ProofFailure = class extends Error {
	name = "ProofFailure";
	/** SQLSTATE of the server's refusal, or a `Fate`. */
	code;
	/** True: the instance is gone, and what it was asked is not known to have been done or not. */
	fatal;
	constructor(code, message, fatal = false) {
		super(message);
		this.code = code;
		this.fatal = fatal;
	}
};

export { ProofFailure as t };