// What a page has signed, checked by node's own library.
import { createHash, createPublicKey, verify } from 'node:crypto';

export const isSigned = (key64, text, signature64) => verify(null,
    Buffer.from(text), createPublicKey({ format: 'jwk', key: { kty: 'OKP',
	crv: 'Ed25519', x: Buffer.from(key64, 'base64').toString(
	    'base64url') } }), Buffer.from(signature64, 'base64'));

// What is wrong with a move as it was sent, or ''.
export function unsealed(key64, body) {
	if (!body.commit || !body.opening)
		return 'the move was sent without signatures';
	const hash = createHash('sha256').update(body.opening).digest('base64');
	if (!body.commit.endsWith(`\ncommit ${hash}`))
		return 'the commitment is not the hash of the opening';
	for (const kind of ['commit', 'opening'])
		if (!isSigned(key64, body[kind], body[`${kind}_signature`]))
			return `the ${kind} is not signed by the registered key`;
	return '';
}
