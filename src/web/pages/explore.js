// Explore: a treaty is turned like a dial, and the answer moves with it. The
// program gives every number; here they are asked for, shown, and marked as
// old while newer ones are on their way.
import { button, fill, h } from './dom.js';
import { Bar, attempt, complain, say, speak } from './page.js';
import { Design, command, fileName } from './design.js';
import { Dials } from './dials.js';
import { Question } from './explore_ask.js';
import { TreatyMap } from './map.js';
import { get } from './net.js';
import { Band } from './explore_band.js';
import { Stepper } from './explore_step.js';
import { Tornado } from './explore_tornado.js';
import { Pins } from './pins.js';
import { save } from './save.js';
import { startPage } from './start.js';
import { Tour } from './tour.js';
import { Verdict, isFirst } from './verdict.js';
import { t } from './texts.js';

const main = document.getElementById('main');
const bar = new Bar();
let start = null, last = null;
const parts = {};

const design = new Design(() => moved());

// The design that an answer is of.
let shown = '';
function showDesign(answer, asked) {
	shown = whose(asked);
	parts.faults.replaceChildren();
	parts.dials.show(answer.dials || [], shown);
	parts.map.know(answer.dials || []);
	if (document.activeElement !== parts.yaml && !resting)
		parts.yaml.value = design.now.text || answer.yaml || '';
}

// The verdict stands: all that is behind it can be asked for.
function judged(answer, asked, so_far) {
	last = answer;
	parts.verdict.show(answer.answer, so_far);
	showDesign(answer, asked);
	parts.tour.heard(answer.answer, asked);
}

// What stands before the verdict; the text and the dials of another treaty do
// not stay beside it, those of this one have moved already.
function heardFirst(answer, asked) {
	parts.verdict.first(answer.answer);
	if (shown !== whose(asked))
		showDesign(answer, asked);
}

// What is behind the verdict is asked for when the hand rests: while it moves,
// each of it would be begun and ended for nothing, and hold up what comes next.
const REST = 100;
let behind = null;
function askBehind(asked) {
	clearTimeout(behind);
	behind = setTimeout(() => {
		edges.ask(asked);
		parts.tornado.ask();
		parts.run.moved();
		parts.band.moved();
	}, REST);
}

const verdict = new Question('verdict', (answer, asked) => {
	judged(answer, asked, false);
	askBehind(asked);
}, (error) => {
	const faults = error.body && error.body.faults || [];
	fill(parts.faults, faults.map((f) => h('p', {}, t('fault_at', {
		line: f.line, column: f.column }), ' ', f.message, f.help &&
	    ` (${f.help})`)));
	parts.verdict.fail(error);
	parts.dials.busy(true, 'holds_unknown');
	parts.tornado.none();
	parts.run.none();
	parts.band.none();
}, (busy) => parts.verdict.busy(busy), (so_far, asked) => isFirst(so_far.answer) ?
	heardFirst(so_far, asked) : judged(so_far, asked, true));

// The hand may have gone on meanwhile: then it is of a design that is gone.
const current = (asked) => JSON.stringify(asked) ===
    JSON.stringify(design.question());

// Where each dial turns comes behind the verdict, one dial after another.
const edges = new Question('thresholds', (answer, asked) => {
	if (!current(asked))
		return;
	parts.dials.busy(false);
	parts.dials.edges(answer.dials || []);
	parts.map.know(answer.dials || []);
}, (error, asked) => current(asked) && parts.dials.end(),
(busy) => busy && parts.dials.busy(true), (so_far, asked) => {
	if (current(asked) && !isFirst(so_far.answer))
		parts.dials.edges(so_far.dials || [], true);
});

const whose = (asked) => `${asked.scenario} ${asked.treaty ||
    (asked.text ? 'text' : '')}`;

// A file's name says of which design it is.
const name = (what) => `${fileName(design.now)}-${what}`;

const brief = new Question('brief', (answer) => save(`${name('brief')}.html`,
    'text/html', answer.html), complain);

// The clipboard may be shut: then the words are chosen, to be copied by hand.
async function copy() {
	parts.command.select();
	await navigator.clipboard.writeText(parts.command.value);
	say(t('copied'));
}

// What was asked of the design before is not wanted any more.
function leave() {
	clearTimeout(behind);
	verdict.leave();
	edges.leave();
	for (const part of [parts.tornado, parts.run, parts.band])
		part.left();
}

function moved() {
	if (parts.drawn)
		leave();
	if (!design.now.scenario)
		return showStart();
	if (!parts.drawn)
		draw();
	last = null;
	// First of all: what follows is done while the program works.
	verdict.ask(design.question());
	parts.command.value = command(design.now);
	parts.pins.moved();
	parts.dials.busy(true);
	parts.undo.disabled = design.past.length === 0;
	if (design.now.text && document.activeElement !== parts.yaml)
		parts.yaml.value = design.now.text;
	return null;
}

function draw() {
	shown = '';
	const panel = (name) => h('section', { class: `panel ${name}`,
		'aria-label': t(`panel_${name}`) });
	const [dials, answer, yaml, map, pins, tornado, run] = ['dials',
		'verdict', 'yaml', 'map', 'pins', 'tornado', 'run'].map(panel);
	const tour = h('section', { class: 'card', hidden: true });
	parts.undo = button(t('undo'), () => design.undo());
	parts.yaml = h('textarea', { id: 'yaml', rows: '18', spellcheck: 'false',
		wrap: 'off', on: { input: () => written() } });
	parts.faults = h('div', { class: 'wrong', role: 'status' });
	parts.command = h('input', { id: 'command', readonly: true });
	const dialsAt = h('div', {}), mapAt = h('div', {}), pinsAt = h('div', {});
	fill(dials, h('h2', {}, t('panel_dials')), h('div', { class: 'row' },
	    parts.undo, button(t('other'), () => design.go({ set: {} }))),
	h('p', { class: 'help' }, t('dials_help')), dialsAt);
	const verdictAt = h('div', {});
	fill(answer, h('h2', {}, t('panel_verdict')), verdictAt);
	fill(yaml, h('h2', {}, h('label', { for: 'yaml' }, t('panel_yaml'))),
	    parts.yaml, parts.faults, h('div', { class: 'row' },
		button(t('save_treaty'), () => save(`${fileName(
		    design.now)}.yaml`, 'text/yaml', parts.yaml.value)), button(t('save_brief'), () => brief.ask(
		    design.question()))),
	    h('label', { for: 'command' }, t('same_answer')), h('div',
		{ class: 'turn' }, parts.command, button(t('copy'), () =>
		    copy().catch(() => {}), 'small')));
	fill(map, h('h2', {}, t('panel_map')), mapAt);
	fill(pins, h('h2', {}, t('panel_pins')), pinsAt);
	const tornadoAt = h('div', {}), runAt = h('div', {}), bandAt = h('div', {});
	fill(tornado, h('h2', {}, t('panel_tornado')), tornadoAt);
	fill(run, h('h2', {}, t('panel_run')), runAt, bandAt);
	Object.assign(parts, { drawn: true, tour: new Tour(tour, design),
		verdict: new Verdict(verdictAt, name), dials: new Dials(dialsAt, design,
		    name), map: new TreatyMap(mapAt, design, name),
		pins: new Pins(pinsAt, design, () => last),
		tornado: new Tornado(tornadoAt, design, (keys) =>
		    parts.dials.rank(keys), name), run: new Stepper(runAt,
		    design, name), band: new Band(bandAt, design, name) });
	priors();
	fill(main, h('h1', {}, t('explore_title')), tour,
	    h('div', { class: 'panels' }, answer, dials, tornado, map, run,
		yaml), pins);
}

// Treaties that have a prior of their name.
async function priors() {
	start = start || await attempt(() => get('/api/start'));
	if (start)
		parts.tornado.priors = (start.priors || []).map((p) => p.name);
}

// What is typed becomes the treaty when the hand rests.
let resting = null;
function written() {
	clearTimeout(resting);
	resting = setTimeout(() => {
		resting = null;
		design.write(parts.yaml.value);
	}, 300);
}

async function showStart() {
	parts.drawn = false;
	start = start || await attempt(() => get('/api/start'));
	// The address may have become a design's meanwhile: that is drawn.
	if (!start || design.now.scenario)
		return;
	if (start.scenario && !showStart.once) {
		showStart.once = true;
		design.go({ scenario: start.scenario, set: {},
			...(start.treaty && { treaty: start.treaty }) });
		return;
	}
	fill(main, startPage(start, tour, (scenario, treaty) => design.go({
		scenario, set: {}, ...(treaty && { treaty }) })));
}

function tour() {
	design.go({ scenario: 'two-powers', treaty: 'grim',
		set: { continuation: '0.99' } });
	parts.tour.begin();
}

function again() {
	parts.drawn = false;
	moved();
}

document.title = 'détente';
bar.show(t('explore_title'));
addEventListener('keydown', (e) => {
	if ((e.ctrlKey || e.metaKey) && e.key === 'z' &&
	    !/^(INPUT|TEXTAREA)$/.test(e.target.tagName)) {
		e.preventDefault();
		design.undo();
	}
});
speak(navigator.language, again);
moved();
