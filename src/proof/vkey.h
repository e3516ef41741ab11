/*
 * vkey: a public key with its name, as C2SP signed notes know it
 * (https://c2sp.org/signed-note): printed NAME+HEX(id)+BASE64(type || key).
 *
 * A struct dt_vkey is made only by dt_vkey_make and dt_vkey_read, and they
 * take only points of the prime-order group: who holds one may call
 * dt_sign_verify. The name is borrowed and must outlive the struct. Names are
 * narrower than the specification's, printable ASCII without space and '+',
 * so that no two of them look alike.
 */
#ifndef DT_PROOF_VKEY_H
#define DT_PROOF_VKEY_H

#include "base/text.h"
#include "proof/lines.h"
#include "proof/sign.h"

enum dt_vkey_type {
	DT_VKEY_ED25519 = 0x01,         /* signs notes and entries */
	DT_VKEY_COSIGNER = 0x04,        /* a witness; one key a witness */
};

enum { DT_VKEY_NAME_MOST = 255, DT_VKEY_ID = 4 };

struct dt_vkey {
	struct dt_lines_word name;
	enum dt_vkey_type type;
	unsigned char public[DT_SIGN_PUBLIC];
	unsigned char id[DT_VKEY_ID];   /* SHA-256(name LF type key), begun */
};

bool dt_vkey_is_name(struct dt_lines_word name);

/* False: not a name, not one of the types, or not a point to trust. */
bool dt_vkey_make(struct dt_vkey *vkey, struct dt_lines_word name,
    enum dt_vkey_type type, const unsigned char public[DT_SIGN_PUBLIC]);

/* The text, all of it, in its one form; the name points into it. */
bool dt_vkey_read(struct dt_vkey *vkey, struct dt_lines_word text);
void dt_vkey_print(const struct dt_vkey *vkey, struct dt_text *text);

/* Same name, type and key? Same key, whatever the name? */
bool dt_vkey_same(const struct dt_vkey *a, const struct dt_vkey *b);
bool dt_vkey_same_point(const struct dt_vkey *a, const struct dt_vkey *b);

#endif
