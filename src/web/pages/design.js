// A design: a scenario, a treaty by name or as a text, and what is set in it.
// It stands in the address's fragment, so that a link is the design, and each
// change can be undone.
import { changed } from './yaml_edit.js';

const keys = ['scenario', 'treaty', 'text'];

// ms without a move: then a hand rests. Each change of the address is work for the
// whole browser.
const REST = 400;

export class Design {
	constructor(moved) {
		this.moved = moved;
		this.past = [];
		this.now = Design.read(location.hash);
		addEventListener('hashchange', () => {
			const read = Design.read(location.hash);
			if (JSON.stringify(read) !== JSON.stringify(this.now)) {
				this.now = read;
				this.moved();
			}
		});
	}

	static read(hash) {
		const words = new URLSearchParams(hash.slice(1));
		const design = { set: {} };
		for (const [key, value] of words)
			if (keys.includes(key))
				design[key] = value;
			else
				design.set[key] = value;
		return design;
	}

	static write(design) {
		const words = new URLSearchParams();
		for (const key of keys)
			if (design[key])
				words.set(key, design[key]);
		for (const [key, value] of Object.entries(design.set))
			words.set(key, value);
		return `#${words}`;
	}

	// The address follows; that of moves in a row is the last one's, once the
	// hand rests.
	address(sweeps) {
		const moves = sweeps && performance.now() - this.at < REST;
		this.at = performance.now();
		clearTimeout(this.late);
		const write = () => history.replaceState(null, '',
		    Design.write(this.now));
		if (!moves)
			return write();
		this.late = setTimeout(write, REST);
		return null;
	}

	// sweeping: one of many moves of the same dial, undone as one.
	go(next, sweeping = '') {
		const sweeps = sweeping !== '' && sweeping === this.sweep;
		if (!sweeps)
			this.past.push(this.now);
		this.sweep = sweeping;
		this.past.splice(0, this.past.length - 200);
		this.now = next;
		this.address(sweeps);
		this.moved();
	}

	undo() {
		if (this.past.length === 0)
			return;
		this.now = this.past.pop();
		this.sweep = '';
		this.address(false);
		this.moved();
	}

	// In a text that a person wrote a value is changed where it stands, and
	// comments stay; else the key is set.
	turn(key, value) {
		const { text, set } = this.now;
		const next = text && key.startsWith('treaty.') ?
		    changed(text, key.slice('treaty.'.length), value) : null;
		if (next === null)
			return this.go({ ...this.now, set: { ...set,
				[key]: value } }, key);
		const rest = { ...set };
		delete rest[key];
		return this.go({ ...this.now, text: next, set: rest }, key);
	}

	reset(key) {
		const set = { ...this.now.set };
		delete set[key];
		this.go({ ...this.now, set });
	}

	// The treaty becomes this text; what was set in it is in the text.
	write(text) {
		const set = Object.fromEntries(Object.entries(this.now.set).
		    filter(([key]) => !key.startsWith('treaty.')));
		this.go({ ...this.now, text, set }, 'text');
	}

	question() {
		return question(this.now);
	}
}

export const question = ({ scenario, treaty, text, set }) => ({ scenario,
	...(text ? { text } : treaty ? { treaty } : {}),
	...(Object.keys(set).length > 0 && { set }) });

// A design in a few words; `own` for a text that a person wrote.
export const inWords = ({ scenario, treaty, text, set }, own) => [scenario,
	text ? own : treaty, ...Object.entries(set).map(([key, value]) =>
	    `${key.replace(/^treaty\./, '')}=${value}`)].filter(
    (each) => each).join(' ');

// The same as a file's name, without its ending; one that was cut short gets a
// number, so that two designs have two names.
export function fileName(design) {
	const whole = inWords(design, 'own-text').replace(/[^\w.=-]+/g, '-');
	if (whole.length <= 80 && !design.text)
		return whole;
	let sum = 5381;
	for (const c of JSON.stringify(design))
		sum = (33 * sum + c.codePointAt(0)) % 4294967291;
	return `${whole.slice(0, 70)}-${sum.toString(16)}`;
}

const word = (text) => /^[\w./=,:+-]+$/.test(text) ? text :
    `'${text.replaceAll("'", "'\\''")}'`;

// The command line that gives the same answer.
export const command = (design, verb = 'solve', more = ['--thresholds']) =>
    ['detente', verb, design.scenario,
	...(design.text ? ['--treaty', `${fileName(design)}.yaml`] : design.treaty ?
	    ['--treaty', design.treaty] : []),
	...Object.entries(design.set).flatMap(([key, value]) =>
	    ['--set', `${key}=${value}`]), ...more].map(word).join(' ');
