// The board: what a room sees on its wall. Live, without anybody's name beside
// a move.
import { bars } from './bars.js';
import { fill, h, picture, table } from './dom.js';
import { door } from './door.js';
import { Bar, View, speak } from './page.js';
import { Clock } from './clock.js';
import { Stream } from './stream.js';
import { percent, t, word } from './texts.js';

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

const rateTable = (rates) => table(t('rates_caption'), [t('block'),
	t('pause_rate'), t('rounds')], rates.map((each) => [
	each.title ? `${each.block}: ${each.title}` : String(each.block),
	percent(each.pause), String(each.rounds)]), 'rates');

// The program's own picture, or bars of the same numbers.
function figure(board) {
	const rates = board.rates || [];
	if (rates.length === 0)
		return [];
	return [board.svg ? picture(board.svg, t('rates_alt')) :
	    bars(rates.map((each) => ({ value: each.pause, label:
		t('block_n', { n: each.block }), says: percent(each.pause) })),
	    t('rates_alt')), rateTable(rates)];
}

function draw() {
	const parts = { line: h('p', { class: 'summary', role: 'status' }),
		round: h('p', { class: 'round' }), door: h('div', { class:
		'door' }), figure: h('div', { class: 'figure' }) };
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
	const board = JSON.stringify([b.rates, b.svg]);
	if (parts.board !== board)
		fill(parts.figure, figure(b));
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
