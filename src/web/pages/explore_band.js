// What the agents do and get over many runs: pause rate and payoff, each with
// its band of 95 % (1.96 standard errors). All figures are those of `run`.
import { button, fill, h, table } from './dom.js';
import { part } from './bars.js';
import { command } from './design.js';
import { Question, working } from './explore_ask.js';
import { alone, saver } from './save.js';
import { digits, t, word } from './texts.js';

const RUNS = '400', WIDE = 300, HIGH = 22, LEFT = 90, Z = 1.96;
const figures = ['pause_share', 'payoff_per_round'];

const half = (row, figure) => Z * (row[`${figure}_se`] || 0);

// A bar each, with its band as a line across its end.
function bars(rows, figure) {
	const ends = rows.flatMap((r) => [r[figure] - half(r, figure), r[figure] +
	    half(r, figure), 0]);
	const least = Math.min(...ends);
	const most = figure === 'pause_share' ? 1 : Math.max(...ends);
	const at = (x) => LEFT + (WIDE - LEFT - 4) * (x - least) /
	    (most - least || 1);
	const svg = part('svg', { viewBox: `0 0 ${WIDE} ${HIGH * rows.length}`,
		class: 'band', 'aria-hidden': 'true' });
	rows.forEach((r, i) => {
		const x = r[figure], y = HIGH * i + HIGH / 2;
		svg.append(part('text', { x: LEFT - 6, y: y + 4,
			'text-anchor': 'end' }, r.name), part('rect', { x:
			Math.min(at(0), at(x)), y: y - 6, width: Math.max(1,
			Math.abs(at(x) - at(0))), height: 12 }),
		part('line', { x1: at(x - half(r, figure)), x2: at(x +
		    half(r, figure)), y1: y, y2: y }));
	});
	return svg;
}

const cell = (row, figure) => `${digits(row[figure])} ± ${digits(half(row,
    figure))}`;

export class Band {
	// name(what): a file's name for what belongs to the design.
	constructor(at, design, name) {
		Object.assign(this, { at, design, name, asked: false });
		this.told = h('p', { class: 'help', role: 'status' });
		this.picture = h('div', {});
		this.command = h('input', { id: 'band-command', readonly: true });
		this.shown = h('div', { hidden: true }, this.picture, h('label',
		    { for: 'band-command' }, t('same_answer')), this.command);
		this.question = new Question('band', (answer) => this.show(
		    answer.answer), (error) => {
			this.none();
			this.told.textContent = error.message || t('fault');
		}, (busy) => this.busy(busy));
		fill(at, button(t('band_begin', { n: RUNS }), () => this.ask()),
		    this.told, this.shown);
	}

	ask() {
		this.asked = true;
		this.command.value = command(this.design.now, 'run', ['--runs',
			RUNS, '--seed', '1']);
		this.question.ask({ ...this.design.question(), runs: RUNS,
			seed: '1' });
	}

	moved() {
		if (this.asked)
			this.ask();
	}

	left() {
		if (!this.asked)
			return;
		this.question.leave();
		this.busy(true);
	}

	none() {
		this.busy(false);
		this.shown.hidden = true;
	}

	busy(busy) {
		this.at.classList.toggle('old', busy);
		this.told.textContent = busy ? working(!this.shown.hidden) :
		    '';
	}

	show(answer) {
		const rows = answer.tables.agents;
		this.shown.hidden = false;
		fill(this.picture, figures.map((figure) => {
			const svg = bars(rows, figure), what = word('band', figure);
			return [h('p', {}, what), svg, saver(what, () =>
			    this.name(figure), { svg: () => alone(svg, what),
				rows: () => rows })];
		}), table(t('band_table',
		    { n: RUNS }), [t('run_agent_name'), ...figures.map((f) =>
			word('band', f))], rows.map((r) => [r.name, ...figures.
			map((f) => cell(r, f))]), 'cards'));
	}
}
