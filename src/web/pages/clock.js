// The time left in a round. The server owns it: a state says what time it is
// there and when the round ends, and here only the difference counts on.
import { h } from './dom.js';
import { t } from './texts.js';

export class Clock {
	constructor() {
		// A timer is read when one asks for it, never of its own accord.
		this.face = h('p', { class: 'timer', role: 'timer' });
		this.ends = null;
		setInterval(() => this.tick(), 250);
	}

	// ends: ms on the program's clock, or none.
	set(state, ends) {
		this.paused = Boolean(state.paused);
		this.ends = ends === null || ends === undefined ? null :
		    performance.now() + ends - state.now;
		this.tick();
	}

	// Seconds left, or null: no limit.
	left() {
		return this.ends === null ? null :
		    Math.max(0, Math.ceil((this.ends - performance.now()) / 1000));
	}

	tick() {
		const left = this.left();
		const words = this.paused ? t('paused') :
		    left === null ? t('no_limit') : t('left', { time:
			`${Math.floor(left / 60)}:` +
			String(left % 60).padStart(2, '0') });
		if (this.face.textContent !== words)
			this.face.textContent = words;
		this.face.classList.toggle('late',
		    left !== null && left <= 5 && !this.paused);
	}
}

// A student sees one at a time: of the round, or of a page that one reads.
export const clock = new Clock();
