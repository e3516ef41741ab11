// A class in real browsers, around the program:
//   node classroom.js MODULES DETENTE DATABASE [--shots DIR]
// A teacher and six students, each in a profile of his own, play
// `fifteen-minutes` to its end. One reloads, one goes away and comes back
// through a proxy that cuts and stalls, one never comes. The database stays,
// for `detente audit`. The last line counts.
import { spawn } from 'node:child_process';
import { Chrome, claim, finish, press, shows, until } from './chrome.js';
import { Proxy } from './proxy.js';
import { TROUBLE } from './alone_net.js';
import { plays } from './student.js';

const [modules, detente, database, , shots] = process.argv.slice(2);
const SEATS = 6;

// The program, and what it prints: the addresses.
function start() {
	const program = spawn(detente, ['classroom', '--lesson',
		'fifteen-minutes', '--seats', String(SEATS), '--port', '0',
		'-o', database], { stdio: ['ignore', 'pipe', 'pipe'] });
	program.said = '';
	for (const stream of [program.stdout, program.stderr])
		stream.on('data', (bytes) => { program.said += bytes; });
	program.gone = new Promise((done) => program.on('exit', done));
	return program;
}

const found = (program, pattern) => until(`${pattern} in what the program ` +
    'says', () => program.said.match(pattern)).catch((error) => {
	console.log(program.said);
	throw error;
});

const state = (page) => page.evaluate(async () => (await fetch(
    '/api/state')).json());

const program = start();
// Nothing is left over where a claim cannot be reached.
process.on('exit', () => program.kill('SIGKILL'));
const [teacherUrl, origin] = await found(program,
    /(http:\/\/127\.0\.0\.1:\d+)\/teacher#\S+/);
const [, code] = await found(program, /code ([0-9A-Z]{6})\b/);
const chrome = await new Chrome(modules, shots || null).open('--lang=en');
const proxy = new Proxy();
const proxyPort = await proxy.listen();

// What alone.js has looked at is not looked at again, but for its pictures.
async function both(page, name) {
	if (shots)
		await chrome.look(page, name, 1280, 'dark');
	if (shots || /debrief-page|board-lobby/.test(name))
		await chrome.look(page, name, 320, 'light');
}

async function seated(i) {
	const page = await chrome.page(`student ${i}`, `${origin}/#${code}`, {
		expected: /40[139]|503|net::ERR_/, proxy: i === 1 ? proxyPort :
		    undefined });
	await press(page, 'Take a seat');
	await shows(page, 'Hello');
	return page;
}

const teacher = await chrome.page('teacher', teacherUrl, {
	expected: TROUBLE });
await shows(teacher, 'Start the lesson');
const board = await chrome.page('board', `${origin}/board`,
    { beside: teacher, expected: TROUBLE });
await both(board, 'real-board-lobby');
// Five come, the sixth never does.
const students = [];
for (let i = 0; i < SEATS - 1; i++)
	students.push(await seated(i));
await until('five are seen', async () => (await state(teacher)).teacher.
    counts.here === SEATS - 1);
await both(teacher, 'real-teacher-lobby');
await both(students[0], 'real-lobby');
await press(teacher, 'Start the lesson');

// What each does by itself: student 2 races, the others pause.
const acts = (away) => Promise.all(students.map((page, i) => away && i === 1 ?
    null : page.evaluate(plays, i === 2 ? 'race' : 'pause')));

let before = '', timeouts = 0;
const events = { reload: false, away: 0, back: false };
const LAST = 6;

// Things that happen to people, each once, in the first block's rounds: from a
// round on, since a slow machine may not see each round in time. Whether one
// happened: the round may be over by then.
async function happens(s) {
	const round = s.stage === 'play' && s.block.n === 1 ? s.board.round : 0;
	if (round >= 2 && !events.reload) {
		events.reload = true;
		const was = (await state(students[0])).me;
		await students[0].reload();
		await until(`round ${round} or a later one on the page`, () =>
			students[0].evaluate((n) => Number((/Round (\d+)/.exec(
			    document.body.innerText) || [])[1]) >= n, round));
		const is = (await state(students[0])).me;
		claim('a reload keeps seat and name', was.seat === is.seat &&
		    was.name === is.name);
		return true;
	}
	if (round >= 3 && !events.away) {
		events.away = round;
		proxy.cut();
		await shows(students[1], 'No connection.', 20000);
		await both(students[1], 'real-away');
		return true;
	}
	if (round >= Math.min(events.away + 2, LAST) && events.away &&
	    !events.back) {
		events.back = true;
		proxy.heal();
		await shows(students[1], 'Round', 20000);
		proxy.stall();
		proxy.healNew();
		return true;
	}
	return false;
}

// The teacher goes on when nobody has anything to do.
async function teaches(s, idle) {
	const play = s.stage === 'play' || s.stage === 'practice';
	if (play && s.board.round && idle > 3000 && events.away &&
	    !events.back) {
		timeouts++;
		return press(teacher, 'Close this round');
	}
	if (play || idle < 800)
		return null;
	if (s.stage === 'debrief' && !s.open)
		await press(teacher, 'Open the debrief to students');
	return teacher.evaluate(() => [...document.querySelectorAll(
	    'button.main')].find((b) => !b.hidden && !b.disabled)?.click());
}

async function looks(s) {
	const name = `real-${s.stage}-${s.block ? s.block.n : 0}`;
	if (chrome.looked.has(`${name}-320-light`))
		return;
	await both(students[0], name);
	await both(teacher, `real-teacher-${s.stage}`);
	if (s.stage === 'result' || s.stage === 'debrief')
		await both(board, `${name}-board`);
}

const end = Date.now() + 240000;
for (let since = Date.now();;) {
	const s = await state(teacher);
	if (s.stage === 'end')
		break;
	if (Date.now() > end)
		throw new Error(`the lesson hangs at ${s.stage}`);
	const now = `${s.stage} ${s.block && s.block.n} ${s.board &&
	    s.board.round} ${s.teacher.counts.chosen}`;
	if (now !== before) {
		[before, since] = [now, Date.now()];
		await looks(s);
	}
	if (await happens(s))
		continue;
	const did = await acts(events.away && !events.back);
	if (did.some((words) => words))
		since = Date.now();
	await teaches(s, Date.now() - since);
	await new Promise((done) => setTimeout(done, 100));
}
await shows(students[0], 'The lesson is over');
await both(students[0], 'real-end');
await both(teacher, 'real-teacher-end');
const debrief = await chrome.page('debrief', `${origin}/debrief`,
    { beside: teacher, expected: TROUBLE });
await shows(debrief, 'Refused: the signature does not belong to this text.',
    90000);
await both(debrief, 'real-debrief-page');
claim(`one was away from round ${events.away} on, and the class went on (${
    timeouts} closed)`, events.back && timeouts > 0);
const last = await state(students[1]);
claim('who was away has his seat', last.role === 'student' &&
    last.me.seat === 2);
await chrome.close();
proxy.close();
program.kill('SIGTERM');
claim('the program ends well', await program.gone === 0);
finish(chrome);
