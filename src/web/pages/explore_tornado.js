// What matters most: the slack of the weakest party with one number of the
// treaty at each end of its range, the widest swing first. All figures are
// those of `solve --tornado`. An end that is pressed moves the dial there.
import { button, fill, h, table } from './dom.js';
import { part } from './bars.js';
import { command } from './design.js';
import { title } from './dials.js';
import { Question, working } from './explore_ask.js';
import { alone, saver } from './save.js';
import { digits, t, word } from './texts.js';

const WIDE = 400, HIGH = 22, LEFT = 150, SHOWN = 12, KEPT = 40;

const moving = (rows) => rows.filter((r) => r.swing > 0);

// The range's word is the program's: "prior NAME", "whole", "to twice".
const range = (text) => text.startsWith('prior ') ? t('range_prior', {
	name: text.slice(6) }) : word('range', text.replace(/ /g, '_'));

function bars(rows, now, go) {
	const ends = rows.flatMap((r) => [r.low_slack, r.high_slack, now, 0]);
	const least = Math.min(...ends), most = Math.max(...ends);
	const at = (x) => LEFT + (WIDE - LEFT - 4) * (x - least) /
	    (most - least || 1);
	const svg = part('svg', { viewBox: `0 0 ${WIDE} ${HIGH * rows.length +
	    20}`, class: 'blades', 'aria-hidden': 'true' });
	rows.forEach((r, i) => {
		svg.append(part('text', { x: LEFT - 6, y: HIGH * i + 15,
			'text-anchor': 'end' }, title(r.key)));
		for (const end of ['low', 'high']) {
			const x = at(r[`${end}_slack`]), from = at(now);
			const rect = part('rect', { x: Math.min(x, from), y: HIGH *
			    i + 3, width: Math.max(2, Math.abs(x - from)),
			height: HIGH - 6, class: `blade ${end}` });
			rect.addEventListener('click', () => go(r.key, r[end]));
			svg.append(rect);
		}
	});
	const foot = HIGH * rows.length;
	svg.append(part('line', { x1: at(0), x2: at(0), y1: 0, y2: foot,
		class: 'zero' }), part('text', { x: at(0), y: foot + 14,
		'text-anchor': 'middle' }, '0'), part('line', { x1: at(now),
		x2: at(now), y1: 0, y2: foot, class: 'now' }));
	return svg;
}

export class Tornado {
	// ranked(keys): those that matter most first, once that is known.
	// name(what): a file's name for what belongs to the design.
	constructor(at, design, ranked, name) {
		Object.assign(this, { at, design, ranked, name, known: new Map(),
			priors: [] });
		this.told = h('p', { class: 'help', role: 'status' });
		this.command = h('input', { id: 'tornado-command', readonly: true });
		this.picture = h('div', {});
		this.question = new Question('tornado', (answer, asked) => {
			this.keep(JSON.stringify(asked), answer.answer);
			this.show(answer.answer);
		}, (error) => {
			fill(this.picture);
			this.told.textContent = error.message || t('fault');
		}, (busy) => this.busy(busy));
		fill(at, this.told, this.picture, h('label', { for:
			'tornado-command' }, t('same_answer')), this.command);
	}

	// A treaty that has a prior of its name is turned within it.
	prior() {
		const { treaty, text } = this.design.now;
		return !text && this.priors.includes(treaty) ? treaty : '';
	}

	// What was reckoned before is not reckoned again.
	ask() {
		const prior = this.prior();
		const asked = { ...this.design.question(), ...(prior &&
		    { prior }) };
		this.command.value = command(this.design.now, 'solve',
		    ['--tornado', ...(prior ? ['--prior', prior] : [])]);
		const known = this.known.get(JSON.stringify(asked));
		if (known) {
			this.question.leave();
			this.busy(false);
			this.show(known);
		} else {
			this.question.ask(asked);
		}
	}

	// The design has moved: what stands here is of before.
	left() {
		this.question.leave();
		this.busy(true);
	}

	// There is no verdict, so there is nothing of it.
	none() {
		this.busy(false);
		this.told.textContent = '';
		fill(this.picture);
	}

	keep(key, answer) {
		this.known.set(key, answer);
		if (this.known.size > KEPT)
			this.known.delete(this.known.keys().next().value);
	}

	busy(busy) {
		this.at.classList.toggle('old', busy);
		if (busy)
			this.told.textContent = working(this.picture.
			    hasChildNodes());
	}

	go(key, value) {
		this.design.turn(key, String(value));
	}

	end(row, end) {
		const slack = row[`${end}_slack`], holds = row[`${end}_holds`];
		const says = t('tornado_end', { value: digits(row[end]),
			slack: slack === null ? '–' : digits(slack),
			holds: word('answer', holds || 'unknown') });
		return button(says, () => this.go(row.key, row[end]), 'small',
		    { 'aria-label': t('tornado_go', { key: title(row.key), says }),
			'data-tornado': `${row.key}:${end}` });
	}

	table(rows) {
		return h('details', { open: matchMedia('(min-width: 64rem)').
			matches }, h('summary', {}, t('tornado_all')),
		table(t('panel_tornado'), [t('tornado_key'), t('tornado_low'),
			t('tornado_high'), t('tornado_swing'),
			t('tornado_range')], rows.map((r) => [title(r.key),
			this.end(r, 'low'), this.end(r, 'high'), digits(r.swing),
			range(r.range)]), 'cards'));
	}

	saver(svg, answer) {
		return saver(t('file_tornado'), () => this.name('tornado'), {
			svg: svg && (() => alone(svg, answer.says[0] || '')),
			rows: () => answer.tables.tornado });
	}

	show(answer) {
		const all = answer.tables.tornado;
		const rows = moving(all), now = answer.tables.verdict[0].slack;
		this.told.textContent = answer.says[0] || '';
		const svg = rows.length > 0 && bars(rows.slice(0, SHOWN), now,
		    (key, value) => this.go(key, value));
		fill(this.picture, svg, all.length > 0 && this.saver(svg, answer),
		rows.length > 0 && this.table(rows), h('p', { class: 'help' },
		    t('tornado_rest', { n: all.length - rows.length })),
		...answer.says.slice(1).map((words) => h('p', {}, words)));
		this.ranked(all.map((r) => r.key));
	}
}
