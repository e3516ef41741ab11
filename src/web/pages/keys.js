// Where a browser keeps its keys: IndexedDB, one record a class. A key of
// WebCrypto goes in as it is and can never be read out, only used.

const open = () => new Promise((done, fail) => {
	const request = indexedDB.open('detente', 1);
	request.onupgradeneeded = () => request.result.createObjectStore('keys');
	request.onsuccess = () => done(request.result);
	request.onerror = () => fail(request.error);
	request.onblocked = () => fail(new Error('blocked'));
});

const finish = (request) => new Promise((done, fail) => {
	request.onsuccess = () => done(request.result);
	request.onerror = () => fail(request.error);
});

async function within(mode, work) {
	const db = await open();
	try {
		return await finish(work(
		    db.transaction('keys', mode).objectStore('keys')));
	} finally {
		db.close();
	}
}

// A browser may forbid it (private windows): then a key lives as long as the
// page does.
const here = new Map();

export async function keep(id, record) {
	here.set(id, record);
	try {
		await within('readwrite', (keys) => keys.put(record, id));
	} catch {
		// The page says so where it matters: after a reload.
	}
}

export async function kept(id) {
	if (here.has(id))
		return here.get(id);
	try {
		return await within('readonly', (keys) => keys.get(id)) || null;
	} catch {
		return null;
	}
}
