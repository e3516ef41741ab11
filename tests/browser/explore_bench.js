// How fast the page of dials is: node explore_bench.js MODULES DETENTE
// [SCENARIO/TREATY]... Of each pair, all shipped ones of two parties where none
// is named: ms from an input event to the first words that are not of before and
// to the whole verdict, p50 and p95 over MOVES moves (200), beside the floor: an
// echo of the same server, drawn. `own`: of the moves, % whose first words were the
// answer's first sentence, and not that to another question. Then three that are
// played, for seconds, over a twentieth of the moves. Then 1,000 rapid moves: how
// long after the last one its answer is drawn, and memory of the server (kB) and of
// the page (kB) before and after.
import { execFileSync } from 'node:child_process';
import { begin, children, echoes, heap, memory, moves, rapid }
	from './explore_moves.js';

const [modules, detente, ...named] = process.argv.slice(2);
const many = Number(process.env.MOVES || 200);
const list = (kind) => execFileSync(detente, ['list', kind, '--format', 'csv'],
    { encoding: 'utf8' }).trim().split('\n').slice(1).map((line) =>
	line.split(',')[0]);
// Two parties, and no race behind them.
const pairs = named.length > 0 ? named.map((word) => word.split('/')) :
	['duel', 'noisy-pair', 'two-powers'].flatMap((scenario) =>
		list('treaties').filter((treaty) => treaty !== 'none').map(
		    (treaty) => [scenario, treaty])).concat([
		['frontier', 'verified-halt'], ['trio', 'verified-halt'],
		['group-of-ten', 'compute-cap']].map((pair) => [...pair, 20]));
const at = (list, share) => [...list].sort((a, b) => a - b)[Math.min(
    list.length - 1, Math.floor(share * list.length))];
const two = (list) => [.5, .95].map((share) => at(list, share).toFixed(1).
    padStart(8)).join('');

const { chrome, page, program, go } = await begin(modules, detente);
console.log(`${'ms from input to what is drawn'.padEnd(36)}` +
    ' own first50 first95 whole50 whole95  floor50 floor95');
for (const [scenario, treaty, less = 1] of pairs) {
	const name = `${scenario} ${treaty}`.padEnd(32);
	try {
		await go(scenario, treaty);
		const exact = await page.evaluate(() => document.querySelector(
		    '.panel.verdict').textContent.includes('Exact.'));
		// A few at a time: one call has a limit.
		const took = [];
		const some = () => took.length > 0 && took.every((ms) =>
			ms.whole < 1000) ? 20 : 2;
		const all = Math.ceil(many / less);
		while (took.length < all)
			took.push(...await moves(page, Math.min(some(), all -
			    took.length), took.length));
		const own = Math.floor(100 * took.filter((ms) => ms.own).length /
		    took.length);
		console.log(`${name} ${exact ? 'ex.' : 'sim'} ${String(own).
		    padStart(3)}${two(took.map(
		    (ms) => ms.first))}${two(took.map((ms) => ms.whole))}  ${
			two(await echoes(page, 50))}`);
	} catch (error) {
		console.log(`${name} ${error.message}`);
	}
}
await go('two-powers', 'grim', 'continuation=0.99');
await rapid(page, 100);
await page.evaluate(() => new Promise((done) => setTimeout(done, 3000)));
const before = [memory(program), await heap(page) / 1024];
const { late, sent } = await rapid(page, 1000);
await page.evaluate(() => new Promise((done) => setTimeout(done, 3000)));
const after = [memory(program), await heap(page) / 1024];
console.log(`1,000 rapid moves: the last one drawn after ${late.toFixed(0)} ` +
    `ms (floor 300); ${sent} asked; jobs left ${children(program)}; server ${
	before[0]} to ${after[0]} kB; page ${before[1].toFixed(0)} to ${
	after[1].toFixed(0)} kB`);
await chrome.close();
program.kill('SIGTERM');
process.exit(0);
