/* verify_table: the kinds of files that are known; the first that fits. */
#include <string.h>

#include "party/verify_internal.h"

/* Has it that first line? */
static bool
has_line(const struct dt_verify_kind *kind, const struct dt_verify_file *file)
{
	size_t n = strlen(kind->first);
	return file->size > n && memcmp(file->bytes, kind->first, n) == 0 &&
	    file->bytes[n] == '\n';
}

/* Does it begin so? */
static bool
begins(const struct dt_verify_kind *kind, const struct dt_verify_file *file)
{
	size_t n = strlen(kind->first);
	return file->size > n && memcmp(file->bytes, kind->first, n) == 0;
}

/* Does its second line begin as a base64 of this? Such a comment alone does
 * not tell minisign from signify, nor a signature from a key. */
static bool
is_outside(const struct dt_verify_kind *kind,
    const struct dt_verify_file *file)
{
	static const char comment[] = "untrusted comment: ";
	const char *line = strchr(file->bytes, '\n');
	bool mini = strstr(file->bytes, "\ntrusted comment: ") != NULL;
	return strncmp(file->bytes, comment, sizeof(comment) - 1) == 0 &&
	    line != NULL && strlen(line + 1) > 80 &&
	    mini == (strcmp(kind->word, "minisign") == 0);
}

/* Origin, size, root, an empty line, a dash: a note of that form. */
static bool
is_checkpoint(const struct dt_verify_kind *kind,
    const struct dt_verify_file *file)
{
	struct dt_lines lines = { file->bytes, file->size, false };
	struct dt_lines_word line;
	uint64_t size;
	(void)kind;
	return dt_lines_next(&lines, &line) && dt_lines_next(&lines, &line) &&
	    dt_lines_number(line, &size) && dt_lines_next(&lines, &line) &&
	    dt_lines_gap(&lines);
}

/* By the tail of its name. */
static bool
is_named(const struct dt_verify_kind *kind, const struct dt_verify_file *file)
{
	size_t n = strlen(file->path), tail = strlen(kind->first);
	return n > tail && strcmp(file->path + n - tail, kind->first) == 0;
}

static bool
is_raw(const struct dt_verify_kind *kind, const struct dt_verify_file *file)
{
	return file->size == DT_SIGN_BYTES && is_named(kind, file);
}

const struct dt_verify_kind dt_verify_kinds[] = {
	{ "equivocation", "a charge of equivocation", has_line,
	  "detente.example/equivocation/v1", dt_verify_check_charge },
	{ "perjury", "a charge of perjury", has_line,
	  "detente.example/perjury/v1", dt_verify_check_charge },
	{ "fork", "a fork of a log", has_line,
	  "detente.example/fork/v1", dt_verify_check_fork },
	{ "halt", "a halt, or why there was none", has_line,
	  "detente.example/halt/v1", dt_verify_check_halt },
	{ "proof", "a proof of inclusion", has_line,
	  "c2sp.org/tlog-proof@v1", dt_verify_check_proof },
	{ "signature", "a signature of 64 bytes", is_raw, ".sig",
	  dt_verify_check_raw },
	{ "entry", "an entry", begins,
	  "detente.example/", dt_verify_check_entry },
	{ "minisign", "a signature by minisign", is_outside, NULL,
	  dt_verify_check_minisign },
	{ "signify", "a signature by signify", is_outside, NULL,
	  dt_verify_check_signify },
	{ "key", "a public key", is_named, ".vkey",
	  dt_verify_check_key },
	{ "checkpoint", "a checkpoint", is_checkpoint, NULL,
	  dt_verify_check_checkpoint },
	{ 0 }
};
