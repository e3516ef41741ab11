// Pinned designs: in the database of the command line, through the program, or
// in this browser. Up to four are laid side by side.
import { button, fill, h, name as apart, table } from './dom.js';
import { Comparison } from './compare.js';
import { Design, inWords, question } from './design.js';
import { once } from './explore_ask.js';
import { attempt, say } from './page.js';
import { get } from './net.js';
import { digits, t, word } from './texts.js';
import { loss } from './verdict.js';

const PLACE = 'pins', MOST = 50, SIDE = 4;

// One of the database, as the query `pins` says it.
const ofFile = (row) => ({ key: row.pin, name: row.name, note: row.note,
	holds: row.holds, slack: row.slack, error: row.slack_se,
	party: row.party, says: row.says, who: row.pinned_by,
	when: row.pinned_at, gone: row.withdrawn_at, gone_by: row.withdrawn_by,
	design: { scenario: row.scenario, set: JSON.parse(row.settings || '{}'),
		...(row.treaty && { treaty: row.treaty }),
		...(row.text && { text: row.text }) } });

class InFile {
	take(answer) {
		this.copy = answer.copy;
		return answer.pins.map(ofFile);
	}

	async list() {
		return this.take(await once('pins', {}));
	}

	async add(pin) {
		return this.take(await once('pin', { ...question(pin.design),
			name: pin.name, note: pin.note }));
	}

	async remove(pin) {
		return this.take(await once('withdraw', { pin: pin.key }));
	}
}

class InBrowser {
	async list() {
		try {
			this.pins = JSON.parse(localStorage.getItem(PLACE)) || [];
		} catch {
			this.pins = [];
		}
		// Those of before there were names are passed over.
		return this.pins = this.pins.filter((pin) => pin.key && pin.design);
	}

	write(pins) {
		this.pins = pins.slice(-MOST);
		try {
			localStorage.setItem(PLACE, JSON.stringify(this.pins));
		} catch {
			// Without storage they last as long as the page.
		}
		return this.pins;
	}

	async add(pin) {
		return this.write([...this.pins, { ...pin, key: String(Date.now()),
			when: new Date().toISOString() }]);
	}

	async remove(pin) {
		return this.write(this.pins.filter((each) => each !== pin));
	}
}

const margin = ({ slack, error }) => typeof slack !== 'number' ? '–' :
    typeof error === 'number' ? t('about', { value: loss(slack),
	error: digits(error) }) : loss(slack);

const day = (when) => String(when || '').slice(0, 10);

export class Pins {
	// last() is the newest answer, or null where it is not of the design.
	constructor(at, design, last) {
		Object.assign(this, { design, last, pins: [], chosen: new Set() });
		this.help = h('p', { class: 'help' });
		this.name = h('input', { id: 'pin-name', maxlength: '60' });
		this.note = h('textarea', { id: 'pin-note', rows: '2',
			maxlength: '500' });
		this.button = button(t('pin'), () => this.pin(), 'main');
		this.listAt = h('div', {});
		this.comparison = new Comparison(() => this.pins.filter(
		    (pin) => this.chosen.has(pin.key)));
		fill(at, this.help, h('div', { class: 'pinning' },
		    h('div', {}, h('label', { for: 'pin-name' }, t('pin_name')),
			this.name), h('div', {}, h('label', { for: 'pin-note' },
			t('pin_note')), this.note)), h('p', {}, this.button),
		    this.listAt, this.comparison.element);
		this.open();
	}

	async open() {
		const { database } = await attempt(() => get('/api/start')) || {};
		this.store = database ? new InFile() : new InBrowser();
		this.where = database ? t('pins_file', { file: database }) :
		    t('pins_browser');
		this.help.textContent = this.where;
		await this.change(() => this.store.list());
	}

	propose() {
		const base = inWords({ ...this.design.now, set: {} },
		    t('own_text')).slice(0, 54);
		const used = new Set(this.pins.map((pin) => pin.name));
		let n = 1;
		while (used.has(n > 1 ? `${base} ${n}` : base))
			n++;
		return n > 1 ? `${base} ${n}` : base;
	}

	// The name that is proposed follows the design, until one is typed.
	moved() {
		const name = this.propose();
		if (this.name.value === (this.proposed || ''))
			this.name.value = name;
		this.proposed = name;
	}

	async change(work, pressed) {
		const pins = await attempt(work, pressed);
		if (!pins)
			return false;
		this.pins = pins;
		this.moved();
		if (this.store.copy)
			this.help.textContent = `${this.where} ${t('pins_copy',
			    { file: this.store.copy })}`;
		this.show();
		return true;
	}

	async pin() {
		const answer = this.last();
		if (!answer || !this.store)
			return say(t('pin_wait'));
		const verdict = answer.answer.tables.verdict?.[0] || {};
		const name = this.name.value.trim() || this.propose();
		const kept = await this.change(() => this.store.add({
			design: this.design.now, name, note: this.note.value.trim(),
			holds: verdict.holds, slack: verdict.slack,
			error: verdict.standard_error,
			party: verdict.binding_party, says: answer.answer.says[0],
		}), this.button);
		if (!kept)
			return undefined;
		this.note.value = '';
		this.name.value = this.proposed = this.propose();
		const pin = this.pins.at(-1);
		if (this.chosen.size < SIDE)
			this.chosen.add(pin.key);
		this.show();
		return say(t('pinned', { name }));
	}

	choose(pin, box) {
		if (!box.checked)
			this.chosen.delete(pin.key);
		else if (this.chosen.size < SIDE)
			this.chosen.add(pin.key);
		else
			box.checked = false;
		this.comparison.offer(this.chosen.size);
	}

	row(pin) {
		const box = h('input', { type: 'checkbox', 'aria-label':
			t('choose_this', { name: pin.name }), checked:
			this.chosen.has(pin.key), on: { change: (e) =>
			    this.choose(pin, e.target) } });
		return [[h('a', { href: Design.write(pin.design) },
			apart(pin.name)),
			h('p', { class: 'about' }, inWords(pin.design,
			    t('own_text'))), pin.note && h('p', {}, apart(pin.note)),
			pin.who && h('p', { class: 'about' }, t('pinned_by', {
				who: pin.who, when: day(pin.when) }))],
		word('answer', pin.holds || 'unknown'), margin(pin),
		pin.party || '–', h('label', { class: 'box' }, box, ' ',
		    t('choose')), button(t(pin.who ? 'withdraw' : 'unpin'), (e) =>
		    this.drop(pin, e.currentTarget), 'small', { 'aria-label':
			`${t(pin.who ? 'withdraw' : 'unpin')}: ${pin.name}` })];
	}

	drop(pin, pressed) {
		this.chosen.delete(pin.key);
		return this.change(() => this.store.remove(pin), pressed);
	}

	show() {
		const here = this.pins.filter((pin) => !pin.gone);
		const gone = this.pins.filter((pin) => pin.gone);
		for (const key of [...this.chosen])
			if (!here.some((pin) => pin.key === key))
				this.chosen.delete(key);
		fill(this.listAt, here.length > 0 && table(t('panel_pins'),
		    [t('design'), t('holds'), t('margin'), t('party_name'), '', ''],
		    here.map((pin) => this.row(pin)), 'cards'),
		gone.length > 0 && h('details', {}, h('summary', {},
		    `${t('withdrawn')} (${gone.length})`), h('ul', {}, gone.map(
		    (pin) => h('li', {}, h('a', { href: Design.write(
			pin.design) }, apart(pin.name)), ` – ${t('withdrawn_by', {
			who: pin.gone_by, when: day(pin.gone) })}`)))));
		this.comparison.offer(this.chosen.size);
	}
}
