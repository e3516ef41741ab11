// Questions and large pictures above the page. The browser's own dialog keeps
// the focus inside, closes by Escape, and gives the focus back.
import { button, h } from './dom.js';
import { t } from './texts.js';

let count = 0;

function open(title, parts, kind) {
	const id = `dialog-${++count}`;
	const dialog = h('dialog', { 'aria-labelledby': id, class: kind },
	    h('h2', { id }, title), parts);
	dialog.addEventListener('close', () => dialog.remove());
	document.body.append(dialog);
	dialog.showModal();
	return dialog;
}

export const dialogs = {
	show(title, parts) {
		const dialog = open(title, [parts, h('div', { class: 'row' },
		    button(t('close'), () => dialog.close(), 'main'))],
		    'whole');
	},

	// Does it only when it was meant.
	ask(question, yes, work) {
		const dialog = open(question, h('div', { class: 'row' },
		    button(yes, () => {
			dialog.close();
			work();
		    }, 'main'),
		    button(t('cancel'), () => dialog.close(), 'quiet')), '');
	},

	// One line of words, which may not be empty.
	words(question, label, yes, work) {
		const field = h('input', { id: `${question.length}-why`,
			required: true, maxlength: '200', autocomplete: 'off' });
		const form = h('form', { method: 'dialog' },
		    h('label', { for: field.id }, label), field,
		    h('div', { class: 'row' }, h('button', { class: 'main' },
			yes), button(t('cancel'), () => dialog.close(),
			'quiet')));
		const dialog = open(question, form, '');
		form.addEventListener('submit', (e) => {
			e.preventDefault();
			dialog.close();
			work(field.value.trim());
		});
	},
};
