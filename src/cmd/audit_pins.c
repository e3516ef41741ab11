/* audit_pins: whose keys an audit expects: a roster that was given, or what
 * was remembered of files seen before; see audit.h. */
#include "cmd/audit.h"

#include <inttypes.h>
#include <string.h>

#include "audit/keep.h"

enum dt_status
dt_cmd_audit_pins_open(struct dt_cmd_audit_pins *p,
    const struct dt_command_call *call, struct dt_error *err)
{
	const char *given = dt_command_value(call, "pin");
	struct dt_text text = { 0 };
	bool there = false;
	*p = (struct dt_cmd_audit_pins){
		.remember = dt_command_value(call, "remember") };
	const char *path = given ? given : p->remember;
	if (path == NULL)
		return DT_OK;
	enum dt_status status = dt_keep_read(path, &text, &there, err);
	if (status == DT_OK && !there && given != NULL)
		status = dt_status_fail(err, DT_EINPUT, "%s: no such roster",
		    path);
	if (status == DT_OK && there)
		status = dt_pins_read(&p->pins, path, dt_text_string(&text),
		    text.size, err);
	p->wanted = status == DT_OK && (there || given != NULL);
	if (status == DT_OK && given != NULL && p->pins.n == 0)
		status = dt_status_fail(err, DT_EINPUT, "%s: it pins no key",
		    path);
	dt_text_free(&text);
	return status;
}

void
dt_cmd_audit_pins_close(struct dt_cmd_audit_pins *p)
{
	dt_pins_free(&p->pins);
}

/* The old lines as they are, then what is new. */
static size_t
add_new(const struct dt_cmd_audit_pins *p, const struct dt_audit_report *r,
    struct dt_text *text)
{
	size_t added = 0;
	if (text->size == 0)
		dt_text_add(text, "# keys that were seen first in a file that "
		    "detente audit found authentic;\n# a line: an agent, its "
		    "identity. Another key for the same agent is refused.\n");
	for (size_t i = 0; i < r->n_identities; i++) {
		const struct dt_audit_identity *who = &r->identities[i];
		struct dt_vkey key;
		if (!dt_vkey_read(&key, dt_lines_word(who->vkey)) ||
		    dt_pins_has(&p->pins, dt_lines_word(who->agent), &key))
			continue;
		dt_pins_print(dt_lines_word(who->agent), &key, text);
		added++;
	}
	return added;
}

enum dt_status
dt_cmd_audit_pins_remember(const struct dt_cmd_audit_pins *p,
    const struct dt_command_call *call, const struct dt_audit_report *report,
    struct dt_error *err)
{
	struct dt_text text = { 0 };
	bool there;
	if (p->remember == NULL)
		return DT_OK;
	enum dt_status status = dt_keep_read(p->remember, &text, &there, err);
	size_t added = status ? 0 : add_new(p, report, &text);
	if (added > 0)
		status = dt_keep_write(p->remember, &text, err);
	dt_text_free(&text);
	if (status == DT_OK && added > 0)
		dt_command_advise(call, "\n%zu key%s seen for the first time "
		    "and remembered in %s", added, added == 1 ? " was" :
		    "s were", p->remember);
	return status;
}
