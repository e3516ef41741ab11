// A round: PAUSE or RACE, the time left, what the last round's signals said.
// The truth about others is not here, because the program does not send it.
import { fill, h, name, table } from './dom.js';
import { icon, move, moveWord } from './move.js';
import { clock } from './clock.js';
import { leave } from './join.js';
import { attempt } from './page.js';
import { keep } from './keys.js';
import { letterOf } from './proof_view.js';
import { base64, myKey, sealed } from './sign.js';
import { around, number, percent, t, word } from './texts.js';
import { openMove } from './trips.js';

const phase = (text) => word('phase', String(text || 'none').replace(/ /g, '_'));

// A choice that is under way, so that the same bytes go again if need be.
let chosen = { at: '', move: null };

const place = (s) => `${s.stage} ${s.block && s.block.n} ${s.round && s.round.n}`;

async function body(s, choice) {
	const head = { block: s.block.n, round: s.round.n };
	const key = s.me.signs ? await myKey(s.class) : null;
	if (!key)
		return { ...head, move: choice };
	const made = await sealed(key, s.round, choice);
	await keep(letterOf(s), { entry: made.opening, key: base64(key.open),
		signature: made.opening_signature });
	return s.block.trips === 2 ? { ...head, commit: made.commit,
		commit_signature: made.commit_signature } : { ...head, ...made };
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

const marks = (s, each) => [each.me && t('you'), each.bot && t('program'),
	s.block.treaty && each.party && t('party')].filter((m) => m);

const groupWords = (s) => [t('group'), ' ', s.group.agents.map((each, i) => [
	i ? ', ' : '', name(each.name), marks(s, each).length > 0 &&
	    ` (${marks(s, each).join(', ')})`])];

const signalCell = (each) => each.signal ? [move(each.signal)] : t('no_signal');

const seenWords = (last) => (last.seen || []).map((each) => [
	t('signal_of', { agent: each.agent }), ' ',
	each.signal ? moveWord(each.signal) : t('no_signal')].join('')).
    join('. ');

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
			    signalCell(each)) }), each.unopened && [' ',
			h('span', { class: 'note' }, t('unopened'))]))),
		h('p', {}, t('earned', { n: number(last.payoff) })),
		last.fine ? h('p', {}, t('fined', { n: number(
		    Math.abs(last.fine)) })) : null,
		last.flagged && h('p', { class: 'note' }, t('flagged'))];
}

function historyTable(history) {
	return table(t('history'), [t('round'), t('meant'), t('done'),
		t('signals'), t('payoff')], history.map((each) => [
		String(each.n), move(each.meant), move(each.did),
		(each.seen || []).map((seen, i) => [i ? ', ' : '',
		    name(seen.agent), ' ', seen.signal ?
			moveWord(seen.signal) : '–']),
		number(each.payoff)]), 'cards');
}

// By how many of the others race: what each of the two moves pays.
function payoffTable(payoffs) {
	const rows = payoffs && payoffs.rows || [];
	return rows.length > 0 && table(t('payoffs'), [t('pay_racers'),
		t('pay_if', { move: moveWord('PAUSE') }),
		t('pay_if', { move: moveWord('RACE') })],
	rows.map((r) => [String(r.racers), number(r.pause), number(r.race)]),
	'pay');
}

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
		lost: h('div', {}),
		last: h('section', { class: 'card' }),
		phase: h('p', {}), history: h('div', {}), pay: h('div', {}) };
	const pick = (choice) => h('button', { type: 'button',
		class: `pick ${choice.toLowerCase()}`, on: { click: () =>
		    choose(parts.state, act, choice, parts.picks) } },
		icon(choice), h('span', {}, moveWord(choice)));
	parts.picks = [pick('PAUSE'), pick('RACE')];
	parts.row = h('div', { class: 'picks', role: 'group',
		'aria-label': t('choose') }, parts.picks);
	return parts;
}

// Without its key a browser can send no move that the program takes.
async function keyless(parts, s, act) {
	if (s.me.signs && !await myKey(s.class))
		fill(parts.lost, h('p', { class: 'note' }, t('key_lost')),
		    leave(act));
}

function showChoice(parts, s) {
	const mine = chosen.at === place(s) ? chosen.move : null;
	const done = Boolean(s.round.chosen);
	parts.row.hidden = done || s.paused || s.me.bot ||
	    s.round.n === undefined;
	const wait = mine ? t('you_chose', { move: moveWord(mine) }) : t('chosen');
	const words = s.me.bot ? t('bot_plays') : s.paused ? t('paused_help') :
	    !done ? '' : parts.unable ? t('opening_lost') :
		s.block.trips === 2 ? `${wait} ${t('stay_open')}` : wait;
	if (parts.told.textContent !== words)
		parts.told.textContent = words;
}

// Nothing that this browser could open: said, and not tried again.
async function open(parts, s, act) {
	parts.unable = !await openMove(s, act);
	if (parts.unable && parts.state === s)
		showChoice(parts, s);
}

function update(parts, s, act) {
	const before = parts.state;
	parts.state = s;
	s.round = s.round || {};
	clock.set(s, s.round.deadline);
	clock.face.hidden = s.round.n === undefined;
	parts.round.textContent = roundWords(s);
	fill(parts.who, s.group ? groupWords(s) : []);
	parts.unable = parts.unable && Boolean(s.round.unopened);
	showChoice(parts, s);
	if (s.round.unopened)
		open(parts, s, act);
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
		keyless(parts, s, act);
		return { update: (now) => update(parts, now, act), nodes: [
			h('h1', {}, s.block.title), s.stage === 'practice' &&
			    h('p', { class: 'note' }, t('practice')),
			parts.round, clock.face, parts.row, parts.told,
			parts.lost,
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
