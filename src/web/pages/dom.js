// Elements from plain data. Text only ever enters as a text node, so no name
// and no letter of a server can become markup.

function set(element, key, value) {
	if (value === null || value === undefined || value === false)
		return;
	if (key === 'on')
		for (const [event, heard] of Object.entries(value))
			element.addEventListener(event, heard);
	else if (key === 'value')
		element.value = value;
	else
		element.setAttribute(key, value === true ? '' : value);
}

// Puts children in the place of what the element had: strings, numbers,
// nodes, arrays of them; null and false are none.
export function fill(element, ...children) {
	element.replaceChildren(...children.flat(Infinity).filter(
	    (c) => c !== null && c !== undefined && c !== false).map(
	    (c) => (c instanceof Node ? c : String(c))));
	return element;
}

// The text of an element that may have it already: then nothing is drawn anew.
export function write(element, text) {
	if (element.textContent !== text)
		element.textContent = text;
}

export function h(tag, attributes, ...children) {
	const element = document.createElement(tag);
	fill(element, ...children);
	for (const [key, value] of Object.entries(attributes || {}))
		set(element, key, value);
	return element;
}

// A person's or an agent's name: isolated, so that a name written from right
// to left leaves the words around it where they are.
export const name = (text) => h('bdi', {}, text);

// The same for a place where only a string will do: an accessible name.
export const isolated = (text) => `\u2068${text}\u2069`;

// Paragraphs of a text that are parted by LF.
export const paragraphs = (text) => String(text || '').split('\n').filter(
    (p) => p.trim() !== '').map((p) => h('p', { class: 'text' }, p));

// A picture that the program drew. As an image no script in it can run, and
// its own style works although the page allows no inline style.
export const picture = (svg, alt, kind) => h('img', {
	class: kind || 'picture', alt,
	src: 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg),
});

// A table with a caption, in which rows become cards on a narrow screen:
// data-head says what a cell is. The roles stand there because a table that is
// laid out as blocks would be none for a screen reader.
export const cell = (first, head, content) => h(first ? 'th' : 'td', {
	'data-head': head, scope: first ? 'row' : null,
	role: first ? 'rowheader' : 'cell' }, h('span', {}, content));

export const frame = (caption, heads, rows, kind) => h('div', kind === 'cards' ?
	{ class: 'wide' } : { class: 'wide', tabindex: '0', role: 'group',
		'aria-label': caption }, h('table', { class: kind, role: 'table' }, h('caption', {}, caption),
	    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, heads.map(
		(head) => h('th', { scope: 'col', role: 'columnheader' },
		    head)))), h('tbody', { role: 'rowgroup' }, rows)));

export const row = (heads, contents) => h('tr', { role: 'row' }, contents.map(
    (content, i) => cell(i === 0, heads[i], content)));

// Cells are strings or nodes.
export const table = (caption, heads, rows, kind) => frame(caption, heads,
    rows.map((contents) => row(heads, contents)), kind);

export const button = (text, click, kind, more) => h('button', {
	type: 'button', class: kind, on: { click }, ...more }, text);

// One of several answers, as radio buttons in a fieldset. The value is the
// place of the answer, from 0.
export function choices(legend, group, answers, chosen) {
	return h('fieldset', {}, h('legend', {}, legend), answers.map(
	    (answer, i) => h('label', { class: 'choice' },
		h('input', { type: 'radio', name: group, value: String(i),
			required: true, checked: i === chosen }),
		h('span', {}, answer))));
}
