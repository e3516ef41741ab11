/* party_keep: append and take: how a log grows, here and elsewhere. */
#include <inttypes.h>

#include "cmd/party.h"
#include "cmd/passphrase.h"
#include "party/keeper.h"
#include "party/take.h"

static void
add_statement(const struct dt_keeper_statement *s, struct dt_text *text)
{
	dt_text_add(text, "%s: %" PRIu64 " entries taken", s->path, s->taken);
	if (s->known > 0)
		dt_text_add(text, ", %" PRIu64 " were there already",
		    s->known);
	if (s->verdict)
		dt_text_add(text, ", then REFUSED: %s", s->why.message);
	dt_text_add(text, ".\n");
	if (s->charge != NULL)
		dt_text_add(text, "    It is an equivocation; %s proves it.\n",
		    s->charge);
}

static enum dt_exit
tell_append(const struct dt_command_call *call, const struct dt_book *book,
    const struct dt_keeper_statement *s, size_t n)
{
	struct dt_text text = { 0 }, visible = { 0 };
	bool refused = false;
	dt_text_add(&text, "The log in %s has %" PRIu64 " entries, all under "
	    "a checkpoint.\n", call->operands[1], book->protocol.n);
	for (size_t i = 0; i < n; i++) {
		add_statement(&s[i], &text);
		refused = refused || s[i].verdict;
	}
	dt_text_add_visible(&visible, dt_text_string(&text), text.size);
	enum dt_exit exit = dt_command_write(call, &visible);
	dt_text_free(&text);
	dt_text_free(&visible);
	return exit == DT_EXIT_OK && refused ? DT_EXIT_NO : exit;
}

static enum dt_status
load(const struct dt_command_call *call, struct dt_keeper_statement *s,
    size_t n, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < n && status == DT_OK; i++) {
		struct dt_source *source;
		s[i].path = call->operands[2 + i];
		status = dt_node_load(call->arena, s[i].path, &source, err);
		if (status == DT_OK) {
			s[i].bytes = source->text;
			s[i].size = source->size;
		}
	}
	return status;
}

enum dt_exit
dt_cmd_party_append(struct dt_command_call *call,
    const struct dt_cmd_party_action *action)
{
	size_t n = (size_t)call->n_operands - 2;
	struct dt_keeper_statement *s = dt_arena_new(call->arena, n + 1,
	    sizeof(*s));
	struct dt_book book = { 0 };
	struct dt_key *key = NULL;
	struct dt_error err = { 0 };
	(void)action;
	enum dt_status status = s == NULL ? dt_status_no_memory(&err) :
	    dt_cmd_passphrase_key(dt_command_value(call, "key"), &key, &err);
	if (status == DT_OK)
		status = load(call, s, n, &err);
	if (status == DT_OK)
		status = dt_book_open(&book, call->operands[1], call->arena,
		    true, &err);
	if (status == DT_OK)
		status = dt_keeper_take(&book, key, s, n, dt_cmd_party_now(),
		    &err);
	enum dt_exit exit = status ? dt_command_fail(call, NULL, &err) :
	    tell_append(call, &book, s, n);
	dt_book_close(&book);
	dt_key_free(key);
	return exit;
}

enum dt_exit
dt_cmd_party_take(struct dt_command_call *call,
    const struct dt_cmd_party_action *action)
{
	struct dt_text text = { 0 };
	struct dt_error err = { 0 };
	struct dt_take take;
	(void)action;
	enum dt_status status = dt_sign_init(&err);
	if (status == DT_OK)
		status = dt_take_log(call->operands[1], call->operands[2],
		    call->arena, dt_cmd_party_now(), &take, &err);
	if (status)
		return dt_command_fail(call, NULL, &err);
	if (take.verdict)
		dt_text_add(&text, "NOT TAKEN: %s: %s.\n", call->operands[2],
		    take.why.message);
	else
		dt_text_add(&text, "%" PRIu64 " entries taken behind %" PRIu64
		    ", all authentic.\n", take.taken, take.before);
	if (take.fork != NULL)
		dt_text_add(&text, "%s/%s proves it.\n", call->operands[1],
		    take.fork);
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	return exit == DT_EXIT_OK && take.verdict ? DT_EXIT_NO : exit;
}
