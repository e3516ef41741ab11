// What the program says of the design: the answer, the three parts, who is
// weakest, and by how much.
import { h, table } from './dom.js';
import { short } from './explore_dial.js';

const parts = { kept: 'Kept while it binds', credible: 'Threats carried out',
	stayed: 'Entered and stayed in' };

export function verdict(answer) {
	const says = answer.says;
	const rows = (answer.tables.parts || []).map((p) => [parts[p.part],
		p.answer, p.party || '-', p.state || '-', p.departure || '-',
		p.slack === null ? '-' : short(p.slack),
		p.method === 'exact' ? 'exact' : `${p.method}` +
		    (p.standard_error ? `, ± ${short(p.standard_error)}` : '')]);
	return [h('p', { class: 'say' }, says[0]),
		table('The three answers', ['Question', 'Answer', 'Weakest',
			'In', 'By', 'It loses (payoff, in all)', 'Found'], rows),
		h('details', {}, h('summary', {}, 'All that is said'),
			says.slice(1).map((s) => h('p', {}, s)))];
}

// The slack of each party where compliers come to, as bars.
export function bars(answer) {
	const rows = (answer.tables.slack || []).filter((r) => r.best !== null &&
	    r.expected === 'yes');
	const most = Math.max(1e-9, ...rows.map((r) => Math.abs(r.best)));
	return h('div', {}, table('Slack by party', ['Party', 'In', 'By',
		'It would lose (payoff)', ''], rows.map((r) => [r.party, r.state,
		r.deviation, short(-r.best), h('meter', { min: 0, max: most,
			value: Math.max(0, -r.best),
			'aria-label': `slack of ${r.party}, ${r.state}` })])));
}
