// The newest state, whatever the network does. Three ways lead to it:
//
//   stream  server-sent events, in one tab of a browser at a time: an address
//           has six connections in all, and a seventh tab would hang
//   relay   that tab tells the others by a BroadcastChannel
//   poll    while there is no stream, in hidden tabs, and when a stream has
//           been silent for so long that it may have stalled
//
// A refused EventSource is closed for ever, so each failure makes a new one,
// later each time. The state's number v only grows: an older one is dropped.
import { get } from './net.js';

const FIRST_WAIT = 500, LAST_WAIT = 15000;
const POLL = 3000;              // while there is no stream
const HIDDEN_POLL = 15000;
const SILENCE = 10000;          // after which a poll asks if all is well;
                                // twice that where no time is running
const DEADLINE_GRACE = 2500;    // after a round's end something must come

export class Stream {
	// kind: which page; only tabs of one kind share a stream. heard(state),
	// and linked(true or false) when the connection is there or not.
	constructor(kind, heard, linked) {
		this.id = Math.random().toString(36).slice(2);
		this.heard = heard;
		this.linked = linked;
		this.v = -1;
		this.era = 0;
		this.streams = false;   // is there a stream for who asks?
		this.epoch = '';
		this.wait = FIRST_WAIT;
		this.source = null;
		this.leads = false;
		this.last = 0;
		this.polled = 0;
		this.deadline = null;
		this.channel = typeof BroadcastChannel === 'function' ?
		    new BroadcastChannel(`detente-${kind}`) : null;
		if (this.channel)
			this.channel.onmessage = (e) => this.relayed(e.data);
	}

	start() {
		document.addEventListener('visibilitychange',
		    () => this.seen());
		window.addEventListener('online', () => this.again());
		window.addEventListener('language', () => this.renew());
		window.addEventListener('pageshow', () => this.seen());
		window.addEventListener('pagehide', () => this.close());
		setInterval(() => this.watch(), 1000);
		this.poll();
		this.seen();
	}

	// A visible tab takes the stream; a hidden one gives it up.
	seen() {
		if (document.visibilityState === 'hidden')
			return this.close();
		this.moved = false;
		this.leads = true;
		this.tell({ claim: this.id });
		this.poll();
		this.open();
	}

	// This browser is somebody else from now on: what was asked before, and
	// the stream that was opened before, are of no use.
	renew(state) {
		this.era++;
		this.asking = false;
		this.v = -1;
		this.tell({ renewed: true });
		if (state && state.v !== undefined)
			this.take(state);
		this.again();
	}

	again() {
		this.wait = FIRST_WAIT;
		this.poll();
		if (this.leads)
			this.open();
	}

	tell(message) {
		if (this.channel)
			this.channel.postMessage(message);
	}

	relayed(message) {
		if (message.alive)
			this.last = Date.now();
		if (message.renewed) {
			this.era++;
			this.asking = false;
			this.v = -1;
			this.again();
		}
		if (message.claim && message.claim !== this.id && this.leads)
			this.close();
		if (message.state) {
			this.last = Date.now();
			this.take(message.state);
		}
	}

	close() {
		this.leads = false;
		this.drop();
	}

	drop() {
		clearTimeout(this.retry);
		if (this.source)
			this.source.close();
		this.source = null;
	}

	open() {
		this.drop();
		if (!this.streams)
			return;
		const source = this.source = new EventSource('/api/events');
		source.addEventListener('open', () => {
			this.last = Date.now();
		});
		source.addEventListener('state', (e) => this.event(e, source));
		source.addEventListener('moved', () => {
			this.moved = true;
			this.close();
		});
		source.addEventListener('error', () => this.failed(source));
	}

	event(e, source) {
		if (source !== this.source)
			return;
		this.wait = FIRST_WAIT;
		this.last = Date.now();
		try {
			this.take(JSON.parse(e.data), true);
		} catch {
			this.poll();
		}
	}

	failed(source) {
		if (source !== this.source)
			return;
		this.drop();
		this.linked(false);
		this.poll();
		this.retry = setTimeout(() => this.leads && this.open(),
		    this.wait * (.5 + Math.random()));
		this.wait = Math.min(this.wait * 2, LAST_WAIT);
	}

	// A state from anywhere. A server that was started anew on the same class
	// goes on counting; another class begins again.
	take(state, tell = false) {
		this.linked(true);
		const streams = state.role !== 'spectator' || Boolean(state.check);
		if (streams !== this.streams) {
			this.streams = streams;
			if (this.leads)
				this.open();
		}
		if (state.class === this.epoch && state.role === this.role &&
		    state.v < this.v)
			return;
		const news = state.v !== this.v || state.class !== this.epoch ||
		    state.role !== this.role;
		[this.v, this.epoch, this.role] =
		    [state.v, state.class, state.role];
		const ends = (state.round || state.teacher || state.board || {}).
		    deadline;
		this.deadline = ends === null || ends === undefined ||
		    state.paused ? null : Date.now() + ends - state.now;
		if (tell)
			this.tell({ state });
		this.heard(state, news);
	}

	// Asks for the state. One question at a time.
	async poll() {
		if (this.asking)
			return;
		this.asking = true;
		this.polled = Date.now();
		const before = this.v, era = this.era;
		try {
			const state = await get('/api/state');
			if (era !== this.era)
				return;
			this.take(state);
			// The stream ought to have told: it has stalled.
			if (this.leads && this.source && this.v > before &&
			    before >= 0 && Date.now() - this.last > SILENCE / 2)
				this.open();
		} catch (error) {
			this.linked(error.status !== 0 && error.status < 500);
		} finally {
			if (era === this.era)
				this.asking = false;
		}
	}

	watch() {
		const now = Date.now();
		const hidden = document.visibilityState === 'hidden';
		const flows = this.source && this.source.readyState === 1;
		if (flows)
			this.tell({ alive: this.id });
		if (!hidden && !this.leads && !this.moved && this.channel &&
		    now - this.last > SILENCE)
			return this.seen();     // the tab that had it is gone
		const every = hidden ? HIDDEN_POLL :
		    !flows && this.leads ? POLL :
		    this.deadline === null ? 2 * SILENCE : SILENCE;
		const late = this.deadline !== null &&
		    now - this.deadline > DEADLINE_GRACE;
		if (now - Math.max(this.polled, flows || !this.leads ?
		    this.last : 0) > every ||
		    (late && now - this.polled > DEADLINE_GRACE))
			this.poll();
	}
}
