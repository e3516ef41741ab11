// Taking a seat. Nothing is taken before the click: programs that look at
// links would use up the seats.
import { dialogs } from './dialog.js';
import { button, h, paragraphs } from './dom.js';
import { attempt } from './page.js';
import { register } from './register.js';
import { t } from './texts.js';

const CODE = /[^0-9A-Za-z]/g;

const fromAddress = () => location.hash.slice(1).replace(CODE, '').
    toUpperCase().slice(0, 8);

// The same in all tabs of a browser, and nothing of the person: it tells the
// teacher that two seats may be one phone.
function device() {
	let mark = null;
	try {
		mark = localStorage.getItem('device');
		if (!mark) {
			mark = [...crypto.getRandomValues(new Uint8Array(8))].
			    map((b) => b.toString(16).padStart(2, '0')).
			    join('');
			localStorage.setItem('device', mark);
		}
	} catch {
		mark = mark || '';
	}
	return mark;
}

function fields(known) {
	const code = h('input', { id: 'code', name: 'code', required: true,
		autocomplete: 'off', autocapitalize: 'characters',
		spellcheck: 'false', maxlength: '8', value: known,
		'aria-describedby': 'code-help' });
	const called = h('input', { id: 'name', name: 'name', maxlength: '48',
		autocomplete: 'off', 'aria-describedby': 'name-help' });
	return { code, called };
}

export function joinStage(hello, act) {
	const { code, called } = fields(fromAddress());
	const go = h('button', { class: 'main' }, t('join'));
	const form = h('form', {}, h('label', { for: 'code' }, t('code')), code,
	    h('p', { id: 'code-help', class: 'help' }, t('code_help')),
	    h('label', { for: 'name' }, t('name')), called,
	    h('p', { id: 'name-help', class: 'help' }, t('name_help')), go);
	form.addEventListener('submit', (e) => {
		e.preventDefault();
		attempt(() => take(hello, act, {
			code: code.value.replace(CODE, '').toUpperCase(),
			name: called.value.trim() }), go);
	});
	return { nodes: [h('h1', {}, hello.title || t('join_title')),
		paragraphs(t('join_text')), form] };
}

const take = async (hello, act, who) => act.joined(
    await register(hello, { ...who, device: device() }));

export const leave = (act) => button(t('leave'),
    () => dialogs.ask(t('leave_sure'), t('leave'),
	async () => act.joined(await act.send('/api/leave', {}))),
    'quiet');
