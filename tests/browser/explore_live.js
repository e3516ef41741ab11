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

// Where all know the last round, what would be if they did not is told first, as
// something else than the answer, which is still awaited.
async function firstWords() {
	await page.evaluate(() => {
		globalThis.heard = [];
		new MutationObserver(() => {
			const head = document.querySelector('.headline');
			const busy = document.querySelector(
			    '.panel.verdict [aria-busy]');
			if (head && busy)
				globalThis.heard.push([busy.ariaBusy,
					head.textContent]);
		}).observe(document.body, { subtree: true, childList: true,
			attributes: true });
	});
	await go('two-powers', 'compute-cap');
	const heard = await page.evaluate(() => globalThis.heard);
	const first = heard.filter(([, words]) => words.startsWith(
	    'If nobody knew the last round: '));
	const [busy, last] = heard[heard.length - 1];
	claim(`it is told first: ${first.length}`, first.length > 0);
	claim('while the answer is awaited', first.every(([is]) => is === 'true'));
	claim(`which takes its place: ${last}`, busy === 'false' &&
	    last.startsWith('No: all know that round 100 is the last'));
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
// All four are, in one of three takes: in the others another process may have
// held the page up.
async function atOnce() {
	const takes = [];
	const quick = (took) => took.length === 4 &&
	    took.every((ms) => ms < 30 * slow);
	while (takes.length < 3 && !takes.some(quick))
		takes.push(await asked());
	claim(`asked at once: ${takes.map((took) => took.map(Math.round)).
	    join('; ')} ms`, takes.some(quick));
}
for (const part of [many, firstWords, atOnce, tornado, run, map, thresholds,
	leaves])
	await part();
claim('a server of its own address', origin.startsWith('http://127.0.0.1:'));
await chrome.close();
program.kill('SIGTERM');
finish(chrome);
