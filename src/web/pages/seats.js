// The teacher's table of seats. A row is drawn anew only when what it says
// has changed, so that a button does not go while one reaches for it.
import { button, fill, frame, h, isolated, name, row } from './dom.js';
import { dialogs } from './dialog.js';
import { t, word } from './texts.js';

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
	plays(s) && !seat.chosen && [
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

export const plays = (s) => ['play', 'practice'].includes(s.stage);
const asks = (s) => plays(s) || ['sign', 'clauses'].includes(s.stage);
const chosenWord = (seat, s) => !asks(s) ? '–' :
    (plays(s) ? seat.chosen : seat.answered) ?
	t('yes_chosen') : t('not_chosen');

function cells(seat, s, order) {
	return [String(seat.seat), seat.name ? name(seat.name) : '–',
		seat.agent ? [name(seat.agent), seat.group ?
		    ` · ${t('group_n', { n: seat.group })}` : ''] : '–',
		[h('span', { class: `state ${seat.state}` },
		    word('seat', seat.state)), seat.same_device > 0 &&
		    h('span', { class: 'help' }, ' ',
			t('same_device', { n: seat.same_device + 1 }))],
		chosenWord(seat, s), String(seat.timeouts || 0),
		h('div', { class: 'row small' }, actions(seat, s, order))];
}

const heads = () => ['seat', 'who_name', 'agent', 'state', 'chose', 'timeouts',
	'do'].map((key) => t(key));

function makeFrame(at) {
	fill(at, frame(t('seats_caption'), heads(), [], 'cards'));
	at.shown = new Map();
}

// Who had the focus keeps it, on the same button if that is still there.
function replace(old, line) {
	const held = old.contains(document.activeElement) ?
	    document.activeElement.getAttribute('aria-label') : null;
	old.replaceWith(line);
	if (held === null)
		return;
	const buttons = [...line.querySelectorAll('button')];
	const same = buttons.find((b) => b.getAttribute('aria-label') === held) ||
	    buttons[0];
	if (same)
		same.focus();
}

export function seatsTable(at, s, order) {
	if (!at.shown)
		makeFrame(at);
	const body = at.querySelector('tbody');
	const seats = s.teacher.seats || [];
	for (const seat of seats) {
		const known = at.shown.get(seat.seat);
		const says = JSON.stringify([seat, asks(s)]);
		if (known && known.says === says)
			continue;
		const line = row(heads(), cells(seat, s, order));
		if (known)
			replace(known.line, line);
		else
			body.append(line);
		at.shown.set(seat.seat, { line, says });
	}
	for (const [n, { line }] of at.shown)
		if (!seats.some((seat) => seat.seat === n)) {
			line.remove();
			at.shown.delete(n);
		}
}
