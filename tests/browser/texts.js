// The pages' words: node texts.js PAGES. Each key that a page uses is in the
// table, each row of it is used and has all languages, and a value that one
// language shows ({n}) the others show too.
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = resolve(process.argv[2]);
const { table, languages } = await import(
    pathToFileURL(join(folder, 'texts.js')));
const source = readdirSync(folder).filter((f) => f.endsWith('.js') &&
    !f.startsWith('texts')).map((f) => readFileSync(join(folder, f),
	'utf8')).join('\n');
// 'key' in a call or a list of keys; word('kind', ...) uses all of its rows.
const quoted = new Set([...source.matchAll(/'([a-z][a-z0-9_]*)'/g)].map(
    (m) => m[1]));
const asked = [...source.matchAll(/\b(?:t|around|does)\('([a-z0-9_]+)'/g)].map(
    (m) => m[1]);
const kinds = [...source.matchAll(/\bword\('([a-z]+)'/g)].map((m) => m[1]);

let failed = 0;
const wrong = (words) => {
	failed++;
	console.log(words);
};
const values = (text) => [...text.matchAll(/\{\w+\}/g)].map(
    (m) => m[0]).sort().join(' ');

for (const key of asked)
	if (!Object.hasOwn(table, key))
		wrong(`${key}: is asked for, and not in the table`);
for (const [key, row] of Object.entries(table)) {
	if (row.length !== languages.length || row.some((text) => !text))
		wrong(`${key}: a language is missing`);
	if (new Set(row.map(values)).size > 1)
		wrong(`${key}: the languages show other values`);
	if (!quoted.has(key) && !kinds.some((k) => key.startsWith(`${k}_`)))
		wrong(`${key}: no page uses it`);
}
console.log(`${Object.keys(table).length} texts, ${failed} wrong`);
process.exit(failed > 0 ? 1 : 0);
