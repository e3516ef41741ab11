// One signature, shown: the entry, its key, its signature, and the same with a
// letter forged. The browser checks both itself; whoever doubts may change
// another letter.
import { button, fill, h } from './dom.js';
import { verified, way } from './sign.js';
import { t } from './texts.js';

// Under which name a browser keeps the last entry that it signed.
export const letterOf = (state) => `${state.class} letter`;

// The move's own word turned into the other; else the first small letter.
export function forged(text) {
	if (/^move PAUSE$/m.test(text))
		return text.replace(/^move PAUSE$/m, 'move RACE');
	if (/^move RACE$/m.test(text))
		return text.replace(/^move RACE$/m, 'move PAUSE');
	return text.replace(/[a-y]/, (c) =>
	    String.fromCharCode(c.charCodeAt(0) + 1));
}

const verdict = (good) => good === null ? t('not_checked') :
    good ? t('accepted') : t('refused');

async function judge(shown, told, proof) {
	const good = await way() ? await verified(proof.key, shown.value,
	    proof.signature) : null;
	told.className = `told ${good ? 'right' : 'wrong'}`;
	fill(told, h('strong', {}, verdict(good)));
}

function trial(id, label, text, proof) {
	const shown = h('textarea', { id, rows: '7', spellcheck: 'false',
		autocomplete: 'off', value: text });
	const told = h('p', { class: 'told', role: 'status' });
	judge(shown, told, proof);
	return h('div', { class: 'trial' }, h('label', { for: id }, label),
	    shown, button(t('check_again'), () => judge(shown, told, proof),
		'small'), told);
}

// proof: {entry, signature, key}, both of base64.
export function proofView(proof) {
	if (!proof || !proof.entry)
		return null;
	return h('section', {}, h('h2', {}, t('proof_title')),
	    h('p', {}, t(proof.own ? 'proof_own' : 'proof_text')), h('div', { class: 'two' },
		trial('true-letter', t('proof_true'), proof.entry, proof),
		trial('forged-letter', t('proof_forged'), forged(proof.entry),
		    proof)),
	    h('dl', { class: 'facts' }, h('dt', {}, t('proof_key')),
		h('dd', {}, h('code', {}, proof.key)),
		h('dt', {}, t('proof_signature')),
		h('dd', {}, h('code', {}, proof.signature))),
	    h('p', { class: 'help' }, t('proof_means')));
}
