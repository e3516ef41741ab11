/* key_file: the text of a key file, apart from the disk it is on. For
 * src/proof/key*.c alone. */
#ifndef DT_PROOF_KEY_FILE_H
#define DT_PROOF_KEY_FILE_H

#include "proof/key_internal.h"

enum { DT_KEY_FILE_MOST = 4096 };       /* bytes of a file */

struct dt_key_file {
	struct dt_lines_word name;
	unsigned char public[DT_SIGN_PUBLIC];
	bool sealed;
	struct dt_lines_word cost;      /* where sealed */
	const char *tail;       /* what is before this is bound to the seal */
};

/* The caller wipes the text. */
enum dt_status dt_key_file_print(const struct dt_key *key,
    const char *passphrase, enum dt_key_cost cost, struct dt_text *text,
    struct dt_error *err);

/* The lines before the seed, then the seed. */
enum dt_status dt_key_file_head(struct dt_lines *lines,
    struct dt_key_file *file, const char *path, struct dt_error *err);
enum dt_status dt_key_file_seed(const struct dt_lines *whole,
    struct dt_lines *lines, const struct dt_key_file *file,
    const char *path, const char *passphrase,
    unsigned char seed[DT_SIGN_SEED], struct dt_error *err);

#endif
