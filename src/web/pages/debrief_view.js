// The debrief of finished blocks: numbers as the program gives them, pictures
// that it drew, a table under each; then one signature and one forged letter.
import { fill, h, table } from './dom.js';
import { complain } from './page.js';
import { kept } from './keys.js';
import { get } from './net.js';
import { demonstration } from './sign.js';
import { letterOf, proofView } from './proof_view.js';
import { number, percent, t } from './texts.js';

// A share is between 0 and 1 there, and in percent here.
const shown = (value, unit) => value === null || value === undefined ? '–' :
    typeof value === 'string' ? value :
    unit.startsWith('share') ? percent(value) :
    number(value, Number.isInteger(value) ? 0 : 2);

// Each picture has its numbers under it.
const figure = (section, each) => h('section', {}, h('h3', {}, each.title),
	each.picture && h('img', { class: 'picture', alt: each.desc,
		loading: 'lazy', width: '720', height: '460', src:
	    `/api/picture?block=${section.block}&name=` +
	    encodeURIComponent(each.name) }),
	table(each.desc || h('span', { class: 'unseen' }, each.title),
	    each.columns.map((c) => c.unit ?
	    `${c.head} (${c.unit})` : c.head), each.rows.map((row) => row.map(
	    (cell, i) => shown(cell, each.columns[i].unit || ''))), 'cards'));

const sectionPart = (section) => h('section', {}, h('h2', {}, section.title), (section.says || []).map((words) => h('p', {}, words)),
(section.figures || []).map((each) => figure(section, each)));

// The program's own letter, or the last that this browser signed.
async function parts(debrief, own) {
	const sections = debrief.sections || [];
	return [sections.length === 0 && h('p', { class: 'note' },
	    t('nothing_yet')), sections.map(sectionPart),
	proofView(debrief.proof || await kept(own) || await demonstration())];
}

const closed = (at) => fill(at, h('p', { class: 'note' },
    t('debrief_closed')));

// Fills a place with the debrief, each time that another one is there.
function debriefIn(at, own) {
	let seen = '';
	const load = async (open) => {
		if (!open)
			return closed(at);
		try {
			const debrief = await get('/api/debrief', 60000);
			const now = JSON.stringify(debrief);
			if (now !== seen)
				fill(at, await parts(debrief, own));
			seen = now;
		} catch (error) {
			if (error.status === 403)
				return closed(at);
			// A slow moment: once more.
			if ([0, 503].includes(error.status))
				setTimeout(load, 3000, open);
			else
				complain(error);
		}
		return null;
	};
	return load;
}

export const debriefStage = {
	key: () => '',
	draw: (s) => {
		const at = h('div', {});
		const load = debriefIn(at, letterOf(s));
		let v = -1;
		return { nodes: [h('h1', {}, t('debrief_title')), at],
			update: (s) => {
				if (s.v !== v)
					load(s.open || s.role === 'teacher');
				v = s.v;
			} };
	},
};
