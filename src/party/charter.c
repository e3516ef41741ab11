/* charter: see charter.h. */
#include "party/charter.h"

#include <inttypes.h>
#include <string.h>

#include "proof/base64.h"
#include "proof/key.h"

const char *const dt_charter_roles[DT_CHARTER_ROLES] = {
	"party", "inspector", "referee", "log"
};

static const char first[] = "detente.example/charter/v1";

size_t
dt_charter_find(const struct dt_charter *charter, struct dt_lines_word name)
{
	size_t i = 0;
	while (i < charter->n && !dt_lines_same(name,
	    charter->members[i].identity.name))
		i++;
	return i;
}

static enum dt_status
check_member(const struct dt_charter *c, size_t i, struct dt_error *err)
{
	const struct dt_vkey *key = &c->members[i].identity;
	if (!dt_lines_is_name(key->name) || key->type != DT_VKEY_ED25519)
		return dt_status_fail(err, DT_EUSAGE, "'%.*s' cannot be a "
		    "member: its key is a simulated one, or a witness's",
		    DT_LINES_SHOW(key->name));
	for (size_t j = 0; j < i; j++)
		if (dt_lines_same(key->name, c->members[j].identity.name) ||
		    dt_vkey_same_point(key, &c->members[j].identity))
			return dt_status_fail(err, DT_EUSAGE, "'%.*s' is a "
			    "member twice: one key and one name, one member",
			    DT_LINES_SHOW(key->name));
	return i > 0 && c->members[i].role < c->members[i - 1].role ?
	    dt_status_fail(err, DT_EUSAGE, "'%.*s' is out of order: parties, "
	    "inspectors, the referee, the log", DT_LINES_SHOW(key->name)) :
	    DT_OK;
}

static enum dt_status
check(struct dt_charter *c, struct dt_error *err)
{
	size_t count[DT_CHARTER_ROLES] = { 0 };
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < c->n && status == DT_OK; i++) {
		count[c->members[i].role]++;
		status = check_member(c, i, err);
	}
	c->parties = count[DT_CHARTER_PARTY];
	if (status == DT_OK && (c->parties < 1 ||
	    c->parties > DT_ENTRY_KEYS_MOST ||
	    count[DT_CHARTER_REFEREE] != 1 || count[DT_CHARTER_LOG] != 1))
		return dt_status_fail(err, DT_EUSAGE, "a charter has 1 to %d "
		    "parties, one referee and one log", DT_ENTRY_KEYS_MOST);
	if (status == DT_OK && !dt_lines_is_shout(c->missing))
		return dt_status_fail(err, DT_EUSAGE,
		    "the default move is a word in capitals");
	return status;
}

static void
print(const struct dt_charter *c, struct dt_text *text)
{
	dt_text_add(text, "%s\ntreaty ", first);
	dt_base64_add(text, c->treaty, DT_HASH_BYTES);
	dt_text_add(text, "\ndefault %.*s\ntimeout %" PRIu64 "\n",
	    DT_LINES_SHOW(c->missing), c->timeout);
	for (size_t i = 0; i < c->n; i++) {
		dt_text_add(text, "%s ",
		    dt_charter_roles[c->members[i].role]);
		dt_vkey_print(&c->members[i].identity, text);
		dt_text_add_n(text, "\n", 1);
	}
}

enum dt_status
dt_charter_print(struct dt_charter *charter, struct dt_text *text,
    struct dt_error *err)
{
	size_t start = text->size;
	enum dt_status status = check(charter, err);
	if (status)
		return status;
	print(charter, text);
	if (text->failed)
		return dt_status_no_memory(err);
	dt_hash_of(text->bytes + start, text->size - start, charter->name);
	return DT_OK;
}

static bool
take_member(struct dt_lines *lines, struct dt_charter *c)
{
	struct dt_charter_member *m = &c->members[c->n];
	struct dt_lines_word word;
	for (int role = 0; role < DT_CHARTER_ROLES; role++)
		if (c->n < DT_CHARTER_MOST && dt_lines_value(lines,
		    dt_charter_roles[role], &word)) {
			m->role = (enum dt_charter_role)role;
			c->n++;
			return dt_vkey_read(&m->identity, word);
		}
	return false;
}

static bool
take(struct dt_lines *lines, struct dt_charter *c)
{
	struct dt_lines_word word;
	bool good = dt_lines_exactly(lines, first) &&
	    dt_lines_value(lines, "treaty", &word) &&
	    dt_lines_base64(word, c->treaty, DT_HASH_BYTES) &&
	    dt_lines_value(lines, "default", &c->missing) &&
	    dt_lines_value(lines, "timeout", &word) &&
	    dt_lines_number(word, &c->timeout);
	while (good && lines->left > 0)
		good = take_member(lines, c);
	return good;
}

enum dt_status
dt_charter_read(const char *bytes, size_t size, struct dt_charter *charter,
    struct dt_error *err)
{
	struct dt_lines lines = { bytes, size, false };
	*charter = (struct dt_charter){ 0 };
	if (!take(&lines, charter))
		return dt_status_fail(err, DT_EINPUT,
		    "the charter is not in its one form");
	enum dt_status status = check(charter, err);
	if (status && err != NULL)
		err->status = DT_EINPUT;
	dt_hash_of(bytes, size, charter->name);
	return status ? DT_EINPUT : DT_OK;
}
