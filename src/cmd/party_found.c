/* party_found: `detente party found`, the charter of a new log. */
#include <string.h>

#include "cmd/party.h"
#include "cmd/treaty_text.h"
#include "party/charter.h"
#include "party/log_folder.h"

struct job {
	const struct dt_command_call *call;
	struct dt_charter charter;
	struct dt_faults faults;
	struct dt_error err;
};

static enum dt_status
add_member(struct job *j, enum dt_charter_role role, const char *path)
{
	struct dt_charter_member *m = &j->charter.members[j->charter.n];
	struct dt_source *source;
	if (j->charter.n == DT_CHARTER_MOST)
		return dt_status_fail(&j->err, DT_EUSAGE,
		    "a charter has at most %d members", DT_CHARTER_MOST);
	enum dt_status status = dt_node_load(j->call->arena, path, &source,
	    &j->err);
	if (status)
		return status;
	struct dt_lines_word word = { source->text,
		strcspn(source->text, "\n") };
	if (!dt_vkey_read(&m->identity, word))
		return dt_status_fail(&j->err, DT_EINPUT, "%s is no public "
		    "key of detente keygen (NAME.vkey)", path);
	m->role = role;
	j->charter.n++;
	return DT_OK;
}

static enum dt_status
add_members(struct job *j)
{
	static const char *const options[DT_CHARTER_ROLES] = { "party",
		"inspector", "referee", "keeper" };
	enum dt_status status = DT_OK;
	for (int role = 0; role < DT_CHARTER_ROLES; role++) {
		const char *const *paths = dt_command_values(j->call,
		    options[role]);
		for (; paths != NULL && *paths != NULL && status == DT_OK;
		    paths++)
			status = add_member(j, (enum dt_charter_role)role,
			    *paths);
	}
	return status;
}

/* The charter is written last: a folder that has one is whole. */
static enum dt_status
write_folder(struct job *j, const struct dt_text *treaty)
{
	struct dt_log_folder folder = { j->call->operands[1],
	    j->call->arena, 0 };
	struct dt_text text = { 0 };
	const char *there;
	size_t size;
	enum dt_status status = dt_charter_print(&j->charter, &text, &j->err);
	if (status == DT_OK)
		status = dt_log_folder_make(&folder, &j->err);
	if (status == DT_OK)
		status = dt_log_folder_read(&folder, "charter.txt", true,
		    &there, &size, &j->err);
	if (status == DT_OK && there != NULL)
		status = dt_status_fail(&j->err, DT_EIO, "%s is a log "
		    "already", folder.path);
	if (status == DT_OK)
		status = dt_log_folder_write(&folder, "treaty.yaml",
		    treaty->bytes, treaty->size, &j->err);
	if (status == DT_OK)
		status = dt_log_folder_write(&folder, "charter.txt", text.bytes,
		    text.size, &j->err);
	dt_text_free(&text);
	return status;
}

static enum dt_exit
tell(const struct job *j)
{
	struct dt_text text = { 0 };
	char hex[DT_HASH_HEX];
	dt_text_add(&text, "%s: a log of %zu parties. Its charter has the "
	    "SHA-256\n%s,\nwhich all members compare before they join.\n",
	    j->call->operands[1], j->charter.parties,
	    dt_hash_hex(j->charter.name, hex));
	enum dt_exit exit = dt_command_write(j->call, &text);
	dt_text_free(&text);
	return exit;
}

enum dt_exit
dt_cmd_party_found(struct dt_command_call *call,
    const struct dt_cmd_party_action *action)
{
	struct job j = { .call = call, .faults = { .arena = call->arena } };
	struct dt_text treaty = { 0 };
	bool bad = false;
	(void)action;
	j.charter.missing = dt_lines_word("RACE");
	j.charter.timeout = (uint64_t)dt_command_whole(call, "timeout", 0,
	    INT64_MAX, 86400, &bad);
	if (bad)
		return DT_EXIT_USAGE;
	enum dt_status status = dt_sign_init(&j.err);
	if (status == DT_OK)
		status = dt_cmd_treaty_text(call, dt_command_value(call,
		    "treaty"), j.charter.treaty, &treaty, &j.faults, &j.err);
	if (status == DT_OK)
		status = add_members(&j);
	if (status == DT_OK)
		status = write_folder(&j, &treaty);
	dt_text_free(&treaty);
	return status ? dt_command_fail(call, &j.faults, &j.err) : tell(&j);
}
