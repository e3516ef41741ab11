// A page of dials around the program, and moves of its first dials: what the
// test and the measurement share.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Chrome, until } from './chrome.js';

// A browser with the page, and go(scenario, treaty, more): a design, once its
// verdict is drawn.
export async function begin(modules, detente, shots = null) {
	const program = spawn(detente, ['explore'], {
		stdio: ['ignore', 'pipe', 'pipe'] });
	process.on('exit', () => program.kill('SIGKILL'));
	let said = '';
	program.stdout.on('data', (bytes) => { said += bytes; });
	const [origin] = await until('the address', () => said.match(
	    /http:\/\/127\.0\.0\.1:\d+/));
	const chrome = await new Chrome(modules, shots || null).open('--lang=en',
	    '--js-flags=--expose-gc');
	const page = await chrome.page('explore', `${origin}/`, {
		expected: /4(10|22)/ });
	const go = async (scenario, treaty, more = '') => {
		await page.evaluate((hash) => {
			location.hash = hash;
		}, `#scenario=${scenario}&treaty=${treaty}${more && '&'}${more}`);
		await until('a verdict', () => page.evaluate(() => {
			const at = document.querySelector('.headline');
			return at && at.textContent && !document.querySelector(
			    '[aria-busy="true"]');
		}), 120000);
	};
	return { chrome, page, program, origin, go };
}

// Processes of the server that work on a question.
export function children({ pid }) {
	try {
		return readFileSync(`/proc/${pid}/task/${pid}/children`,
		    'utf8').split(' ').filter((word) => word).length;
	} catch {
		return 0;
	}
}

export const memory = ({ pid }) => Number(readFileSync(`/proc/${pid}/status`,
    'utf8').match(/VmRSS:\s+(\d+)/)[1]);

export async function heap(page) {
	await page.evaluate(() => globalThis.gc && globalThis.gc());
	return (await page.metrics()).JSHeapUsedSize;
}

// n moves of a dial, one after the other: from each input event to the drawn
// verdict, in ms, and to the first words that are not of before; `own`: those were
// the answer's, and of no other question; `from`: how many went before.
export const moves = (page, n, from = 0) => page.evaluate(async (many, first) => {
	const panel = document.querySelector('.panel.verdict [aria-busy]');
	const head = document.querySelector('.headline');
	// Once a panel's attributes are so, and that is drawn.
	const drawn = (is) => new Promise((done) => {
		const look = new MutationObserver(() => {
			if (!is())
				return;
			look.disconnect();
			requestAnimationFrame(() => setTimeout(() =>
				done(performance.now()), 0));
		});
		look.observe(panel, { attributes: true, attributeFilter:
			['aria-busy', 'class'] });
	});
	const sliders = [...document.querySelectorAll('.dial input[type=range]')];
	// A number of the treaty's own: another patience may be another game.
	const slider = sliders.find((s) => Number(s.step) < 1 && s.id !==
	    'dial-continuation') || sliders[0];
	const [least, most] = [Number(slider.min), Number(slider.max)];
	const took = [];
	for (let i = first; i < first + many; i++) {
		// Of the middle part of its range, a new value each time.
		slider.value = String(least + (most - least) * (.2 + .6 *
		    ((i * 61) % 997) / 997));
		const began = performance.now();
		slider.dispatchEvent(new Event('input'));
		const early = drawn(() => !panel.classList.contains('old')).
		    then((at) => [at, head.textContent]);
		const [[first, words], whole] = await Promise.all([early,
			drawn(() => panel.getAttribute('aria-busy') ===
			    'false')]);
		took.push({ first: first - began, whole: whole - began,
			own: !words.startsWith('If nobody knew') });
	}
	return took;
}, n, from);

// n moves as fast as a hand may be, the last one to where grim fails: how long
// after it its verdict is drawn; how many verdicts were asked for, and how many
// of them behind the last move.
export const rapid = (page, n) => page.evaluate(async (many) => {
	const panel = document.querySelector('.panel.verdict [aria-busy]');
	const slider = document.getElementById('dial-treaty-monitoring-miss');
	const real = window.fetch, asked = [];
	window.fetch = (...words) => {
		if (words[1] && String(words[1].body).includes('"verdict"'))
			asked.push(performance.now());
		return real(...words);
	};
	for (let i = 0; i < many; i++) {
		slider.value = String(i + 1 === many ? .9 : .1 + .3 * i / many);
		slider.dispatchEvent(new Event('input'));
		await new Promise((done) => setTimeout(done, 2));
	}
	const began = performance.now();
	while (panel.getAttribute('aria-busy') !== 'false')
		await new Promise((done) => setTimeout(done, 5));
	window.fetch = real;
	return { late: performance.now() - began, sent: asked.length,
		behind: asked.filter((at) => at > began).length,
		verdict: document.querySelector('.headline').textContent };
}, n);

// The floor: a question to the server that it answers at once, drawn.
export const echoes = (page, n) => page.evaluate(async (many) => {
	const took = [];
	for (let i = 0; i < many; i++) {
		const began = performance.now();
		await (await fetch('/api/leave', { method: 'POST', headers: {
			'Content-Type': 'application/json' },
		body: '{"page":"echo"}' })).json();
		await new Promise((done) => requestAnimationFrame(() =>
			setTimeout(done, 0)));
		took.push(performance.now() - began);
	}
	return took;
}, n);
