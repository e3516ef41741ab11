// The page of dials in a browser, around the program:
//   node explore.js MODULES DETENTE [--shots DIR]
// The tour runs to its end; a dial that crosses the edge that `solve` prints
// flips the verdict; rapid moves leave nothing behind. The last line counts.
import { spawn } from 'node:child_process';
import { Chrome, claim, finish, press, shows, until } from './chrome.js';

const [modules, detente, , shots] = process.argv.slice(2);

const program = spawn(detente, ['explore'], {
	stdio: ['ignore', 'pipe', 'pipe'] });
process.on('exit', () => program.kill('SIGKILL'));
let said = '';
program.stdout.on('data', (bytes) => { said += bytes; });
const [origin] = await until('the address', () => said.match(
    /http:\/\/127\.0\.0\.1:\d+/));
const chrome = await new Chrome(modules, shots || null).open('--lang=en');
const page = await chrome.page('explore', `${origin}/`, {
	expected: /4(10|22)/ });

async function both(name) {
	await chrome.look(page, name, 1280, 'light');
	await chrome.look(page, name, 390, 'dark');
}

// The verdict on what stands in the address, once nothing newer is awaited.
const settled = () => until('a verdict', () => page.evaluate(() => {
	const at = document.querySelector('.headline');
	return at && at.textContent && !document.querySelector(
	    '[aria-busy="true"]') ? at.className : '';
}), 60000);

async function tour() {
	await press(page, 'Take the tour');
	for (let n = 1; n <= 5; n++) {
		await shows(page, `Question ${n} of 5`);
		await page.click('input[name=guess][value="1"]');
		await press(page, 'That is my guess');
		await until(`an answer to question ${n}`, () => page.evaluate(
		    () => Boolean(document.querySelector(
			'.card [role=status] button'))), 60000);
		if (n === 1)
			await both('explore-tour');
		await press(page, 'Next');
	}
	await shows(page, 'The tour is over');
}

// Each edge as `detente solve two-powers --treaty grim --set
// continuation=0.99 --thresholds` prints it: within and beyond.
const edges = [['treaty.monitoring.miss', .571375, 1],
	['continuation', .977539, -1], ['treaty.monitoring.false_alarm',
	.0568891, 1], ['treaty.response.ladder.1.fine', 17.6471, 1]];

async function crosses([key, edge, beyond]) {
	for (const [side, wanted] of [[-1, 'yes'], [1, 'no']]) {
		const value = edge * (1 + side * beyond * .002);
		await page.evaluate((k, v) => {
			const id = `dial-${k.replace(/\W/g, '-')}`;
			const field = document.getElementById(id).parentNode.
			    querySelector('.field');
			field.value = v;
			field.dispatchEvent(new Event('change'));
		}, key, String(value));
		const is = await settled();
		claim(`${key} ${value}: ${wanted}`, is.includes(wanted));
	}
	await press(page, 'Undo');
	await settled();
}

async function rapid() {
	const said = await page.evaluate(async () => {
		const slider = document.getElementById('dial-treaty-monitoring-miss');
		for (let i = 0; i < 200; i++) {
			slider.value = String(.1 + i / 1000);
			slider.dispatchEvent(new Event('input'));
			await new Promise((done) => setTimeout(done, 2));
		}
		slider.value = '.9';
		slider.dispatchEvent(new Event('input'));
		return slider.closest('.dial').textContent;
	});
	claim('where it held before the move is not said as of now',
	    said.includes('is being worked out') && !said.includes('Holds with'));
	const is = await settled();
	claim('the last of many moves is the one that is told', is.includes('no'));
	await press(page, 'Undo');
	await settled();
}

async function text() {
	await page.evaluate(() => {
		const yaml = document.getElementById('yaml');
		yaml.value = yaml.value.replace(/miss: .*/,
		    'miss: 0.1   # as the inspectors say');
		yaml.dispatchEvent(new Event('input'));
	});
	await until('the text is the treaty', () => page.evaluate(
	    () => location.hash.includes('text=')));
	await settled();
	await page.evaluate(() => {
		const slider = document.getElementById('dial-treaty-monitoring-miss');
		slider.value = '.2';
		slider.dispatchEvent(new Event('input'));
	});
	await settled();
	const line = await page.evaluate(() => document.getElementById('yaml').
	    value.match(/ *miss: .*/)[0]);
	claim(`a dial changes the text, and a comment stays: ${line}`,
	    /miss: 0\.2 {3}# as the inspectors say/.test(line));
	await page.evaluate(() => {
		const yaml = document.getElementById('yaml');
		yaml.value = yaml.value.replace(/miss: \S+/, 'miss: often');
		yaml.dispatchEvent(new Event('input'));
	});
	await shows(page, "'often' is not a number");
	await both('explore-fault');
	await press(page, 'Undo');
	await settled();
}

async function map() {
	await page.select('#map-x', 'treaty.monitoring.miss');
	await page.select('#map-y', 'treaty.monitoring.false_alarm');
	await press(page, 'Draw the map');
	await until('the map', () => page.evaluate(() => document.querySelectorAll(
	    '.map .cell').length > 100), 60000);
	await both('explore-map');
	for (const wanted of ['yes', 'no']) {
		await page.evaluate((w) => document.querySelector(
		    `.map .cell.${w}`).dispatchEvent(new Event('click')), wanted);
		claim(`a point of the map agrees with the verdict: ${wanted}`,
		    (await settled()).includes(wanted));
	}
	await press(page, 'Pin this design');
	await both('explore-pinned');
}

await shows(page, 'Take the tour');
await both('explore-start');
await tour();
await page.evaluate(() => {
	location.hash = '#scenario=two-powers&treaty=grim&continuation=0.99';
});
await settled();
await both('explore');
for (const edge of edges)
	await crosses(edge);
await rapid();
await map();
await text();
await chrome.close();
program.kill('SIGTERM');
finish(chrome);
