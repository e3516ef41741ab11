// What the page of dials draws as it is turned, in a browser around the program:
//   node explore_live.js MODULES DETENTE [--shots DIR]
// Many rapid moves leave no backlog and no job; thresholds come one after
// another and are never of before; an end of the tornado moves its dial; a run
// is stepped by keys. The last line counts.
import { execFileSync } from 'node:child_process';
import { claim, finish, press, shows, until } from './chrome.js';
import { begin, children, moves, rapid } from './explore_moves.js';

const [modules, detente, , shots] = process.argv.slice(2);
const slow = Number(process.env.SLOW || 1);
const { chrome, page, program, origin, go } = await begin(modules, detente,
    shots);

async function both(name) {
	await chrome.look(page, name, 1280, 'light');
	await chrome.look(page, name, 390, 'dark');
}

const json = (...words) => JSON.parse(execFileSync(detente, [...words,
	'--format', 'json'], { maxBuffer: 1 << 26, stdio: ['ignore', 'pipe',
	'ignore'] }));
const text = (selector) => page.evaluate((s) => (document.querySelector(s) ||
    {}).textContent || '', selector);

// Only the last of many moves counts, soon; no process of a left one works on.
async function many() {
	await go('two-powers', 'grim', 'continuation=0.99');
	const { sent, behind, verdict } = await rapid(page, 100);
	claim(`behind the last of 100 moves only it is asked: ${behind}`,
	    behind <= 1);
	claim(`it is that one: ${verdict}`, verdict.startsWith('No'));
	claim(`most of them were never asked: ${sent} of 100`, sent < 100);
	await until('no job is left', () => children(program) === 0, 9000 * slow);
	const took = await moves(page, 5);
	claim('each move is drawn', took.length === 5 && took.every(
	    ({ first, whole }) => first > 0 && first <= whole &&
		whole < 5000 * slow));
}

// What is drawn of a verdict until it is whole, but for what is of before: whether
// more is awaited, the answer, and what is said of it.
async function drawn(...design) {
	await page.evaluate(() => {
		globalThis.heard = [];
		if (globalThis.ear)
			globalThis.ear.disconnect();
		globalThis.ear = new MutationObserver(() => {
			const head = document.querySelector('.headline');
			const busy = document.querySelector(
			    '.panel.verdict [aria-busy]');
			if (head && busy && !busy.classList.contains('old'))
				globalThis.heard.push([busy.ariaBusy,
					head.textContent,
					head.nextSibling.textContent]);
		});
		globalThis.ear.observe(document.body, { subtree: true,
			childList: true, attributes: true });
	});
	await go(...design);
	return page.evaluate(() => globalThis.heard);
}

// Where there are many states, a few plays stand before all of them.
async function fewPlays() {
	const heard = await drawn('frontier', 'compute-cap',
	    'continuation=0.95');
	const few = heard.filter(([, , how]) => how ===
	    'From a few plays. More are being played.');
	claim(`a few plays are told, and are said to be few: ${heard[0]}`,
	    few.length > 0 && few.every(([busy, words]) => busy === 'true' &&
		/^(Yes|No|Perhaps)/.test(words)));
	const [busy, words, how] = heard[heard.length - 1];
	claim(`then all: ${busy} ${words} ${how}`, busy === 'false' &&
	    words.startsWith('No:') && how.startsWith('By simulated play'));
}

// Where all know the last round, the no of the first of three answers is told
// before the others, which are still awaited, in the answer's own words.
async function firstWords() {
	const heard = await drawn('two-powers', 'compute-cap');
	const early = heard.filter(([busy]) => busy === 'true');
	const [busy, last] = heard[heard.length - 1];
	claim(`it is told while the rest is awaited: ${early.length}`,
	    early.length > 0);
	claim(`in its own words: ${early[0]}`, early.every(([, words]) =>
		words === last));
	claim(`which stay: ${last}`, busy === 'false' && last.startsWith(
	    'No: all know that round 100 is the last'));
}

// Else what would be if nobody knew it is told, as something else than the answer;
// here it is the test's own, since such a game takes long.
async function ifUnknown() {
	await page.evaluate((answer) => {
		const real = window.fetch;
		const late = { job: 1, parts: 1, so_far: { answer, dials: [],
			yaml: 'treaty: verified-halt' } };
		window.fetch = async (path, options) => /ask|answer/.test(path) ?
			new Response(JSON.stringify(late), { status: 202 }) :
			real(path, options);
		location.hash = '#scenario=trio&treaty=verified-halt';
		globalThis.back = () => { window.fetch = real; };
	}, { question: 'treaty-unknown-end', says: ['Yes: it holds.'], tables: {} });
	await until('the answer to another question', async () => await text(
	    '.headline') === 'If nobody knew the last round: Yes: it holds.',
	3000);
	claim('while its own is awaited', await page.evaluate(() => document.
	    querySelector('.panel.verdict [aria-busy]').ariaBusy === 'true'));
	claim('beside its text', await page.evaluate(() => document.
	    getElementById('yaml').value.startsWith('treaty: verified-halt')));
	await chrome.look(page, 'explore-first', 390, 'light');
	await page.evaluate(() => globalThis.back());
}

// After how many ms four moves were asked. The answers never come here, so that
// the page looks for them ever less often: all moves would wait then.
async function asked() {
	await go('two-powers', 'grim', 'continuation=0.99');
	return page.evaluate(async () => {
		const slider = document.getElementById(
		    'dial-treaty-monitoring-miss');
		const real = window.fetch, took = [];
		const late = new Response('{"job":1,"parts":0}', { status: 202 });
		let began = 0;
		// What the page still has on its way comes first.
		await new Promise((done) => setTimeout(done, 2500));
		window.fetch = async (path, options) => {
			if (options && String(options.body).includes('"verdict"'))
				took.push(performance.now() - began);
			return late.clone();
		};
		for (let i = 1; i <= 4; i++) {
			slider.value = String(i / 9);
			began = performance.now();
			slider.dispatchEvent(new Event('input'));
			await new Promise((done) => setTimeout(done, 2500));
		}
		window.fetch = real;
		return took;
	});
}

// A move is asked of the program at once, also while an older answer is still
// awaited that has taken long: it does not wait until that is looked for again.
// Each of the four is, in one of three takes: in the others another process may
// have held the page up. If they waited, all four would do so by luck in less than
// one of a thousand tests.
async function atOnce() {
	const takes = [];
	const quick = () => [0, 1, 2, 3].every((move) => takes.some((took) =>
		took.length === 4 && took[move] < 30 * slow));
	while (takes.length < 3 && !quick())
		takes.push(await asked());
	claim(`asked at once: ${takes.map((took) => took.map(Math.round)).
	    join('; ')} ms`, quick());
}

// Thresholds of many states come one dial after another: what is not there yet
// says so, and a move takes all back.
async function thresholds() {
	await go('two-powers', 'verified-halt', 'continuation=0.99');
	const state = () => page.evaluate(() => {
		const all = [...document.querySelectorAll('.dial')];
		const soon = all.filter((d) => d.textContent.includes(
		    'is being worked out')).length;
		return { soon, known: all.length - soon };
	});
	await until('the first threshold', async () => {
		const { soon, known } = await state();
		return known > 0 && soon > 0;
	}, 60000 * slow);
	claim('a job works on it', children(program) > 0);
	await page.evaluate(() => {
		const slider = document.querySelector('.dial input[type=range]');
		slider.value = String(Number(slider.value) * .99);
		slider.dispatchEvent(new Event('input'));
	});
	const after = await state();
	claim(`after a move none is of before: ${JSON.stringify(after)}`,
	    after.known === 0);
	await page.evaluate(() => {
		location.hash = '#scenario=two-powers&treaty=grim';
	});
	await until('a left design has no job', () => children(program) < 2,
	    9000 * slow);
}

async function tornado() {
	await go('two-powers', 'grim', 'continuation=0.99');
	await until('what matters most', () => page.evaluate(() =>
		document.querySelector('[data-tornado]') && !document.
		    querySelector('.panel.tornado .old')),
	60000 * slow);
	const want = json('solve', 'two-powers', '--treaty', 'grim', '--set',
	    'continuation=0.99', '--tornado').tables.tornado;
	const got = await page.evaluate(() => [...document.querySelectorAll(
	    '[data-tornado$=":low"]')].map((b) => b.dataset.tornado.
	    replace(/:low$/, '')));
	claim(`its order is the program's: ${got}`, JSON.stringify(got) ===
	    JSON.stringify(want.filter((r) => r.swing > 0).map((r) => r.key)));
	const first = await page.evaluate(() => [...document.querySelectorAll(
	    '.dials > div > div:first-child .dial .field, .dial .field')].
	    slice(0, 3).map((f) => f.getAttribute('aria-label')));
	claim(`the dials that matter most come first: ${first}`,
	    first[0].includes(want[0].key.replace(/^treaty\./, '').replace(
		/[._]/g, ' ')));
	claim('its command is told', (await page.evaluate(() => document.
	    getElementById('tornado-command').value)).endsWith('--tornado'));
	await both('explore-tornado');
	await page.evaluate(() => document.querySelector(
	    '[data-tornado="treaty.monitoring.miss:high"]').click());
	claim('an end moves the dial', (await page.evaluate(() =>
		location.hash)).includes('monitoring.miss=1'));
	await until('the verdict there', async () => (await text('.headline')).
	    startsWith('No'), 15000 * slow);
	await press(page, 'Undo');
}

async function run() {
	await go('two-powers', 'grim', 'continuation=0.99');
	await page.evaluate(() => {
		const seed = document.getElementById('run-seed');
		seed.value = '7';
		seed.dispatchEvent(new Event('change'));
	});
	await shows(page, 'Round 1 of', 15000 * slow);
	const rows = json('run', 'two-powers', '--treaty', 'grim', '--set',
	    'continuation=0.99', '--seed', '7', '--run', '1').tables.rounds;
	const of = rows.at(-1).round;
	claim('as long as the command has it', (await text('#run-told')).includes(
	    `of ${of},`));
	const cells = () => page.evaluate(() => [...document.querySelectorAll(
	    '.run table tbody tr')].map((tr) => [...tr.querySelectorAll(
	    'th, td')].map((td) => td.textContent.trim())));
	const same = (cell, r) => cell[0] === r.agent && cell[2] === r.intended &&
	    cell[3] === r.executed && cell[4] === r.declared && cell[7] ===
	    (r.seen_by || '–') && Number(cell[9]) === r.payoff;
	await page.focus('#run-round');
	for (let n = 1; n <= Math.min(of, 6); n++) {
		const got = await cells();
		const want = rows.filter((r) => r.round === n);
		claim(`round ${n} is the command's: ${JSON.stringify(got)}`,
		    got.length === want.length && got.every((c, i) => same(c,
			want[i])));
		claim(`round ${n} is said`, (await page.evaluate(() => document.
		    getElementById('run-round').getAttribute('aria-valuetext'))).
		    startsWith(`Round ${n} of`));
		await page.keyboard.press('ArrowRight');
	}
	await press(page, 'First round');
	const alarm = rows.find((r) => r.round > 1 && (r.finding === 'yes' ||
	    (r.alarm === 'yes' && r.party === 'yes')));
	await press(page, 'Next alarm');
	claim('the next alarm is the next one', !alarm || (await text(
	    '#run-told')).startsWith(`Round ${alarm.round} of`));
	await both('explore-run');
	await press(page, 'Play 400 runs');
	await shows(page, 'In 400 runs, with bands', 30000 * slow);
	const share = json('run', 'two-powers', '--treaty', 'grim', '--set',
	    'continuation=0.99', '--runs', '400', '--seed', '1').agents[0].
	    pause_share;
	claim(`the pause rate is that of run: ${share}`, (await text(
	    '.panel.run')).includes(`${Number(share.toPrecision(4))} ±`));
	await press(page, 'First round');
	await press(page, 'Play');
	await shows(page, 'Round 2 of', 5000 * slow);
	await press(page, 'Stop');
}

// The map's point by keys: what it says there is the verdict there.
async function map() {
	await go('two-powers', 'grim', 'continuation=0.99');
	await page.select('#map-x', 'treaty.monitoring.miss');
	await page.select('#map-y', 'continuation');
	await press(page, 'Draw the map');
	await until('the map', () => page.evaluate(() => document.querySelectorAll(
	    '.map .cell').length > 100), 60000 * slow);
	await page.evaluate(() => document.querySelector('svg.map').focus());
	for (const key of ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown']) {
		await page.keyboard.press(key);
		await until('a verdict', () => page.evaluate(() => !document.
		    querySelector('[aria-busy="true"]')), 15000 * slow);
		const said = await text('.panel.map [role=status]');
		const is = await page.evaluate(() => document.querySelector(
		    '.headline').className);
		claim(`${key}: ${said} and ${is}`, said.startsWith('At ') &&
		    is.includes(said.endsWith('yes') ? 'yes' : 'no'));
	}
}

// The design that the address tells is drawn, also where it comes while the start
// page is still asked for; and the start page again leaves what was asked of it.
async function early() {
	await page.evaluateOnNewDocument(() => {
		const real = window.fetch;
		window.fetch = async (path, options) => {
			const answer = await real(path, options);
			if (String(path).endsWith('/api/start'))
				await new Promise((done) => setTimeout(done, 500));
			return answer;
		};
	});
	await page.goto(origin);
	await go('two-powers', 'verified-halt', 'continuation=0.99');
	await new Promise((done) => setTimeout(done, 700));
	claim('the design stays', await text('.headline') !== '');
	await until('a job', () => children(program) > 0, 60000 * slow);
	await page.evaluate(() => {
		location.hash = '';
	});
	await until('the start page', () => page.evaluate(() => !document.
	    querySelector('.headline')), 5000 * slow);
	await until('which has no job', () => children(program) === 0, 9000 * slow);
}

// A page that is closed stops its work at once; a server that is killed leaves
// no process behind.
async function leaves() {
	await go('two-powers', 'verified-halt', 'continuation=0.99');
	await until('a job', () => children(program) > 0, 60000 * slow);
	await page.goto('about:blank');
	await until('a closed page has no job', () => children(program) === 0,
	    3000 * slow);
}

for (const part of [many, fewPlays, firstWords, ifUnknown, atOnce, tornado, run,
	map, thresholds, early, leaves])
	await part();
claim('a server of its own address', origin.startsWith('http://127.0.0.1:'));
await chrome.close();
program.kill('SIGTERM');
finish(chrome);
