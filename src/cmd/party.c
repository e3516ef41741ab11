/* party: `detente party ACTION FOLDER`, a log of parties with real keys. */
#include "cmd/party.h"

#include <string.h>

#include "cmd/verbs.h"

static const struct dt_cmd_party_action actions[] = {
	{ "found", "make the folder of a new log, by its charter",
	  "treaty party referee keeper", 0, 0, dt_cmd_party_found },
	{ "take", "take the log from a folder FROM, and check it", "", 1, 1,
	  dt_cmd_party_take },
	{ "status", "check all of it, and say what it has come to", "", 0, 0,
	  dt_cmd_party_status },
	{ "prove", "write entries, proofs, keys and charges for other tools",
	  "output", 0, 0, dt_cmd_party_prove },
	{ "database", "make a database of it, for query and audit", "output",
	  0, 0, dt_cmd_party_database },
	{ "witness", "a witness: cosign the log, if it goes on from what was "
	  "cosigned before", "key", 0, 0, dt_cmd_party_witness },
	{ "append", "the keeper: take the statements in these files", "key",
	  0, -1, dt_cmd_party_append },
	{ "join", "register a session key; a party ratifies the treaty, too",
	  "key", 0, 0, dt_cmd_party_say },
	{ "pledge", "a party: pause from a round on if all others pledge it",
	  "key round", 0, 0, dt_cmd_party_say },
	{ "commit", "a party: bind itself to a move of this round",
	  "key move", 0, 0, dt_cmd_party_say },
	{ "open", "a party: show the move", "key", 0, 0, dt_cmd_party_say },
	{ "withdraw", "a party: leave the treaty from a round on",
	  "key round", 0, 0, dt_cmd_party_say },
	{ "find", "an inspector: say what a party did in a round",
	  "key agent round move", 0, 0, dt_cmd_party_say },
	{ "missing", "the referee: a party showed no move in time",
	  "key agent", 0, 0, dt_cmd_party_say },
	{ "lapse", "the referee: the time for pledges is over", "key", 0, 0,
	  dt_cmd_party_say },
	{ "rotate", "a member: sign by another key from now on", "key new",
	  0, 0, dt_cmd_party_say },
	{ "revoke", "a member: nothing by this key counts from now on",
	  "key", 0, 0, dt_cmd_party_say },
	{ 0 }
};

static const char *
word(size_t k)
{
	return k < sizeof(actions) / sizeof(actions[0]) ? actions[k].name :
	    NULL;
}

/* The first option of those that it cannot do without that is not given. */
static const char *
find_lack(const struct dt_command_call *call, const char *wants)
{
	while (*wants != '\0') {
		size_t n = strcspn(wants, " ");
		const char *option = dt_arena_copy_n(call->arena, wants, n);
		if (option == NULL || dt_command_value(call, option) == NULL)
			return option ? option : wants;
		wants += n + (wants[n] == ' ');
	}
	return NULL;
}

static enum dt_exit
run(struct dt_command_call *call)
{
	const struct dt_cmd_party_action *a = actions;
	const char *names[sizeof(actions) / sizeof(actions[0])];
	for (size_t i = 0; (names[i] = word(i)) != NULL; i++)
		continue;
	while (a->name != NULL && strcmp(a->name, call->operands[0]) != 0)
		a++;
	if (a->name == NULL)
		return dt_command_usage(call, "there is no action '%s'%s",
		    call->operands[0], dt_command_nearest(call,
		    call->operands[0], names));
	int more = call->n_operands - 2;
	if (more < a->least || (a->most >= 0 && more > a->most))
		return dt_command_usage(call, "%s takes %s behind the folder",
		    a->name, a->most == 0 ? "nothing" : "one folder");
	const char *lack = find_lack(call, a->wants);
	return lack ? dt_command_usage(call, "%s needs --%s", a->name, lack) :
	    a->run(call, a);
}

static const struct dt_option options[] = {
	{ "key", 'k', "KEYFILE", false, "@files",
	  "the secret key of detente keygen by which is signed" },
	{ "round", 'r', "N", false, NULL,
	  "pledge, withdraw: from which round; find: of which" },
	{ "move", 'm', "MOVE", false, "PAUSE RACE",
	  "commit: the move; find: what the inspector saw" },
	{ "agent", 'a', "NAME", false, NULL,
	  "find, missing: which party" },
	{ "new", 0, "KEYFILE", false, "@files",
	  "rotate: the key that comes in its place" },
	{ "treaty", 0, "TREATY", false, "@treaties",
	  "found: what is ratified" },
	{ "party", 0, "VKEYFILE", true, "@files",
	  "found: a party's public key; once for each" },
	{ "inspector", 0, "VKEYFILE", true, "@files",
	  "found: an inspector's" },
	{ "referee", 0, "VKEYFILE", false, "@files",
	  "found: the referee's" },
	{ "keeper", 0, "VKEYFILE", false, "@files",
	  "found: that of who keeps the log" },
	{ "witness-state", 0, "DIR", false, "@files",
	  "witness: where it keeps what it has cosigned; KEYFILE.seen where "
	  "not given" },
	{ "timeout", 0, "SECONDS", false, NULL,
	  "found: how long the referee waits; a day where not given" },
	DT_COMMAND_OUTPUT,
	DT_COMMAND_FORCE,
	DT_COMMAND_FORMAT("text json"),
	{ 0 }
};

const struct dt_command dt_cmd_party = {
	.name = "party",
	.brief = "a halt between parties with keys of their own, by files",
	.operands = "ACTION FOLDER [FILE...]",
	.operand_words = "@own|@files",
	.own_word = word,
	.least = 2, .most = -1,
	.about = "A verifiable simultaneous halt, for real: each member has a "
	    "folder with the log, and a key of detente keygen. Members sign "
	    "statements, which go to the keeper in any way; the keeper "
	    "appends them and commits to the log; the members take it, check "
	    "all of it and go on. The halt binds all parties at one entry, "
	    "and what anybody fails to do leaves a proof.\n\n"
	    "found makes a log, take copies and checks one, join registers. "
	    "Parties pledge, commit, open and withdraw; an inspector finds; "
	    "the referee notes what is missing and what lapses; the keeper "
	    "appends, a witness cosigns. Any member may rotate or revoke its key. status checks "
	    "all and says what comes next; prove writes it for other tools, database for query and audit. "
	    "Exit status 4 if a log is not authentic, or a statement was "
	    "refused.",
	.examples = "detente party found log --treaty verified-halt "
	    "--party a.vkey --party b.vkey --inspector i.vkey --referee r.vkey "
	    "--keeper k.vkey\n"
	    "detente party join log --key k.key -o k-joins\n"
	    "detente party append log k-joins --key k.key\tthe keeper first\n"
	    "detente party join log --key a.key -o a-joins\n"
	    "detente party join log --key b.key -o b-joins\n"
	    "detente party append log a-joins b-joins --key k.key\n"
	    "detente party take mine log\n"
	    "detente party status mine\n",
	.options = options,
	.at_once = true,
	.run = run,
};
