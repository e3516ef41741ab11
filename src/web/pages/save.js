// Files of the browser's downloads: texts, tables as CSV, pictures as SVG or
// PNG.
import { button, h } from './dom.js';
import { attempt } from './page.js';
import { language, t, word } from './texts.js';

export function save(name, type, content) {
	const url = URL.createObjectURL(content instanceof Blob ? content :
	    new Blob([content], { type }));
	const link = h('a', { href: url, download: name });
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 10000);
}

// A cell as the program's own CSV has it: numbers with all their digits, texts
// that a spreadsheet would take for a formula begin with an apostrophe.
function cell(value) {
	if (value === null || value === undefined)
		return '';
	if (typeof value !== 'string')
		return String(value);
	const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
	return text === '' || /[",\n\r]/.test(text) ?
	    `"${text.replaceAll('"', '""')}"` : text;
}

// rows: objects, as answers have them. The first one's keys are the heads.
export function csv(rows) {
	const heads = Object.keys(rows[0] || {});
	return [heads, ...rows.map((row) => heads.map((key) => row[key]))].map(
	    (cells) => `${cells.map(cell).join(',')}\n`).join('');
}

// What of a style makes the picture; as attributes they need no style sheet.
const drawn = ['fill', 'fill-opacity', 'stroke', 'stroke-width',
	'stroke-opacity', 'stroke-dasharray', 'opacity', 'font-size',
	'font-weight', 'text-anchor'];

function dress(copy, from) {
	const style = getComputedStyle(from);
	for (const name of drawn)
		copy.setAttribute(name, style.getPropertyValue(name));
	for (const name of ['class', 'style', 'tabindex', 'role'])
		copy.removeAttribute(name);
	[...copy.children].forEach((child, i) => dress(child, from.children[i]));
}

// An SVG of the page as a file of its own, with the colours that it has here.
export function alone(svg, title) {
	const { width, height } = svg.viewBox.baseVal;
	const copy = svg.cloneNode(true);
	dress(copy, svg);
	const space = 'http://www.w3.org/2000/svg';
	const named = document.createElementNS(space, 'title');
	named.textContent = title;
	const paper = document.createElementNS(space, 'rect');
	paper.setAttribute('width', width);
	paper.setAttribute('height', height);
	paper.setAttribute('fill', getComputedStyle(document.body).
	    backgroundColor);
	copy.prepend(named, paper);
	copy.setAttribute('width', width);
	copy.setAttribute('height', height);
	copy.setAttribute('font-family', 'sans-serif');
	copy.setAttribute('lang', language());
	return new XMLSerializer().serializeToString(copy);
}

// An image of an SVG, drawn twice as large as it says. As data: the page's
// policy lets no other address of a picture in.
async function png(svg) {
	const image = new Image();
	image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg);
	await image.decode();
	const canvas = h('canvas', { width: 2 * image.naturalWidth,
		height: 2 * image.naturalHeight });
	const pen = canvas.getContext('2d');
	pen.fillStyle = getComputedStyle(document.body).backgroundColor;
	pen.fillRect(0, 0, canvas.width, canvas.height);
	pen.drawImage(image, 0, 0, canvas.width, canvas.height);
	const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
	if (!blob)
		throw new Error(t('no_picture'));
	return blob;
}

// Buttons that save what stands above them. name() is a file's name without
// its ending; svg() a text; rows() a list of objects; either may be missing.
export function saver(what, name, { svg, rows }) {
	const as = (ending, work) => button(word('as', ending), (e) => attempt(
	    work, e.currentTarget), 'small', { 'aria-label':
		`${t('save_as', { what })} ${word('as', ending)}` });
	return h('p', { class: 'saver' }, `${t('save_as', { what })} `,
	    svg && as('svg', () => save(`${name()}.svg`, 'image/svg+xml', svg())),
	    svg && as('png', async () => save(`${name()}.png`, 'image/png',
		await png(svg()))),
	    rows && as('csv', () => save(`${name()}.csv`, 'text/csv',
		csv(rows()))));
}
