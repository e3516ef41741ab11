// Signatures by the student's own browser. Two ways, the same bytes:
//
//   web     WebCrypto, where the page is a secure context: the key cannot be
//           read, by this page neither
//   library tweetnacl and SHA-256 of noble-hashes, embedded where they were
//           installed when the program was built; over plain HTTP there is no
//           WebCrypto
//
// Where there is neither, nothing is signed, and the page says so.
import { keep, kept } from './keys.js';

const utf8 = new TextEncoder();

export const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
export const bytes64 = (text) => Uint8Array.from(atob(text),
    (c) => c.charCodeAt(0));

const web = {
	word: 'web',
	hash: async (bytes) => new Uint8Array(
	    await crypto.subtle.digest('SHA-256', bytes)),
	make: async () => {
		const pair = await crypto.subtle.generateKey(
		    { name: 'Ed25519' }, false, ['sign', 'verify']);
		return { way: 'web', secret: pair.privateKey,
			open: new Uint8Array(await crypto.subtle.exportKey(
			    'raw', pair.publicKey)) };
	},
	sign: async (key, bytes) => new Uint8Array(
	    await crypto.subtle.sign({ name: 'Ed25519' }, key.secret, bytes)),
	verify: async (open, bytes, signature) => crypto.subtle.verify(
	    { name: 'Ed25519' }, await crypto.subtle.importKey('raw', open,
		{ name: 'Ed25519' }, false, ['verify']), signature, bytes),
};

function library(nacl, sha256) {
	return {
		word: 'library',
		hash: async (bytes) => sha256(bytes),
		make: async () => {
			const pair = nacl.sign.keyPair();
			return { way: 'library', secret: pair.secretKey,
				open: pair.publicKey };
		},
		sign: async (key, bytes) =>
		    nacl.sign.detached(bytes, key.secret),
		verify: async (open, bytes, signature) =>
		    signature.length === 64 &&
		    nacl.sign.detached.verify(bytes, signature, open),
	};
}

async function find() {
	try {
		if (window.isSecureContext && crypto.subtle) {
			await web.make();
			return web;
		}
	} catch {
		// A browser from before Ed25519: the library will do.
	}
	try {
		await import('./nacl.js');
		const { sha256 } = await import('./noble-sha256.js');
		return library(self.nacl, sha256);
	} catch {
		return null;
	}
}

let found = null;
// The way of this browser, or null.
export const way = () => found || (found = find());

// The key of this browser in that class, or null.
export async function myKey(id) {
	const signer = await way();
	const key = signer && await kept(id);
	return key && key.way === signer.word ? key : null;
}

// A new one, in the place of what was there; null where nothing can sign.
export async function newKey(id) {
	const signer = await way();
	if (!signer)
		return null;
	const key = await signer.make();
	await keep(id, key);
	return key;
}

export const signed = async (key, text) => base64(
    await (await way()).sign(key, utf8.encode(text)));

// Is it that key's signature of that text? False for bytes that are none.
export async function verified(open64, text, signature64) {
	try {
		return await (await way()).verify(bytes64(open64),
		    utf8.encode(text), bytes64(signature64));
	} catch {
		return false;
	}
}

const hash64 = async (text) => base64(
    await (await way()).hash(utf8.encode(text)));

// A move as two entries, into forms that the program gives: the opening says
// it, the commitment binds to it before anybody sees it.
export async function sealed(key, forms, move) {
	const nonce = crypto.getRandomValues(new Uint8Array(32));
	const opening = forms.opening.replace('%MOVE%', move).
	    replace('%NONCE%', base64(nonce));
	const commit = forms.commit.replace('%HASH%', await hash64(opening));
	return { commit, commit_signature: await signed(key, commit),
		opening, opening_signature: await signed(key, opening) };
}

// Where no letter of the class is at hand: one that is made here and now.
export async function demonstration() {
	const signer = await way();
	if (!signer)
		return null;
	const key = await signer.make();
	const nonce = base64(crypto.getRandomValues(new Uint8Array(32)));
	const entry = 'detente.example/open/v1\nrun 1\nround 1\n' +
	    `agent student\nmove PAUSE\nnonce ${nonce}`;
	return { own: true, entry, key: base64(key.open),
		signature: await signed(key, entry) };
}
