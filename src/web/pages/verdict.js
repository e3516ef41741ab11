// The verdict in the program's words: the answer first, then the three that it
// comes from, how far each party is from the edge, and all the rest. While a
// newer one is awaited it is marked as old.
import { fill, h, table } from './dom.js';
import { part } from './bars.js';
import { digits, t, word } from './texts.js';

const rows = (answer, name) => (answer.tables || {})[name] || [];

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
		digits(m.margin), bar(m.margin, most),
		word('phase', m.state.replace(/ /g, '_'))]), 'cards');
}

const marks = (answer) => h('ul', { class: 'parts' }, rows(answer, 'parts').map(
    (each) => h('li', { class: each.answer === 'yes' ? 'good' :
	each.answer === 'no' ? 'bad' : '' }, word('part', each.part), ': ', h('strong', {}, word('answer', each.answer)))));

export class Verdict {
	constructor(at) {
		this.at = at;
		this.head = h('p', { class: 'headline', role: 'status' });
		this.state = h('p', { class: 'help', role: 'status' });
		this.rest = h('div', {});
		fill(at, this.head, this.state, this.rest);
	}

	busy(busy) {
		this.at.setAttribute('aria-busy', String(busy));
		this.at.classList.toggle('old', busy);
		this.state.textContent = busy ? t('working') : this.how || '';
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
		fill(this.rest, marks(answer), marginTable(answer),
		    h('details', { open: true }, h('summary', {}, t('all_words')),
			says.map((words) => h('p', {}, words))));
	}

	fail(error) {
		this.how = '';
		this.head.className = 'headline open';
		this.head.textContent = error.status === 0 ? t('lost_request') :
		    error.message;
		fill(this.rest, error.todo && h('p', {}, error.todo));
	}
}
