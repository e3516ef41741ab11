// The verdict in the program's words: the answer first, then the three that it
// comes from, how far each party is from the edge, and all the rest. While a
// newer one is awaited it is marked as old.
import { fill, h, table } from './dom.js';
import { part } from './bars.js';
import { alone, saver } from './save.js';
import { working } from './explore_ask.js';
import { digits, t, word } from './texts.js';

const rows = (answer, name) => (answer.tables || {})[name] || [];

// What stands before the answer does, and what is said to be on its way: that it
// is not kept; what a few plays say; or the answer to another question, of a game
// whose end is not known.
const coming = { 'treaty-not-kept': 'parts_coming',
	'treaty-few-plays': 'plays_coming', 'treaty-unknown-end': 'end_coming' };
export const isFirst = (answer) => answer.question in coming;

export const holds = (answer) => (rows(answer, 'verdict')[0] || {}).holds;

// A party's narrowest margin: what it would lose by the best departure.
function margins(answer) {
	const worst = new Map();
	for (const { party, best, state } of rows(answer, 'slack'))
		if (typeof best === 'number' && (!worst.has(party) ||
		    -best < worst.get(party)[0]))
			worst.set(party, [-best, state]);
	return [...worst].map(([party, [margin, state]]) =>
		({ party, margin, state }));
}

// What its best departure does to a party.
export const loss = (margin) => margin < 0 ? t('gains', { n: digits(-margin) }) :
    t('loses', { n: digits(margin) });

// A state in the reader's language, if it is a phase alone.
function phase(state) {
	const known = word('phase', state.replace(/ /g, '_'));
	return known.includes('_') ? state : known;
}

function bar(margin, most) {
	const wide = most > 0 ? 95 * Math.abs(margin) / most : 0;
	const svg = part('svg', { viewBox: '0 0 200 16', class: 'margin',
		'aria-hidden': 'true' });
	svg.append(part('rect', { x: margin < 0 ? 100 - wide : 100, y: 2,
		width: Math.max(1, wide), height: 12,
		class: margin < 0 ? 'loses' : 'keeps' }),
	part('line', { x1: 100, x2: 100, y1: 0, y2: 16 }));
	return svg;
}

function marginTable(answer) {
	const list = margins(answer);
	const most = Math.max(...list.map((m) => Math.abs(m.margin)), 0);
	return list.length > 0 && table(t('margins'), [t('party_name'),
		t('margin'), '', t('phase_name')], list.map((m) => [m.party,
		loss(m.margin), bar(m.margin, most),
		phase(m.state)]), 'cards');
}

// The bars as one picture, with their words on it; `at`: where the page's
// styles reach it while it is drawn.
function barsAlone(at, answer) {
	const list = margins(answer), high = 34 * list.length + 34;
	const most = Math.max(...list.map((m) => Math.abs(m.margin)), 0);
	const svg = part('svg', { viewBox: `0 0 480 ${high}`, class: 'margin' });
	svg.append(part('text', { x: 10, y: 20 }, t('margins')));
	list.forEach(({ party, margin }, i) => {
		const y = 34 * i + 34, bars = bar(margin, most);
		for (const each of [...bars.children]) {
			each.setAttribute('transform', `translate(250 ${y})`);
			svg.append(each);
		}
		svg.append(part('text', { x: 10, y: y + 13 },
		    `${party}: ${loss(margin)}`));
	});
	at.append(svg);
	const text = alone(svg, answer.says[0]);
	svg.remove();
	return text;
}

const marks = (answer) => h('ul', { class: 'parts' }, rows(answer, 'parts').map(
    (each) => h('li', { class: each.answer === 'yes' ? 'good' :
	each.answer === 'no' ? 'bad' : '' }, word('part', each.part), ': ', h('strong', {}, word('answer', each.answer)))));

export class Verdict {
	// name(what): a file's name for what belongs to the design.
	constructor(at, name) {
		Object.assign(this, { at, name });
		this.head = h('p', { class: 'headline', role: 'status' });
		this.state = h('p', { class: 'help', role: 'status' });
		this.rest = h('div', {});
		fill(at, this.head, this.state, this.rest);
	}

	busy(busy) {
		this.at.setAttribute('aria-busy', String(busy));
		this.at.classList.toggle('old', busy);
		this.state.textContent = busy ? working(this.head.
		    textContent !== '') : this.how || '';
	}

	first(answer) {
		const says = answer.says[0], about = coming[answer.question];
		this.at.classList.remove('old');
		this.state.textContent = t(about);
		this.head.textContent = about === 'end_coming' ?
			t('end_unknown', { says }) : says;
		this.head.className = `headline ${about === 'parts_coming' ?
			'no' : holds(answer) || 'open'}`;
		fill(this.rest, marks(answer), marginTable(answer));
	}

	// so_far: how far it holds is still being worked out.
	show(answer, so_far = false) {
		const [first, ...says] = answer.says || [];
		const verdict = rows(answer, 'verdict')[0] || {};
		this.how = verdict.method ? t(verdict.method === 'exact' ? 'exact' :
		    'by_play') : '';
		if (so_far) {
			this.busy(false);
			this.state.textContent = `${this.how} ${t('holds_coming')}`;
		}
		this.head.textContent = first || '';
		this.head.className = `headline ${holds(answer) || 'open'}`;
		fill(this.rest, marks(answer), this.saver('verdict', { rows: () =>
		    rows(answer, 'parts') }), marginTable(answer),
		margins(answer).length > 0 && this.saver('bars', { svg: () =>
		    barsAlone(this.rest, answer), rows: () =>
		    rows(answer, 'slack') }),
		    h('details', { open: true }, h('summary', {}, t('all_words')),
			says.map((words) => h('p', {}, words))));
	}

	saver(what, files) {
		return files.rows().length > 0 && saver(word('file', what),
		    () => this.name(what), files);
	}

	fail(error) {
		this.how = '';
		this.head.className = 'headline open';
		this.head.textContent = error.status === 0 ? t('lost_request') :
		    error.message;
		fill(this.rest, error.todo && h('p', {}, error.todo));
	}
}
