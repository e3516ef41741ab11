// Up to four designs side by side, kept in this browser.
import { button, fill, h, table } from './dom.js';
import { Design } from './design.js';
import { digits, t, word } from './texts.js';

const MOST = 4, PLACE = 'pins';

function read() {
	try {
		return JSON.parse(localStorage.getItem(PLACE) || '[]');
	} catch {
		return [];
	}
}

function write(list) {
	try {
		localStorage.setItem(PLACE, JSON.stringify(list));
	} catch {
		// Without storage they last as long as the page.
	}
}

const what = (design) => [design.scenario, design.text ? t('own_text') :
    design.treaty, ...Object.entries(design.set).map(
	([key, value]) => `${key.replace(/^treaty\./, '')}=${value}`)].filter(
    (each) => each).join(' ');

export class Pins {
	// last() is the newest answer, or null.
	constructor(at, design, last) {
		Object.assign(this, { at, design, last, list: read() });
		this.show();
	}

	pin() {
		const answer = this.last();
		if (!answer)
			return;
		const verdict = answer.answer.tables.verdict[0] || {};
		this.list.push({ design: this.design.now, holds: verdict.holds,
			slack: verdict.slack, party: verdict.binding_party,
			says: answer.answer.says[0] });
		this.list.splice(0, this.list.length - MOST);
		this.show();
	}

	drop(i) {
		this.list.splice(i, 1);
		this.show();
	}

	show() {
		write(this.list);
		fill(this.at, h('p', { class: 'help' }, t('pins_help')),
		    button(t('pin'), () => this.pin()), this.list.length > 0 &&
		    table(t('panel_pins'), [t('design'), t('holds'), t('margin'),
			t('party_name'), ''], this.list.map((p, i) => [
			h('a', { href: Design.write(p.design) }, what(p.design)),
			word('answer', p.holds || 'unknown'), p.slack === null || p.slack === undefined ?
			    '–' : digits(p.slack),
			p.party || '–', button(t('unpin'), () => this.drop(i),
			    'small')]), 'cards'));
	}
}
