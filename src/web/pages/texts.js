// All words of the pages, one table: a row a text, a column a language. To add
// a language, add its column to the tables and its row here. {word} stands for
// a value. tests/browser/texts.js looks for rows that lack a column, and for
// keys that no page uses.
import { classTexts } from './texts_class.js';
import { deskTexts } from './texts_desk.js';
import { exploreTexts } from './texts_explore.js';
import { liveTexts } from './texts_live.js';
import { pinTexts } from './texts_pins.js';

export const languages = [['en', 'English'], ['de', 'Deutsch']];
export const table = { ...classTexts, ...deskTexts, ...exploreTexts,
	...liveTexts, ...pinTexts };

let column = 0;

export function setLanguage(word) {
	column = Math.max(0, languages.findIndex(
	    ([each]) => String(word).startsWith(each)));
}

export const language = () => languages[column][0];

// The text of a key; values that are missing stay visible as {word}.
export function t(key, values = {}) {
	const row = Object.hasOwn(table, key) ? table[key] : null;
	const text = row ? row[column] || row[0] : key;
	return text.replace(/\{(\w+)\}/g, (all, word) =>
		Object.hasOwn(values, word) ? String(values[word]) : all);
}

// The same with nodes among the values: a list of strings and nodes.
export const around = (key, values) => t(key).split(/(\{\w+\})/).map((part) => {
	const word = part.slice(1, -1);
	return part.startsWith('{') && Object.hasOwn(values, word) ?
	    values[word] : part;
});

// A word of the program (a phase, a state of a seat) in the reader's language.
export const word = (kind, program) => Object.hasOwn(table,
    `${kind}_${program}`) ? t(`${kind}_${program}`) : String(program);

export const number = (value, digits = Number.isInteger(value) ? 0 : 1) => value === null ||
    value === undefined ? '–' : Number(value).toLocaleString(language(),
	{ minimumFractionDigits: digits, maximumFractionDigits: digits });

// Four digits that count, as the program's sentences have them.
export const digits = (value) => Number(Number(value).toPrecision(4)).
    toLocaleString(language(), { maximumFractionDigits: 12 });

export const percent = (share) => share === null || share === undefined ?
    '–' : t('percent', { n: number(100 * share, 0) });
