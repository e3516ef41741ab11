// A round: PAUSE or RACE, the time left, what the last round's signals said.
// The truth about others is not here, because the program does not send it.
import { fill, h, icon, move, name, table } from './dom.js';
import { Clock } from './clock.js';
import { attempt } from './page.js';
import { myKey, sealed } from './sign.js';
import { around, number, percent, t, word } from './texts.js';

const clock = new Clock();
const phase = (text) => word('phase', String(text || 'none').replace(/ /g, '_'));

// A choice that is under way, so that the same bytes go again if need be.
let chosen = { at: '', move: null };

const place = (s) => `${s.stage} ${s.block && s.block.n} ${s.round && s.round.n}`;

async function body(s, choice) {
	const at = { run: s.round.run, round: s.round.n, agent: s.round.agent };
	const head = { block: s.block.n, round: s.round.n };
	const key = at.agent ? await myKey(s.class) : null;
	return key ? { ...head, ...await sealed(key, at, choice) } :
	    { ...head, move: choice };
}

async function choose(s, act, choice, buttons) {
	for (const each of buttons)
		each.disabled = true;
	const made = await attempt(() => body(s, choice));
	if (made) {
		chosen = { at: place(s), move: choice };
		if (await act.send('/api/move', made) === null)
			chosen = { at: '', move: null };
	}
	for (const each of buttons)
		each.disabled = false;
}

const roundWords = (s) => s.round.n === undefined ? '' :
    s.block.rounds ? t('round_of', { n: s.round.n, of: s.block.rounds }) :
    t('round_chance', { n: s.round.n, chance: percent(s.block.chance) });

const groupWords = (s) => [t('group'), ' ', s.group.agents.map((each, i) => [
	i ? ', ' : '', name(each.name), each.me ? ` (${t('you')})` : '',
	each.party ? ` (${t('party')})` : ''])];

const signalCell = (each) => each.signal ? [move(each.signal)] : t('no_signal');

export const seenWords = (last) => (last.seen || []).map((each) => [
	t('signal_of', { agent: each.agent }), ' ',
	each.signal || t('no_signal')].join('')).join('. ');

function lastPart(last) {
	const own = last.meant === last.did ? around('did', { move:
	    move(last.did) }) : around('slipped', { meant: move(last.meant),
		did: move(last.did) });
	const source = last.source && last.source !== 'human' &&
	    h('p', { class: 'note' }, word('source', last.source));
	return [h('h2', {}, t('last', { n: last.n })), h('p', {}, own), source,
		h('ul', { class: 'seen' }, (last.seen || []).map((each) =>
		    h('li', {}, around('signal_about', { agent:
			name(each.agent), signal: h('strong', {},
			    signalCell(each)) })))),
		h('p', {}, t('earned', { n: number(last.payoff) })),
		last.flagged && h('p', { class: 'note' }, t('flagged'))];
}

export function historyTable(history) {
	return table(t('history'), [t('round'), t('meant'), t('done'),
		t('signals'), t('payoff')], history.map((each) => [
		String(each.n), move(each.meant), move(each.did),
		(each.seen || []).map((seen, i) => [i ? ', ' : '',
		    name(seen.agent), ' ', seen.signal || '–']),
		number(each.payoff)]), 'cards');
}

// Rows are lists whose first one has the heads, or objects with named values.
export function payoffTable(payoffs) {
	const rows = payoffs && payoffs.rows || [];
	if (rows.length === 0)
		return null;
	if (Array.isArray(rows[0]))
		return table(t('payoffs'), rows[0].map(payWord),
		    rows.slice(1).map((r) => r.map(payWord)), 'pay');
	const keys = Object.keys(rows[0]);
	return table(t('payoffs'), keys.map((key) => word('pay', key)),
	    rows.map((r) => keys.map((key) => payWord(r[key]))), 'pay');
}

const payWord = (value) => value === 'PAUSE' || value === 'RACE' ?
    move(value) : typeof value === 'number' ? number(value) : String(value);

// What a screen reader hears once: what came out, and that a round is open.
function spoken(s, before) {
	const words = [];
	if (s.last && s.last.n && (!before || !before.last ||
	    before.last.n !== s.last.n))
		words.push(t('last', { n: s.last.n }), seenWords(s.last),
		    t('earned', { n: number(s.last.payoff) }));
	words.push(roundWords(s));
	const left = clock.left();
	if (left !== null && !s.paused)
		words.push(t('seconds', { n: left }));
	return words.filter((w) => w).map((w) => w.endsWith('.') ? w : `${w}.`).
	    join(' ');
}

function makeParts(s, act) {
	const parts = { round: h('p', { class: 'round' }), who: h('p', {}),
		told: h('p', { class: 'told', role: 'status' }),
		last: h('section', { class: 'card' }),
		phase: h('p', {}), history: h('div', {}), pay: h('div', {}) };
	const pick = (choice) => h('button', { type: 'button',
		class: `pick ${choice.toLowerCase()}`, on: { click: () =>
		    choose(parts.state, act, choice, parts.picks) } },
		icon(choice), h('span', {}, choice));
	parts.picks = [pick('PAUSE'), pick('RACE')];
	parts.row = h('div', { class: 'picks', role: 'group',
		'aria-label': t('choose') }, parts.picks);
	return parts;
}

function showChoice(parts, s) {
	const mine = chosen.at === place(s) ? chosen.move : null;
	const done = Boolean(s.round.chosen);
	parts.row.hidden = done || s.paused || s.me.bot;
	const words = s.me.bot ? t('bot_plays') : s.paused ? t('paused_help') :
	    done ? (mine ? t('you_chose', { move: mine }) : t('chosen')) : '';
	if (parts.told.textContent !== words)
		parts.told.textContent = words;
}

function update(parts, s, act) {
	const before = parts.state;
	parts.state = s;
	s.round = s.round || {};
	clock.set(s);
	parts.round.textContent = roundWords(s);
	fill(parts.who, s.group ? groupWords(s) : []);
	showChoice(parts, s);
	fill(parts.phase, s.block.treaty && s.last && s.last.phase ?
	    around('phase_is', { phase: phase(s.last.phase) }) : []);
	parts.last.hidden = !(s.last && s.last.n);
	if (!parts.last.hidden)
		fill(parts.last, lastPart(s.last));
	fill(parts.history, (s.history || []).length > 0 ?
	    historyTable(s.history) : []);
	if (!before || place(before) !== place(s))
		act.say(spoken(s, before));
	if (before && document.activeElement === document.body)
		parts.picks[0].focus();
}

export const playStage = {
	key: (s) => String(s.block ? s.block.n : ''),
	draw: (s, act) => {
		const parts = makeParts(s, act);
		fill(parts.pay, payoffTable(s.round && s.round.payoffs));
		return { update: (now) => update(parts, now, act), nodes: [
			h('h1', {}, s.block.title), s.stage === 'practice' &&
			    h('p', { class: 'note' }, t('practice')),
			parts.round, clock.face, parts.row, parts.told,
			parts.last, parts.phase, parts.who, parts.pay,
			h('details', {}, h('summary', {}, t('all_rounds')),
			    parts.history)] };
	},
};

export const resultStage = {
	key: (s) => String(s.block ? s.block.n : ''),
	draw: (s) => ({ nodes: [h('h1', {}, t('result_title', { title:
		s.block && s.block.title || '' })),
		h('p', { class: 'big' }, t('total', { n: number(s.me.total) })),
		(s.history || []).length > 0 && historyTable(s.history),
		h('p', { class: 'note' }, t('wait_teacher'))] }),
};
