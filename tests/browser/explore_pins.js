// What is kept of the page of dials, around the program:
//   node explore_pins.js MODULES DETENTE FOLDER [--shots DIR]
// Designs are pinned into a file, come back, are compared and withdrawn; each
// picture and table is saved, with the program's numbers; the brief is one
// page, on A4 and on Letter; what the page shows are the digits of `solve`.
// The last line counts.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Chrome, claim, finish, press, shows, until } from './chrome.js';

const [modules, detente, folder, , shots] = process.argv.slice(2);
const file = join(folder, 'designs.db');

const program = spawn(detente, ['explore', '-o', file], {
	stdio: ['ignore', 'pipe', 'pipe'] });
process.on('exit', () => program.kill('SIGKILL'));
let said = '';
program.stdout.on('data', (bytes) => { said += bytes; });
const [origin] = await until('the address', () => said.match(
    /http:\/\/127\.0\.0\.1:\d+/));
const chrome = await new Chrome(modules, shots || null).open('--lang=en');
const page = await chrome.page('explore', `${origin}/`, {
	expected: /4(10|22)/ });
await (await page.createCDPSession()).send('Browser.setDownloadBehavior', {
	behavior: 'allow', downloadPath: folder,
	browserContextId: page.browserContext().id });

const answer = (...words) => JSON.parse(spawnSync(detente, [...words,
	'--format', 'json'], { encoding: 'utf8', maxBuffer: 1e8 }).stdout);
// As a page shows a number: four digits that count.
const digits = (value) => Number(Number(value).toPrecision(4)).
    toLocaleString('en', { maximumFractionDigits: 12 });

async function both(name) {
	await chrome.look(page, name, 1280, 'light');
	await chrome.look(page, name, 390, 'dark');
}

const settled = () => until('a verdict', () => page.evaluate(() => {
	const at = document.querySelector('.headline');
	return at && at.textContent && !document.querySelector(
	    '[aria-busy="true"]') ? at.textContent : '';
}), 60000);

async function go(hash) {
	await page.evaluate((to) => { location.hash = to; }, hash);
	await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
	return settled();
}

async function start() {
	await shows(page, 'Take the tour');
	await both('start');
	await page.evaluate(() => document.querySelector(
	    'input[name=scenario][value=duel]').click());
	await page.evaluate(() => document.querySelector(
	    'input[name=treaty][value=""]').click());
	await shows(page, 'no treaty of its own: choose one');
	claim('there is nothing to explore without a treaty', await page.evaluate(
	    () => document.querySelector('.chosen button').disabled));
	await page.evaluate(() => document.querySelector(
	    'input[name=scenario][value=two-powers]').click());
	await page.evaluate(() => document.querySelector(
	    'input[name=treaty][value=grim]').click());
	await press(page, 'Explore it');
	claim('a scenario and a treaty are a design', (await settled()).
	    startsWith('No'));
}

const pins = () => page.evaluate(() => [...document.querySelectorAll(
    '.pins tbody tr th a')].map((a) => a.textContent));

async function pin(hash, name) {
	await go(hash);
	await page.evaluate((words) => {
		document.getElementById('pin-name').value = words;
	}, name);
	await press(page, 'Pin this design');
	await until(`the pin ${name}`, async () => (await pins()).includes(name));
}

// Each figure of the comparison is that of the command.
async function compared() {
	await press(page, 'Compare side by side');
	await until('the comparison', () => page.evaluate(() => Boolean(
	    document.querySelector('#comparison table'))), 60000);
	const cells = await page.evaluate(() => Object.fromEntries([
		...document.querySelectorAll('#comparison tbody tr')].map((tr) =>
	    [...tr.cells].map((c) => c.textContent)).map(([key, ...rest]) =>
	    [key, rest])));
	const rows = [['grim', 'continuation=0.99'], ['cwc', 'continuation=0.99']].
	    map(([treaty, set]) => answer('compare', 'two-powers', '--treaties',
		treaty, '--set', set).tables.comparison[0]);
	rows.forEach((row, i) => {
		for (const [head, key] of [['Rounds paused', 'pause_share'],
			['Payoff a round', 'payoff_per_round']]) {
			const text = row[`${key}_se`] ? `${digits(row[key])} [${digits(
			    row[`${key}_low95`])}, ${digits(row[`${key}_high95`])}]` :
			    digits(row[key]);
			claim(`${head}: ${cells[head][i]} is ${text}`,
			    cells[head][i] === text);
		}
		const loss = `${row.slack < 0 ? 'gains' : 'loses'} ${digits(
		    Math.abs(row.slack))}`;
		claim(`what it gains: ${cells['It, by that departure'][i]}`,
		    cells['It, by that departure'][i].startsWith(loss));
	});
	claim('one was played, and has an interval',
	    rows.some((row) => row.runs) && rows.some((row) => !row.runs));
	await both('compared');
}

// Chromium keeps a file's place by an empty one, until all of it is there.
async function saved(name, most) {
	return until(`${name} in ${readdirSync(folder)}`, () => {
		const bytes = readdirSync(folder).includes(name) &&
		    readFileSync(join(folder, name));
		return bytes.length > 0 && bytes;
	}, most);
}

const save = (label) => until(`the button ${label}`, () => page.evaluate(
    (words) => {
	const found = document.querySelector(`button[aria-label="${words}"]`);
	if (found)
		found.click();
	return Boolean(found);
}, label));

// A table of numbers and texts without quotes, as these are.
const rowsOf = (csv) => {
	const [heads, ...lines] = String(csv).trim().split('\n').map(
	    (line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g).map((cell) =>
		cell.replace(/,$/, '').replace(/^"(.*)"$/, '$1')));
	return lines.map((cells) => Object.fromEntries(heads.map(
	    (head, i) => [head, cells[i]])));
};

const same = (saved, rows) => saved.length === rows.length && rows.every(
    (row, i) => Object.keys(row).every((key) => row[key] === null ?
	saved[i][key] === '' : typeof row[key] === 'number' ?
	Number(saved[i][key]) === row[key] : saved[i][key] === row[key]));

// Pictures of their own, with the tables that they are drawn from.
async function live(name) {
	const of = ['two-powers', '--treaty', 'grim', '--set',
		'continuation=0.99'];
	await press(page, 'Play this design');
	for (const [label, what, table] of [['what matters most', 'tornado',
		answer('solve', ...of, '--tornado').tables.tornado], ['the run',
		'run-1', answer('run', ...of, '--seed', '1', '--run', '1').tables.
		    rounds]]) {
		// Chromium drops what a page saves beyond ten files a second.
		await new Promise((done) => setTimeout(done, 1200));
		await save(`Save ${label} as CSV`);
		claim(`${label} as CSV has the program's values`, same(rowsOf(
		    await saved(`${name}-${what}.csv`)), table));
		await save(`Save ${label} as SVG`);
		const svg = String(await saved(`${name}-${what}.svg`));
		claim(`${label} is a picture of its own`, svg.startsWith('<svg') &&
		    svg.includes('fill="rgb') && !svg.includes('class="'));
		await save(`Save ${label} as PNG`);
		claim(`${label} as PNG`, (await saved(`${name}-${what}.png`)).
		    length > 1000);
	}
}

async function files() {
	const name = 'two-powers-grim-continuation=0.99';
	await go('#scenario=two-powers&treaty=grim&continuation=0.99');
	const { tables } = answer('solve', 'two-powers', '--treaty', 'grim',
	    '--set', 'continuation=0.99');
	await save('Save the verdict as CSV');
	claim('the verdict as CSV has the program\'s values', same(rowsOf(
	    await saved(`${name}-verdict.csv`)), tables.parts));
	await save('Save the bars as CSV');
	claim('the bars as CSV have all digits', same(rowsOf(
	    await saved(`${name}-bars.csv`)), tables.slack));
	await page.select('#map-x', 'treaty.monitoring.miss');
	await page.select('#map-y', 'treaty.monitoring.false_alarm');
	await press(page, 'Draw the map');
	await until('the map', () => page.evaluate(() => document.querySelectorAll(
	    '.map .cell').length > 100), 60000);
	await save('Save the map as CSV');
	claim('the map as CSV has a row a field', rowsOf(
	    await saved(`${name}-map.csv`)).length === 225);
	for (const [what, has] of [['bars', 'loses'], ['map', 'miss']]) {
		await save(`Save the ${what} as SVG`);
		const svg = String(await saved(`${name}-${what}.svg`));
		claim(`the ${what} are a picture of their own`, svg.startsWith(
		    '<svg') && svg.includes(has) && !svg.includes('class="') ===
		    (what === 'bars') && !svg.includes('<script'));
		await save(`Save the ${what} as PNG`);
		const png = await saved(`${name}-${what}.png`);
		claim(`the ${what} as PNG: ${png.readUInt32BE(16)} wide`,
		    png.subarray(1, 4).toString() === 'PNG' &&
		    png.readUInt32BE(16) >= 480 && png.length > 2000);
	}
	await live(name);
	await save('Save the dials as CSV');
	const dials = rowsOf(await saved(`${name}-dials.csv`));
	claim('the dials as CSV', dials.some((row) => row.key ===
	    'treaty.monitoring.miss'));
	await press(page, 'Download the treaty');
	claim('the treaty', String(await saved(`${name}.yaml`)).includes(
	    'treaty: grim'));
}

// How many pages a browser prints of a file.
async function pagesOf(html, format) {
	const sheet = await chrome.browser.newPage();
	await sheet.setContent(String(html));
	const pdf = Buffer.from(await sheet.pdf({ format })).toString('latin1');
	await sheet.close();
	return (pdf.match(/\/Type\s*\/Page\b(?!s)/g) || []).length;
}

// The last one is among the longest of all shipped pairs: within a hundred bytes
// of the longest, which takes ten times as long (make explore-equality tells).
async function briefs() {
	for (const [scenario, treaty] of [['two-powers', 'grim'],
		['frontier', 'npt-iaea']]) {
		await go(`#scenario=${scenario}&treaty=${treaty}`);
		await press(page, 'Download the brief');
		const html = await saved(`${scenario}-${treaty}-brief.html`,
		    60000);
		const command = spawnSync(detente, ['report', '--brief', scenario,
			'--treaty', treaty], { encoding: 'utf8' }).stdout;
		claim(`the brief of ${scenario} is that of the command`,
		    String(html) === command);
		for (const format of ['a4', 'letter']) {
			const n = await pagesOf(html, format);
			claim(`it is one page of ${format}: ${n}`, n === 1);
		}
	}
}

// What stands in the page is what the command says, to the digits shown.
async function pairs() {
	for (const [scenario, treaty] of [['two-powers', 'green-porter'],
		['noisy-pair', 'bwc'], ['trio', 'grim']]) {
		await go(`#scenario=${scenario}&treaty=${treaty}&continuation=0.9`);
		const { says, tables } = answer('solve', scenario, '--treaty',
		    treaty, '--set', 'continuation=0.9');
		// A slow machine draws it later.
		const said = await page.waitForFunction((words) => words.every(
		    (w) => document.querySelector('.verdict').innerText.
			includes(w)), { timeout: 30000 }, says).then(
		    () => true, () => false);
		const seen = await page.evaluate(() => ({ margins: [
			...document.querySelectorAll('.verdict tbody tr')].map(
			(tr) => tr.cells[1].textContent) }));
		claim(`${scenario} under ${treaty}: each sentence`, said);
		const worst = new Map();
		for (const { party, best } of tables.slack)
			if (typeof best === 'number')
				worst.set(party, Math.max(best, worst.get(party) ??
				    -Infinity));
		claim(`${scenario} under ${treaty}: each margin ${seen.margins}`,
		    worst.size > 0 && [...worst.values()].map((best) => best > 0 ?
			`gains ${digits(best)}` : `loses ${digits(-best)}`).
			join() === seen.margins.join());
	}
}

await start();
await pin('#scenario=two-powers&treaty=grim&continuation=0.99', 'Grim, patient');
await pin('#scenario=two-powers&treaty=cwc&continuation=0.99', 'CWC');
await compared();
await page.reload();
await settled();
await until('pins come back', async () => (await pins()).join() ===
    'Grim, patient,CWC');
await save('Withdraw: CWC');
await until('it is withdrawn', async () => (await pins()).join() ===
    'Grim, patient');
await press(page, 'Withdrawn (1)');
await shows(page, 'withdrawn by');
await both('withdrawn');
await files();
await briefs();
await pairs();
await chrome.close();
program.kill('SIGTERM');
finish(chrome);
