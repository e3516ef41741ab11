// What a page does when the network does not: a stream that is refused, a second
// tab, connections that break or hang. It ends with the page where the class is.
import { press, shows, until } from './chrome.js';
import { Proxy } from './proxy.js';

// What a browser's console says of a network that a test has broken.
export const TROUBLE = /401|403|503|net::ERR_/;

async function refused({ mock }, page) {
	mock.refuse = 2;
	for (const stream of mock.streams.keys())
		stream.destroy();
	mock.class.at = 0;
	mock.class.moved();
	await shows(page, 'Warte auf deine Lehrkraft');
	await until('a stream again', () => mock.streams.size >= 1);
}

async function tabs({ chrome, mock, at }, page) {
	const seat = mock.class.seats[0];
	const streams = () => [...mock.streams.values()].filter((request) =>
	    request.headers.cookie.includes(seat.token)).length;
	const second = await chrome.page('second', `${at}/`, { beside: page,
		expected: TROUBLE });
	await shows(second, 'Hallo');
	await until('one stream for two tabs', () => streams() === 1);
	seat.name = 'Renamed';
	mock.class.moved();
	await shows(second, 'Renamed');
	await second.close();
	await page.bringToFront();
	await shows(page, 'Renamed');
	await until('the stream comes back', () => streams() === 1);
}

async function badWifi({ chrome, mock, at, claim }) {
	const proxy = new Proxy();
	const port = await proxy.listen();
	const seat = mock.class.seats[5];
	Object.assign(seat, { state: 'empty', token: '' });
	const page = await chrome.page('wifi', `${at}/#K7Q2MP`, { proxy: port,
		expected: TROUBLE });
	await press(page, 'Take a seat');
	await shows(page, 'Hello');
	proxy.cut();
	await shows(page, 'No connection.', 20000);
	seat.name = 'Once';
	mock.class.moved();
	proxy.heal();
	await shows(page, 'Once', 20000);
	claim('a connection that is there again says nothing', await page.
	    evaluate(() => !document.body.innerText.includes('No connection')));
	await until('its stream', () => proxy.flows.size > 0);
	// The stream hangs, and nobody tells the page: it has to ask.
	proxy.stall();
	seat.name = 'Twice';
	mock.class.moved();
	proxy.healNew();
	await shows(page, 'Twice', 45000);
	await page.close();
	proxy.close();
}

export async function network(all, page) {
	await refused(all, page);
	await tabs(all, page);
	await badWifi(all);
}
