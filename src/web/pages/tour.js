// A tour of five questions. Each asks for a guess first, turns the design, and
// lets the program's own answer say who was right.
import { choices, fill, h } from './dom.js';
import { title } from './dials.js';
import { holds } from './verdict.js';
import { t, word } from './texts.js';

const grim = (set) => ({ scenario: 'two-powers', treaty: 'grim',
	set: { continuation: '0.99', ...set } });

// key: its texts; asks: which answer of the program settles it.
const steps = [
	{ key: 'blind', design: grim({ 'treaty.monitoring.miss': '1' }),
		asks: 'all' },
	{ key: 'alarm', design: grim({ 'treaty.monitoring.miss': '0.2',
		'treaty.monitoring.false_alarm': '0.2' }), asks: 'all' },
	{ key: 'threat', design: grim({ 'treaty.monitoring.miss': '0.2' }),
		asks: 'credible' },
	{ key: 'join', design: grim({ 'treaty.monitoring.miss': '0.7' }),
		asks: 'stayed' },
	{ key: 'cheap', design: grim({ 'treaty.monitoring.miss': '0.57' }),
		asks: 'all' },
];

const settled = (step, answer) => step.asks === 'all' ? holds(answer) :
    (answer.tables.parts.find((p) => p.part === step.asks) || {}).answer;

export class Tour {
	constructor(at, design) {
		Object.assign(this, { at, design, step: -1, guess: null });
	}

	begin() {
		this.step = -1;
		this.next();
	}

	next() {
		this.step++;
		this.guess = null;
		if (this.step >= steps.length)
			return this.end();
		const { key } = steps[this.step];
		const go = h('button', { class: 'main' }, t('guess'));
		this.told = h('div', { role: 'status' });
		const leave = h('button', { type: 'button', class: 'quiet small', on:
			{ click: () => {
			this.step = steps.length;
			this.at.hidden = true;
		} } }, t('tour_leave'));
		const form = h('form', {}, choices(word('tour', key), 'guess',
		    [t('yes'), t('no')]), go);
		form.addEventListener('submit', (e) => {
			e.preventDefault();
			this.guessed(new FormData(form).get('guess') === '0', form);
		});
		return this.put([h('h2', { tabindex: '-1' }, t('tour_step', {
			n: this.step + 1, of: steps.length })), this.step === 0 &&
		    h('p', {}, t('tour_intro')), form, this.told,
		h('p', {}, leave)]);
	}

	put(nodes) {
		fill(this.at, nodes);
		this.at.hidden = false;
		this.at.querySelector('h2').focus();
	}

	guessed(yes, form) {
		for (const field of form.elements)
			field.disabled = true;
		this.guess = yes ? 'yes' : 'no';
		this.design.go(steps[this.step].design);
	}

	// The verdict on the design of the step is there.
	heard(answer, asked) {
		const step = steps[this.step];
		if (!step || this.guess === null || JSON.stringify(asked.set) !==
		    JSON.stringify(step.design.set))
			return;
		const right = settled(step, answer) === this.guess;
		this.guess = null;
		const next = h('button', { type: 'button', class: 'main', on: {
			click: () => this.next() } }, t('tour_next'));
		fill(this.told, h('p', { class: right ? 'right' : 'wrong' },
		    h('strong', {}, t(right ? 'right' : 'wrong')), ' ',
		    answer.says[0]), h('p', { class: 'help' }, t('tour_turned', {
		    what: Object.entries(step.design.set).map(([key, value]) =>
			`${title(key)} ${value}`).join(', ') })), h('p', {}, word('tour', `${step.key}_why`)), next);
		next.focus();
	}

	end() {
		this.put([h('h2', { tabindex: '-1' }, t('tour_end')),
			h('p', {}, t('tour_end_text'))]);
	}
}
