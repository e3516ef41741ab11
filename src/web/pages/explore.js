// The page of dials. The design is a scenario, a treaty and what is set; it
// stands in the address's fragment, so that a link is a design.
import { fill, h, picture } from './dom.js';
import { ask, start } from './explore_ask.js';
import { view, short } from './explore_dial.js';
import { bars, verdict } from './explore_verdict.js';

const main = document.getElementById('main');
const live = document.getElementById('live');
const first = 7;                // dials that are open; the rest in a drawer
let cards;
let design = null;              // {scenario, treaty, set, text}
let undo = [];
let known = null;               // the last verdict's answer
let place = {};                 // parts of the page, by name

const question = () => {
	const body = { scenario: design.scenario, set: design.set };
	if (design.text)
		body.text = design.text;
	else if (design.treaty)
		body.treaty = design.treaty;
	return body;
};

function command(verb, more) {
	const words = ['detente', verb, design.scenario];
	if (design.text)
		words.push('--treaty', 'my-treaty.yaml');
	else if (design.treaty)
		words.push('--treaty', design.treaty);
	for (const [key, value] of Object.entries(design.set))
		words.push('--set', `${key}=${value}`);
	return words.concat(more || []).join(' ');
}

function remember() {
	const words = new URLSearchParams();
	words.set('scenario', design.scenario);
	if (design.treaty)
		words.set('treaty', design.treaty);
	for (const [key, value] of Object.entries(design.set))
		words.set('set.' + key, value);
	history.replaceState(null, '', '#' + words);
}

function from_address() {
	const words = new URLSearchParams(location.hash.slice(1));
	if (!words.get('scenario'))
		return null;
	const set = {};
	for (const [key, value] of words)
		if (key.startsWith('set.'))
			set[key.slice(4)] = value;
	return { scenario: words.get('scenario'), treaty: words.get('treaty'),
		set, text: null };
}

function show_fault(answer) {
	fill(place.verdict, h('div', { class: 'faults', role: 'alert' },
		h('p', {}, answer.error), h('p', {}, answer.do),
		(answer.faults || []).map((f) => h('p', {},
			`line ${f.line}, column ${f.column}: ${f.message}`,
			f.help ? ` (${f.help})` : ''))));
	place.verdict.classList.remove('old');
}

function dial(d) {
	const changed = d.key in design.set;
	const value = changed ? design.set[d.key] : d.now;
	return view(d, value, changed, (to) => turn(d.key, to), () => {
		undo.push({ ...design.set });
		delete design.set[d.key];
		renew(true);
	});
}

function show_dials(dials) {
	const held = document.activeElement && document.activeElement.id;
	if (held && held.startsWith('dial-') && place.turning)
		return marks(dials);
	fill(place.dials, dials.slice(0, first).map(dial),
		dials.length > first ? h('details', { open: place.drawer },
			h('summary', {}, `${dials.length - first} more`),
			dials.slice(first).map(dial)) : null);
	const drawer = place.dials.querySelector('details');
	if (drawer)
		drawer.addEventListener('toggle', () => {
			place.drawer = drawer.open;
		});
	if (held && document.getElementById(held))
		document.getElementById(held).focus();
	return undefined;
}

// While a dial is held its place stays: the shading alone is drawn again.
function marks(dials) {
	for (const d of dials) {
		const old = place.dials.querySelector(
		    `[data-key="${CSS.escape(d.key)}"]`);
		const made = dial(d);
		if (old) {
			old.querySelector('svg').replaceWith(
			    made.querySelector('svg'));
			old.className = made.className;
			old.querySelector('.help').textContent =
			    made.querySelector('.help').textContent;
		}
	}
}

function show_verdict(answer) {
	if (!answer.ok)
		return show_fault(answer);
	known = answer;
	fill(place.verdict, verdict(answer.answer), bars(answer.answer));
	place.verdict.classList.remove('old');
	document.body.dataset.holds = answer.answer.tables.verdict[0].holds;
	document.body.dataset.settled = String(place.asked);
	live.textContent = answer.answer.says[0];
	if (!place.editing)
		place.yaml.value = answer.yaml;
	show_dials(merge(answer.dials));
	return undefined;
}

// Where it holds is found later than whether: until then the dials keep what
// is not old.
let found = null;
function merge(dials) {
	const now = JSON.stringify(question());
	if (!found || found.of !== now)
		return dials;
	return found.dials;
}

function show_thresholds(of, answer) {
	if (!answer.ok) {
		place.note.textContent = 'For which values it holds: ' +
		    answer.error;
		return;
	}
	found = { of, dials: answer.dials };
	place.note.textContent = '';
	if (of === JSON.stringify(question()))
		show_dials(answer.dials);
}

let later;
function renew(at_once) {
	remember();
	place.asked = (place.asked || 0) + 1;
	place.verdict.classList.add('old');
	fill(place.command, command('solve'));
	ask('verdict', question(), show_verdict);
	clearTimeout(later);
	later = setTimeout(() => {
		const body = question();
		place.note.textContent =
		    'Finding for which values it holds …';
		ask('thresholds', body, (answer) =>
		    show_thresholds(JSON.stringify(body), answer));
	}, at_once ? 0 : 300);
	place.map_old();
}

function turn(key, to) {
	if (to === '' || Number.isNaN(Number(to)))
		return;
	if (!place.turning)
		undo.push({ ...design.set });
	place.turning = true;
	clearTimeout(place.rest);
	place.rest = setTimeout(() => { place.turning = false; }, 800);
	design.set[key] = String(to);
	renew(false);
}

function map_view() {
	const keys = h('select', { id: 'map-x' });
	const others = h('select', { id: 'map-y' });
	const out = h('div', { class: 'map' });
	place.map_old = () => out.classList.add('old');
	const draw = () => {
		const names = known.dials.map((d) => d.key);
		const axis = (select, preset) => {
			if (select.options.length === 0)
				fill(select, names.map((n) => h('option', {
					value: n, selected: n === preset }, n)));
			const d = known.dials.find((o) => o.key === select.value);
			return `${d.key}=${short(d.least)}:${short(d.most)}:` +
			    (d.whole ? Math.min(21, d.most - d.least + 1) : 21);
		};
		const body = { ...question(), x: axis(keys, names[0]),
			y: axis(others, names[1]) };
		fill(out, 'Working on it …');
		ask('map', body, (answer) => {
			out.classList.remove('old');
			if (!answer.ok)
				fill(out, answer.error, ' ', answer.do);
			else
				fill(out, picture(answer.svg,
				    answer.answer.says.join(' ')),
				    answer.answer.says.map((s) =>
					h('p', {}, s)));
		});
	};
	return h('section', {}, h('h2', {}, 'Map'), h('div', { class: 'tools' },
		h('label', {}, 'Across ', keys), h('label', {}, 'Up ', others),
		h('button', { type: 'button', id: 'draw', on: { click: draw } },
			'Draw')), out);
}

function save(bytes, type, as) {
	const url = URL.createObjectURL(new Blob([bytes], { type }));
	const link = h('a', { href: url, download: as });
	document.body.append(link);
	link.click();
	link.remove();
	setTimeout(() => URL.revokeObjectURL(url), 10000);
}

function tools() {
	const button = (words, done, id) => h('button', { type: 'button', id,
		on: { click: done } }, words);
	return h('p', { class: 'tools' },
		button('Undo', () => {
			if (undo.length > 0) {
				design.set = undo.pop();
				renew(true);
			}
		}, 'undo'),
		button('Other scenario or treaty', () => {
			history.replaceState(null, '', '#');
			choose();
		}, 'other'),
		button('Download the treaty', () => save(place.yaml.value,
		    'text/yaml', 'my-treaty.yaml'), 'download'),
		button('Brief', () => ask('brief', question(), (answer) =>
		    answer.ok ? save(answer.html, 'text/html', 'brief.html') :
			show_fault(answer)), 'brief'));
}

function yaml_view() {
	place.yaml = h('textarea', { class: 'yaml', id: 'yaml',
		spellcheck: 'false', 'aria-label': 'the treaty as YAML',
		on: { input: () => {
			place.editing = true;
			clearTimeout(place.typed);
			place.typed = setTimeout(() => {
				design.text = place.yaml.value;
				for (const key of Object.keys(design.set))
					if (key.startsWith('treaty.'))
						delete design.set[key];
				renew(true);
			}, 400);
		} } });
	return h('section', {}, h('h2', {}, 'The treaty as text'), place.yaml);
}

function work() {
	place = { dials: h('div', { id: 'dials' }),
		verdict: h('div', { id: 'verdict' }),
		note: h('p', { id: 'note', class: 'help' }),
		command: h('pre', { class: 'command' }) };
	undo = [];
	fill(main, h('h1', { tabindex: '-1' },
		`${design.scenario}, under ${design.treaty || 'its own treaty'}`),
		tools(), h('div', { class: 'bench' },
			h('section', {}, h('h2', {}, 'Verdict'), place.verdict,
				map_view()),
			h('section', {}, h('h2', {}, 'Design'), place.note,
				place.dials, yaml_view())),
		h('h2', {}, 'The same by command'), place.command);
	renew(true);
}

function choose() {
	const picked = { scenario: cards.scenario, treaty: cards.treaty };
	const list = (all, kind) => h('ul', { class: 'cards' },
		all.map((card) => h('li', {}, h('label', {}, h('input', {
			type: 'radio', name: kind, value: card.name,
			checked: card.name === picked[kind],
			on: { change: () => { picked[kind] = card.name; } } }),
			' ', h('strong', {}, card.title || card.name)),
			h('p', {}, card.summary))));
	fill(main, h('h1', { tabindex: '-1' }, 'Turn a treaty like a dial'),
		h('h2', {}, 'Who meets?'), list(cards.scenarios, 'scenario'),
		h('h2', {}, 'Under which treaty?'),
		list(cards.treaties, 'treaty'),
		h('button', { type: 'button', id: 'begin', on: { click: () => {
			design = { scenario: picked.scenario || 'two-powers',
				treaty: picked.treaty || null, set: {},
				text: null };
			work();
		} } }, 'Begin'));
	main.querySelector('h1').focus();
}

cards = await start();
design = from_address();
if (!design && cards.scenario)
	design = { scenario: cards.scenario, treaty: cards.treaty, set: {},
		text: null };
if (design)
	work();
else
	choose();
