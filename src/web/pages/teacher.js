// The teacher's page. Its secret comes in the address's fragment, which no
// server and no log sees; it is traded for a cookie, and taken out of the
// address before anybody projects it.
import { button, fill, h, name } from './dom.js';
import { Clock } from './clock.js';
import { door } from './door.js';
import { Bar, View, attempt, hush, speak } from './page.js';
import { post } from './net.js';
import { dialogs } from './dialog.js';
import { plays, seatsTable } from './seats.js';
import { Stream } from './stream.js';
import { around, t, word } from './texts.js';

const bar = new Bar();
const view = new View();
const clock = new Clock();
let state = null;

const order = (body, pressed) => attempt(async () => {
	const answer = await post('/api/teacher', body);
	if (answer.v !== undefined)
		stream.take(answer);
	else
		stream.poll();
	return answer;
}, pressed);

async function enter() {
	const secret = location.hash.slice(1);
	if (!secret)
		return;
	history.replaceState(null, '', location.pathname);
	await attempt(() => post('/api/teacher', { do: 'enter' },
	    { 'X-Detente-Teacher': secret }));
}

const does = (text, what, kind) => button(t(text),
    (e) => order({ do: what }, e.target), kind);

function makeParts() {
	const parts = { where: h('p', { class: 'round' }), warn: h('ul', {
		class: 'warn', role: 'status' }), counts: h('p', { class:
		'counts', role: 'status' }), seats: h('div', {}),
		door: h('div', { class: 'door' }) };
	parts.start = does('start', 'start', 'main');
	parts.next = does('next', 'next', 'main');
	parts.pause = does('pause', 'pause');
	parts.go = does('go', 'go', 'main');
	parts.time = button(t('more_time', { n: 30 }), (e) => order({
		do: 'time', seconds: 30 }, e.target));
	parts.open = does('open_debrief', 'open');
	parts.end = button(t('end_class'), () => dialogs.ask(t('end_sure'),
	    t('end_class'), () => order({ do: 'end' })), 'quiet');
	parts.large = button(t('large'), () => dialogs.show(t('join_here'),
	    door(state.teacher, true)));
	return parts;
}

const links = () => h('p', { class: 'links' },
	h('a', { href: '/board', target: '_blank', rel: 'noopener' },
	    t('board_link')), ' · ',
	h('a', { href: '/debrief', target: '_blank', rel: 'noopener' },
	    t('debrief_link')), ' · ',
	h('a', { href: '/export.csv', download: '' }, t('export_csv')));

// The research package is made of the file: by the program, after the class.
const afterClass = () => h('p', { class: 'help' }, t('export_package'), ' ',
	h('code', {}, 'detente export class.db --package'));

function draw() {
	const parts = makeParts();
	return { update: (now) => update(parts, now), nodes: [
		h('h1', {}, state.title), parts.warn,
		h('section', { class: 'card' }, h('h2', {}, t('lesson')),
		    parts.where, clock.face, h('div', { class: 'row' },
			parts.start, parts.next, parts.pause, parts.go,
			parts.time, parts.open, parts.end)),
		h('section', { class: 'card' }, h('h2', {}, t('join_here')),
		    parts.door, parts.large, parts.counts, links(),
		    afterClass()),
		h('section', {}, h('h2', {}, t('seats')), parts.seats)] };
}

function whereWords(s) {
	const words = [word('stage', s.stage)];
	if (s.block && s.block.n)
		words.unshift(t('block_of', { n: s.block.n, of: s.block.of }) +
		    (s.block.title ? `: ${s.block.title}` : ''));
	if (plays(s) && s.board && s.board.round)
		words.push(t('round_n', { n: s.board.round }));
	return words.join(' · ');
}

function showButtons(parts, s) {
	const lobby = s.stage === 'lobby', end = s.stage === 'end';
	parts.start.hidden = !lobby;
	parts.next.hidden = lobby || end;
	const next = word('next', s.teacher.next || 'stage');
	if (parts.next.textContent !== next)
		parts.next.textContent = next;
	parts.pause.hidden = lobby || end || s.paused;
	parts.go.hidden = !s.paused;
	parts.time.hidden = !plays(s) || s.teacher.deadline === undefined;
	parts.end.hidden = end;
	parts.open.hidden = lobby || s.open;
}

let doorShown = '';

function update(parts, s) {
	const ends = plays(s) ? s.teacher.deadline : s.stage_ends;
	clock.set(s, ends);
	clock.face.hidden = ends === undefined && !s.paused;
	parts.where.textContent = whereWords(s);
	showButtons(parts, s);
	const key = `${s.teacher.url} ${s.teacher.code}`;
	if (parts.door.childNodes.length === 0 || doorShown !== key)
		fill(parts.door, door(s.teacher, false));
	doorShown = key;
	const c = s.teacher.counts || {};
	const counted = t('counts', { here: c.here || 0, away: c.away || 0,
		bots: c.bots || 0 });
	if (parts.counts.textContent !== counted)
		parts.counts.textContent = counted;
	const warned = (s.teacher.warn || []).join('\n');
	if (parts.warned !== warned)
		fill(parts.warn, (s.teacher.warn || []).map(
		    (each) => h('li', {}, each)));
	parts.warned = warned;
	seatsTable(parts.seats, s, order);
}

function outside() {
	const secret = h('input', { id: 'secret', autocomplete: 'off',
		spellcheck: 'false', required: true });
	const form = h('form', {}, h('label', { for: 'secret' },
	    t('secret')), secret, h('button', { class: 'main' }, t('enter')));
	form.addEventListener('submit', (e) => {
		e.preventDefault();
		location.hash = secret.value.replace(/^.*#/, '').trim();
	});
	return { nodes: [h('h1', {}, t('teacher_title')),
		h('p', {}, t('teacher_outside')), form] };
}

function show() {
	speak(state.lang, () => {
		view.key = null;
		show();
	});
	if (!state.teacher) {
		bar.show(t('teacher_title'));
		view.show('outside', outside, state);
		return;
	}
	bar.show(...around('class_of', { title: name(state.title || '') }));
	view.show('desk', draw, state);
}

const stream = new Stream('teacher', (newest) => {
	state = newest;
	show();
}, (there) => bar.linked(there));

window.addEventListener('hashchange', async () => {
	hush();
	await enter();
	stream.again();
});
speak(navigator.language, () => {});
await enter();
stream.start();
