// A browser's key is registered with its seat: the program gives the text of
// the entry, the browser puts its key in and signs. No name stands in it.
import { Refusal, post } from './net.js';
import { base64, myKey, newKey, signed } from './sign.js';

async function proved(entry, key) {
	const open = base64(key.open);
	return { key: open,
		proof: await signed(key, entry.replaceAll('%KEY%', open)) };
}

// Joins, with a key where this browser can have one. A key that has joined
// already (its answer was lost, or its seat was freed) is replaced by another.
export async function register(hello, body) {
	const key = hello.entry ?
	    await myKey(hello.class) || await newKey(hello.class) : null;
	if (!key)
		return post('/api/join', body);
	try {
		return await post('/api/join',
		    { ...body, ...await proved(hello.entry, key) });
	} catch (error) {
		if (!(error instanceof Refusal) || error.status !== 409)
			throw error;
	}
	return post('/api/join', { ...body, ...await proved(hello.entry,
	    await newKey(hello.class)) });
}
