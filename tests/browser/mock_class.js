// A lesson without a model: the stages, states and refusals of the classroom's
// routes, with bots that toss coins, so that the pages can be tested alone.
// What is right about the game is the program's to say, not this file's.

const order = ['lobby', 'consent', 'text', 'quiz', 'practice', 'predict',
	'play', 'result', 'reflect', 'clauses', 'vote', 'sign', 'play',
	'result', 'survey', 'debrief', 'end'];
const NAMES = ['Amber Otter', 'Brave Heron', 'نور الدين', 'Calm <b>Lynx</b>',
	'Dilara Yıldız-Özgür', 'Quiet Falcon'];

const quiz = [{ question: 'All four pause. What does each get?',
	answers: ['3 points', '6 points', '9 points'], right: 2,
	feedback: 'Six: look at the table.' }];
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200">' +
    '<style>text{font:14px sans-serif}</style><title>Pauses</title>' +
    '<rect x="60" y="80" width="80" height="90" fill="#0b6e4f"/>' +
    '<rect x="220" y="40" width="80" height="130" fill="#0b6e4f"/>' +
    '<text x="60" y="190">Block 1</text><text x="220" y="190">Block 2' +
    '</text></svg>';
const square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4">' +
    '<path d="M0 0h2v2H0zM3 1h1v1H3zM1 3h1v1H1z"/></svg>';

export class MockClass {
	constructor({ seats = 6, seconds = 30, rounds = 3 } = {}) {
		Object.assign(this, { seconds, rounds, v: 0, at: 0, n: 0,
			deadline: null, paused: false, open: false, proof: null });
		this.url = 'http://192.168.0.17:8080/#K7Q2MP';
		this.began = Date.now();
		this.seats = Array.from({ length: seats }, (_, i) => ({ seat: i + 1,
			name: '', agent: `Lab ${i % 3 + 1}`,
			group: Math.floor(i / 3) + 1, state: 'empty',
			chosen: false, timeouts: 0, total: 0, quiz: 0,
			history: [], token: '', answers: {} }));
		this.changed = () => {};
	}

	get stage() {
		return order[this.at];
	}

	get block() {
		return order.slice(0, this.at + 1).filter(
		    (s) => s === 'play').length || 1;
	}

	now() {
		return Date.now() - this.began;
	}

	moved() {
		this.v++;
		this.changed();
	}

	plays() {
		return ['practice', 'play'].includes(this.stage);
	}

	seat(token) {
		return token ? this.seats.find((s) => s.token === token) : null;
	}

	join(body, token) {
		if (body.code !== 'K7Q2MP')
			return [403, { error: 'That is not the code of this class.',
				do: 'Look at the board, and type it again.' }];
		const seat = this.seats.find((s) => s.state === 'empty');
		if (seat) {
			Object.assign(seat, { token, state: 'here', key: body.key,
				name: body.name || NAMES[seat.seat - 1] });
			this.moved();
		}
		return [200, null];
	}

	next() {
		if (this.at < order.length - 1)
			this.at++;
		this.n = 0;
		this.deadline = null;
		for (const s of this.seats)
			if (this.stage === 'play' || this.stage === 'practice')
				s.history = [];
		if (this.plays())
			this.round();
		else
			this.moved();
	}

	round() {
		this.n++;
		this.deadline = this.now() + 1000 * this.seconds;
		for (const s of this.seats)
			Object.assign(s, { commit: null, chosen: s.state === 'bot' ||
			    s.state === 'empty' });
		this.opening = false;
		this.moved();
	}

	move(seat, body) {
		if (!this.plays() || body.round !== this.n ||
		    body.block !== this.block)
			return [409, { error: 'That round is over.',
				do: 'Play the round on your screen.' }];
		if (seat.chosen)
			return [409, { error: 'Your seat has chosen already.',
				do: 'Wait for the others.' }];
		if (this.trips === 2 && body.commit) {
			seat.commit = body;
			this.askOpenings();
			return [200, null];
		}
		const opening = body.opening || '';
		seat.move = body.move || (opening.match(/^move (.+)$/m) || [])[1];
		if (body.opening)
			this.proof = { entry: body.opening, key: seat.key,
				signature: body.opening_signature };
		seat.chosen = true;
		seat.commit = null;
		this.settle();
		return [200, null];
	}

	// In blocks of two trips: all who can sign have committed.
	askOpenings() {
		this.opening = this.seats.every((s) => s.chosen || s.commit);
		this.moved();
	}

	get trips() {
		return this.block === 2 ? 2 : 1;
	}

	settle() {
		if (this.plays() && this.seats.every((s) => s.chosen))
			setTimeout(() => this.close(), 20);
		this.moved();
	}

	tick() {
		if (this.plays() && !this.paused && this.deadline !== null &&
		    this.now() > this.deadline)
			this.close();
	}

	close() {
		if (!this.plays())
			return;
		for (const s of this.seats) {
			const late = !s.chosen;
			const meant = late || !s.move ?
			    (Math.random() < .5 ? 'PAUSE' : 'RACE') : s.move;
			s.timeouts += late;
			s.move = null;
			s.last = { n: this.n, meant, did: Math.random() < .1 ?
			    (meant === 'PAUSE' ? 'RACE' : 'PAUSE') : meant,
			payoff: Math.floor(Math.random() * 9),
			seen: [1, 2, 3].map((i) => `Lab ${i}`).filter((l) =>
			    l !== s.agent).map((agent) => ({ agent, signal:
				Math.random() < .5 ? 'PAUSE' : 'RACE' })),
			phase: this.block === 2 ? 'in_force' : 'none',
			flagged: Math.random() < .2,
			source: late ? 'timeout' : s.state === 'bot' ? 'bot' :
			    'human' };
			s.history.push(s.last);
			s.total += s.last.payoff;
		}
		if (this.n >= (this.stage === 'practice' ? 2 : this.rounds))
			return this.next();
		this.round();
	}

	answer(seat, body) {
		const q = quiz[body.question - 1];
		const correct = body.answer === q.right;
		if (correct)
			seat.quiz = body.question;
		return [200, { correct, feedback: q.feedback }];
	}

	teach(body) {
		const seat = this.seats.find((s) => s.seat === body.seat);
		const work = { start: () => this.next(), next: () => this.next(),
			pause: () => { this.paused = true; },
			go: () => { this.paused = false; },
			open: () => { this.open = true; },
			end: () => { this.at = order.length - 1; },
			time: () => { this.deadline += 1000 * body.seconds; },
			bot: () => { seat.state = 'bot'; seat.chosen = true; },
			human: () => { seat.state = seat.token ? 'here' : 'empty'; },
			exclude: () => { seat.excluded = body.why; },
			free: () => Object.assign(seat, { state: 'empty', token: '',
				name: '', chosen: true }),
			move: () => Object.assign(seat, { state: 'paper',
				move: body.move, chosen: true }) }[body.do];
		if (!work)
			return [400, { error: 'There is no such order.', do: '' }];
		work();
		this.settle();
		return [200, null];
	}

	common(role) {
		const block = this.block;
		return { v: this.v, now: this.now(), role, class: 'k7q2mp',
			title: 'Fifteen minutes', lang: 'en', stage: this.stage,
			paused: this.paused, open: this.open, block: { n: block, of: 2,
				title: block === 1 ? 'Without a treaty' :
				    'With a treaty', text: 'You are a lab.\nEach ' +
				    'round you choose PAUSE or RACE.',
				treaty: block === 2, noise: true, trips: this.trips,
				rounds: this.rounds, chance: 1 },
			round: this.plays() ? { n: this.n, deadline:
			    this.deadline } : undefined };
	}

	state(role, seat) {
		const s = this.common(role);
		if (role === 'teacher')
			s.teacher = this.desk();
		if (role !== 'student')
			s.board = { url: this.url, code: 'K7Q2MP', qr: square,
				round: this.plays() ? this.n : undefined,
				deadline: this.deadline || undefined,
				rates: [1, 2].map((n) => ({ block: n, title:
				    `Part ${n}`, pause: .3 * n, rounds: 10,
				    payoff: 2.25, ...(n < 2 && { raced: 42,
					paused: 18, races_reported: 33,
					pauses_reported: 2 }) })) };
		return seat ? { ...s, ...this.own(seat, s) } : s;
	}

	desk() {
		return { url: this.url, code: 'K7Q2MP', qr: square, warn: [],
			next: this.plays() ? 'round' : 'stage', deadline:
			    this.deadline || undefined,
			seats: this.seats.map(({ seat, name, agent, group, state,
				chosen, timeouts }) => ({ seat, name, agent, group,
				state, chosen, timeouts, same_device: seat === 2 ? 1 : 0 })),
			counts: { here: this.seats.filter((s) =>
			    s.state === 'here').length, away: 0,
			bots: this.seats.filter((s) => s.state === 'bot').length } };
	}

	own(seat, s) {
		const q = quiz[seat.quiz];
		return { me: { name: seat.name, seat: seat.seat, agent: seat.agent,
			delegation: [seat.name], bot: seat.state === 'bot',
			connected: true, total: seat.total,
			signs: Boolean(seat.key) },
		group: { n: seat.group, agents: [1, 2, 3].map((i) => ({
			name: `Lab ${i}`, me: seat.agent === `Lab ${i}`,
			party: this.block === 2 })) },
		round: s.round && { ...s.round,
			chosen: seat.chosen || Boolean(seat.commit),
			unopened: Boolean(this.opening && seat.commit),
			run: seat.group, ...this.forms(seat), payoffs: {
				form: 'table', rows: [0, 1, 2].map((n) => ({
				    racers: n, pause: 6 - 2 * n,
				    race: 9 - 2 * n })) } },
		last: seat.last, history: seat.history,
		quiz: { n: Math.min(seat.quiz + 1, quiz.length), of: quiz.length,
			done: !q, ...(q && { question: q.question,
				answers: q.answers }) },
		consent: this.at > 0 && (this.stage === 'consent' ||
		    !seat.answers.consent) ? { version: '1', text:
			'We play a game.\nMay we use it?',
		said: Boolean(seat.answers.consent) } : undefined,
		predict: { question: 'How many of 100 moves will be pauses?' },
		reflect: { question: 'When did you race, and why?' },
		survey: [{ key: 'before', question: 'Played before?',
			answers: ['yes', 'no'] }, { key: 'age',
			question: 'How old are you?', answers: [] }],
		clauses: [{ key: 'fine', title: 'The fine', values: ['2', '4'],
			labels: ['2 points', '4 points'] }],
		texts: [{ n: 1, text: 'The fine: 4 points\nThe watch: good' },
			{ n: 2, text: 'The fine: 2 points\nThe watch: bad' }],
		sign: { entry: `detente.example/ratify/v1\nagent b2.seat-0` +
		    `${seat.seat}\ntreaty AAAA`, treaty: 'treaty: class-halt\n' +
		    'response:\n  fine: 4\n', signed: seat.answers.sign === true,
		answered: seat.answers.sign !== undefined } };
	}

	// What is to be signed in a round, as the program gives it.
	forms(seat) {
		const slot = (kind) => `detente.example/${kind}/v1\n` +
		    `run ${seat.group}\nround ${this.n}\n` +
		    `agent b${this.block}.seat-0${seat.seat}\n`;
		return { opening: `${slot('open')}move %MOVE%\nnonce %NONCE%`,
			commit: `${slot('commit')}commit %HASH%` };
	}

	debrief() {
		return { schema_version: 1, proof: this.proof, sections: [0, 1, 2].
		    map((block) => ({ block, title: `Part ${block}`,
			says: ['60% of the moves paused.'], figures: [{
			    name: 'signals', title: 'Signals', picture: true,
			    desc: 'What was signalled against what was done.',
			    columns: [{ name: 'done', head: 'done', unit: '' },
				{ name: 'pause_share', head: 'paused',
				    unit: 'share of moves' }, { name: 'rounds',
				    head: 'rounds', unit: '' }],
			    rows: [['PAUSE', .6, 10], ['RACE', .4, 10]] }] })) };
	}

	picture() {
		return svg;
	}
}
