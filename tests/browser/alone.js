// The classroom's pages alone, against the mock server:
//   node alone.js MODULES PAGES LIBRARY [--shots DIR]
// Each claim is a line; what a page shows wrongly at 320 or 1280 pixels, light
// or dark, is a finding. The last line counts.
import { Chrome, claim, finish, press, shows, until } from './chrome.js';
import { Mock, SECRET } from './mock.js';
import { TROUBLE, network } from './alone_net.js';
import { isSigned, unsealed } from './signed.js';

const [modules, pages, library, , shots] = process.argv.slice(2);
const mock = new Mock([pages, library], { seats: 6, seconds: 60, rounds: 2 });
const port = await mock.listen();
const at = `http://127.0.0.1:${port}`;
// The same machine by a name that is no secure context, as on a class's Wi-Fi.
const lan = `http://lan.test:${port}`;
const chrome = await new Chrome(modules, shots || null).open(
    '--host-resolver-rules=MAP lan.test 127.0.0.1', '--lang=en');

// Wide and dark, narrow and light: each page once.
async function both(page, name) {
	await chrome.look(page, name, 1280, 'dark');
	await chrome.look(page, name, 320, 'light');
}

const seat = (n) => mock.class.seats[n - 1];

// What students send, as the server got it.
const sent = [];
const { move, join } = mock.class;
mock.class.join = (body, token) => {
	sent.push(['join', body]);
	return join.call(mock.class, body, token);
};
mock.class.move = (who, body) => {
	sent.push(['move', body, who.seat, who.key]);
	return move.call(mock.class, who, body);
};
const lastMove = (n) => sent.filter((s) => s[0] === 'move' && s[2] === n).at(-1);

function claimSealed(words, n) {
	const [, body, , key] = lastMove(n);
	const wrong = unsealed(key, body);
	claim(`${words}: ${wrong}`, !wrong);
}

async function enrol(name, url, typed) {
	const page = await chrome.page(name, url, { expected: TROUBLE });
	await shows(page, 'Take a seat');
	if (typed)
		await page.type('#name', typed);
	await press(page, 'Take a seat');
	await shows(page, 'Hello');
	return page;
}

async function lobby() {
	const teacher = await chrome.page('teacher', `${at}/teacher`,
	    { expected: TROUBLE });
	await shows(teacher, 'Secret');
	await both(teacher, 'teacher-outside');
	await teacher.evaluate((s) => { location.hash = s; }, SECRET);
	await shows(teacher, 'Start the lesson');
	claim('the secret is gone from the address', !(await teacher.evaluate(
	    () => location.href)).includes(SECRET));
	const ann = await chrome.page('ann', `${at}/`, { expected: TROUBLE });
	await shows(ann, 'Take a seat');
	claim('a look at the page takes no seat', !seat(1).token);
	await both(ann, 'join');
	await ann.type('#code', 'wrong1');
	await press(ann, 'Take a seat');
	await shows(ann, 'That is not the code of this class.');
	await both(ann, 'join-refused');
	await ann.close();
	return teacher;
}

async function signsBothWays(a, b) {
	const [, web] = sent.filter((s) => s[0] === 'join').at(-2);
	const [, lib] = sent.filter((s) => s[0] === 'join').at(-1);
	for (const [words, body] of [['secure', web], ['plain HTTP', lib]])
		claim(`${words}: the registration is signed by its key`, body.key &&
		    isSigned(body.key, 'detente.example/enrol/v1\nclass k7q2mp' +
			`\nkey ${body.key}`, body.proof));
	claim('the first is a secure context, the second none',
	    await a.evaluate(() => isSecureContext) &&
	    !await b.evaluate(() => isSecureContext));
	claim('a key of WebCrypto cannot be read out',
	    JSON.stringify(await a.evaluate(readable)) === '[false]');
}

// May the keys that the browser keeps be read out?
const readable = () => new Promise((done) => {
	indexedDB.open('detente').onsuccess = (e) => {
		e.target.result.transaction('keys').objectStore('keys').getAll().
		    onsuccess = (f) => done(f.target.result.map(
			(k) => k.secret.extractable));
	};
});

async function names(teacher) {
	seat(3).name = 'نور الدين';
	seat(4).name = '<b>bold</b> & "quoted"';
	for (const n of [3, 4])
		Object.assign(seat(n), { state: 'here', token: `t${n}` });
	seat(5).state = 'bot';
	mock.class.moved();
	await shows(teacher, '<b>bold</b> & "quoted"');
	claim('names are text, each in its own direction', await teacher.evaluate(
	    () => document.querySelectorAll('td b').length === 0 &&
	    [...document.querySelectorAll('bdi')].some(
		(e) => e.textContent === 'نور الدين')));
	await both(teacher, 'teacher-lobby');
	await press(teacher, 'Show it large');
	await both(teacher, 'teacher-large');
	await press(teacher, 'Close');
	await teacher.evaluate(() => [...document.querySelectorAll('button')].
	    find((b) => b.textContent === 'Leave out').click());
	await both(teacher, 'teacher-exclude');
	await press(teacher, 'Cancel');
	for (const n of [3, 4, 6])
		seat(n).state = 'bot';
}

const next = async (teacher, page, words) => {
	await teacher.evaluate(() => fetch('/api/teacher', { method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: '{"do":"next"}' }));
	await shows(page, words);
};

async function before(teacher, a, b) {
	await press(teacher, 'Start the lesson');
	await shows(a, 'Before we begin');
	claim('a new stage takes the focus to its heading', await a.evaluate(
	    () => document.activeElement.tagName === 'H1'));
	await both(a, 'consent');
	await a.click('input[value="0"]');
	await press(a, 'Send');
	await shows(a, 'Thank you.');
	claim('consent is kept', seat(1).answers.consent.yes === true);
	await next(teacher, a, 'You are a lab.');
	await both(a, 'text');
	await next(teacher, a, 'Question 1 of 1');
	await shows(b, 'Before we begin');
	await b.click('input[value="1"]');
	await press(b, 'Send');
	await shows(b, 'Question 1 of 1');
	claim('who was late is asked for consent, and may say no',
	    seat(2).answers.consent.yes === false);
	await a.click('input[value="0"]');
	await press(a, 'Answer');
	await shows(a, 'Not right.');
	await both(a, 'quiz-wrong');
	await a.click('input[value="1"]');
	await press(a, 'Answer');
	await shows(a, 'Right.');
	await both(a, 'quiz-right');
	await press(a, 'Go on');
	await shows(a, 'All questions are answered');
	await both(a, 'quiz-done');
}

// Two rounds of two trips: two commitments, and then the opening of each, which
// is what its student had committed to.
function claimTrips(moves) {
	const first = moves.filter(([, body]) => body.commit);
	const rest = moves.filter(([, body]) => body.opening);
	claim('in two trips no move is shown before all have committed',
	    first.length === 4 && rest.length === 4 &&
	    moves.map(([, body]) => (body.commit ? 'c' : 'o')).join('') ===
	    'ccooccoo' && first.every(([, body]) => !body.opening));
	for (const [, body, n, key] of rest.slice(0, 2)) {
		const commit = first.find(([, , who]) => who === n)[1];
		const wrong = unsealed(key, { ...commit, ...body });
		claim(`seat ${n} opens what it committed to: ${wrong}`, !wrong);
	}
}

// Both choose; a round closes when all have.
async function playRound(a, b, n, name = 'play-chosen') {
	for (const page of [a, b])
		await shows(page, `Round ${n} of`);
	await a.bringToFront();
	await a.focus('.pick.pause');
	await a.keyboard.press('Enter');
	await until('the first move', () => seat(1).chosen || seat(1).commit);
	await shows(a, 'You chose PAUSE.');
	await both(a, name);
	await press(b, 'RACE');
}

async function practice(teacher, a, b) {
	await next(teacher, a, 'These rounds do not count.');
	await both(a, 'practice');
	await both(teacher, 'teacher-play');
	claim('the time left is shown', await a.evaluate(() =>
	    document.querySelector('.timer').getClientRects().length > 0));
	const heard = await a.evaluate(() =>
	    document.getElementById('live').textContent);
	claim('the time is announced', /You have \d+ seconds/.test(heard));
	await a.evaluate(() => {
		window.times = 0;
		new MutationObserver(() => window.times++).observe(
		    document.getElementById('live'), { childList: true,
			subtree: true, characterData: true });
	});
	await new Promise((done) => setTimeout(done, 1500));
	claim('... and once', await a.evaluate(() => window.times) === 0);
	await playRound(a, b, 1);
	await shows(a, 'Round 2 of');
	claimSealed('secure', 1);
	claimSealed('plain HTTP', 2);
	const key = seat(1).key;
	await a.reload();
	await shows(a, 'Round 2 of');
	await playRound(a, b, 2);
	claim('a reload keeps seat and key', lastMove(1)[3] === key);
	claimSealed('after a reload', 1);
}

async function firstBlock(teacher, a, b) {
	await shows(a, 'What do you expect?');
	await both(a, 'predict');
	await press(a, 'Send');
	await shows(a, 'Thank you.');
	claim('the prediction is a number', seat(1).answers.predict.pauses === 50);
	await next(teacher, a, 'Round 1 of');
	mock.class.paused = true;
	mock.class.moved();
	await shows(a, 'The teacher has stopped the clock.');
	await both(a, 'paused');
	await both(teacher, 'teacher-paused');
	mock.class.paused = false;
	mock.class.moved();
	await playRound(a, b, 1);
	await shows(a, 'Round 2 of');
	await both(a, 'play');
	mock.class.deadline = mock.class.now() + 200;
	await shows(a, 'Results:');
	await both(a, 'result');
	await next(teacher, a, 'What did you see?');
	await a.type('#text', 'I raced becau');
	mock.class.moved();
	await new Promise((done) => setTimeout(done, 300));
	claim('news do not take what is being typed', await a.evaluate(
	    () => document.getElementById('text').value) === 'I raced becau');
	await both(a, 'reflect');
}

async function treaty(teacher, a, b) {
	await next(teacher, a, 'Write your treaty');
	await both(a, 'clauses');
	await press(a, 'Propose this text');
	await shows(a, 'Thank you.');
	await next(teacher, a, 'Vote on a treaty');
	await both(a, 'vote');
	await a.click('input[value="1"]');
	await press(a, 'Vote');
	await shows(a, 'Thank you.');
	claim('the vote is the number of a text', seat(1).answers.vote.text === 2);
	await next(teacher, a, 'Sign the treaty?');
	await shows(a, 'a key that never leaves it');
	await shows(b, 'came without encryption');
	await both(a, 'sign');
	await press(a, 'Sign');
	await shows(a, 'You have signed.');
	await both(a, 'signed');
	await next(teacher, a, 'Round 1 of');
	const first = sent.length;
	for (const n of [1, 2]) {
		await playRound(a, b, n, 'play-committed');
		await both(a, 'play-treaty');
	}
	await shows(a, 'Results:');
	claimTrips(sent.slice(first).filter((s) => s[0] === 'move'));
}

async function after(teacher, a) {
	await next(teacher, a, 'A few questions');
	await both(a, 'survey');
	await press(a, 'Send');
	await shows(a, 'Thank you.');
	claim('no answer is an answer', seat(1).answers.survey.answers.before ===
	    'no answer');
	await next(teacher, a, 'opened this yet');
	await both(a, 'debrief-closed');
	mock.class.open = true;
	mock.class.moved();
	await shows(a, 'Forged afterwards');
	await shows(a, 'Accepted: the signature belongs to this text.');
	await shows(a, 'Refused: the signature does not belong to this text.');
	await both(a, 'debrief');
	await a.evaluate(() => {
		const area = document.getElementById('true-letter');
		area.value += ' ';
		area.parentNode.querySelector('button').click();
	});
	await until('two refusals', () => a.evaluate(() => document.body.innerText.
	    split('Refused:').length === 3));
	await next(teacher, a, 'The lesson is over');
	await both(a, 'end');
}

async function others() {
	const board = await chrome.page('board', `${at}/board`);
	await shows(board, 'Blocks so far');
	await both(board, 'board');
	const debrief = await chrome.page('debrief', `${at}/debrief`);
	await shows(debrief, 'Part 1');
	await both(debrief, 'debrief-page');
	const check = await chrome.page('check', `${at}/check`);
	await shows(check, 'It can sign.');
	await both(check, 'check');
	for (const page of [board, debrief, check])
		await page.close();
}

async function german(a) {
	await a.select('#language', 'de');
	await shows(a, 'Die Stunde ist zu Ende');
	claim('the language is told to readers', await a.evaluate(
	    () => document.documentElement.lang) === 'de');
	await both(a, 'german');
}

const teacher = await lobby();
const a = await enrol('student', `${at}/#K7Q2MP`, 'Zoë');
const b = await enrol('over http', `${lan}/#K7Q2MP`);
await both(a, 'lobby');
await signsBothWays(a, b);
await names(teacher);
await before(teacher, a, b);
await practice(teacher, a, b);
await firstBlock(teacher, a, b);
await treaty(teacher, a, b);
await after(teacher, a);
await others();
await german(a);
await network({ chrome, mock, at, claim }, a);
await chrome.close();
mock.close();
finish(chrome);
