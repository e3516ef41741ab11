/* pem: see pem.h. */
#include "proof/pem.h"

#include <string.h>

#include "proof/base64.h"

/* DER: SEQUENCE { SEQUENCE { OID 1.3.101.112 }, BIT STRING of 32 bytes }. */
void
dt_pem_public(const struct dt_vkey *vkey, struct dt_text *text)
{
	static const unsigned char head[] = { 0x30, 0x2a, 0x30, 0x05, 0x06,
		0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00 };
	unsigned char der[sizeof(head) + DT_SIGN_PUBLIC];
	memcpy(der, head, sizeof(head));
	memcpy(der + sizeof(head), vkey->public, DT_SIGN_PUBLIC);
	dt_text_add(text, "-----BEGIN PUBLIC KEY-----\n");
	dt_base64_add(text, der, sizeof(der));
	dt_text_add(text, "\n-----END PUBLIC KEY-----\n");
}
