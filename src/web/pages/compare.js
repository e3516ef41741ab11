// Up to four designs side by side: what `detente compare` says of each, with
// intervals where it was played.
import { button, fill, h, isolated, table } from './dom.js';
import { inWords, question } from './design.js';
import { once } from './explore_ask.js';
import { attempt } from './page.js';
import { saver } from './save.js';
import { digits, t, word } from './texts.js';
import { loss } from './verdict.js';

const text = (value) => value === null || value === undefined ? '–' :
    typeof value === 'number' ? digits(value) : value;

const answer = (row, key) => word('answer', (row[key] || 'unknown').
    replace(/\W+/g, '_'));

// A figure with its interval, where it has one.
function between(row, key) {
	const [value, low, high] = ['', '_low95', '_high95'].map(
	    (end) => row[key + end]);
	return typeof value !== 'number' ? '–' : !row[`${key}_se`] ?
	    digits(value) : t('between', { value: digits(value),
	    low: digits(low), high: digits(high) });
}

const margin = ({ slack, standard_error: error }) => typeof slack !==
    'number' ? '–' : error ? t('about', { value: loss(slack), error:
	digits(error) }) : loss(slack);

// What stands in a row of the table, by the column of the program.
const rows = [['verdict', answer], ['kept', answer], ['credible', answer],
	['stayed', answer], ['party'], ['departure'], ['slack', margin],
	['pause_share', between], ['payoff_per_round', between],
	['monitoring_per_round'], ['method'], ['engine'], ['runs'], ['why']];

export class Comparison {
	// chosen(): the pins.
	constructor(chosen) {
		Object.assign(this, { chosen, known: new Map() });
		this.told = h('p', { class: 'help', role: 'status' });
		this.button = button(t('compare'), (e) => attempt(
		    () => this.compare(), e.currentTarget));
		this.at = h('div', { id: 'comparison' });
		this.element = h('div', {}, h('p', {}, this.button), this.told,
		    this.at);
	}

	offer(n) {
		this.element.hidden = this.chosen().length === 0;
		this.button.disabled = n < 2;
		this.told.textContent = n < 2 ? t('compare_some') : '';
	}

	// One after the other: each may take all the processors.
	async compare() {
		const pins = this.chosen(), found = [];
		for (const pin of pins) {
			this.told.textContent = t('comparing', { n: found.length,
				of: pins.length });
			found.push(await this.row(pin));
		}
		this.told.textContent = t('compare_help');
		this.show(pins, found);
	}

	async row(pin) {
		const asked = question(pin.design), key = JSON.stringify(asked);
		if (!this.known.has(key)) {
			const { answer: said } = await once('compare', asked);
			this.known.set(key, said.tables.comparison[0]);
		}
		return this.known.get(key);
	}

	show(pins, found) {
		const heads = [t('figure'), ...pins.map((pin) => isolated(pin.name))];
		const some = rows.filter(([key]) => found.some((row) =>
		    row[key] !== null && row[key] !== undefined));
		fill(this.at, table(t('compare_title'), heads, some.map(
		    ([key, how]) => [word('row', key), ...found.map((row) => how ?
			how(row, key) : text(row[key]))])),
		saver(t('file_compare'), () => 'comparison', { rows: () =>
		    found.map((row, i) => ({ name: pins[i].name, design: inWords(
			pins[i].design, t('own_text')), ...row })) }));
	}
}
