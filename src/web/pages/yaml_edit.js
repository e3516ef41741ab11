// Changes one value in a text of YAML and leaves all else as it is, comments
// too. Only block style of maps, and lists of maps, as treaties are written;
// where a key is not found so, null.

// The lines of a text as {indent, key, from, to}: where its value stands. An
// item "- key:" of a list is a line of its own place, then of its key.
function lines(text) {
	const found = [];
	let at = 0;
	for (const line of text.split('\n')) {
		const m = line.match(
		    /^(\s*)((?:- +)*)([\w-]+):(\s*)([^#]*?)(\s*(?:#.*)?)$/);
		if (m) {
			const dashes = m[2].length > 0;
			const from = at + m[1].length + m[2].length +
			    m[3].length + 1 + m[4].length;
			if (dashes)
				found.push({ indent: m[1].length, item: true });
			found.push({ indent: m[1].length + m[2].length,
				key: m[3], from, to: from + m[5].length });
		}
		at += line.length + 1;
	}
	return found;
}

// path: "response.ladder.1.fine"; list items count from 1.
export function changed(text, path, value) {
	const stack = [];       // {indent, name, items}
	for (const line of lines(text)) {
		while (stack.length > 0 && (stack.at(-1).indent > line.indent ||
		    (stack.at(-1).indent === line.indent &&
		    (!line.item || stack.at(-1).item))))
			stack.pop();
		const above = stack.at(-1);
		const name = line.item ? String(above ?
		    above.items = (above.items || 0) + 1 : 0) : line.key;
		stack.push({ indent: line.indent, name, item: line.item });
		if (!line.item && line.from < line.to &&
		    stack.map((s) => s.name).join('.') === path)
			return text.slice(0, line.from) + value +
			    text.slice(line.to);
	}
	return null;
}
