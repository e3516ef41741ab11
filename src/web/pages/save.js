// A text as a file of the browser's downloads.
import { h } from './dom.js';

export function save(name, type, text) {
	const url = URL.createObjectURL(new Blob([text], { type }));
	const link = h('a', { href: url, download: name });
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 10000);
}
