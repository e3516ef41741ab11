// Bars drawn in the page: shares from 0 to 1, each with its words on it. The
// numbers stand in a table beside it.
const SVG = 'http://www.w3.org/2000/svg';

export function part(tag, attributes, text = '') {
	const element = document.createElementNS(SVG, tag);
	for (const [key, value] of Object.entries(attributes))
		element.setAttribute(key, String(value));
	element.textContent = text;
	return element;
}

// bars: {value, label, says}
export function bars(list, alt) {
	const wide = Math.max(3, list.length) * 110;
	const svg = part('svg', { viewBox: `0 0 ${wide} 260`, role: 'img',
		class: 'bars', 'aria-label': alt });
	svg.append(part('line', { x1: 0, y1: 220, x2: wide, y2: 220 }));
	list.forEach(({ value, label, says }, i) => {
		const x = i * 110 + 20, high = 180 * (value || 0);
		svg.append(part('rect', { x, y: 220 - high, width: 70,
			height: high }),
		part('text', { x: x + 35, y: 212 - high }, says),
		part('text', { x: x + 35, y: 242 }, label));
	});
	return svg;
}
