// Requests to the program: JSON there and back, each within a time, and every
// refusal as one kind of error.

export class Refusal extends Error {
	// status 0: nothing answered in time.
	constructor(status, body) {
		super(body.error || `HTTP ${status}`);
		this.status = status;
		this.todo = body.do || '';
		this.body = body;
	}
}

async function answer(response) {
	let body = {};
	try {
		body = await response.json();
	} catch {
		// A refusal may come without a body.
	}
	if (!response.ok)
		throw new Refusal(response.status, body);
	return body;
}

async function ask(path, options, within) {
	const stop = new AbortController();
	const timer = setTimeout(() => stop.abort(), within);
	try {
		return await answer(await fetch(path, { ...options,
			cache: 'no-store', credentials: 'same-origin',
			signal: stop.signal }));
	} catch (error) {
		throw error instanceof Refusal ? error : new Refusal(0, {});
	} finally {
		clearTimeout(timer);
	}
}

export const get = (path, within = 8000) => ask(path, {}, within);

export const post = (path, body, headers = {}, within = 8000) => ask(path, {
	method: 'POST', body: JSON.stringify(body),
	headers: { 'Content-Type': 'application/json', ...headers },
}, within);

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// The same post again where nothing answered or the server was busy. Only for
// what may arrive twice: the server takes the first and says so of the second.
export async function insist(path, body, tries = 4) {
	for (let wait = 500; ; wait *= 2) {
		try {
			return await post(path, body);
		} catch (error) {
			if (--tries <= 0 || ![0, 503].includes(error.status))
				throw error;
		}
		await pause(wait + Math.random() * wait);
	}
}
