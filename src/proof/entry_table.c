/* entry_table: see entry_table.h. This is the list of what is ever signed. */
#include "proof/entry_table.h"

#include <stddef.h>
#include <string.h>

#define AT(member) offsetof(struct dt_entry, member)
#define RUN_ROUND { "run", DT_ENTRY_NUMBER, AT(run) }, \
	{ "round", DT_ENTRY_NUMBER, AT(round) }
#define AGENT { "agent", DT_ENTRY_NAME, AT(agent) }
#define TREATY { "treaty", DT_ENTRY_HASH, AT(treaty) }
#define RUNS { "first-run", DT_ENTRY_NUMBER, AT(first_run) }, \
	{ "last-run", DT_ENTRY_NUMBER, AT(last_run) }
#define REFEREE { "referee", DT_ENTRY_NAME, AT(officer) }

const struct dt_entry_form dt_entry_table[DT_ENTRY_KINDS] = {
	[DT_ENTRY_REGISTER] = { "register", DT_ENTRY_BY_IDENTITY, NULL, 2, {
		{ "experiment", DT_ENTRY_HEX, AT(experiment) },
		AGENT,
		{ "role", DT_ENTRY_NAME, AT(role) },
		{ "key", DT_ENTRY_VKEY, AT(key) },
		{ "identity", DT_ENTRY_VKEY, AT(identity) } } },
	[DT_ENTRY_RATIFY] = { "ratify", DT_ENTRY_BY_IDENTITY, NULL, 2, {
		AGENT, TREATY } },
	[DT_ENTRY_PLEDGE] = { "pledge", DT_ENTRY_BY_SESSION, NULL, 3, {
		RUN_ROUND, AGENT, TREATY,
		{ "awaits", DT_ENTRY_KEYS, 0 } } },
	[DT_ENTRY_COMMIT] = { "commit", DT_ENTRY_BY_SESSION, NULL, 3, {
		RUN_ROUND, AGENT,
		{ "commit", DT_ENTRY_HASH, AT(hash) } } },
	[DT_ENTRY_OPEN] = { "open", DT_ENTRY_BY_SESSION, NULL, 3, {
		RUN_ROUND, AGENT,
		{ "move", DT_ENTRY_SHOUT, AT(move) },
		{ "nonce", DT_ENTRY_HASH, AT(nonce) } } },
	[DT_ENTRY_LEDGER] = { "ledger", DT_ENTRY_BY_SESSION, NULL, 3, {
		RUN_ROUND, AGENT,
		{ "chunks", DT_ENTRY_NUMBER, AT(count) },
		{ "root", DT_ENTRY_HASH, AT(hash) } } },
	[DT_ENTRY_FINDING] = { "finding", DT_ENTRY_BY_SESSION, "inspector", 4,
		{ RUN_ROUND,
		{ "inspector", DT_ENTRY_NAME, AT(officer) },
		AGENT,
		{ "found", DT_ENTRY_SHOUT, AT(move) },
		{ "evidence", DT_ENTRY_HASH, AT(hash) } } },
	[DT_ENTRY_MISSING] = { "missing", DT_ENTRY_BY_SESSION, "referee", 4, {
		RUN_ROUND, REFEREE, AGENT,
		{ "commit", DT_ENTRY_HASH_OR_NONE, AT(hash) },
		{ "default", DT_ENTRY_SHOUT, AT(move) } } },
	[DT_ENTRY_OUTCOME] = { "outcome", DT_ENTRY_BY_SESSION, "referee", 2, {
		REFEREE,
		{ "chunk", DT_ENTRY_NUMBER, AT(chunk) },
		RUNS,
		{ "digest", DT_ENTRY_HASH, AT(hash) } } },
	[DT_ENTRY_EPOCH] = { "epoch", DT_ENTRY_BY_SESSION, NULL, 2, {
		AGENT,
		{ "epoch", DT_ENTRY_NUMBER, AT(epoch) },
		RUNS,
		{ "commitments", DT_ENTRY_NUMBER, AT(count) },
		{ "root", DT_ENTRY_HASH, AT(hash) } } },
	[DT_ENTRY_WITHDRAW] = { "withdraw", DT_ENTRY_BY_SESSION, NULL, 4, {
		RUN_ROUND, AGENT, TREATY } },
	[DT_ENTRY_ROTATE] = { "rotate", DT_ENTRY_BY_IDENTITY, NULL, 2, {
		{ "experiment", DT_ENTRY_HEX, AT(experiment) },
		AGENT,
		{ "key", DT_ENTRY_VKEY, AT(key) },
		{ "identity", DT_ENTRY_VKEY, AT(identity) } } },
	[DT_ENTRY_REVOKE] = { "revoke", DT_ENTRY_BY_IDENTITY, NULL, 3, {
		{ "experiment", DT_ENTRY_HEX, AT(experiment) },
		AGENT,
		{ "key", DT_ENTRY_VKEY, AT(key) } } },
	[DT_ENTRY_LAPSE] = { "lapse", DT_ENTRY_BY_SESSION, "referee", 3, {
		RUN_ROUND, REFEREE } },
	/* In talks a run is a negotiation, a round one of talks, a treaty the
	 * text that is meant. */
	[DT_ENTRY_PROPOSE] = { "propose", DT_ENTRY_BY_SESSION, NULL, 3, {
		RUN_ROUND, AGENT, TREATY } },
	[DT_ENTRY_ANSWER] = { "answer", DT_ENTRY_BY_SESSION, NULL, 4, {
		RUN_ROUND, AGENT, TREATY,
		{ "answer", DT_ENTRY_SHOUT, AT(move) } } },
	[DT_ENTRY_SIGN] = { "sign", DT_ENTRY_BY_SESSION, NULL, 4, {
		RUN_ROUND, AGENT, TREATY,
		{ "awaits", DT_ENTRY_KEYS, 0 } } },
	[DT_ENTRY_HOME] = { "home", DT_ENTRY_BY_SESSION, NULL, 4, {
		RUN_ROUND, AGENT, TREATY,
		{ "vote", DT_ENTRY_SHOUT, AT(move) } } },
	[DT_ENTRY_ENTER] = { "enter", DT_ENTRY_BY_SESSION, "referee", 3, {
		RUN_ROUND, REFEREE, TREATY } },
	[DT_ENTRY_ACCEDE] = { "accede", DT_ENTRY_BY_SESSION, NULL, 3, {
		RUN_ROUND, AGENT, TREATY } },
	[DT_ENTRY_LEAVE] = { "leave", DT_ENTRY_BY_SESSION, NULL, 3, {
		RUN_ROUND, AGENT } },
	[DT_ENTRY_END] = { "end", DT_ENTRY_BY_SESSION, "referee", 3, {
		RUN_ROUND, REFEREE,
		{ "end", DT_ENTRY_SHOUT, AT(move) } } },
	/* A student, named after the key: `experiment` is the class. */
	[DT_ENTRY_ENROL] = { "enrol", DT_ENTRY_BY_SESSION, NULL, 2, {
		{ "class", DT_ENTRY_HEX, AT(experiment) },
		{ "key", DT_ENTRY_HASH, AT(key.public) } } },
};

enum dt_entry_kind
dt_entry_table_find(struct dt_lines *lines)
{
	static const char before[] = "detente.example/", behind[] = "/v1";
	enum { BEFORE = sizeof(before) - 1, BEHIND = sizeof(behind) - 1 };
	struct dt_lines_word line;
	if (!dt_lines_next(lines, &line) || line.size < BEFORE + BEHIND ||
	    memcmp(line.at, before, BEFORE) != 0 ||
	    memcmp(line.at + line.size - BEHIND, behind, BEHIND) != 0)
		return DT_ENTRY_KINDS;
	struct dt_lines_word word = { line.at + BEFORE,
		line.size - BEFORE - BEHIND };
	for (int kind = 0; kind < DT_ENTRY_KINDS; kind++)
		if (dt_lines_is(word, dt_entry_table[kind].word))
			return (enum dt_entry_kind)kind;
	return DT_ENTRY_KINDS;
}
