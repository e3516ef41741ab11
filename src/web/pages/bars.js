// A piece of a picture that a page draws itself.
const SVG = 'http://www.w3.org/2000/svg';

export function part(tag, attributes, text = '') {
	const element = document.createElementNS(SVG, tag);
	for (const [key, value] of Object.entries(attributes))
		element.setAttribute(key, String(value));
	element.textContent = text;
	return element;
}
