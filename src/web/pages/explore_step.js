// One run, stepped round by round: what each meant, did and declared, who saw
// it race, the treaty's phase, and what it got. Every row is the reference
// engine's, as `run --run 1` prints it.
import { button, fill, h, table } from './dom.js';
import { part } from './bars.js';
import { command } from './design.js';
import { Question, working } from './explore_ask.js';
import { alone, saver } from './save.js';
import { move } from './move.js';
import { digits, t, word } from './texts.js';

const WIDE = 600, LANE = 18, PACE = 500;

// Rows of a round and agent, as rounds of agents.
function byRound(rows) {
	const rounds = [];
	for (const row of rows) {
		if (rounds.length === 0 || rounds.at(-1)[0].round !== row.round)
			rounds.push([]);
		rounds.at(-1).push(row);
	}
	return rounds;
}

const phase = (row) => word('phase', row.phase.replace(/ /g, '_'));

// A lane an agent: a race stands high, a pause low; a dot is an alarm.
function strip(rounds, at) {
	const agents = rounds[0].length, w = WIDE / rounds.length;
	const svg = part('svg', { viewBox: `0 0 ${WIDE} ${LANE * agents + 8}`,
		class: 'lanes', 'aria-hidden': 'true', preserveAspectRatio: 'none' });
	rounds.forEach((round, k) => round.forEach((row, i) => {
		const race = row.executed === 'RACE', high = race ? LANE - 4 : 5;
		svg.append(part('rect', { x: k * w, y: LANE * (i + 1) - high - 2,
			width: Math.max(.5, w - .5), height: high,
			class: race ? 'raced' : 'paused' }));
		if (row.alarm === 'yes' && row.party === 'yes')
			svg.append(part('circle', { cx: (k + .5) * w, cy: LANE * i +
			    3, r: Math.min(2.5, w / 2), class: 'alarm' }));
	}));
	svg.append(part('rect', { x: at * w, y: 0, width: Math.max(1.5, w),
		height: LANE * agents + 8, class: 'cursor' }));
	return svg;
}

export class Stepper {
	// name(what): a file's name for what belongs to the design.
	constructor(at, design, name) {
		Object.assign(this, { at, design, name, rounds: [], place: 0,
			asked: false, timer: null });
		this.seed = h('input', { id: 'run-seed', class: 'field',
			inputmode: 'numeric', value: '1',
			on: { change: () => this.ask() } });
		this.slider = h('input', { type: 'range', id: 'run-round', min: '1',
			max: '1', value: '1', on: { input: () => this.go(
			    Number(this.slider.value) - 1) } });
		this.told = h('p', { class: 'headline open', role: 'status',
			id: 'run-told' });
		this.picture = h('div', {});
		this.rows = h('div', {});
		this.command = h('input', { id: 'run-command', readonly: true });
		this.player = button(t('run_play'), () => this.play(), 'small');
		this.controls = h('div', { hidden: true }, h('div', { class: 'row' },
		    button(t('run_first'), () => this.step(-Infinity), 'small'),
		    button(t('run_back'), () => this.step(-1), 'small'), this.player,
		    button(t('run_step'), () => this.step(1), 'small'),
		    button(t('run_alarm'), () => this.alarm(), 'small')),
		h('label', { for: 'run-round' }, t('run_round')), this.slider,
		this.picture, this.told, this.rows, saver(t('file_run'), () =>
		    this.name(`run-${this.seed.value.trim()}`), {
			svg: () => alone(this.picture.querySelector('svg'),
			    this.told.textContent),
			rows: () => this.rounds.flat() }), h('label', { for:
			'run-command' }, t('same_rounds')), this.command);
		this.fault = h('p', { class: 'help', role: 'status' });
		this.question = new Question('run', (answer) => this.show(
		    answer.answer), (error) => {
			this.controls.hidden = true;
			this.fault.textContent = error.message || t('fault');
		}, (busy) => this.busy(busy));
		fill(at, h('p', { class: 'help' }, t('run_help')),
		    h('div', { class: 'row' }, h('div', {}, h('label', { for:
			'run-seed' }, t('run_seed')), this.seed),
		    button(t('run_begin'), () => this.ask(), 'main'),
		    button(t('run_another'), () => this.another())),
		    this.fault, this.controls);
	}

	another() {
		this.seed.value = String(1 + Math.floor(Math.random() * 1e6));
		this.ask();
	}

	ask() {
		const seed = this.seed.value.trim();
		if (!/^\d{1,15}$/.test(seed)) {
			this.fault.textContent = t('run_seed_is');
			return;
		}
		this.asked = true;
		this.command.value = command(this.design.now, 'run',
		    ['--seed', seed, '--run', '1']);
		this.question.ask({ ...this.design.question(), seed, run: '1' });
	}

	// The design has moved: once a run is shown, it follows.
	moved() {
		if (this.asked)
			this.ask();
	}

	left() {
		this.stop();
		if (!this.asked)
			return;
		this.question.leave();
		this.busy(true);
	}

	// There is no verdict: the design can't be played either.
	none() {
		this.busy(false);
		this.controls.hidden = true;
	}

	busy(busy) {
		this.at.classList.toggle('old', busy);
		this.fault.textContent = busy ? working(!this.controls.hidden) :
		    '';
	}

	show(answer) {
		this.rounds = byRound(answer.tables.rounds);
		this.controls.hidden = this.rounds.length === 0;
		this.slider.max = String(this.rounds.length);
		this.fault.textContent = answer.says.join(' ');
		this.place = Math.min(this.place, this.rounds.length - 1);
		if (this.rounds.length > 0)
			this.go(Math.max(0, this.place));
	}

	step(by) {
		this.stop();
		this.go(Math.min(this.rounds.length - 1, Math.max(0,
		    this.place + by)));
	}

	// To the next round in which somebody is found or an alarm is raised
	// about a party; the first one again behind the last.
	alarm() {
		this.stop();
		const n = this.rounds.length;
		for (let k = 1; k <= n; k++) {
			const at = (this.place + k) % n;
			if (this.rounds[at].some((r) => r.finding === 'yes' ||
			    (r.alarm === 'yes' && r.party === 'yes')))
				return this.go(at);
		}
		this.told.textContent = t('run_no_alarm');
		return null;
	}

	play() {
		if (this.timer)
			return this.stop();
		if (this.place === this.rounds.length - 1)
			this.go(0);
		this.player.textContent = t('run_stop');
		this.timer = setInterval(() => {
			if (this.place >= this.rounds.length - 1)
				return this.stop();
			return this.go(this.place + 1);
		}, PACE);
		return null;
	}

	stop() {
		clearInterval(this.timer);
		this.timer = null;
		this.player.textContent = t('run_play');
	}

	// The words of a round, said when it comes.
	words(round) {
		return t('run_at', { n: round[0].round, of: this.rounds.length,
			phase: phase(round[0]), what: round.map((r) => t(
			    'run_agent', { agent: r.agent, done: word('move',
				r.executed.toLowerCase()), payoff: digits(
				r.payoff) })).join(' ') });
	}

	go(place) {
		const round = this.rounds[place];
		this.place = place;
		this.slider.value = String(place + 1);
		const words = this.words(round);
		this.slider.setAttribute('aria-valuetext', words);
		this.told.textContent = words;
		fill(this.picture, strip(this.rounds, place));
		const yes = (r, key) => word('answer', r[key]);
		fill(this.rows, table(t('run_table', { n: round[0].round }), [
			t('run_agent_name'), t('run_party'), t('run_meant'),
			t('run_done'), t('run_declared'), t('run_alarmed'),
			t('run_found'), t('run_seen'), t('run_fine'),
			t('run_payoff')], round.map((r) => [r.agent, yes(r,
			'party'), move(r.intended), move(r.executed),
		move(r.declared), yes(r, 'alarm'), yes(r, 'finding'),
		r.seen_by || '–', digits(r.fine), digits(r.payoff)]), 'cards'));
	}
}
