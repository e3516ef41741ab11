// A server that speaks the classroom's routes around MockClass, under the same
// content security policy as the program's: for tests of the pages alone.
//   node mock.js PAGES LIBRARY [PORT]     or      import { serve }
import { readFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { MockClass } from './mock_class.js';

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; " +
    "img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; " +
    "base-uri 'none'; form-action 'none'";
const TYPES = { js: 'text/javascript', css: 'text/css', html: 'text/html' };
const PAGES = { '/': 'student', '/teacher': 'teacher', '/board': 'board',
	'/debrief': 'debrief', '/check': 'check' };
export const SECRET = 'open-sesame';

// Times and sizes are equal for all: a state is padded to whole kilobytes.
function padded(state) {
	const bare = JSON.stringify({ ...state, pad: '' });
	const pad = -Buffer.byteLength(bare) & 1023;
	return JSON.stringify({ ...state, pad: ' '.repeat(pad) });
}

export class Mock {
	constructor(folders, options = {}) {
		this.folders = folders;
		this.class = new MockClass(options);
		this.class.changed = () => this.tell();
		this.streams = new Map();
		this.refuse = 0;        // so many streams get 503
		this.server = createServer((q, r) => this.answer(q, r));
		this.timer = setInterval(() => this.class.tick(), 50);
	}

	listen(port = 0) {
		return new Promise((done) => this.server.listen(port,
		    '127.0.0.1', () => done(this.server.address().port)));
	}

	close() {
		clearInterval(this.timer);
		this.server.closeAllConnections();
		this.server.close();
	}

	who(request) {
		const cookies = Object.fromEntries((request.headers.cookie || '').
		    split('; ').map((each) => each.split('=')));
		if (cookies.dt_teacher === SECRET)
			return { role: 'teacher', seat: null };
		const seat = this.class.seat(cookies.dt_seat);
		return { role: seat ? 'student' : 'spectator', seat,
			token: cookies.dt_seat };
	}

	state(request) {
		const { role, seat } = this.who(request);
		return padded(this.class.state(role, seat));
	}

	tell() {
		for (const [reply, request] of this.streams)
			reply.write(`id: ${this.class.v}\nevent: state\ndata: ` +
			    `${this.state(request)}\n\n`);
	}

	send(reply, status, body, headers = {}) {
		reply.writeHead(status, { 'Content-Type': 'application/json',
			'X-Content-Type-Options': 'nosniff',
			'Referrer-Policy': 'no-referrer', ...headers,
			'Content-Security-Policy': POLICY }).end(body);
	}

	file(reply, name) {
		const path = this.folders.map((folder) => join(folder,
		    basename(name))).find(existsSync);
		const type = TYPES[name.split('.').pop()];
		if (!path || !type)
			return this.send(reply, 404, '{"error":"No such file."}');
		return this.send(reply, 200, readFileSync(path),
		    { 'Content-Type': `${type}; charset=utf-8` });
	}

	events(request, reply) {
		if (this.who(request).role === 'spectator')
			return this.send(reply, 401, '{"error":"Join first."}');
		if (this.refuse-- > 0)
			return this.send(reply, 503, '{"error":"Full."}');
		reply.writeHead(200, { 'Content-Type': 'text/event-stream',
			'Cache-Control': 'no-store',
			'Content-Security-Policy': POLICY });
		this.streams.set(reply, request);
		reply.on('close', () => this.streams.delete(reply));
		return reply.write(`id: ${this.class.v}\nevent: state\ndata: ` +
		    `${this.state(request)}\n\n`);
	}

	get(request, reply, path) {
		if (PAGES[path])
			return this.file(reply, `${PAGES[path]}.html`);
		if (path.startsWith('/assets/'))
			return this.file(reply, path);
		if (path === '/api/events')
			return this.events(request, reply);
		if (path === '/api/picture')
			return this.send(reply, 200, this.class.picture(),
			    { 'Content-Type': 'image/svg+xml' });
		if (path === '/api/debrief' && !this.class.open &&
		    this.who(request).role !== 'teacher')
			return this.send(reply, 403, '{"error":"Not yet."}');
		const bodies = { '/api/state': () => this.state(request),
			'/api/hello': () => JSON.stringify({ class: 'k7q2mp',
				title: 'Fifteen minutes', lang: ['en', 'de'],
				secure: true, entry: 'detente.example/enrol/v1\n' +
				    'class k7q2mp\nkey %KEY%' }),
			'/api/debrief': () => JSON.stringify(this.class.debrief()) };
		return bodies[path] ? this.send(reply, 200, bodies[path]()) :
		    this.send(reply, 404, '{"error":"No such page."}');
	}

	post(request, reply, path, body) {
		const route = path.slice('/api/'.length);
		const who = this.who(request);
		const headers = {};
		let done = [404, { error: 'No such route.' }];
		if (route === 'join') {
			const token = who.token || randomBytes(16).toString('hex');
			headers['Set-Cookie'] = `dt_seat=${token}; HttpOnly; ` +
			    'SameSite=Strict; Path=/';
			done = this.class.join(body, token);
			request.headers.cookie = `dt_seat=${token}`;
		} else if (route === 'teacher' && body.do === 'enter') {
			done = request.headers['x-detente-teacher'] === SECRET ?
			    [200, null] : [403, { error: 'Not the secret.' }];
			headers['Set-Cookie'] = done[0] === 200 ?
			    `dt_teacher=${SECRET}; HttpOnly; SameSite=Strict` : [];
			request.headers.cookie = `dt_teacher=${SECRET}`;
		} else if (route === 'teacher' && who.role === 'teacher')
			done = this.class.teach(body);
		else if (who.seat)
			done = this.student(who.seat, route, body);
		const [status, words] = done;
		this.send(reply, status, words ? JSON.stringify(words) :
		    this.state(request), headers);
	}

	student(seat, route, body) {
		if (route === 'move')
			return this.class.move(seat, body);
		if (route === 'quiz')
			return this.class.answer(seat, body);
		if (route === 'leave')
			return this.class.teach({ do: 'free', seat: seat.seat });
		seat.answers[route] = route === 'sign' ? body.sign : body;
		return [200, null];
	}

	answer(request, reply) {
		const path = new URL(request.url, 'http://a').pathname;
		if (request.method === 'GET')
			return this.get(request, reply, path);
		let text = '';
		request.on('data', (bytes) => { text += bytes; });
		return request.on('end', () => {
			try {
				this.post(request, reply, path, JSON.parse(text));
			} catch (error) {
				this.send(reply, 400, JSON.stringify({
					error: error.message }));
			}
		});
	}
}

if (process.argv[1] && process.argv[1].endsWith('mock.js')) {
	const mock = new Mock(process.argv.slice(2, 4));
	console.log(`http://127.0.0.1:${await mock.listen(
	    Number(process.argv[4] || 0))}/#K7Q2MP, teacher#${SECRET}`);
}
