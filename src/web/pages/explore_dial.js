// One dial: a number of the treaty's text, with where the treaty holds.
import { h } from './dom.js';

const space = 'http://www.w3.org/2000/svg';

function shape(tag, attributes) {
	const element = document.createElementNS(space, tag);
	for (const [key, value] of Object.entries(attributes))
		element.setAttribute(key, value);
	return element;
}

// The stretches in which it holds, over the dial's range.
export function stretches(dial, now) {
	const svg = shape('svg', { viewBox: '0 0 1000 10',
		preserveAspectRatio: 'none', 'aria-hidden': 'true' });
	const span = dial.most - dial.least || 1;
	const at = (x) => 1000 * Math.max(0, Math.min(1,
	    (x - dial.least) / span));
	svg.append(shape('rect', { class: 'ground', x: 0, y: 3, width: 1000,
		height: 4 }));
	for (const s of dial.holds)
		svg.append(shape('rect', { class: 'holds', x: at(s.from), y: 0,
			width: Math.max(4, at(s.to) - at(s.from)), height: 10 }));
	svg.append(shape('rect', { class: 'now', x: at(now) - 2, y: 0, width: 4,
		height: 10 }));
	return svg;
}

export const short = (x) => String(Number(Number(x).toPrecision(6)));

export function words(dial) {
	if (!dial.known)
		return 'For which values it holds is not known yet.';
	if (dial.holds.length === 0)
		return 'With no value does it hold, all else as it is.';
	return 'It holds ' + dial.holds.map((s) => s.from === s.to ?
	    `at ${short(s.from)}` : `from ${short(s.from)} to ${short(s.to)}`)
	    .join(', and ') + '.';
}

// The dial, and what to call with a new value as a text.
export function view(dial, value, changed, turn, reset) {
	const id = 'dial-' + dial.key.replace(/[^a-z0-9]/gi, '-');
	const step = dial.whole ? 1 : 'any';
	const unit = dial.unit ? ` (${dial.unit})` : '';
	const number = h('input', { type: 'number', step, min: dial.least,
		max: dial.most, value: short(value),
		'aria-label': `${dial.key}${unit}`,
		on: { change: (e) => turn(e.target.value) } });
	const range = h('input', { type: 'range', id, min: dial.least,
		max: dial.most, step: dial.whole ? 1 :
		    (dial.most - dial.least) / 1000, value,
		'aria-describedby': `${id}-help`, on: { input: (e) => {
			number.value = short(e.target.value);
			turn(short(e.target.value));
		} } });
	range.value = value;
	return h('div', { class: changed ? 'dial changed' : 'dial',
		'data-key': dial.key },
		h('label', { for: id }, dial.key.replace(/^treaty\./, ''), unit),
		h('div', { class: 'row' }, range, number, changed ?
		    h('button', { type: 'button', on: { click: reset },
			'aria-label': `reset ${dial.key}` }, 'Reset') : null),
		stretches(dial, Number(value)),
		h('p', { class: 'help', id: `${id}-help` }, dial.help, '. ',
			words(dial)));
}
