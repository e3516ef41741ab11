/* party_say: what members sign: join, pledge, commit, open, and so on. */
#include <string.h>

#include "cli/output.h"
#include "cmd/party.h"
#include "cmd/passphrase.h"
#include "party/say.h"
#include "proof/minisign.h"

/* What is given besides the key. */
struct given {
	const char *agent, *move;
	uint64_t round;
	const struct dt_key *next;
};

static enum dt_status
speak(struct dt_say *say, const char *what, const struct given *g,
    struct dt_error *err)
{
	if (strcmp(what, "join") == 0)
		return dt_say_join(say, err);
	if (strcmp(what, "pledge") == 0)
		return dt_say_pledge(say, g->round, err);
	if (strcmp(what, "commit") == 0)
		return dt_say_commit(say, g->move, err);
	if (strcmp(what, "open") == 0)
		return dt_say_open(say, err);
	if (strcmp(what, "withdraw") == 0)
		return dt_say_withdraw(say, g->round, err);
	if (strcmp(what, "find") == 0)
		return dt_say_find(say, g->agent, g->round, g->move, err);
	if (strcmp(what, "missing") == 0)
		return dt_say_missing(say, g->agent, err);
	if (strcmp(what, "lapse") == 0)
		return dt_say_lapse(say, err);
	return strcmp(what, "rotate") == 0 ?
	    dt_say_rotate(say, g->next, err) : dt_say_revoke(say, err);
}

/* The file of -o has its signature beside it, for minisign alone. */
static enum dt_exit
write_minisig(struct dt_command_call *call, const struct dt_say *say)
{
	const char *output = dt_command_value(call, "output");
	const char *path = output ? dt_arena_print(call->arena, "%s.minisig",
	    output) : NULL;
	struct dt_text text = { 0 };
	struct dt_error err = { 0 };
	if (path == NULL)
		return DT_EXIT_OK;
	enum dt_status status = dt_minisign_sign(say->session,
	    say->text.bytes, say->text.size, "detente party", &text, &err);
	enum dt_exit exit = status ? dt_command_fail(call, NULL, &err) :
	    dt_output_open_path(call, path);
	if (exit == DT_EXIT_OK)
		exit = dt_output_close_path(call, path,
		    dt_command_write(call, &text));
	dt_text_free(&text);
	return exit;
}

static enum dt_exit
hand_out(struct dt_command_call *call, const struct dt_say *say)
{
	enum dt_exit exit = dt_output_open(call);
	if (exit == DT_EXIT_OK)
		exit = dt_output_close(call, dt_command_write(call,
		    &say->text));
	return exit == DT_EXIT_OK ? write_minisig(call, say) : exit;
}

static enum dt_exit
say_with(struct dt_command_call *call, const char *what,
    const struct dt_key *key, const struct given *given)
{
	struct dt_book book = { 0 };
	struct dt_say say = { 0 };
	struct dt_error err = { 0 };
	enum dt_status status = dt_book_open(&book, call->operands[1],
	    call->arena, true, &err);
	if (status == DT_OK)
		status = dt_say_start(&say, &book, key, dt_cmd_party_now(),
		    &err);
	if (status == DT_OK)
		status = speak(&say, what, given, &err);
	enum dt_exit exit = status ? dt_command_fail(call, NULL, &err) :
	    hand_out(call, &say);
	dt_say_free(&say);
	dt_book_close(&book);
	return exit;
}

enum dt_exit
dt_cmd_party_say(struct dt_command_call *call,
    const struct dt_cmd_party_action *action)
{
	const char *new = dt_command_value(call, "new");
	struct dt_key *key = NULL, *next = NULL;
	struct dt_error err = { 0 };
	bool bad = false;
	struct given given = { .agent = dt_command_value(call, "agent"),
		.move = dt_command_value(call, "move") };
	given.round = (uint64_t)dt_command_whole(call, "round", 1, INT64_MAX,
	    0, &bad);
	if (bad)
		return DT_EXIT_USAGE;
	enum dt_status status = dt_cmd_passphrase_key(dt_command_value(call,
	    "key"), &key, &err);
	if (status == DT_OK && new != NULL)
		status = dt_cmd_passphrase_key(new, &next, &err);
	given.next = next;
	enum dt_exit exit = status ? dt_command_fail(call, NULL, &err) :
	    say_with(call, action->name, key, &given);
	dt_key_free(key);
	dt_key_free(next);
	return exit;
}
