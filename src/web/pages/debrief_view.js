// The debrief of finished blocks: numbers as the program gives them, pictures
// that it drew, a table under each; then one signature and one forged letter.
import { fill, h, table } from './dom.js';
import { complain } from './page.js';
import { get } from './net.js';
import { proofView } from './proof_view.js';
import { number, percent, t, word } from './texts.js';

// A figure by its unit. Shares are between 0 and 1.
const shown = (value, unit) => value === null || value === undefined ? '–' :
    typeof value === 'string' ? value :
    unit === 'share' ? percent(value) :
    unit === 'rounds' || Number.isInteger(value) ? String(value) :
    number(value, 2);

const figureRows = (figures) => figures.map((f) => [
	f.title || word('figure', f.name), shown(f.value, f.unit),
	f.text || '']);

const picture = (block, each) => h('figure', {}, h('img', {
	class: 'picture', alt: each.alt || each.title || '', src:
	`/api/picture?block=${block.n}&name=${encodeURIComponent(each.name)}` }),
    h('figcaption', { class: 'help' }, each.title || ''));

function oneTable(each) {
	return table(each.title, each.columns, each.rows.map((r) => r.map(
	    (cell, i) => shown(cell, each.units && each.units[i]))), 'cards');
}

function blockPart(block) {
	return h('section', {}, h('h2', {}, t('block_title', { n: block.n,
		title: block.title || '' })),
	    (block.figures || []).length > 0 && table(t('figures_caption'),
		[t('figure'), t('value'), t('meaning')],
		figureRows(block.figures), 'cards'),
	    (block.pictures || []).map((each) => picture(block, each)),
	    (block.tables || []).map(oneTable));
}

function parts(debrief) {
	return [(debrief.blocks || []).length === 0 &&
	    h('p', { class: 'note' }, t('nothing_yet')),
	(debrief.blocks || []).map(blockPart),
	proofView(debrief.proof)];
}

const closed = (at) => fill(at, h('p', { class: 'note' },
    t('debrief_closed')));

// Fills a place with the debrief, each time that another one is there.
export function debriefIn(at) {
	let seen = '';
	return async (open) => {
		if (!open)
			return closed(at);
		try {
			const debrief = await get('/api/debrief');
			const now = JSON.stringify(debrief);
			if (now !== seen)
				fill(at, parts(debrief));
			seen = now;
		} catch (error) {
			if (error.status === 403)
				return closed(at);
			complain(error);
		}
		return null;
	};
}

export const debriefStage = {
	key: () => '',
	draw: () => {
		const at = h('div', {});
		const load = debriefIn(at);
		let v = -1;
		return { nodes: [h('h1', {}, t('debrief_title')), at],
			update: (s) => {
				if (s.v !== v)
					load(s.open || s.role === 'teacher');
				v = s.v;
			} };
	},
};
