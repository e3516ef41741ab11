// The two moves, as they are shown.
import { h } from './dom.js';
import { word } from './texts.js';

const SVG = 'http://www.w3.org/2000/svg';

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

// The word of a move for people; the program's own is the same in all languages.
export const moveWord = (program) => word('move', program.toLowerCase());

// A move in a text or table: its shape and its word.
export const move = (program) => h('span', {
	class: `move ${program === 'RACE' ? 'race' : 'pause'}` },
	icon(program), moveWord(program));
