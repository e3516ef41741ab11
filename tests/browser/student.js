// A student who does what the page asks: run in the page, again and again. It
// says what it did, or nothing where there is nothing to do.
export const plays = (likes) => {
	const main = document.querySelector('main');
	const shown = (e) => e && e.getClientRects().length > 0 && !e.disabled;
	const all = (what) => [...main.querySelectorAll(what)].filter(shown);
	const press = (button) => {
		button.click();
		return button.textContent.trim();
	};
	const pick = all(`.pick.${likes}`)[0];
	if (pick)
		return press(pick);
	const named = (words) => all('button').find((b) =>
	    b.textContent.trim() === words);
	for (const words of ['Go on', 'Sign'])
		if (named(words))
			return press(named(words));
	const form = all('form')[0];
	const go = form && [...form.querySelectorAll('button')].find(shown);
	if (!go)
		return '';
	const radios = [...form.querySelectorAll('input[type=radio]')];
	const at = radios.findIndex((r) => r.checked);
	// A wrong answer of a quiz: the next one.
	const wrong = form.querySelector('.told.wrong');
	if (radios.length > 0 && (at < 0 || wrong))
		radios[(at + 1) % radios.length].checked = true;
	if (wrong)
		wrong.className = 'told';
	for (const area of form.querySelectorAll('textarea'))
		area.value = area.value || 'It depends on the others.';
	return press(go);
};
