// The map: where the treaty holds over two of its keys. A grid of the
// program's answers; the design is a point on it, which a click or the arrow
// keys move.
import { button, fill, h } from './dom.js';
import { part } from './bars.js';
import { Question, working } from './explore_ask.js';
import { saver } from './save.js';
import { title } from './dials.js';
import { digits, t, word } from './texts.js';

const CELLS = 15, WIDE = 360, HIGH = 300, LEFT = 60, BELOW = 44, ABOVE = 20;

const span = (dial) => {
	const turns = (dial.holds || []).flatMap((each) => [each.from_is === 'edge' ? 0 :
		each.from, each.to_is === 'edge' ? 0 : each.to]);
	const far = Math.max(dial.now, ...turns, 0) * 2;
	const most = far > 0 && far < dial.most ? far : dial.most;
	return [dial.least, dial.whole ? Math.round(most) : most];
};

const axis = (dial) => {
	const [least, most] = span(dial);
	const n = dial.whole ? Math.min(CELLS, most - least + 1) : CELLS;
	return `${dial.key}=${least}:${most}:${n}`;
};

export class TreatyMap {
	// name(what): a file's name for what belongs to the design.
	constructor(at, design, name) {
		Object.assign(this, { at, design, name, dials: [] });
		this.x = h('select', { id: 'map-x' });
		this.y = h('select', { id: 'map-y' });
		this.told = h('p', { class: 'help', role: 'status' });
		this.picture = h('div', {});
		this.question = new Question('map', (a, q) => this.show(a, q),
		    (e) => { this.told.textContent = e.message || t('fault'); },
		    (busy) => {
			this.at.classList.toggle('old', busy);
			if (busy)
				this.told.textContent = working(this.
				    picture.hasChildNodes());
		    });
		fill(at, h('div', { class: 'row' }, h('div', {}, h('label',
		    { for: 'map-x' }, t('across')), this.x), h('div', {},
		    h('label', { for: 'map-y' }, t('upwards')), this.y)),
		button(t('draw_map'), () => this.draw(), 'main'), this.told,
		this.picture);
	}

	// What can be varied, and where the design is now.
	know(dials) {
		const keys = dials.map((d) => d.key).sort().join(' ');
		if (keys !== this.keys)
			[[this.x, 'miss'], [this.y, 'false_alarm']].forEach(
			    ([select, first], i) => {
				const like = (d) => d.key.endsWith(
				    `monitoring.${first}`);
				const chosen = dials.find(like) || dials[i];
				fill(select, dials.map((d) => h('option', {
					value: d.key, selected: d === chosen },
				    title(d.key))));
			    });
		this.keys = keys;
		// An answer without edges leaves those that are known.
		this.dials = dials.map((d) => d.known ? d : { ...d, holds:
		    (this.dials.find((old) => old.key === d.key && old.known) ||
			d).holds || [] });
		if (this.answer)
			this.point();
	}

	dial(select) {
		return this.dials.find((d) => d.key === select.value);
	}

	draw() {
		const [x, y] = [this.dial(this.x), this.dial(this.y)];
		if (!x || !y || x === y) {
			this.told.textContent = t('two_keys');
			return;
		}
		this.question.ask({ ...this.design.question(), x: axis(x),
			y: axis(y) });
	}

	show(answer, asked) {
		const cells = answer.answer.tables.map;
		[this.keyX, this.keyY] = [asked.x, asked.y].map(
		    (axis) => axis.split('=')[0]);
		this.xs = [...new Set(cells.map((c) => c.x))];
		this.ys = [...new Set(cells.map((c) => c.y))];
		this.answer = answer.answer;
		this.cells = cells;
		this.told.textContent = answer.answer.says[0] || '';
		// The file's picture is the program's own, as of solve --svg.
		fill(this.picture, this.grid(), saver(t('file_map'), () =>
		    this.name('map'), { svg: () => answer.svg, rows: () => cells }));
		this.point();
	}

	grid() {
		const w = (WIDE - LEFT) / this.xs.length;
		const high = (HIGH - BELOW - ABOVE) / this.ys.length;
		this.svg = part('svg', { viewBox: `0 0 ${WIDE} ${HIGH}`, class:
			'map', role: 'application', tabindex: '0', 'aria-label':
			t('map_alt', { x: title(this.keyX), y: title(this.keyY) }) });
		for (const c of this.cells) {
			const rect = part('rect', { x: LEFT + w *
			    this.xs.indexOf(c.x), y: HIGH - BELOW - high *
			    (this.ys.indexOf(c.y) + 1), width: w, height: high,
			class: `cell ${c.holds}` });
			rect.addEventListener('click', () => this.move(c));
			rect.addEventListener('pointerenter', (e) =>
				e.buttons === 1 && this.move(c));
			this.svg.append(rect);
		}
		const text = (x, y, words, anchor) => this.svg.append(part('text',
		    { x, y, 'text-anchor': anchor }, words));
		text(LEFT, HIGH - 26, digits(this.xs[0]), 'start');
		text(WIDE, HIGH - 26, digits(this.xs.at(-1)), 'end');
		text((WIDE + LEFT) / 2, HIGH - 8, title(this.keyX), 'middle');
		text(LEFT - 4, HIGH - BELOW, digits(this.ys[0]), 'end');
		text(LEFT - 4, ABOVE + 10, digits(this.ys.at(-1)), 'end');
		text(0, 12, title(this.keyY), 'start');
		this.svg.addEventListener('keydown', (e) => this.key(e));
		this.mark = part('circle', { r: 6, class: 'here' });
		this.svg.append(this.mark);
		return [this.svg, h('p', { class: 'help' }, t('map_help'))];
	}

	now(key, values) {
		const dial = this.dials.find((d) => d.key === key);
		const value = dial ? dial.now : values[0];
		const [a, z] = [values[0], values.at(-1)];
		return [value, Math.min(1, Math.max(0, (value - a) / (z - a || 1)))];
	}

	// A value stands in the middle of its cell.
	point() {
		const [, x] = this.now(this.keyX, this.xs);
		const [, y] = this.now(this.keyY, this.ys);
		const w = (WIDE - LEFT) / this.xs.length;
		const high = (HIGH - BELOW - ABOVE) / this.ys.length;
		this.mark.setAttribute('cx', LEFT + w / 2 + x * (WIDE - LEFT - w));
		this.mark.setAttribute('cy', HIGH - BELOW - high / 2 -
		    y * (HIGH - BELOW - ABOVE - high));
	}

	move(cell) {
		this.design.turn(this.keyX, String(cell.x));
		this.design.turn(this.keyY, String(cell.y));
		this.told.textContent = t('map_at', { x: digits(cell.x),
			y: digits(cell.y), what: word('answer', cell.holds) });
	}

	key(e) {
		const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0],
			ArrowUp: [0, 1], ArrowDown: [0, -1] }[e.key];
		if (!by)
			return;
		e.preventDefault();
		const near = (values, key, step) => {
			const [value] = this.now(key, values);
			const at = values.reduce((best, v, i) => Math.abs(v -
			    value) < Math.abs(values[best] - value) ? i : best, 0);
			return values[Math.min(values.length - 1,
			    Math.max(0, at + step))];
		};
		const x = near(this.xs, this.keyX, by[0]);
		const y = near(this.ys, this.keyY, by[1]);
		this.move(this.cells.find((c) => c.x === x && c.y === y));
	}
}
