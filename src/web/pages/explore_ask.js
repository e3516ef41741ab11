// Questions to the program, one of a kind at a time. A newer one takes the
// place of an older: while one is under way only the newest waits, and an
// answer to what is no longer asked is dropped. So a thousand moves of a dial
// leave no queue.
import { get, post } from './net.js';
import { t } from './texts.js';

const page = [...crypto.getRandomValues(new Uint8Array(8))].map(
    (b) => b.toString(16).padStart(2, '0')).join('');
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// What is said meanwhile, where something stands of before, or nothing does.
export const working = (stands) => t(stands ? 'working' : 'working_first');

// ms until an answer is looked for again: what has taken long takes longer. The
// verdict is waited for by the server: a browser has few connections, and that
// takes one of them.
const patience = (what, waited) => what === 'verdict' ? 0 :
    Math.min(Math.max(8, waited / 16), 500);
const WAIT = 2000;

// An answer, waited for; null where still() is no longer so. `who`: the page,
// whose next question of this kind ends this one, or nothing. grew(so far): what
// stands before the whole is there. hasten(promise): what it comes to, or nothing
// as soon as still() is no longer so.
export async function once(what, asked, still = () => true, who = {},
    grew = () => {}, hasten = (promise) => promise) {
	const began = performance.now();
	let answer = await post('/api/ask', { ask: what, ...who, ...asked }, {},
	    20000), seen = 0;
	while (still() && answer.job !== undefined) {
		if (answer.so_far)
			grew(answer.so_far);
		seen = answer.parts || seen;
		const rest = patience(what, performance.now() - began);
		if (rest > 0)
			await hasten(pause(rest));
		if (still())
			answer = await hasten(get(`/api/answer?job=${
				answer.job}&seen=${seen}${rest > 0 ? '' :
				`&wait=${WAIT}`}`, 20000));
	}
	return still() ? answer : null;
}

export class Question {
	// what: verdict, map, check or brief. heard(answer, asked) or
	// failed(error, asked); busy(true or false); grew(so far, asked).
	constructor(what, heard, failed, busy = () => {}, grew = null) {
		Object.assign(this, { what, heard, failed, busy, grew,
			stir: () => {} });
		this.number = 0;
		this.waiting = null;
		this.running = false;
	}

	ask(asked) {
		this.number++;
		this.waiting = asked;
		this.left = false;
		this.busy(true);
		this.stir();
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
		if (!this.left)
			this.busy(false);
	}

	// Nothing newer is wanted, nor what is under way: what stands there is
	// of before.
	leave() {
		this.number++;
		this.left = true;
		this.waiting = null;
		this.stir();
	}

	// A newer question does not wait until an older one is looked for, nor for
	// what then is said of it.
	hasten(promise) {
		promise.catch(() => {});
		return Promise.race([promise, new Promise((done) => {
			this.stir = done;
		})]);
	}

	async one(asked, number) {
		const still = () => number === this.number;
		try {
			const answer = await once(this.what, asked, still, { page },
			    (so_far) => this.grew && this.grew(so_far, asked),
			    (promise) => this.hasten(promise));
			if (answer && still())
				this.heard(answer, asked);
		} catch (error) {
			if (still())
				this.failed(error, asked);
		}
	}
}

// A page that is closed wants nothing more.
addEventListener('pagehide', () => navigator.sendBeacon('/api/leave', new Blob(
    [JSON.stringify({ page })], { type: 'application/json' })));
