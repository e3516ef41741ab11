// What all pages share: the bar, the alert, the line that only a screen reader
// hears, the language, and the one place where the picture changes.
import { fill, h, button } from './dom.js';
import { language, languages, setLanguage, t } from './texts.js';

const at = (id) => document.getElementById(id);

// Spoken once: the same words twice are silence, so a mark makes them new.
let spoken = '';
export function say(words) {
	const live = at('live');
	live.textContent = words === spoken ? `${words}\u200b` : words;
	spoken = live.textContent;
}

export function hush() {
	fill(at('alert'));
}

// A refusal, in the words of the program where it gave any.
export function complain(error) {
	const words = error.status === 0 ? t('lost_request') :
	    error.message || t('fault');
	fill(at('alert'), h('div', { class: 'alert' }, h('p', {}, words),
		error.todo && h('p', {}, error.todo),
		button(t('close'), hush, 'small')));
	if (!error.status && error.status !== 0)
		console.error(error);
}

// Runs what a click starts; its button waits meanwhile.
export async function attempt(work, pressed) {
	hush();
	if (pressed)
		pressed.disabled = true;
	try {
		return await work();
	} catch (error) {
		complain(error);
		return null;
	} finally {
		if (pressed)
			pressed.disabled = false;
	}
}

// The bar's words, and whether the connection is there.
export class Bar {
	constructor() {
		this.words = h('p', { class: 'who' });
		this.link = h('p', { class: 'link', role: 'status' });
		fill(at('bar'), h('p', { class: 'brand' }, 'détente'),
		    this.words, this.link);
	}

	show(...words) {
		const text = h('p', {}, ...words);
		if (text.textContent !== this.words.textContent)
			fill(this.words, ...text.childNodes);
	}

	linked(there) {
		const words = there ? '' : t('away');
		if (this.link.textContent !== words)
			this.link.textContent = words;
		document.body.classList.toggle('away', !there);
	}
}

// The main part. It is drawn anew only when its key changes, so that nobody
// loses what he types; the heading takes the focus then, and is read out.
export class View {
	constructor() {
		this.main = at('main');
		this.key = null;
	}

	// draw() gives {nodes, update(state)}. Texts of the lesson in another
	// language are another picture.
	show(what, draw, state) {
		const key = `${what} ${state ? state.lang : ''}`;
		if (key !== this.key) {
			const first = this.key === null;
			this.key = key;
			this.drawn = draw();
			fill(this.main, this.drawn.nodes);
			hush();
			if (!first)
				this.focus();
		}
		if (this.drawn.update)
			this.drawn.update(state);
	}

	focus() {
		const head = this.main.querySelector('h1');
		if (!head)
			return;
		head.tabIndex = -1;
		head.focus({ preventScroll: true });
		window.scrollTo(0, 0);
	}
}

let drawAgain = () => {};

// The program tells the lesson's own texts in the language that was chosen, if
// it has them: it reads that from a cookie.
function tellServer(chosen) {
	if (chosen)
		document.cookie = `language=${chosen}; path=/; SameSite=Strict`;
}

// Which language: what this browser chose, or else the lesson's. again() draws
// the page anew when another is chosen.
export function speak(lesson, again) {
	drawAgain = again;
	let own = null;
	try {
		own = localStorage.getItem('language');
	} catch {
		// No storage: the lesson's.
	}
	tellServer(own);
	setLanguage(own || lesson);
	document.documentElement.lang = language();
	const foot = at('foot');
	if (foot.dataset.language === language())
		return;
	foot.dataset.language = language();
	const select = h('select', { id: 'language' }, languages.map(
	    ([word, name]) => h('option', { value: word, lang: word,
		selected: word === language() }, name)));
	select.addEventListener('change', () => {
		try {
			localStorage.setItem('language', select.value);
		} catch {
			// Then it holds for this page only.
		}
		tellServer(select.value);
		speak(select.value, drawAgain);
		drawAgain();
		window.dispatchEvent(new Event('language'));
	});
	fill(foot, h('label', { for: 'language' }, t('language')), ' ', select);
}
