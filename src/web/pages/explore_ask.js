// Questions to the program, one of a kind at a time. A newer one takes the
// place of an older: while one is under way only the newest waits, and an
// answer to what is no longer asked is dropped. So a thousand moves of a dial
// leave no queue.
import { get, post } from './net.js';

const page = [...crypto.getRandomValues(new Uint8Array(8))].map(
    (b) => b.toString(16).padStart(2, '0')).join('');
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// An answer, waited for; null where still() is no longer so. `who`: the page,
// whose next question of this kind ends this one, or nothing.
export async function once(what, asked, still = () => true, who = {}) {
	let answer = await post('/api/ask', { ask: what, ...who, ...asked }, {},
	    20000);
	for (let wait = 60; answer.job !== undefined; ) {
		if (!still())
			return null;
		await pause(wait);
		wait = Math.min(wait * 1.3, 500);
		if (!still())
			return null;
		answer = await get(`/api/answer?job=${answer.job}`, 20000);
	}
	return answer;
}

export class Question {
	// what: verdict, map, check or brief. heard(answer, asked) or
	// failed(error, asked); busy(true or false).
	constructor(what, heard, failed, busy = () => {}) {
		Object.assign(this, { what, heard, failed, busy });
		this.number = 0;
		this.waiting = null;
		this.running = false;
	}

	ask(asked) {
		this.number++;
		this.waiting = asked;
		this.busy(true);
		if (!this.running)
			this.run();
	}

	async run() {
		this.running = true;
		while (this.waiting) {
			const asked = this.waiting, number = this.number;
			this.waiting = null;
			await this.one(asked, number);
		}
		this.running = false;
		this.busy(false);
	}

	async one(asked, number) {
		try {
			const answer = await once(this.what, asked,
			    () => number === this.number, { page });
			if (answer && number === this.number)
				this.heard(answer, asked);
		} catch (error) {
			if (number === this.number)
				this.failed(error, asked);
		}
	}
}
