// Before class: a page that phones open, so that the teacher sees who gets
// through. A phone does nothing but be here.
import { h } from './dom.js';
import { Bar, View, speak } from './page.js';
import { Stream } from './stream.js';
import { way } from './sign.js';
import { t } from './texts.js';

const bar = new Bar();
const view = new View();
let state = null;

const good = (there, yes, no) => h('li', { class: there ? 'good' : 'bad' },
    there ? t(yes) : t(no));

async function facts() {
	const signer = await way();
	return [good(true, 'check_reached', 'check_reached'),
		good(typeof EventSource === 'function', 'check_live',
		    'check_polls'),
		good(Boolean(signer), 'check_signs', 'check_no_signs'),
		good(navigator.cookieEnabled, 'check_cookies',
		    'check_no_cookies')];
}

function draw() {
	const list = h('ul', { class: 'facts' });
	facts().then((items) => list.replaceChildren(...items));
	const phones = h('p', { class: 'big', role: 'status' });
	return { nodes: [h('h1', {}, t('check_title')), h('p', {},
		t('check_text')), phones, list, h('h2', {}, t('check_help')),
		h('ul', {}, ['check_same', 'check_guest', 'check_hotspot',
		    'check_data'].map((key) => h('li', {}, t(key))))],
	update: (s) => {
		const seen = s.check && s.check.phones;
		const words = seen === undefined || seen === null ? '' :
		    t('check_phones', { n: seen });
		if (phones.textContent !== words)
			phones.textContent = words;
	} };
}

function show() {
	speak(state.lang || navigator.language, () => {
		view.key = null;
		show();
	});
	bar.show(t('check_title'));
	view.show('check', draw, state);
}

const stream = new Stream('check', (newest) => {
	state = newest;
	show();
}, (there) => bar.linked(there));
stream.start();
