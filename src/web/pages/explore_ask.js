// Questions to the program. A newer question of a kind takes the place of the
// older one, here and in the program; only the newest is ever shown.
const page = Math.random().toString(36).slice(2) +
    Math.random().toString(36).slice(2);
const latest = {};

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

async function once(what, body) {
	let reply = await fetch('/api/ask', {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ ...body, ask: what, page }),
	});
	let answer = await reply.json();
	for (let pause = 50; reply.status === 202; pause = Math.min(500,
	    pause * 1.5)) {
		if (latest[what].waiting)
			return null;
		await wait(pause);
		reply = await fetch(`/api/answer?job=${answer.job}`);
		answer = { job: answer.job, ...await reply.json() };
	}
	return { ok: reply.status === 200, ...answer };
}

// Asks; tell(answer) is called with the newest answer alone. While one is on
// its way, the last of those that follow waits, and the others are forgotten.
export async function ask(what, body, tell) {
	const mine = latest[what] ||= { busy: false, waiting: null };
	if (mine.busy) {
		mine.waiting = [body, tell];
		return;
	}
	mine.busy = true;
	let answer;
	try {
		answer = await once(what, body);
	} catch (error) {
		answer = { ok: false, error: 'The program does not answer.',
			do: 'Is `detente explore` still running?' };
	}
	mine.busy = false;
	const next = mine.waiting;
	mine.waiting = null;
	if (next)
		ask(what, ...next);
	else if (answer)
		tell(answer);
}

export const start = async () => (await fetch('/api/start')).json();
