/* entry_table: which lines an entry has. For src/proof/entry*.c alone. */
#ifndef DT_PROOF_ENTRY_TABLE_H
#define DT_PROOF_ENTRY_TABLE_H

#include "proof/entry.h"

enum dt_entry_type {
	DT_ENTRY_NO_MORE,       /* lines */
	DT_ENTRY_NAME,          /* struct dt_lines_word: [a-z0-9][a-z0-9.-]* */
	DT_ENTRY_SHOUT,         /* struct dt_lines_word: [A-Z][A-Z-]* */
	DT_ENTRY_NUMBER,        /* uint64_t: 1 to 2^63 - 1 */
	DT_ENTRY_HASH,          /* 32 bytes, base64 */
	DT_ENTRY_HASH_OR_NONE,  /* the same, or "none" and .uncommitted */
	DT_ENTRY_HEX,           /* 32 bytes, 64 digits */
	DT_ENTRY_VKEY,          /* struct dt_vkey, of type Ed25519 */
	DT_ENTRY_KEYS,          /* .awaits: a line a key, at least one */
};

struct dt_entry_line {
	const char *key;
	enum dt_entry_type type;
	size_t offset;          /* of the member of struct dt_entry */
};

enum { DT_ENTRY_LINES_MOST = 8 };

struct dt_entry_form {
	const char *word;       /* first line: detente.example/WORD/v1 */
	enum dt_entry_by by;
	const char *role;       /* that its signer must have; NULL: any */
	size_t slot;            /* how many lines are the slot */
	struct dt_entry_line lines[DT_ENTRY_LINES_MOST];
};

/* In the order of enum dt_entry_kind. */
extern const struct dt_entry_form dt_entry_table[DT_ENTRY_KINDS];

/* Reads a first line: the kind that it names, or DT_ENTRY_KINDS. */
enum dt_entry_kind dt_entry_table_find(struct dt_lines *lines);

#endif
