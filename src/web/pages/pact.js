// Ratification: the treaty's text, what exactly is signed, and the two answers.
import { button, h, paragraphs } from './dom.js';
import { attempt } from './page.js';
import { myKey, signed, way } from './sign.js';
import { t } from './texts.js';

const how = { web: 'signs_web', library: 'signs_library' };

// What a signature of this browser proves, and what not.
async function told(s, note) {
	const signer = await way();
	const key = await myKey(s.class);
	note.textContent = !signer || !s.me.signs ? t('signs_not') :
	    !key ? t('key_lost') : t(how[signer.word]);
}

async function answer(s, act, yes, pressed) {
	const body = { sign: yes };
	const key = yes && s.me.signs ? await myKey(s.class) : null;
	if (key && s.sign.entry)
		body.signature = await attempt(
		    () => signed(key, s.sign.entry)) || '';
	return act.send('/api/sign', body, pressed);
}

export const signStage = {
	key: (s) => String(s.block ? s.block.n : ''),
	draw: (s, act) => {
		const note = h('p', { class: 'help' });
		const done = h('p', { class: 'done', role: 'status' });
		const yes = button(t('sign_yes'), (e) => answer(s, act, true,
		    e.target), 'main');
		const no = button(t('sign_no'), (e) => answer(s, act, false,
		    e.target), 'quiet');
		told(s, note);
		const update = (now) => {
			const sign = now.sign || {};
			yes.hidden = no.hidden = Boolean(sign.signed ||
			    sign.answered);
			const words = sign.signed ? t('signed') :
			    sign.answered ? t('sign_refused') : '';
			if (done.textContent !== words)
				done.textContent = words;
		};
		return { nodes: parts(s, yes, no, note, done), update };
	},
};

const parts = (s, yes, no, note, done) => [
	h('h1', {}, t('sign_title')), paragraphs(t('sign_text')),
	h('div', { class: 'treaty', tabindex: '0', role: 'region',
		'aria-label': t('treaty_text') },
	    h('pre', {}, s.sign.treaty || '')),
	h('div', { class: 'row' }, yes, no), done, note,
	h('details', {}, h('summary', {}, t('what_signed')),
	    h('pre', { tabindex: '0' }, s.sign.entry || '')),
];
