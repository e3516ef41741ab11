/* treaty: the schema of treaty files; see treaty.h. */
#include "treaty/treaty.h"

#include "game/strategy.h"

static const char *const visibility_words[] = { "public", "private", NULL };

#define AT(type, member) .offset = offsetof(struct type, member)
#define MOST_ROUNDS .most = 1e9, .unit = "rounds"
#define CHANCE .most = 1, .unit = "chance"
#define MONEY .most = 1e9, .unit = "payoff"

static const struct dt_schema_key obligation_keys[] = {
	{ "text", DT_TEXT, AT(dt_treaty_obligation, text),
	  .preset = "Every party pauses.",
	  .help = "What the parties promise, in words" },
	{ "grace", DT_COUNT, AT(dt_treaty_obligation, grace), .preset = "0",
	  MOST_ROUNDS, .help = "Rounds after entry into force before racing "
	      "is a breach (a phased start)" },
	{ "from", DT_NUMBER, AT(dt_treaty_obligation, from), .most = 1e100,
	  .unit = "capability", .help = "In a race: nobody is bound before the "
	      "most capable lab has that much", .example = "2" },
	{ "cap", DT_NUMBER, AT(dt_treaty_obligation, cap), .most = 1e100,
	  .unit = "capability", .help = "In a race: who has less may race; "
	      "a nation has what its most capable lab has", .example = "4" },
	{ "compute", DT_NUMBER, AT(dt_treaty_obligation, compute),
	  .most = 1e6, .unit = "years", .help = "In a race: so much racing, "
	      "in years of all the compute a party has, is free, counted from "
	      "the run's first round", .example = "0.5" },
	{ 0 }
};
static const struct dt_schema obligation_schema = {
	"obligation", "what the parties promise",
	sizeof(struct dt_treaty_obligation), obligation_keys
};

static const struct dt_schema_key entry_keys[] = {
	{ "parties", DT_COUNT, AT(dt_treaty_entry, parties), .preset = "0",
	  .most = 64, .unit = "agents",
	  .help = "Least number of signatures; 0 means every agent that the "
	      "treaty is open to" },
	{ "weight", DT_NUMBER, AT(dt_treaty_entry, weight), .preset = "0",
	  .most = 1, .unit = "share",
	  .help = "Least share of the weight of all agents" },
	{ "states", DT_LIST, AT(dt_treaty_entry, states), .item = DT_NAME,
	  .help = "Agents (or all, labs, nations) whose signatures are all "
	      "needed; those that do not play are left out of account", .example = "[us, china]" },
	{ "delay", DT_COUNT, AT(dt_treaty_entry, delay), .preset = "0",
	  MOST_ROUNDS,
	  .help = "Rounds between the last signature needed and entry into "
	      "force" },
	{ 0 }
};
static const struct dt_schema entry_schema = {
	"entry", "when the treaty enters into force",
	sizeof(struct dt_treaty_entry), entry_keys
};

static const struct dt_schema_key sample_keys[] = {
	{ "items", DT_COUNT, AT(dt_treaty_sample, items), .required = true,
	  .least = 1, .most = 1e9, .help = "N: items that could be inspected",
	  .example = "1000" },
	{ "hidden", DT_COUNT, AT(dt_treaty_sample, hidden), .required = true,
	  .least = 1, .most = 1e9, .help = "How many of them show a race",
	  .example = "10" },
	{ "inspected", DT_COUNT, AT(dt_treaty_sample, inspected),
	  .required = true, .least = 1, .most = 1e9,
	  .help = "n: items drawn a round, without replacement",
	  .example = "100" },
	{ "detect", DT_NUMBER, AT(dt_treaty_sample, detect), .preset = "1",
	  CHANCE, .help = "Chance that an inspected item shows it" },
	{ "false_alarm", DT_NUMBER, AT(dt_treaty_sample, false_alarm),
	  .preset = "0", CHANCE,
	  .help = "Chance that an inspected clean item raises an alarm" },
	{ 0 }
};
static const struct dt_schema sample_schema = {
	"sample", "rates of inspecting a sample (hypergeometric)",
	sizeof(struct dt_treaty_sample), sample_keys
};

static const struct dt_schema_key measure_keys[] = {
	{ "separation", DT_NUMBER, AT(dt_treaty_measure, separation),
	  .required = true, .most = 100, .unit = "standard deviations",
	  .help = "D': how far a race moves the measurement",
	  .example = "2" },
	{ "false_alarm", DT_NUMBER, AT(dt_treaty_measure, false_alarm),
	  .preset = "0.05", CHANCE,
	  .help = "The rate that the alarm's threshold is set for" },
	{ 0 }
};
static const struct dt_schema measure_schema = {
	"measure", "rates of a measurement with Gaussian error",
	sizeof(struct dt_treaty_measure), measure_keys
};

static const struct dt_schema_key tips_keys[] = {
	{ "staff", DT_COUNT, AT(dt_treaty_tips, staff), .required = true,
	  .least = 1, .most = 1e9, .unit = "people",
	  .help = "How many know of a race", .example = "200" },
	{ "chance", DT_NUMBER, AT(dt_treaty_tips, chance), .required = true,
	  CHANCE, .help = "That one of them speaks up in a round",
	  .example = "0.01" },
	{ "false_alarm", DT_NUMBER, AT(dt_treaty_tips, false_alarm),
	  .preset = "0.02", CHANCE, .help = "Chance of a false tip a round" },
	{ 0 }
};
static const struct dt_schema tips_schema = {
	"tips", "rates of whistleblowers: 1 - (1 - chance)^staff",
	sizeof(struct dt_treaty_tips), tips_keys
};

static const struct dt_schema_key channel_keys[] = {
	{ "about", DT_TEXT, AT(dt_treaty_channel, about),
	  .help = "What it looks at, in words" },
	{ "miss", DT_NUMBER, AT(dt_treaty_channel, miss), CHANCE,
	  .help = "Chance that a race raises no alarm", .example = "0.2" },
	{ "false_alarm", DT_NUMBER, AT(dt_treaty_channel, false_alarm), CHANCE,
	  .help = "Chance that a pause raises an alarm", .example = "0.01" },
	{ "sample", DT_GROUP, AT(dt_treaty_channel, sample),
	  .group = &sample_schema,
	  .help = "In place of the rates: inspection of n of N items" },
	{ "measure", DT_GROUP, AT(dt_treaty_channel, measure),
	  .group = &measure_schema,
	  .help = "In place of the rates: a threshold on a noisy measurement" },
	{ "tips", DT_GROUP, AT(dt_treaty_channel, tips), .group = &tips_schema,
	  .help = "In place of the rates: whistleblowers" },
	{ "coverage", DT_NUMBER, AT(dt_treaty_channel, coverage),
	  .preset = "1", CHANCE,
	  .help = "Share of what an agent does that the channel can see; the "
	      "rest is missed" },
	{ "cost", DT_NUMBER, AT(dt_treaty_channel, cost), .preset = "0",
	  .most = 1e9, .unit = "payoff a party and round",
	  .help = "What it costs each party" },
	{ "visibility", DT_WORD, AT(dt_treaty_channel, visibility),
	  .preset = "public", .words = visibility_words,
	  .help = "Public: one signal for all; private: each observer has "
	      "its own" },
	{ "common", DT_FLAG, AT(dt_treaty_channel, common), .preset = "no",
	  .help = "It goes blind together with the other common channels, "
	      "with chance `common_mode`" },
	{ 0 }
};
static const struct dt_schema channel_schema = {
	"channel", "a way to see what a party does",
	sizeof(struct dt_treaty_channel), channel_keys
};

static const struct dt_schema_key monitoring_keys[] = {
	{ "miss", DT_NUMBER, AT(dt_treaty_monitoring, miss), CHANCE,
	  .help = "Chance that a race raises no public alarm; written here, "
	      "it stands in place of what the public channels give",
	  .example = "0.2" },
	{ "false_alarm", DT_NUMBER, AT(dt_treaty_monitoring, false_alarm),
	  CHANCE, .help = "Chance that a pause raises a public alarm; "
	      "likewise", .example = "0.02" },
	{ "common_mode", DT_NUMBER, AT(dt_treaty_monitoring, common_mode),
	  .preset = "0", CHANCE,
	  .help = "Chance a round that all `common` channels are blind "
	      "together" },
	{ "cost", DT_NUMBER, AT(dt_treaty_monitoring, cost), .preset = "0",
	  .most = 1e9, .unit = "payoff a party and round",
	  .help = "Cost of monitoring besides the channels' own" },
	{ "accusers", DT_COUNT, AT(dt_treaty_monitoring, accusers),
	  .preset = "0", .most = 64, .unit = "parties",
	  .help = "Private alarms about one party in one round that count as "
	      "a finding; 0: only public alarms count" },
	{ "oversight", DT_NUMBER, AT(dt_treaty_monitoring, oversight),
	  .most = 1, .unit = "share", .help = "In a race: how far the chance "
	      "that a party's race is seen depends on its oversight o: it "
	      "is multiplied by 1 - x + x o", .example = "1" },
	{ "channels", DT_MAP, AT(dt_treaty_monitoring, channels),
	  .group = &channel_schema,
	  .help = "The channels by name; an alarm of any is an alarm" },
	{ 0 }
};
static const struct dt_schema monitoring_schema = {
	"monitoring", "how a breach is seen",
	sizeof(struct dt_treaty_monitoring), monitoring_keys
};

static const struct dt_schema_key rung_keys[] = {
	{ "strikes", DT_COUNT, AT(dt_treaty_rung, strikes), .preset = "1",
	  .least = 1, .most = 1e6, .unit = "strikes",
	  .help = "The rung applies from that many strikes on, until the "
	      "next rung does" },
	{ "chance", DT_NUMBER, AT(dt_treaty_rung, chance), .preset = "1",
	  CHANCE, .help = "That the response is carried out" },
	{ "fine", DT_NUMBER, AT(dt_treaty_rung, fine), .preset = "0", MONEY,
	  .help = "What the party pays" },
	{ "bond", DT_NUMBER, AT(dt_treaty_rung, bond), .preset = "0",
	  .most = 1, .unit = "share",
	  .help = "Share of its bond that the party forfeits" },
	{ "suspend", DT_COUNT, AT(dt_treaty_rung, suspend), .preset = "0",
	  MOST_ROUNDS,
	  .help = "Rounds for which all parties are released from the "
	      "obligation" },
	{ "expel", DT_FLAG, AT(dt_treaty_rung, expel), .preset = "no",
	  .help = "The party is a party no longer" },
	{ "end", DT_FLAG, AT(dt_treaty_rung, end), .preset = "no",
	  .help = "The treaty ends" },
	{ 0 }
};
static const struct dt_schema rung_schema = {
	"rung", "a step of the response ladder",
	sizeof(struct dt_treaty_rung), rung_keys
};

static const struct dt_schema_key response_keys[] = {
	{ "ladder", DT_LIST, AT(dt_treaty_response, ladder),
	  .group = &rung_schema,
	  .help = "Responses to findings, by the party's strikes, rising",
	  .example = "[{strikes: 1, fine: 2}, {strikes: 3, expel: yes}]" },
	{ "forgive_after", DT_COUNT, AT(dt_treaty_response, forgive_after),
	  .preset = "0", MOST_ROUNDS,
	  .help = "Clean rounds in a row that take one strike away; 0: never" },
	{ "forgive_chance", DT_NUMBER, AT(dt_treaty_response, forgive_chance),
	  .preset = "0", CHANCE,
	  .help = "Chance that a clean round takes one strike away" },
	{ "shared", DT_FLAG, AT(dt_treaty_response, shared), .preset = "no",
	  .help = "Fines, forfeited bonds and tariffs are shared among the "
	      "other parties, in place of being lost" },
	{ 0 }
};
static const struct dt_schema response_schema = {
	"response", "what follows a finding",
	sizeof(struct dt_treaty_response), response_keys
};

static const struct dt_schema_key transfer_keys[] = {
	{ "from", DT_NAME, AT(dt_treaty_transfer, from), .required = true,
	  .help = "The agent that pays", .example = "us" },
	{ "to", DT_NAME, AT(dt_treaty_transfer, to), .required = true,
	  .help = "The agent that is paid", .example = "china" },
	{ "amount", DT_NUMBER, AT(dt_treaty_transfer, amount),
	  .required = true, .most = 1e9, .unit = "payoff a round",
	  .help = "How much, in each round in which both are parties of the "
	      "treaty in force", .example = "0.5" },
	{ 0 }
};
static const struct dt_schema transfer_schema = {
	"transfer", "a side payment", sizeof(struct dt_treaty_transfer),
	transfer_keys
};

static const struct dt_schema_key withdrawal_keys[] = {
	{ "allowed", DT_FLAG, AT(dt_treaty_withdrawal, allowed),
	  .preset = "yes", .help = "Whether a party may leave" },
	{ "notice", DT_COUNT, AT(dt_treaty_withdrawal, notice), .preset = "0",
	  MOST_ROUNDS,
	  .help = "Rounds between notice and leaving; until then it is bound" },
	{ 0 }
};
static const struct dt_schema withdrawal_schema = {
	"withdrawal", "how a party leaves",
	sizeof(struct dt_treaty_withdrawal), withdrawal_keys
};

static const struct dt_schema_key duration_keys[] = {
	{ "rounds", DT_COUNT, AT(dt_treaty_duration, rounds), .preset = "0",
	  MOST_ROUNDS, .help = "Rounds from entry into force to the sunset; "
	      "0: no sunset" },
	{ "renewals", DT_COUNT, AT(dt_treaty_duration, renewals),
	  .preset = "0", .most = 1e9,
	  .help = "How often it may be renewed at its sunset" },
	{ "renewal_rounds", DT_COUNT, AT(dt_treaty_duration, renewal_rounds),
	  .preset = "0", MOST_ROUNDS, .help = "How long a renewal lasts; 0: "
	      "as long as the first term" },
	{ "renewal_chance", DT_NUMBER, AT(dt_treaty_duration, renewal_chance),
	  .preset = "1", CHANCE, .help = "That a renewal is agreed on" },
	{ "lapses", DT_FLAG, AT(dt_treaty_duration, lapses), .preset = "no",
	  .help = "The treaty ends as soon as its parties no longer meet the "
	      "conditions of entry" },
	{ "review", DT_COUNT, AT(dt_treaty_duration, review), MOST_ROUNDS,
	  .help = "In a race: after each so many rounds it is reviewed, and "
	      "ends if its parties are overseen less than `least`",
	  .example = "12" },
	{ "least", DT_NUMBER, AT(dt_treaty_duration, least), .most = 1,
	  .unit = "share", .help = "Oversight of the party that is overseen "
	      "least, for a review to let it go on", .example = "0.5" },
	{ 0 }
};
static const struct dt_schema duration_schema = {
	"duration", "how long it lasts", sizeof(struct dt_treaty_duration),
	duration_keys
};

static const struct dt_schema_key keys[] = {
	{ "treaty", DT_NAME, AT(dt_treaty, name), .required = true,
	  .help = "Its name, as scenarios use it", .example = "my-halt" },
	{ "title", DT_TEXT, AT(dt_treaty, title),
	  .help = "Its name for people", .example = "A halt for two" },
	{ "summary", DT_TEXT, AT(dt_treaty, summary),
	  .help = "What it says, in a few plain sentences" },
	{ "source", DT_TEXT, AT(dt_treaty, source),
	  .help = "What it is taken from, or stylised after" },
	DT_SCHEMA_CITES,
	{ "status", DT_WORD, AT(dt_treaty, status), .preset = "stylised",
	  .words = dt_strategy_status_words,
	  .help = "How well founded its numbers are" },
	{ "facts", DT_LIST, AT(dt_treaty, facts), .item = DT_TEXT,
	  .help = "What is known of the model it is stylised after, each "
	      "with its status" },
	{ "parties", DT_LIST, AT(dt_treaty, parties), .item = DT_NAME,
	  .preset = "[all]",
	  .help = "Whom it is open to: names of agents, or all, labs, "
	      "nations", .example = "[labs]" },
	{ "obligation", DT_GROUP, AT(dt_treaty, obligation),
	  .group = &obligation_schema, .help = "What the parties promise" },
	{ "entry", DT_GROUP, AT(dt_treaty, entry), .group = &entry_schema,
	  .help = "When it enters into force" },
	{ "monitoring", DT_GROUP, AT(dt_treaty, monitoring),
	  .group = &monitoring_schema, .help = "How a breach is seen" },
	{ "response", DT_GROUP, AT(dt_treaty, response),
	  .group = &response_schema, .help = "What follows a finding" },
	{ "bond", DT_NUMBER, AT(dt_treaty, bond), .preset = "0", MONEY,
	  .help = "What each party deposits; forfeited by rungs of the ladder, "
	      "else given back" },
	{ "transfers", DT_LIST, AT(dt_treaty, transfers),
	  .group = &transfer_schema, .help = "Side payments between parties",
	  .example = "[{from: us, to: china, amount: 0.5}]" },
	{ "tariff", DT_NUMBER, AT(dt_treaty, tariff), .preset = "0",
	  .most = 1e9, .unit = "payoff a round",
	  .help = "What an agent outside pays while the treaty is in force" },
	{ "withdrawal", DT_GROUP, AT(dt_treaty, withdrawal),
	  .group = &withdrawal_schema, .help = "How a party leaves" },
	{ "duration", DT_GROUP, AT(dt_treaty, duration),
	  .group = &duration_schema, .help = "How long it lasts" },
	{ 0 }
};

const struct dt_schema dt_treaty_schema = {
	"treaty", "the text that parties sign", sizeof(struct dt_treaty), keys
};
