// Opens pages in one headless Chromium and says what is wrong with them:
//   node pages.js FOLDER [--shots DIR] PAGE...
// FOLDER has node_modules. A page whose name begins with brief must print on
// one sheet of A4. Each finding is a line "PAGE: words"; the last line counts.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const args = process.argv.slice(2);
const folder = resolve(args.shift());
const shots = args[0] === '--shots' ? (args.shift(), args.shift()) : null;
const require = createRequire(join(folder, 'package.json'));
const puppeteer = require('puppeteer-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const chromium = process.env.CHROMIUM || '/usr/bin/chromium';

const browser = await puppeteer.launch({
	executablePath: chromium,
	args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
});
let findings = 0;
const find = (page, words) => {
	findings++;
	console.log(`${page}: ${words}`);
};

// What cannot be seen in a picture: marked-up names, cut or overlapping words.
const look = () => {
	const wrong = [];
	const root = document.documentElement;
	if (document.querySelector('script, iframe, img, object, embed, link'))
		wrong.push('there is an element that a report has not');
	for (const e of document.querySelectorAll('*'))
		for (const a of e.attributes)
			if (/^on/i.test(a.name) || (/^(href|src|action)$/i.test(
			    a.name) && !a.value.startsWith('#')))
				wrong.push(`attribute ${a.name}=${a.value}`);
	if (root.scrollWidth > root.clientWidth)
		wrong.push(`it is ${root.scrollWidth} wide on ` +
		    `${root.clientWidth}`);
	if (window.ran)
		wrong.push('a script ran');
	// Words in a picture lie in it, and not on each other.
	for (const svg of document.querySelectorAll('svg')) {
		const box = svg.getBoundingClientRect();
		const words = [...svg.querySelectorAll('text')].map(
		    (t) => [t.textContent, t.getBoundingClientRect()]);
		for (const [text, r] of words)
			if (r.left < box.left - 1 || r.right > box.right + 1 ||
			    r.top < box.top - 1 || r.bottom > box.bottom + 1)
				wrong.push(`"${text}" leaves its picture`);
		const flat = words.filter(([, r]) => r.height < 30);
		for (let i = 0; i < flat.length; i++)
			for (let k = i + 1; k < flat.length; k++) {
				const [a, b] = [flat[i][1], flat[k][1]];
				const wide = Math.min(a.right, b.right) -
				    Math.max(a.left, b.left);
				const tall = Math.min(a.bottom, b.bottom) -
				    Math.max(a.top, b.top);
				if (wide > 3 && tall > 5)
					wrong.push(`"${flat[i][0]}" lies on ` +
					    `"${flat[k][0]}"`);
			}
	}
	return wrong.slice(0, 12);
};

async function look_at(page, name, width, scheme) {
	await page.setViewport({ width, height: 900 });
	await page.emulateMediaFeatures([
		{ name: 'prefers-color-scheme', value: scheme }]);
	for (const words of await page.evaluate(look))
		find(name, `${width} ${scheme}: ${words}`);
	const { violations } = await page.evaluate(() => window.axe.run());
	for (const v of violations)
		if (['serious', 'critical'].includes(v.impact))
			find(name, `${width} ${scheme}: axe ${v.id}: ${v.help}: ` +
			    v.nodes[0].html.slice(0, 120));
	if (shots)
		await page.screenshot({ fullPage: true,
			path: join(shots, `${name}-${width}-${scheme}.png`) });
}

async function print(page, name) {
	const pdf = Buffer.from(await page.pdf({
		format: 'A4', preferCSSPageSize: true,
		path: shots ? join(shots, `${name}.pdf`) : undefined,
	})).toString('latin1');
	const sheets = (pdf.match(/\/Type\s*\/Page\b(?!s)/g) || []).length;
	if (sheets < 1 || (name.startsWith('brief') && sheets !== 1))
		find(name, `prints on ${sheets} sheets`);
}

async function visit(path) {
	const name = basename(path, '.html');
	const page = await browser.newPage();
	const url = pathToFileURL(resolve(path)).href;
	page.on('request', (r) => r.url() === url ||
	    find(name, `asks for ${r.url()}`));
	page.on('pageerror', (e) => find(name, e.message));
	page.on('console', (m) => find(name, m.text()));
	await page.goto(url);
	await page.evaluate(axe);
	await look_at(page, name, 1280, 'light');
	await print(page, name);
	await look_at(page, name, 320, 'dark');
	if (shots) {
		await look_at(page, name, 1280, 'dark');
		await look_at(page, name, 320, 'light');
	}
	await page.close();
}

for (const path of args)
	await visit(path);
await browser.close();
console.log(`${args.length} pages, ${findings} findings`);
process.exit(findings > 0 ? 1 : 0);
