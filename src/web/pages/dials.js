// Dials: a slider and a number for each key, the values for which the treaty
// holds shaded above it. The first few are those that move the answer most; the
// rest lies in a drawer. A dial that is being moved is not drawn
// anew under the hand.
import { button, fill, h, write } from './dom.js';
import { part } from './bars.js';
import { saver } from './save.js';
import { digits, t } from './texts.js';

const FIRST = 6, WIDE = 300;

export const title = (key) => key.replace(/^treaty\./, '').replace(/[._]/g, ' ');

// Where the slider ends: a range that is far wider than where it turns would
// leave no step between.
function ends(dial) {
	const turns = (dial.holds || []).flatMap((each) => [
		each.from_is === 'edge' ? 0 : each.from,
		each.to_is === 'edge' ? 0 : each.to]);
	const far = Math.max(dial.now, ...turns, 0) * 4;
	return [dial.least, far > 0 && far < dial.most ? far : dial.most];
}

const step = (dial, [least, most]) => dial.whole ? 1 :
    Number(((most - least) / 1000).toPrecision(2));

// Filled where the treaty holds.
function strip(dial, [least, most]) {
	const at = (value) => WIDE * Math.min(1, Math.max(0,
	    (value - least) / (most - least || 1)));
	const svg = part('svg', { viewBox: `0 0 ${WIDE} 14`, class: 'strip',
		preserveAspectRatio: 'none', 'aria-hidden': 'true' });
	svg.append(part('rect', { x: 0, y: 4, width: WIDE, height: 6,
		class: 'all' }));
	for (const { from, to } of dial.holds || [])
		svg.append(part('rect', { x: at(from), y: 1, height: 12,
			width: Math.max(2, at(to) - at(from)), class: 'holds' }));
	return svg;
}

const stretch = ({ from, to }) => from === to ? digits(from) :
    t('from_to', { from: digits(from), to: digits(to) });

const known = (dial) => !dial.known ? t('not_known') :
    (dial.holds || []).length === 0 ? t('holds_never') :
    t('holds_with', { what: dial.holds.map(stretch).join(', ') });

class Dial {
	constructor(dial, design) {
		this.key = dial.key;
		this.design = design;
		const id = `dial-${dial.key.replace(/\W/g, '-')}`;
		this.slider = h('input', { type: 'range', id, 'aria-describedby':
			`${id}-known`, on: { input: (e) => this.turn(e) } });
		this.field = h('input', { class: 'field', inputmode: 'decimal',
			'aria-label': t('value_of', { key: title(dial.key) }),
			on: { change: (e) => this.turn(e) } });
		this.strip = h('div', {});
		this.known = h('p', { class: 'help', id: `${id}-known` });
		this.reset = button(t('reset'), () => design.reset(dial.key),
		    'small', { 'aria-label': `${t('reset')}: ${title(dial.key)}` });
		this.element = h('div', { class: 'dial fresh' },
		    h('label', { for: id, title: dial.help }, title(dial.key),
			dial.unit && h('span', { class: 'unit' },
			    ` (${dial.unit})`)), this.strip,
		    h('div', { class: 'turn' }, this.slider, this.field,
			this.reset), this.known, h('p', { class: 'help' },
			dial.help));
		this.show(dial);
	}

	turn(e) {
		const value = Number(String(e.target.value).replace(',', '.'));
		if (e.target.value.trim() === '' || Number.isNaN(value))
			return this.show(this.dial);
		this.moved = Date.now();
		(e.target === this.slider ? this.field : this.slider).value =
		    String(value);
		return this.design.turn(this.key, String(value));
	}

	// Where it holds; or why that is not known now. Of some dials it is
	// known before it is of others.
	tell(instead) {
		write(this.known, instead || known(this.dial));
		this.element.classList.toggle('fresh', !instead);
	}

	// A range that is the same is not laid out anew.
	stretch([least, most], step) {
		const { slider } = this, to = [least, most, step].map(String);
		if ([slider.min, slider.max, slider.step].join() !== to.join())
			[slider.min, slider.max, slider.step] = to;
	}

	// Where it holds, if that or the range is another than before.
	shade(dial) {
		const range = [Number(this.slider.min), Number(this.slider.max)];
		const shaded = JSON.stringify([dial.holds, range]);
		if (shaded !== this.shaded)
			fill(this.strip, strip(dial, range));
		this.shaded = shaded;
	}

	show(dial, instead = null) {
		this.dial = dial;
		const range = ends(dial);
		// The hand that moves it knows better than an answer of before.
		if (Date.now() - (this.moved || 0) > 400) {
			this.stretch(range, step(dial, range));
			this.slider.value = String(dial.now);
			if (document.activeElement !== this.field)
				this.field.value = String(Number(
				    dial.now.toPrecision(12)));
		}
		this.shade(dial);
		this.tell(instead);
		const set = Object.hasOwn(this.design.now.set, this.key);
		this.reset.hidden = !set;
		this.element.classList.toggle('set', set);
	}
}

// A row a stretch in which the treaty holds; one that has none has a row too.
const stretches = ({ holds, ...dial }) => (holds && holds.length > 0 ? holds :
    [{ from: null, to: null, from_is: null, to_is: null }]).map((each) =>
    ({ ...dial, ...each }));

export class Dials {
	// name(what): a file's name for what belongs to the design.
	constructor(at, design, name) {
		Object.assign(this, { at, design, dials: new Map(), order: '' });
		this.first = h('div', {});
		this.rest = h('div', {});
		fill(at, this.first, h('details', {}, h('summary', {},
		    t('more_dials')), this.rest), saver(t('file_dials'), () =>
		    name('dials'), { rows: () => [...this.dials.values()].flatMap(
			({ dial }) => stretches(dial)) }));
	}

	// What was known is of the design before, and is not shown as of this one.
	busy(busy, why) {
		this.at.classList.toggle('old', busy);
		this.instead = busy ? t(why || 'holds_soon') : null;
		for (const dial of this.dials.values())
			dial.tell(this.instead);
	}

	// The numbers of the text, from the verdict. What is known of where
	// they turn stays until it is known anew.
	show(list, whose) {
		if (this.order !== whose)
			this.clear(whose);
		for (const each of list) {
			const known = this.dials.get(each.key);
			if (known)
				known.show({ ...known.dial, now: each.now },
				    this.instead);
			else
				this.add(each).tell(this.instead);
		}
	}

	// Where they turn: of all, or of those that are known so far.
	edges(list, so_far = false) {
		for (const each of list) {
			const known = this.dials.get(each.key);
			if (so_far && !each.known)
				continue;
			if (known)
				known.show(each);
			else
				this.add(each);
		}
	}

	// No more will come: of those that are not known it is said.
	end() {
		this.instead = t('holds_unknown');
		for (const dial of this.dials.values())
			if (!dial.element.classList.contains('fresh'))
				dial.tell(this.instead);
	}

	// Those that matter most come first, once a treaty; later no dial runs
	// away while it is turned.
	rank(keys) {
		if (this.sorted || this.at.contains(document.activeElement))
			return;
		this.sorted = true;
		const place = (key) => (keys.indexOf(key) + 1 || Infinity);
		[...this.dials.entries()].sort(([a], [b]) => place(a) - place(b) ||
		    0).forEach(([, dial], i) => (i < FIRST ? this.first :
		    this.rest).append(dial.element));
	}

	clear(whose) {
		this.order = whose;
		this.sorted = false;
		this.dials.clear();
		fill(this.first);
		fill(this.rest);
	}

	add(each) {
		const dial = new Dial(each, this.design);
		this.dials.set(each.key, dial);
		(this.dials.size <= FIRST ? this.first : this.rest).
		    append(dial.element);
		return dial;
	}
}
