// The teacher's table of seats. A row is drawn anew only when what it says
// has changed, so that a button does not go while one reaches for it.
import { button, fill, h, isolated, name } from './dom.js';
import { dialogs } from './dialog.js';
import { t, word } from './texts.js';

const row = (seat) => JSON.stringify(seat);

function actions(seat, s, order) {
	const who = isolated(seat.name || seat.seat);
	const does = (key, body) => button(t(key), (e) => order({ ...body,
		seat: seat.seat }, e.target), 'small', {
		'aria-label': `${t(key)}: ${who}` });
	const bot = seat.state === 'bot';
	const paper = seat.state === 'paper';
	const empty = seat.state === 'empty';
	return [!empty && !bot && !paper && does('time_30', { do: 'time',
		seconds: 30 }),
	!bot && does('to_bot', { do: 'bot' }),
	(bot || paper) && does('to_human', { do: 'human' }),
	s.board && s.board.round && !seat.chosen && [
		does('paper_pause', { do: 'move', move: 'PAUSE' }),
		does('paper_race', { do: 'move', move: 'RACE' })],
	!empty && !bot && button(t('free'), () => dialogs.ask(t('free_sure', {
		who }), t('free'), () => order({ do: 'free', seat:
		seat.seat })), 'small', { 'aria-label': `${t('free')}: ${who}` }),
	!empty && !bot && button(t('exclude'), () => dialogs.words(
		t('exclude_sure', { who }), t('exclude_why'), t('exclude'),
		(why) => order({ do: 'exclude', seat: seat.seat, why })),
		'small', { 'aria-label': `${t('exclude')}: ${who}` })];
}

const asks = (s) => (s.board && s.board.round) ||
    ['sign', 'clauses'].includes(s.stage);
const chosenWord = (seat, s) => !asks(s) ? '–' :
    (s.board && s.board.round ? seat.chosen : seat.answered) ?
	t('yes_chosen') : t('not_chosen');

function cells(seat, s, order) {
	return [[t('seat'), String(seat.seat)],
		[t('who_name'), seat.name ? name(seat.name) : '–'],
		[t('agent'), seat.agent ? [name(seat.agent), seat.group ?
		    ` · ${t('group_n', { n: seat.group })}` : ''] : '–'],
		[t('state'), [h('span', { class: `state ${seat.state}` },
		    word('seat', seat.state)), seat.same_device > 0 &&
		    h('span', { class: 'note small' }, ' ',
			t('same_device', { n: seat.same_device + 1 }))]],
		[t('chose'), chosenWord(seat, s)],
		[t('timeouts'), String(seat.timeouts || 0)],
		[t('do'), h('div', { class: 'row small' },
		    actions(seat, s, order))]];
}

function drawRow(seat, s, order) {
	return cells(seat, s, order).map(([head, content], i) =>
		h(i === 0 ? 'th' : 'td', { 'data-head': head,
			scope: i === 0 ? 'row' : null }, h('span', {}, content)));
}

function frame(at) {
	const heads = ['seat', 'who_name', 'agent', 'state', 'chose',
		'timeouts', 'do'];
	fill(at, h('div', { class: 'wide' }, h('table', { class: 'cards' },
		h('caption', {}, t('seats_caption')),
		h('thead', {}, h('tr', {}, heads.map((key) => h('th', {
			scope: 'col' }, t(key))))), h('tbody', {}))));
	at.shown = new Map();
}

export function seatsTable(at, s, order) {
	if (!at.shown)
		frame(at);
	const body = at.querySelector('tbody');
	const seats = s.teacher.seats || [];
	for (const seat of seats) {
		const known = at.shown.get(seat.seat);
		const says = row([seat, asks(s)]);
		if (known && known.says === says)
			continue;
		const line = known ? known.line : body.appendChild(h('tr', {}));
		fill(line, drawRow(seat, s, order));
		at.shown.set(seat.seat, { line, says });
	}
	for (const [n, { line }] of at.shown)
		if (!seats.some((seat) => seat.seat === n)) {
			line.remove();
			at.shown.delete(n);
		}
}
