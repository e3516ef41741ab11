// The second trip of a move, in blocks of two: once the program says that all
// have committed, the page opens by itself what its student committed to.
import { kept } from './keys.js';
import { insist } from './net.js';
import { complain } from './page.js';
import { letterOf } from './proof_view.js';

let asked = '', lost = false;

// The letter of this round, or null: the browser has lost it.
async function letter(s) {
	const last = await kept(letterOf(s));
	const [slot] = s.round.opening.split('move %MOVE%');
	return last && last.entry.startsWith(slot) ? last : null;
}

// Another tab of this browser may have been first: that is no fault.
async function send(body, act) {
	try {
		act.took(await insist('/api/move', body));
	} catch (error) {
		if (error.status === 409)
			return;
		asked = '';
		complain(error);
	}
}

// False: there is nothing that could be opened.
export async function openMove(s, act) {
	const at = `${s.class} ${s.block.n} ${s.round.n}`;
	if (!s.round.unopened || asked === at)
		return !lost;
	asked = at;
	const own = await letter(s);
	lost = !own;
	if (own)
		await send({ block: s.block.n, round: s.round.n,
			opening: own.entry, opening_signature: own.signature },
		act);
	return !lost;
}
