// One headless Chromium, and what every test of a page looks for: errors on
// the console, accessibility, words that are cut or lie on each other.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

// Until ask() gives something; an error that says what was waited for.
export async function until(what, ask, within = 15000) {
	for (const end = Date.now() + within; ; await sleep(50)) {
		const found = await ask();
		if (found)
			return found;
		if (Date.now() > end)
			throw new Error(`waited in vain: ${what}`);
	}
}

let claims = 0, failed = 0;

// What a test holds; what is not so is told.
export function claim(words, good) {
	claims++;
	if (good)
		return;
	failed++;
	console.log(`not so: ${words}`);
}

// Counts all, findings of the pages too, and ends the test.
export function finish(chrome) {
	failed += chrome.findings.length;
	console.log(`${chrome.looked.size} views, ${claims} claims, ` +
	    `${failed} wrong`);
	process.exit(failed > 0 ? 1 : 0);
}

// What cannot be seen in a picture.
const look = () => {
	const wrong = [];
	const root = document.documentElement;
	if (root.scrollWidth > root.clientWidth)
		wrong.push(`it is ${root.scrollWidth} wide on ` +
		    `${root.clientWidth}`);
	for (const e of document.querySelectorAll('*'))
		for (const a of e.attributes)
			if (/^on/i.test(a.name) || a.name === 'style')
				wrong.push(`attribute ${a.name}=${a.value}`);
	const seen = (e) => e.checkVisibility() &&
	    e.getClientRects().length > 0 && !e.closest('.unseen');
	for (const e of document.querySelectorAll(
	    'button, h1, h2, p, label, th, td, code'))
		if (seen(e) && e.scrollWidth > e.clientWidth + 1 &&
		    getComputedStyle(e).overflowX !== 'auto' &&
		    e.clientWidth > 0 && getComputedStyle(e).display !==
		    'inline')
			wrong.push(`"${e.textContent.slice(0, 40)}" is cut`);
	const boxes = [...document.querySelectorAll(
	    'button, h1, input, select, textarea')].filter(seen).map(
	    (e) => [e, e.getBoundingClientRect()]);
	for (let i = 0; i < boxes.length; i++)
		for (let k = i + 1; k < boxes.length; k++) {
			const [[a, r], [b, s]] = [boxes[i], boxes[k]];
			if (Boolean(a.closest('dialog')) ===
			    Boolean(b.closest('dialog')) &&
			    Math.min(r.right, s.right) -
			    Math.max(r.left, s.left) > 2 &&
			    Math.min(r.bottom, s.bottom) -
			    Math.max(r.top, s.top) > 2)
				wrong.push(`${a.tagName} "${a.textContent.
				    slice(0, 30)}" lies on ${b.tagName}`);
		}
	for (const e of document.querySelectorAll('[data-key], main'))
		if (/\{\w+\}|undefined|\[object|NaN/.test(e.textContent))
			wrong.push(`unfilled words: ${e.textContent.match(
			    /.{0,20}(\{\w+\}|undefined|\[object|NaN).{0,20}/)[0]}`);
	return wrong.slice(0, 8);
};

export class Chrome {
	constructor(folder, shots = null) {
		const require = createRequire(join(resolve(folder),
		    'package.json'));
		this.puppeteer = require('puppeteer-core');
		this.axe = readFileSync(require.resolve('axe-core/axe.min.js'),
		    'utf8');
		this.shots = shots;
		this.findings = [];
		this.looked = new Set();
	}

	async open(...more) {
		this.browser = await this.puppeteer.launch({
			executablePath: process.env.CHROMIUM ||
			    '/usr/bin/chromium',
			args: ['--no-sandbox', '--disable-dev-shm-usage',
				'--disable-gpu', ...more],
		});
		return this;
	}

	find(page, words) {
		this.findings.push(`${page}: ${words}`);
		console.log(`${page}: ${words}`);
	}

	// A page in a profile of its own, or in that of another page (beside),
	// behind a proxy's port or none. Errors are findings, but for those
	// that a test brings about.
	async page(name, url, { beside, proxy, expected = /^$/ } = {}) {
		const context = beside ? beside.browserContext() :
		    await this.browser.createBrowserContext(proxy ? {
			proxyServer: `http://127.0.0.1:${proxy}`,
			proxyBypassList: ['<-loopback>'] } : {});
		const page = await context.newPage();
		await page.setViewport({ width: 390, height: 800 });
		page.on('pageerror', (e) => this.find(name, e.message));
		page.on('console', (m) => ['error', 'warn'].includes(m.type()) &&
		    !expected.test(`${m.text()} ${m.location().url}`) &&
		    this.find(name, `${m.text()} ${m.location().url || ''}`));
		await page.goto(url);
		return page;
	}

	// Looks at what is on a page, at a size: once a name, size and scheme.
	async look(page, name, width = 320, scheme = 'light') {
		for (const image of await page.$$('img'))
			await until('a picture', () => image.evaluate((i) => {
				i.scrollIntoView();
				return i.complete;
			}), 60000);
		const id = `${name}-${width}-${scheme}`;
		if (this.looked.has(id))
			return;
		this.looked.add(id);
		await page.setViewport({ width, height: width < 600 ? 640 : 900 });
		await page.emulateMediaFeatures([
			{ name: 'prefers-color-scheme', value: scheme },
			{ name: 'prefers-reduced-motion', value: 'reduce' }]);
		for (const words of await page.evaluate(look))
			this.find(id, words);
		// A page that was loaded anew has none.
		if (!await page.evaluate(() => Boolean(window.axe)))
			await page.evaluate(this.axe);
		const { violations } = await page.evaluate(() => window.axe.run());
		for (const v of violations)
			if (['serious', 'critical'].includes(v.impact))
				this.find(id, `axe ${v.id}: ${v.help}: ` +
				    v.nodes[0].html.slice(0, 160));
		if (this.shots)
			await page.screenshot({ fullPage: true,
				path: join(this.shots, `${id}.png`) });
	}

	async close() {
		await this.browser.close();
	}
}

// Buttons and fields by the words that a person reads.
export const press = (page, words) => until(`button "${words}"`,
    () => page.evaluate((w) => {
	const b = [...document.querySelectorAll('button, summary')].find(
	    (e) => !e.disabled && e.getClientRects().length > 0 &&
	    e.textContent.trim() === w);
	if (b)
		b.click();
	return Boolean(b);
}, words));

export const shows = (page, words, within) => until(`"${words}" on the page`,
    () => page.evaluate((w) => document.body.innerText.includes(w), words),
    within);

export const heading = (page) => page.evaluate(
    () => (document.querySelector('main h1') || {}).textContent || '');
