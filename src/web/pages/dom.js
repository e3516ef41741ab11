// Elements from plain data. Text only ever enters as a text node, so no name
// and no letter of a server can become markup.

const SVG = 'http://www.w3.org/2000/svg';

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

// Two bars or two arrows: a move is known by shape, not by colour alone.
export function icon(move) {
	const svg = document.createElementNS(SVG, 'svg');
	const path = document.createElementNS(SVG, 'path');
	svg.setAttribute('viewBox', '0 0 24 24');
	svg.setAttribute('aria-hidden', 'true');
	svg.setAttribute('class', 'icon');
	path.setAttribute('d', move === 'RACE' ?
	    'M3 5l9 7-9 7zM12 5l9 7-9 7z' : 'M6 5h4v14H6zM14 5h4v14h-4z');
	svg.append(path);
	return svg;
}

// A move in a table: its shape and its word.
export const move = (word) => h('span', {
	class: `move ${word === 'RACE' ? 'race' : 'pause'}` },
	icon(word), word);

// A table with a caption; cells are strings or nodes. On a narrow screen each
// row becomes a card, and data-head says what a cell is.
export function table(caption, heads, rows, kind) {
	const cell = (content, i) => i === 0 ?
	    h('th', { scope: 'row', 'data-head': heads[i] },
		h('span', {}, content)) :
	    h('td', { 'data-head': heads[i] }, h('span', {}, content));
	return h('div', { class: 'wide' }, h('table', { class: kind },
		h('caption', {}, caption),
		h('thead', {}, h('tr', {}, heads.map(
		    (head) => h('th', { scope: 'col' }, head)))),
		h('tbody', {}, rows.map(
		    (row) => h('tr', {}, row.map(cell))))));
}

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
