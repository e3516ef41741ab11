// A bad Wi-Fi: a proxy between a browser and the program that can cut all
// connections, or hold them without an answer. (Chromium's own offline mode
// does not stop a stream that is open.)
import { createServer, request } from 'node:http';

export class Proxy {
	constructor() {
		this.mode = 'good';     // or 'cut' or 'stall'
		this.flows = new Set(); // [answer of the program, browser's]
		this.held = [];
		this.server = createServer((q, r) => this.pass(q, r));
		this.server.on('connection', (socket) => {
			if (this.mode === 'cut')
				socket.destroy();
		});
	}

	listen() {
		return new Promise((done) => this.server.listen(0, '127.0.0.1',
		    () => done(this.server.address().port)));
	}

	pass(asked, reply) {
		if (this.mode === 'cut')
			return asked.socket.destroy();
		if (this.mode === 'stall')
			return this.held.push([asked, reply]);
		const at = new URL(asked.url);
		const on = request({ host: at.hostname, port: at.port,
			path: at.pathname + at.search, method: asked.method,
			headers: asked.headers }, (answer) => {
			reply.writeHead(answer.statusCode, answer.headers);
			const flow = [answer, reply];
			this.flows.add(flow);
			reply.on('close', () => {
				this.flows.delete(flow);
				on.destroy();
			});
			answer.on('error', () => reply.destroy());
			answer.pipe(reply);
			if (this.mode === 'stall')
				answer.unpipe(reply);
		});
		on.on('error', () => reply.destroy());
		return asked.pipe(on);
	}

	// Nothing goes through, and everything that is open breaks.
	cut() {
		this.mode = 'cut';
		this.server.closeAllConnections();
	}

	// Nothing goes through, and nothing breaks: nobody is told.
	stall() {
		this.mode = 'stall';
		for (const [answer, reply] of this.flows)
			answer.unpipe(reply);
	}

	// What was held since is lost, as it is when a phone changes its cell.
	heal() {
		this.mode = 'good';
		for (const [asked] of this.held.splice(0))
			asked.socket.destroy();
		for (const [, reply] of this.flows)
			if (!reply.writableEnded)
				reply.destroy();
	}

	// The same, but what was open stays open and never says a word again.
	healNew() {
		this.mode = 'good';
		this.held = [];
	}

	close() {
		this.server.closeAllConnections();
		this.server.close();
	}
}
