/* verify_internal: what the parts of verify share. For verify*.c alone. */
#ifndef DT_PARTY_VERIFY_INTERNAL_H
#define DT_PARTY_VERIFY_INTERNAL_H

#include "party/verify.h"
#include "proof/note.h"

/* verify_table.c: all kinds, ended by one without a word. */
extern const struct dt_verify_kind dt_verify_kinds[];

/* verify_disk.c. The bytes of a file, with a NUL behind them; *bytes NULL,
 * and no fault, if there is none and `may_lack`. */
enum dt_status dt_verify_read(struct dt_verify *v, const char *path,
    bool may_lack, const char **bytes, size_t *size, struct dt_error *err);
/* The path with another tail in place of its last one (".txt"), or behind it
 * where it has none. NULL: no memory. */
const char *dt_verify_sibling(struct dt_verify *v, const char *path,
    const char *tail);

/* verify_keys.c. */
enum dt_status dt_verify_add_keys(struct dt_verify *v, const char *bytes,
    size_t size, const char *path, struct dt_error *err);
/* The key of that type and name, or NULL. */
const struct dt_vkey *dt_verify_find(const struct dt_verify *v,
    enum dt_vkey_type type, struct dt_lines_word name);
/* Takes a registration, into the registry of its experiment. */
enum dt_verdict dt_verify_register(struct dt_verify *v,
    const struct dt_verify_file *file, struct dt_error *why);
/* Takes a rotation that is good. */
enum dt_verdict dt_verify_turn(struct dt_verify *v,
    const struct dt_entry *entry, struct dt_error *why);
/* Is that key's signature good? Of a file, or of what `of` is. */
typedef bool dt_verify_is(const struct dt_vkey *key, const void *of);
/* Finds the key under which `is` says yes, of those that may have signed the
 * entry (NULL: of all). STRANGER: none may; FORGED: none has. Where there are
 * registrations, an entry is by whom they name. */
enum dt_verdict dt_verify_signer(const struct dt_verify *v,
    const struct dt_entry *entry, dt_verify_is *is, const void *of,
    const struct dt_vkey **key, struct dt_error *why);
/* The pins for checkpoints of a text: the log's key and those witnesses that
 * are known, in the order of their lines. STRANGER says whose is not known. */
enum dt_verdict dt_verify_log(struct dt_verify *v, struct dt_lines_word text,
    struct dt_note_pins *pins, struct dt_error *why);

/* verify_beside.c. The keys of all *.vkey in the folder of that file. */
enum dt_status dt_verify_beside(struct dt_verify *v, const char *path,
    struct dt_error *err);

/* verify_entry.c. What an entry proves, once it is known to be its signer's;
 * the sentence lives in the arena. */
enum dt_verdict dt_verify_say(struct dt_verify *v,
    struct dt_verify_file *file, struct dt_error *why);
/* The file's sentence. UNKNOWN where memory is out, else GOOD. */
enum dt_verdict dt_verify_words(struct dt_verify *v,
    struct dt_verify_file *file, struct dt_error *why,
    const char *format, ...) __attribute__((format(printf, 4, 5)));

/* verify_against.c: what contradicts another file is not good. */
enum dt_status dt_verify_against(struct dt_verify *v, struct dt_error *err);

/* verify_signed.c: the checks of the table. */
enum dt_verdict dt_verify_check_entry(struct dt_verify *v,
    struct dt_verify_file *file, struct dt_error *why);
enum dt_verdict dt_verify_check_minisign(struct dt_verify *v,
    struct dt_verify_file *file, struct dt_error *why);
enum dt_verdict dt_verify_check_signify(struct dt_verify *v,
    struct dt_verify_file *file, struct dt_error *why);
enum dt_verdict dt_verify_check_raw(struct dt_verify *v,
    struct dt_verify_file *file, struct dt_error *why);

/* verify_file.c: the checks of the table. */
enum dt_verdict dt_verify_check_checkpoint(struct dt_verify *v,
    struct dt_verify_file *file, struct dt_error *why);
enum dt_verdict dt_verify_check_proof(struct dt_verify *v,
    struct dt_verify_file *file, struct dt_error *why);
enum dt_verdict dt_verify_check_fork(struct dt_verify *v,
    struct dt_verify_file *file, struct dt_error *why);
enum dt_verdict dt_verify_check_charge(struct dt_verify *v,
    struct dt_verify_file *file, struct dt_error *why);
enum dt_verdict dt_verify_check_halt(struct dt_verify *v,
    struct dt_verify_file *file, struct dt_error *why);
enum dt_verdict dt_verify_check_key(struct dt_verify *v,
    struct dt_verify_file *file, struct dt_error *why);

#endif
