// The board: what a room sees on its wall. Live, without anybody's name beside
// a move.
import { fill, h, table } from './dom.js';
import { door } from './door.js';
import { Bar, View, speak } from './page.js';
import { Clock } from './clock.js';
import { Stream } from './stream.js';
import { language, number, percent, t, word } from './texts.js';

const bar = new Bar();
const view = new View();
const clock = new Clock();
let state = null;

// One line that says it all; read out when it changes.
function summary(s) {
	const rates = (s.board && s.board.rates || []).filter(
	    (each) => each.pause !== null && each.rounds > 0);
	const last = rates.at(-1);
	const where = s.block && s.block.n && s.stage !== 'lobby' ?
	    t('block_of', { n: s.block.n, of: s.block.of }) + ': ' +
		word('stage', s.stage) : word('stage', s.stage);
	return last ? `${where}. ${t('rate_line', { n: last.block,
		rate: percent(last.pause), rounds: last.rounds })}` :
	    `${where}.`;
}

// So many of so many; of a block that is being played nobody is told.
const some = (part, whole) => part === undefined ? '–' :
    t('so_many', { n: part, of: whole });

const rateTable = (rates) => table(t('rates_caption'), [t('block'),
	t('pause_rate'), t('payoff_move'), t('races_reported'),
	t('pauses_reported'), t('rounds')], rates.map((each) => [
	each.title ? `${each.block}: ${each.title}` : String(each.block),
	percent(each.pause), each.payoff === undefined ? '–' :
	    number(each.payoff, 2), some(each.races_reported, each.raced),
	some(each.pauses_reported, each.paused), String(each.rounds)]),
'cards');

const pictures = () => [['pauses', t('alt_pauses')],
	['alarms', t('alt_alarms')], ['payoffs', t('alt_payoffs')]].map(
    ([name, alt]) => h('img', { class: 'picture', alt, width: '360',
	height: '300', 'data-name': name }));

// The program draws them anew when a round is over: another address.
function redraw(parts, rates) {
	const { block, rounds, raced } = rates.at(-1);
	const at = [block, rounds, raced === undefined ? 'live' : 'over',
		language()].join('-');
	for (const image of parts.pictures)
		image.src = `/api/picture?block=0&name=board-${
		    image.dataset.name}&at=${at}`;
	fill(parts.table, rateTable(rates));
}

function draw() {
	const parts = { line: h('p', { class: 'summary', role: 'status' }),
		round: h('p', { class: 'round' }), door: h('div', { class:
		'door' }), pictures: pictures(), table: h('div', {}) };
	parts.figure = h('div', { class: 'figure' }, h('div', { class:
		'pictures' }, parts.pictures), parts.table);
	return { update: (s) => update(parts, s), nodes: [
		h('h1', {}, state.title), parts.line, parts.round, clock.face,
		parts.door, parts.figure, !state.board && h('p', { class: 'note' },
		    t('board_outside'))] };
}

function update(parts, s) {
	const words = summary(s);
	if (parts.line.textContent !== words)
		parts.line.textContent = words;
	const b = s.board || {};
	const plays = ['play', 'practice'].includes(s.stage);
	clock.set(s, b.deadline);
	clock.face.hidden = !plays || b.deadline === undefined;
	parts.round.textContent = plays && b.round ?
	    t('round_n', { n: b.round }) : '';
	const counts = b.counts || s.teacher && s.teacher.counts;
	const shown = JSON.stringify([s.stage === 'lobby', b.url, b.code,
		counts]);
	if (parts.shown !== shown)
		fill(parts.door, s.stage === 'lobby' && b.url ? [door(b, true),
			counts && h('p', {}, t('seated', { n:
			    counts.people || counts.here }))] : []);
	parts.shown = shown;
	const rates = b.rates || [];
	const board = JSON.stringify(rates);
	parts.figure.hidden = rates.length === 0;
	if (parts.board !== board && rates.length > 0)
		redraw(parts, rates);
	parts.board = board;
}

function show() {
	speak(state.lang, () => {
		view.key = null;
		show();
	});
	document.title = `détente: ${state.title || ''}`;
	bar.show(t('board'));
	view.show(`board ${Boolean(state.board)}`, draw, state);
}

const stream = new Stream('board', (newest) => {
	state = newest;
	show();
}, (there) => bar.linked(there));
stream.start();
