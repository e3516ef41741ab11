/* check_schema: files into structs, structs into files, tables into words. */
#include "base/memory.h"
#include "base/number.h"
#include "base/schema.h"
#include "schema_verify.h"

#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct noise {
	struct dt_origin origin;
	double slip, miss, false_alarm;
};

struct bond {
	struct dt_origin origin;
	double amount;
	int64_t rounds;
};

struct agent {
	struct dt_origin origin;
	const char *strategy;
	double weight;
};

enum role { ROLE_LAB, ROLE_NATION };

struct scenario {
	struct dt_origin origin;
	const char *name, *title;
	double continuation, gain;
	int64_t rounds, seed;
	bool honest;
	int role;
	struct noise noise;
	struct bond bond;
	struct dt_list agents, channels;
	struct dt_list names, weights, counts;
	const struct dt_node *payoffs;
};

static const struct dt_schema_key noise_keys[] = {
	{ .name = "slip", .type = DT_NUMBER, .least = 0, .most = 1,
	  .offset = offsetof(struct noise, slip), .unit = "chance",
	  .preset = "0", .help = "chance that the move is not the one meant" },
	{ .name = "miss", .type = DT_NUMBER, .least = 0, .most = 1,
	  .offset = offsetof(struct noise, miss), .unit = "chance",
	  .preset = "1/8", .help = "Chance that a race raises no alarm" },
	{ .name = "false_alarm", .type = DT_NUMBER, .least = 0, .most = 1,
	  .offset = offsetof(struct noise, false_alarm), .unit = "chance",
	  .preset = "0.05", .help = "chance that a pause raises one" },
	{ 0 },
};

static const struct dt_schema noise_schema = {
	.name = "noise", .brief = "what goes wrong",
	.size = sizeof(struct noise), .keys = noise_keys,
};

static const struct dt_schema_key bond_keys[] = {
	{ .name = "amount", .type = DT_NUMBER, .required = true, .least = 0,
	  .most = INFINITY, .offset = offsetof(struct bond, amount),
	  .unit = "payoff", .help = "what a party deposits",
	  .example = "2.5" },
	{ .name = "rounds", .type = DT_COUNT, .least = 1, .most = 1e9,
	  .offset = offsetof(struct bond, rounds), .preset = "10",
	  .help = "how long it is held" },
	{ 0 },
};

static const struct dt_schema bond_schema = {
	.name = "bond", .brief = "a deposit",
	.size = sizeof(struct bond), .keys = bond_keys,
};

static const struct dt_schema_key agent_keys[] = {
	{ .name = "strategy", .type = DT_NAME, .required = true,
	  .offset = offsetof(struct agent, strategy),
	  .help = "the rule by which it moves", .example = "grim" },
	{ .name = "weight", .type = DT_NUMBER, .preset = "1",
	  .offset = offsetof(struct agent, weight), .help = "its weight" },
	{ 0 },
};

static const struct dt_schema agent_schema = {
	.name = "agent", .brief = "who decides",
	.size = sizeof(struct agent), .keys = agent_keys,
};

static const char *const roles[] = { "lab", "nation", NULL };

#define AT(member) .offset = offsetof(struct scenario, member)

static const struct dt_schema_key scenario_keys[] = {
	{ .name = "scenario", .type = DT_NAME, .required = true, AT(name),
	  .help = "its name", .example = "two-labs" },
	{ .name = "title", .type = DT_TEXT, AT(title), .help = "a heading. "
	  "It may say \"pause\", or --race; \\ is kept" },
	{ .name = "continuation", .type = DT_NUMBER, .least = 0, .most = 1,
	  AT(continuation), .unit = "chance", .preset = "0.9",
	  .help = ".hidden: chance that another round follows" },
	{ .name = "gain", .type = DT_NUMBER, AT(gain), .unit = "payoff",
	  .help = "what racing alone adds" },
	{ .name = "rounds", .type = DT_COUNT, .least = 1, .most = 1e6,
	  AT(rounds), .unit = "rounds", .preset = "100",
	  .help = "how many are played" },
	{ .name = "seed", .type = DT_COUNT, AT(seed), .help = "the seed" },
	{ .name = "honest", .type = DT_FLAG, AT(honest), .preset = "yes",
	  .help = "whether it declares what it did" },
	{ .name = "role", .type = DT_WORD, .words = roles, AT(role),
	  .preset = "lab", .help = "what kind of agent it is" },
	{ .name = "noise", .type = DT_GROUP, .group = &noise_schema,
	  .shorthand = true, AT(noise), .help = "what goes wrong" },
	{ .name = "bond", .type = DT_GROUP, .group = &bond_schema, AT(bond),
	  .help = "a deposit", .kind = "bond" },
	{ .name = "agents", .type = DT_LIST, .group = &agent_schema,
	  AT(agents), .least = 1, .most = 3, .help = "who plays",
	  .kind = "agent" },
	{ .name = "channels", .type = DT_MAP, .group = &noise_schema,
	  .shorthand = true, AT(channels), .help = "how parties are seen" },
	{ .name = "names", .type = DT_LIST, .item = DT_NAME, AT(names),
	  .help = "some names", .preset = "[a, b]" },
	{ .name = "weights", .type = DT_LIST, .item = DT_NUMBER, AT(weights),
	  .help = "some numbers", .example = "[1, 0.5, 1/3]" },
	{ .name = "counts", .type = DT_LIST, .item = DT_COUNT, AT(counts),
	  .help = "some whole numbers" },
	{ .name = "payoffs", .type = DT_RAW, AT(payoffs),
	  .help = "a matrix" },
	{ 0 },
};

static const struct dt_schema scenario_schema = {
	.name = "scenario", .brief = "who plays what, for how long",
	.size = sizeof(struct scenario), .keys = scenario_keys,
};

static struct dt_arena arena;
static struct dt_faults faults;
static struct dt_error error;
static struct dt_source source;
static struct scenario scenario;

static void
tear_down(void)
{
	dt_arena_free(&arena);
}

static enum dt_status
read_text(const char *text)
{
	struct dt_node *root;
	source = (struct dt_source){ "t.yaml", text, strlen(text) };
	faults = (struct dt_faults){ .arena = &arena };
	enum dt_status status = dt_node_read(&arena, &source, &root, &faults,
	    &error);
	if (status != DT_OK && status != DT_EINPUT)
		return status;
	return dt_schema_read(&scenario_schema, &arena, root, &scenario,
	    &faults, &error);
}

static const char *
list_faults(void)
{
	const char *list = "";
	for (size_t i = 0; i < faults.n; i++) {
		const struct dt_fault *fault = &faults.list[i];
		list = dt_arena_print(&arena, "%s%s%zu:%zu: %s%s%s", list,
		    i > 0 ? "|" : "", fault->at.line, fault->at.column,
		    fault->message, fault->help ? "; " : "",
		    fault->help ? fault->help : "");
	}
	return list;
}

START_TEST(the_tables_of_this_test_are_sound)
{
	const char *wrong = schema_verify(&scenario_schema, &arena);
	ck_assert_msg(wrong == NULL, "%s", wrong);
}
END_TEST

static const struct {
	struct dt_schema_key key;
	const char *wrong;
} bad_rows[] = {
	{ { .name = "a", .type = DT_NUMBER, AT(gain) }, "t.a: no help" },
	{ { .name = "A", .type = DT_NUMBER, AT(gain), .help = "h" },
	  "t.A: the name has other than small letters, digits, _" },
	{ { .name = "a", .type = DT_NUMBER, AT(gain), .help = "h",
	    .preset = "2", .least = 0, .most = 1 },
	  "t.a: 2 is over the largest value 1" },
	{ { .name = "a", .type = DT_NUMBER, AT(gain), .help = "h",
	    .example = "5%" }, "t.a: '5%' is not a number" },
	{ { .name = "a", .type = DT_NUMBER, AT(gain), .help = "h",
	    .least = 1, .most = 0 }, "t.a: an empty range" },
	{ { .name = "a", .type = DT_LIST, .item = DT_NAME, AT(names),
	    .help = "h", .least = 1 }, "t.a: an empty range" },
	{ { .name = "a", .type = DT_NUMBER, .help = "h" },
	  "t.a: the offset is outside of the struct" },
	{ { .name = "a", .type = DT_NUMBER, .help = "h",
	    .offset = sizeof(struct scenario) },
	  "t.a: the offset is outside of the struct" },
	{ { .name = "a", .type = DT_GROUP, AT(noise), .help = "h" },
	  "t.a: no group" },
	{ { .name = "a", .type = DT_WORD, AT(role), .help = "h" },
	  "t.a: no words to choose from" },
	{ { .name = "a", .type = DT_NUMBER, AT(gain), .help = "h",
	    .preset = "1", .required = true },
	  "t.a: required, and yet a preset" },
	{ { .name = "a", .type = DT_LIST, .item = DT_MAP, AT(names),
	    .help = "h" }, "t.a: a list of what cannot be an item" },
	{ { .name = "a", .type = DT_LIST, .item = DT_COUNT, AT(counts),
	    .help = "h", .preset = "[1" }, "t.a: '[1' is not YAML" },
};

START_TEST(a_table_that_is_not_sound_is_told)
{
	struct dt_schema_key keys[] = { bad_rows[_i].key, { 0 } };
	struct dt_schema schema = { .name = "t", .brief = "b",
	    .size = sizeof(struct scenario), .keys = keys };
	ck_assert_pstr_eq(schema_verify(&schema, &arena),
	    bad_rows[_i].wrong);
}
END_TEST

START_TEST(what_is_absent_comes_from_the_presets)
{
	ck_assert_int_eq(read_text("scenario: two-labs\n"), DT_OK);
	ck_assert_str_eq(scenario.name, "two-labs");
	ck_assert_str_eq(scenario.title, "");
	ck_assert_double_eq(scenario.continuation, 0.9);
	ck_assert_int_eq(scenario.rounds, 100);
	ck_assert(scenario.honest);
	ck_assert_int_eq(scenario.role, ROLE_LAB);
	ck_assert(isnan(scenario.gain));
	ck_assert_int_eq(scenario.seed, 0);
	ck_assert_double_eq(scenario.noise.miss, 0.125);
	ck_assert_double_eq(scenario.noise.false_alarm, 0.05);
	ck_assert_ptr_null(scenario.noise.origin.node);
	ck_assert_ptr_null(scenario.bond.origin.node);
	ck_assert_int_eq(scenario.bond.rounds, 0);
	ck_assert_uint_eq(scenario.agents.n, 0);
	ck_assert_uint_eq(scenario.names.n, 2);
	ck_assert_str_eq(((const char **)scenario.names.items)[1], "b");
	ck_assert_ptr_null(scenario.payoffs);
}
END_TEST

START_TEST(what_is_written_fills_its_members)
{
	ck_assert_int_eq(read_text(
	    "scenario: full\ntitle: >\n  a folded\n  text\n"
	    "continuation: 19/20\ngain: -2\nrounds: 7\nseed: -3\n"
	    "honest: false\nrole: nation\nnoise: {slip: 0.5}\n"
	    "bond: {amount: 2}\n"
	    "agents:\n  - strategy: grim\n  - {strategy: tit-for-tat, "
	    "weight: 3}\n"
	    "channels:\n  satellite: {miss: 0.25}\n  leaks: 0.5\n"
	    "names: []\nweights: [1, 1/2]\ncounts: [3]\n"
	    "payoffs: [[3, 0], [5, 1]]\n"), DT_OK);
	ck_assert_str_eq(scenario.title, "a folded text\n");
	ck_assert_double_eq(scenario.continuation, 0.95);
	ck_assert_double_eq(scenario.gain, -2);
	ck_assert_int_eq(scenario.seed, -3);
	ck_assert(!scenario.honest);
	ck_assert_int_eq(scenario.role, ROLE_NATION);
	ck_assert_double_eq(scenario.noise.slip, 0.5);
	ck_assert_double_eq(scenario.noise.miss, 0.125);
	ck_assert_ptr_nonnull(scenario.noise.origin.node);
	ck_assert_double_eq(scenario.bond.amount, 2);
	ck_assert_int_eq(scenario.bond.rounds, 10);
	const struct agent *agents = scenario.agents.items;
	ck_assert_uint_eq(scenario.agents.n, 2);
	ck_assert_str_eq(agents[1].strategy, "tit-for-tat");
	ck_assert_double_eq(agents[0].weight, 1);
	ck_assert_uint_eq(agents[1].origin.node->at.line, 15);
	const struct noise *channels = scenario.channels.items;
	ck_assert_str_eq(channels[0].origin.name, "satellite");
	ck_assert_double_eq(channels[0].miss, 0.25);
	ck_assert_double_eq(channels[1].slip, 0.5);
	ck_assert_double_eq(channels[1].false_alarm, 0.5);
	ck_assert_uint_eq(scenario.names.n, 0);
	ck_assert_double_eq(((double *)scenario.weights.items)[1], 0.5);
	ck_assert_int_eq(((int64_t *)scenario.counts.items)[0], 3);
	ck_assert_int_eq(scenario.payoffs->kind, DT_NODE_LIST);
}
END_TEST

/* ux.md, "Errors": the eight faults that people make, in one file, all found
 * in one go, each at its line, with what to do. */
START_TEST(eight_faults_are_found_in_one_go)
{
	read_text(
	    "scenario: eight\n"
	    "titel: Grim\n"             /* unknown key */
	    "role: natoin\n"            /* unknown word */
	    "continuation: high\n"      /* a word for a number */
	    "noise:\n"
	    "    slip 0.02\n"           /* missing colon */
	    "    miss: 5%\n"            /* trailing junk */
	    "rounds: 10\n"
	    "bond:\n"                   /* missing key: amount */
	    "\trounds: 5\n"             /* tab */
	    "rounds: 20\n");            /* duplicate */
	ck_assert_str_eq(list_faults(),
	    "2:1: unknown key 'titel'; did you mean 'title'?|"
	    "3:7: unknown role 'natoin'; did you mean 'nation'?|"
	    "4:15: 'high' is not a number; a number from 0 to 1|"
	    "6:9: missing ':' after 'slip'; write 'slip: 0.02'|"
	    "7:11: '5%' is not a number; write 0.05|"
	    "9:1: missing key 'amount' in 'bond'; add 'amount: 2.5'|"
	    "10:1: a tab in the indentation; indent with spaces|"
	    "11:1: duplicate key 'rounds'; the first one is in line 8");
	ck_assert_double_eq(scenario.noise.slip, 0.02);
	ck_assert_int_eq(scenario.bond.rounds, 5);
	struct dt_text text = { 0 };
	dt_faults_print(&faults, 0, &text);
	ck_assert_ptr_nonnull(strstr(text.bytes,
	    "t.yaml:7:11: error: '5%' is not a number\n"
	    "    7 |     miss: 5%\n"
	    "      |           ^~\n"
	    "      = help: write 0.05\n"));
	ck_assert_ptr_nonnull(strstr(text.bytes, "8 faults in t.yaml\n"));
	dt_text_free(&text);
}
END_TEST

static const struct {
	const char *text, *faults;      /* behind "scenario: x" */
} cases[] = {
	{ "continuation: 0,05", "2:15: '0,05' is not a number; write 0.05" },
	{ "continuation: nan",
	  "2:15: 'nan' is not a number; a number from 0 to 1" },
	{ "continuation: \"0.5\"",
	  "2:15: a text where a number belongs; drop the quotes" },
	{ "continuation: 1.5", "2:15: 1.5 is over the largest value 1; "
	  "a number from 0 to 1" },
	{ "continuation: 95", "2:15: 95 is over the largest value 1; "
	  "a number from 0 to 1: write 0.95 for 95 per cent" },
	{ "continuation: -1", "2:15: -1 is under the smallest value 0; "
	  "a number from 0 to 1" },
	{ "continuation: 40x",
	  "2:15: '40x' is not a number; a number from 0 to 1" },
	{ "continuation:", "2:1: no value for 'continuation'; "
	  "a number from 0 to 1" },
	{ "continuation: [1]", "2:15: expected one value for 'continuation', "
	  "not a list; a number from 0 to 1" },
	{ "rounds: 010", "2:9: '010' is not a whole number; write 10" },
	{ "rounds: 40x", "2:9: '40x' is not a whole number; write 40" },
	{ "rounds: 1e3", "2:9: '1e3' is not a whole number; write 1000" },
	{ "rounds: 10k", "2:9: '10k' is not a whole number; write 10000" },
	{ "rounds: 2.5", "2:9: '2.5' is not a whole number; "
	  "a whole number from 1 to 1000000" },
	{ "rounds: 0", "2:9: 0 is under the smallest value 1; "
	  "a whole number from 1 to 1000000" },
	{ "rounds: 99999999999999999999",
	  "2:9: '99999999999999999999' is not a whole number; "
	  "a whole number from 1 to 1000000" },
	{ "honest: on", "2:9: 'on' is neither yes nor no; write yes" },
	{ "honest: False", "2:9: 'False' is neither yes nor no; write no" },
	{ "honest: \"yes\"", "2:9: 'yes' is neither yes nor no; write yes" },
	{ "honest: maybe", "2:9: 'maybe' is neither yes nor no; yes or no" },
	{ "role: king", "2:7: unknown role 'king'; one of: lab, nation" },
	{ "role: {a: 1}", "2:7: expected one value for 'role', not a map; "
	  "one of: lab, nation" },
	{ "names: [My Lab]",
	  "2:9: 'My Lab' is not a name; write 'my-lab'" },
	{ "names: grim", "2:8: expected a list for 'names', not one value; "
	  "a list of names" },
	{ "names: [a, ]\nweights: [1, x]",
	  "3:14: 'x' is not a number; a number" },
	{ "names:\n  -\n", "3:4: no value for 'names'; a name" },
	{ "noise: high", "2:8: 'high' is not a number; "
	  "a number from 0 to 1" },
	{ "noise: 2%", "2:8: '2%' is not a number; write 0.02" },
	{ "noise:\n  slip 0.02\n",
	  "3:7: missing ':' after 'slip'; write 'slip: 0.02'" },
	{ "noise:\n  slip:0.02\n",
	  "3:7: missing space after the ':' of 'slip'; write 'slip: 0.02'" },
	{ "noise: {}\nnoise: {}\n",
	  "3:1: duplicate key 'noise'; the first one is in line 2" },
	{ "noise: {sloop: 1, slp: 1}\n",
	  "2:9: unknown key 'sloop'; one of: slip, miss, false_alarm|"
	  "2:19: unknown key 'slp'; did you mean 'slip'?" },
	{ "bond: deposit", "2:7: expected a map for 'bond', not one value; "
	  "a map of: amount, rounds; or the name of a bond" },
	{ "bond:", "2:1: no value for 'bond'; "
	  "a map of: amount, rounds; or the name of a bond" },
	{ "bond: {}", "2:1: missing key 'amount' in 'bond'; "
	  "add 'amount: 2.5'" },
	/* A misspelt key is not missing besides. */
	{ "bond: {amuont: 1}",
	  "2:8: unknown key 'amuont'; did you mean 'amount'?" },
	{ "bond:\n  amount: @x\n",
	  "3:11: '@' cannot begin a text; put the text in quotes" },
	{ "bond:\n  @amount: 3\n",
	  "3:3: '@' cannot begin a text; put the text in quotes" },
	{ "agents: []", "2:9: 'agents' needs at least 1 item" },
	{ "agents: [{strategy: a}, {strategy: a}, {strategy: a}]", "" },
	{ "agents: [{strategy: a}, {strategy: a}, {strategy: a}, "
	  "{strategy: a}]", "2:1: 'agents' has 4 items, and at most 3 are "
	  "allowed" },
	{ "agents:\n  - weight: 1\n  - wieght: 1\n",
	  "3:5: missing key 'strategy' in 'agents'; add 'strategy: grim'|"
	  "4:5: unknown key 'wieght'; did you mean 'weight'?|"
	  "4:11: missing key 'strategy' in 'agents'; add 'strategy: grim'" },
	{ "agents: [grim]", "2:10: expected a map for 'agents', not one "
	  "value; a map of: strategy, weight; or the name of an agent" },
	{ "payoffs:\ntitle: 5\nseed: 0\n", "" },
	{ "title: [a]", "2:8: expected one value for 'title', not a list; "
	  "a text" },
	{ "title: &a x\nseed: *a\n", "2:8: anchors are not used here; quote "
	  "a text that begins with '&'|3:7: aliases are not used here; "
	  "quote a text that begins with '*'" },
};

START_TEST(each_fault_of_content_is_found_once_at_its_place)
{
	enum dt_status status = read_text(dt_arena_print(&arena,
	    "scenario: x\n%s", cases[_i].text));
	ck_assert_str_eq(list_faults(), cases[_i].faults);
	ck_assert_int_eq(status, faults.n ? DT_EINPUT : DT_OK);
}
END_TEST

START_TEST(a_whole_file_can_be_wrong)
{
	read_text("[1, 2]\n");
	ck_assert_int_eq(faults.n, 1);
	read_text("scenario two-labs\n");
	ck_assert_str_eq(list_faults(),
	    "1:9: missing ':' after 'scenario'; write 'scenario: two-labs'");
	read_text("title: x\n");
	ck_assert_str_eq(list_faults(), "1:1: missing key 'scenario' in "
	    "'scenario'; add 'scenario: two-labs'");
	ck_assert_int_eq(read_text(""), DT_EINPUT);
	ck_assert_int_eq(faults.n, 1);
}
END_TEST

static unsigned
draw(unsigned *state, unsigned n)
{
	*state = *state * 1664525u + 1013904223u;
	return (*state >> 8) % n;
}

static const char *const words[] = {
	"", "a", "yes", "5", "two words", "a: b", "#c", " x ", "lines\nof\n",
	"\"", "it's", "\\", "-", "d\xc3\xa9tente", "@", "50%", "{", "\t",
};

/* In double quotes, with the escapes of YAML 1.2, 5.7. */
static const char *
quote(const char *text)
{
	struct dt_text out = { 0 };
	dt_text_add(&out, "\"");
	for (; *text != '\0'; text++)
		dt_text_add(&out, "%s%c", strchr("\n\t\"\\", *text) ? "\\" :
		    "", *text == '\n' ? 'n' : *text == '\t' ? 't' : *text);
	dt_text_add(&out, "\"");
	char *copy = dt_arena_copy(&arena, dt_text_string(&out));
	dt_text_free(&out);
	return copy;
}

static const char *
grow_noise(unsigned *state)
{
	switch (draw(state, 4)) {
	case 0:
		return "0.25";
	case 1:
		return "{}";
	case 2:
		return dt_arena_print(&arena, "{slip: %u/997}",
		    draw(state, 998));
	}
	return dt_arena_print(&arena, "{miss: 0.%u, false_alarm: 1e-%u}",
	    draw(state, 9999), draw(state, 300));
}

/* A file of the schema, each key there or not. */
static const char *
grow(unsigned *state)
{
	struct dt_text t = { 0 };
	dt_text_add(&t, "scenario: x-%u\n", draw(state, 99));
	if (draw(state, 2))
		dt_text_add(&t, "title: %s\n", quote(words[draw(state,
		    sizeof(words) / sizeof(words[0]))]));
	if (draw(state, 2))
		dt_text_add(&t, "continuation: %u/7\n", draw(state, 8));
	if (draw(state, 2))
		dt_text_add(&t, "gain: -%u.%u\n", draw(state, 10),
		    draw(state, 1000));
	if (draw(state, 2))
		dt_text_add(&t, "honest: no\nrole: nation\nseed: %d\n",
		    (int)draw(state, 9) - 4);
	if (draw(state, 2))
		dt_text_add(&t, "noise: %s\n", grow_noise(state));
	if (draw(state, 2))
		dt_text_add(&t, "bond: {amount: %u}\n", draw(state, 3));
	if (draw(state, 2))
		dt_text_add(&t, "agents:\n  - {strategy: grim, weight: %u}\n"
		    "  - strategy: a.b-c\n", draw(state, 9));
	if (draw(state, 2))
		dt_text_add(&t, "channels:\n  \"no\": %s\n  \"a: b\": %s\n",
		    grow_noise(state), grow_noise(state));
	if (draw(state, 2))
		dt_text_add(&t, "names: []\nweights: [1/3, .1]\n");
	if (draw(state, 2))
		dt_text_add(&t, "counts: [1, -2]\npayoffs: {a: [%s, 1], "
		    "b: , c: x}\n", quote(words[draw(state, 18)]));
	const char *text = dt_arena_copy(&arena, dt_text_string(&t));
	dt_text_free(&t);
	return text;
}

/* The resolved form says all there is: read and printed again it is the same
 * bytes, which is what makes its hash a name. */
START_TEST(a_printed_struct_reads_back_as_itself)
{
	unsigned state = 3;
	for (int i = 0; i < 2000; i++) {
		struct dt_text once = { 0 }, twice = { 0 };
		const char *text = grow(&state);
		ck_assert_msg(read_text(text) == DT_OK, "%s\n%s", text,
		    list_faults());
		struct scenario first = scenario;
		dt_schema_print(&scenario_schema, &first, 0, &once);
		ck_assert_msg(read_text(once.bytes) == DT_OK, "%s\n%s",
		    once.bytes, list_faults());
		dt_schema_print(&scenario_schema, &scenario, 0, &twice);
		ck_assert_str_eq(once.bytes, twice.bytes);
		ck_assert_str_eq(first.title, scenario.title);
		ck_assert(first.continuation == scenario.continuation);
		ck_assert(first.gain == scenario.gain ||
		    (isnan(first.gain) && isnan(scenario.gain)));
		ck_assert(first.noise.miss == scenario.noise.miss);
		ck_assert(first.noise.slip == scenario.noise.slip);
		ck_assert_int_eq(first.seed, scenario.seed);
		ck_assert_int_eq(first.role, scenario.role);
		ck_assert_int_eq(first.honest, scenario.honest);
		ck_assert_uint_eq(first.names.n, scenario.names.n);
		ck_assert_uint_eq(first.channels.n, scenario.channels.n);
		ck_assert_int_eq(first.bond.rounds, scenario.bond.rounds);
		dt_text_free(&once);
		dt_text_free(&twice);
		dt_arena_free(&arena);
	}
}
END_TEST

START_TEST(the_resolved_form_has_defaults_in_the_tables_order)
{
	ck_assert_int_eq(read_text("rounds: 5\nscenario: x\nnoise: 0.5\n"),
	    DT_OK);
	struct dt_text text = { 0 };
	dt_schema_print(&scenario_schema, &scenario, 2, &text);
	ck_assert_str_eq(text.bytes,
	    "  scenario: x\n"
	    "  continuation: 0.9\n"
	    "  rounds: 5\n"
	    "  honest: yes\n"
	    "  role: lab\n"
	    "  noise:\n"
	    "    slip: 0.5\n"
	    "    miss: 0.5\n"
	    "    false_alarm: 0.5\n"
	    "  names: [a, b]\n");
	dt_text_free(&text);
}
END_TEST

START_TEST(what_a_key_takes_is_said_in_words)
{
	static const struct { const char *path, *words; } rows[] = {
		{ "continuation", "a number from 0 to 1" },
		{ "gain", "a number" },
		{ "rounds", "a whole number from 1 to 1000000" },
		{ "honest", "yes or no" },
		{ "role", "one of: lab, nation" },
		{ "noise", "a map, or one number for all its numbers" },
		{ "bond", "a map, or the name of a bond" },
		{ "names", "a list of names" },
		{ "scenario", "a name" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct dt_text text = { 0 };
		dt_schema_describe(dt_schema_key(&scenario_schema,
		    rows[i].path), &text);
		ck_assert_str_eq(text.bytes, rows[i].words);
		dt_text_free(&text);
	}
	ck_assert_ptr_null(dt_schema_key(&scenario_schema, "nothing"));
}
END_TEST

START_TEST(the_manual_names_each_key_by_its_path)
{
	struct dt_text text = { 0 };
	dt_schema_help(&scenario_schema, &text);
	ck_assert_ptr_nonnull(strstr(text.bytes, "\nnoise.miss\n"
	    "        A number from 0 to 1 (chance), default 1/8.\n"
	    "        Chance that a race raises no alarm.\n"));
	ck_assert_ptr_nonnull(strstr(text.bytes, "\nagents[].strategy\n"));
	ck_assert_ptr_nonnull(strstr(text.bytes, "\nchannels.NAME.slip\n"));
	const char *line = text.bytes;
	for (size_t n; *line != '\0'; line += n + (line[n] == '\n')) {
		n = strcspn(line, "\n");
		ck_assert_uint_le(n, 78);
	}
	dt_text_free(&text);
}
END_TEST

/* mandoc's own check of style is the judge, where it is installed. */
START_TEST(the_manual_page_has_no_fault_of_style)
{
	struct dt_text text = { 0 };
	dt_text_add(&text, ".Dd $Mdocdate: November 1 2026 $\n.Dt X 5\n.Os\n"
	    ".Sh NAME\n.Nm x\n.Nd keys\n.Sh DESCRIPTION\n");
	dt_schema_help_mdoc(&scenario_schema, &text);
	ck_assert_ptr_nonnull(strstr(text.bytes, ".It Ic noise.miss\n"));
	ck_assert_ptr_nonnull(strstr(text.bytes, "\n\\&.hidden"));
	if (system("command -v mandoc >/dev/null") == 0) {
		FILE *mandoc = popen("mandoc -Tlint -Wstyle 2>&1 | "
		    "grep -v 'Mdocdate\\|missing date' >&2; [ $? -eq 1 ]",
		    "w");
		ck_assert_ptr_nonnull(mandoc);
		fwrite(text.bytes, 1, text.size, mandoc);
		ck_assert_int_eq(pclose(mandoc), 0);
	}
	dt_text_free(&text);
}
END_TEST

static const char full[] =
    "scenario: full\ntitle: x\nnoise: 0.1\nbond: {amount: 2}\n"
    "agents:\n  - strategy: grim\nchannels: {a: 0.1}\nweights: [1, 2]\n"
    "payoffs: [1]\nrounds: 10\nrole: nation\n";

START_TEST(no_bytes_upset_the_schema)
{
	unsigned state = 11;
	static const char pieces[] = "\t\n :-,{}[]\"'=%@a0.5\xff";
	for (int i = 0; i < 4000; i++) {
		char *bytes = dt_arena_copy(&arena, full);
		for (unsigned n = 1 + draw(&state, 5); n > 0; n--)
			bytes[draw(&state, sizeof(full) - 1)] =
			    pieces[draw(&state, sizeof(pieces) - 1)];
		if (read_text(bytes) == DT_OK) {
			struct dt_text text = { 0 };
			dt_schema_print(&scenario_schema, &scenario, 0,
			    &text);
			ck_assert_msg(read_text(text.bytes) == DT_OK, "%s",
			    text.bytes);
			dt_text_free(&text);
		}
		dt_arena_free(&arena);
	}
}
END_TEST

/* Each allocation in turn fails. Where reading still ends well or with a
 * fault, only words were lost, which printing shows too. */
START_TEST(any_allocation_may_fail)
{
	for (long after = 0, asked = 1; asked > after; after++) {
		struct dt_text text = { 0 };
		dt_memory_fail_after(after);
		enum dt_status status = read_text(full);
		if (status == DT_OK)
			dt_schema_print(&scenario_schema, &scenario, 0,
			    &text);
		asked = dt_memory_fail_after(-1);
		ck_assert(status == DT_OK || status == DT_ENOMEM);
		if (asked > after)
			ck_assert(status == DT_ENOMEM || text.failed);
		else
			ck_assert(status == DT_OK && !text.failed);
		dt_text_free(&text);
		dt_arena_free(&arena);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("schema");
	TCase *c = tcase_create("schema");
	tcase_set_timeout(c, 120);
	tcase_add_checked_fixture(c, NULL, tear_down);
	tcase_add_test(c, the_tables_of_this_test_are_sound);
	tcase_add_loop_test(c, a_table_that_is_not_sound_is_told, 0,
	    (int)(sizeof(bad_rows) / sizeof(bad_rows[0])));
	tcase_add_test(c, what_is_absent_comes_from_the_presets);
	tcase_add_test(c, what_is_written_fills_its_members);
	tcase_add_test(c, eight_faults_are_found_in_one_go);
	tcase_add_loop_test(c,
	    each_fault_of_content_is_found_once_at_its_place, 0,
	    (int)(sizeof(cases) / sizeof(cases[0])));
	tcase_add_test(c, a_whole_file_can_be_wrong);
	tcase_add_test(c, a_printed_struct_reads_back_as_itself);
	tcase_add_test(c, the_resolved_form_has_defaults_in_the_tables_order);
	tcase_add_test(c, what_a_key_takes_is_said_in_words);
	tcase_add_test(c, the_manual_names_each_key_by_its_path);
	tcase_add_test(c, the_manual_page_has_no_fault_of_style);
	tcase_add_test(c, no_bytes_upset_the_schema);
	tcase_add_test(c, any_allocation_may_fail);
	suite_add_tcase(suite, c);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
