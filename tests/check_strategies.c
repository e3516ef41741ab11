/*
 * check_strategies: the shipped strategies against tests/strategies, where
 * each has a text of what it sees and what it must then play. The format is
 * told in tests/strategies/README.
 *
 * A mixed step has several next states, so a case follows the set of states
 * that a strategy may be in.
 */
#include <check.h>
#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/number.h"
#include "game/automaton.h"

enum { ROUNDS_MOST = 64, PATH_SIZE = 1024 };

/* A case: what its lines say. Timelines end with a NUL. */
struct triple {
	char sees[ROUNDS_MOST], does[ROUNDS_MOST], treaty[ROUNDS_MOST];
	char party[ROUNDS_MOST], flagged[ROUNDS_MOST], notice[ROUNDS_MOST];
	char plays[ROUNDS_MOST];
	struct dt_view_constants constants;
	struct dt_view_race race;       /* where the strategy stands */
};

struct reader {
	const char *path;
	const char *name;               /* of the strategy; NULL: any */
	int line;
	struct dt_arena arena;
	struct dt_faults faults;
	struct dt_error error;
	struct dt_strategy *strategy;   /* NULL: not named yet */
	struct triple now;
	size_t cases;
	struct dt_text *wrong;          /* what did not hold, a line each */
};

static void
path_of(char *path, const char *folder, const char *name, const char *ending)
{
	const char *root = getenv("srcdir");
	snprintf(path, PATH_SIZE, "%s/%s/%s%s", root ? root : ".", folder,
	    name, ending);
}

static void
say(struct reader *r, const char *what)
{
	dt_text_add(r->wrong, "%s:%d: %s\n", r->path, r->line, what);
}

static void
clear(struct reader *r)
{
	r->now = (struct triple){
		.constants = { .agents = 2, .continuation = 1 },
		.race = { .share = .5, .oversight = 1 },
	};
}

static void
load(struct reader *r, const char *name)
{
	char path[PATH_SIZE];
	struct dt_source *source;
	struct dt_node *root;
	struct dt_strategy *strategy =
	    dt_arena_new(&r->arena, 1, sizeof(*strategy));
	r->faults.arena = &r->arena;
	path_of(path, "agents/strategies", name, ".yaml");
	if (r->name != NULL && strcmp(r->name, name) != 0)
		say(r, "the file has the name of another strategy");
	else if (dt_node_load(&r->arena, path, &source, &r->error) != DT_OK)
		say(r, r->error.message);
	else if (dt_node_read(&r->arena, source, &root, &r->faults,
	    &r->error) == DT_OK && dt_schema_read(&dt_strategy_schema,
	    &r->arena, root, strategy, &r->faults, &r->error) == DT_OK &&
	    strcmp(strategy->name, name) == 0)
		r->strategy = strategy;
	else
		say(r, "the strategy's file has faults, or another name");
}

/* The letter of a round, or what stands for one that is not written. */
static char
letter(const char *timeline, size_t round, char absent)
{
	return round < strlen(timeline) ? timeline[round] : absent;
}

static enum dt_phase
phase_in(const struct triple *t, size_t round)
{
	static const char letters[] = ".ofse";
	const char *at = strchr(letters, letter(t->treaty, round, '.'));
	return at ? (enum dt_phase)(at - letters) : DT_PHASE_NONE;
}

static bool
party_in(const struct triple *t, size_t round)
{
	enum dt_phase phase = phase_in(t, round);
	bool bound = phase == DT_PHASE_IN_FORCE || phase == DT_PHASE_SUSPENDED;
	return letter(t->party, round, bound ? 'y' : 'n') == 'y';
}

/* What it sees before a round: of that round the treaty, of the one before
 * the moves. `raced` is its own. */
static size_t
view_before(const struct triple *t, size_t round, bool raced)
{
	size_t n = t->constants.agents, alarms = 0;
	bool flagged = false;
	if (round > 0) {
		char seen = letter(t->sees, round - 1, 'P');
		alarms = isdigit((unsigned char)seen) ?
		    (size_t)(seen - '0') : seen == 'R';
		flagged = letter(t->flagged, round - 1, '.') == 'x';
	}
	return dt_view_index(n, alarms, flagged, raced, party_in(t, round),
	    phase_in(t, round));
}

/* Adds the states that a step may lead to. */
static uint64_t
step(const struct dt_automaton *a, size_t state, size_t view)
{
	size_t to = a->step[state * a->views + view];
	if (to < a->states)
		return (uint64_t)1 << to;
	const struct dt_automaton_lottery *lottery =
	    &a->lotteries[to - a->states];
	uint64_t set = 0, below = 0;
	for (size_t i = 0; i < lottery->n; i++) {
		if (lottery->tickets[i].below > below)
			set |= (uint64_t)1 << lottery->tickets[i].state;
		below = lottery->tickets[i].below;
	}
	return set;
}

static uint64_t
step_all(const struct dt_automaton *a, uint64_t states, size_t view)
{
	uint64_t set = 0;
	for (; states != 0; states &= states - 1)
		set |= step(a, dt_move_first(states), view);
	return set;
}

static char
move_of(const struct dt_automaton *a, size_t state)
{
	return a->race[state] == 0 ? 'P' :
	    a->race[state] == UINT64_MAX ? 'R' : '?';
}

/* What all states of a set play, or ? if they differ. */
static char
moves_of(const struct dt_automaton *a, uint64_t states)
{
	char move = move_of(a, dt_move_first(states));
	for (; states != 0; states &= states - 1)
		if (move_of(a, dt_move_first(states)) != move)
			return '?';
	return move;
}

/* The states of a set that may have played that move. */
static uint64_t
that_play(const struct dt_automaton *a, uint64_t states, char move)
{
	uint64_t set = 0;
	for (; states != 0; states &= states - 1) {
		char plays = move_of(a, dt_move_first(states));
		if (plays == move || plays == '?')
			set |= states & -states;
	}
	return set;
}

static bool
gives_notice(const struct dt_automaton *a, uint64_t states)
{
	for (; states != 0; states &= states - 1)
		if (a->withdraws[dt_move_first(states)])
			return true;
	return false;
}

static void
compare(struct reader *r, size_t round, const char *what, char is, char must)
{
	if (is != must)
		dt_text_add(r->wrong, "%s:%d: round %zu: %s %c, not %c\n",
		    r->path, r->line, round + 1, what, is, must);
}

static void
play(struct reader *r, const struct dt_automaton *a)
{
	const struct triple *t = &r->now;
	uint64_t states = step(a, a->states, view_before(t, 0, false));
	for (size_t i = 0; t->plays[i] != '\0'; i++) {
		char move = moves_of(a, states), does = letter(t->does, i, '.');
		compare(r, i, "it plays", move, t->plays[i]);
		if (t->notice[0] != '\0')
			compare(r, i, "notice is",
			    gives_notice(a, states) ? 'x' : '.',
			    letter(t->notice, i, '.'));
		if (does == '.')
			does = move;
		if (t->plays[i + 1] == '\0' || does == '?')
			break;
		if (move == '?')
			states = that_play(a, states, does);
		states = step_all(a, states, view_before(t, i + 1,
		    does == 'R'));
	}
}

/* A case is whole with its last line. */
static void
close_case(struct reader *r)
{
	struct dt_automaton automaton;
	r->cases++;
	r->now.constants.race = &r->now.race;
	if (r->strategy == NULL)
		say(r, "name the strategy first");
	else if (dt_automaton_compile(r->strategy, &r->now.constants,
	    &r->arena, &automaton, &r->faults, &r->error) != DT_OK)
		say(r, "the strategy does not compile");
	else
		play(r, &automaton);
	clear(r);
}

static void
read_timeline(struct reader *r, char *timeline, const char *text,
    const char *letters)
{
	size_t n = 0;
	for (; *text != '\0'; text++) {
		if (isspace((unsigned char)*text))
			continue;
		if (strchr(letters, *text) == NULL || n == ROUNDS_MOST - 1) {
			say(r, "a letter that does not belong here");
			return;
		}
		timeline[n++] = *text;
	}
	timeline[n] = '\0';
}

/* Where the constant of that name is; NULL: there is none. */
static double *
constant(struct triple *t, const char *word)
{
	struct dt_view_constants *c = &t->constants;
	const struct {
		const char *word;
		double *at;
	} all[] = {
		{ "detection", &c->detection },
		{ "false_alarm", &c->false_alarm }, { "fine", &c->fine },
		{ "bond", &c->bond }, { "notice", &c->notice },
		{ "continuation", &c->continuation },
		{ "lead", &t->race.lead }, { "behind", &t->race.behind },
		{ "capability_share", &t->race.share },
		{ "oversight", &t->race.oversight },
		{ "generation", &t->race.generation },
	};
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (strcmp(all[i].word, word) == 0)
			return all[i].at;
	return NULL;
}

static void
read_term(struct reader *r, const char *text)
{
	char word[32], number[32];
	double value;
	if (sscanf(text, "%31s %31s", word, number) != 2 ||
	    !dt_number_read(number, &value)) {
		say(r, "write a term and a number");
		return;
	}
	double *at = constant(&r->now, word);
	if (at == NULL)
		say(r, "not a constant of the terms, nor of the race");
	else
		*at = value;
}

static void
read_agents(struct reader *r, const char *text)
{
	int64_t n;
	if (dt_number_read_whole(text, &n) && n >= 2 && n <= 10)
		r->now.constants.agents = (size_t)n;
	else
		say(r, "write a number of agents from 2 to 10");
}

static void
read_line(struct reader *r, const char *word, const char *rest)
{
	struct triple *t = &r->now;
	const struct { const char *word, *letters; char *timeline; } lines[] = {
		{ "sees", "PR0123456789", t->sees },
		{ "does", "PR.", t->does },
		{ "treaty", ".ofse", t->treaty },
		{ "party", "yn", t->party },
		{ "flagged", ".x", t->flagged },
		{ "notice", ".x", t->notice },
		{ "plays", "PR?", t->plays },
	};
	if (strcmp(word, "strategy") == 0) {
		load(r, rest);
		return;
	}
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		if (strcmp(word, lines[i].word) == 0) {
			read_timeline(r, lines[i].timeline, rest,
			    lines[i].letters);
			if (lines[i].timeline == t->plays)
				close_case(r);
			return;
		}
	if (strcmp(word, "agents") == 0)
		read_agents(r, rest);
	else if (strcmp(word, "term") == 0)
		read_term(r, rest);
	else
		say(r, "not a word of the format");
}

/* Reads and checks the lines of a text, which it takes apart. */
static void
check_text(const char *path, const char *name, char *text,
    struct dt_text *wrong)
{
	struct reader r = { .path = path, .name = name, .wrong = wrong };
	clear(&r);
	for (char *line = text; line != NULL; ) {
		char *next = strchr(line, '\n');
		if (next != NULL)
			*next++ = '\0';
		r.line++;
		line += strspn(line, " \t");
		char *rest = line + strcspn(line, " \t");
		if (*rest != '\0')
			*rest++ = '\0';
		rest += strspn(rest, " \t");
		if (line[0] != '\0' && line[0] != '#')
			read_line(&r, line, rest);
		line = next;
	}
	if (r.cases == 0)
		say(&r, "there is no case");
	dt_arena_free(&r.arena);
}

static void
check_triple(const char *name, struct dt_text *wrong)
{
	char path[PATH_SIZE];
	struct dt_arena arena = { 0 };
	struct dt_source *source;
	struct dt_error err;
	path_of(path, "tests/strategies", name, ".triple");
	if (dt_node_load(&arena, path, &source, &err) == DT_OK)
		check_text(path, name, dt_arena_copy(&arena, source->text),
		    wrong);
	else
		dt_text_add(wrong, "%s\n", err.message);
	dt_arena_free(&arena);
}

static void
check_shipped(const char *name, struct dt_text *wrong)
{
	char path[PATH_SIZE];
	path_of(path, "agents/strategies", name, ".yaml");
	if (access(path, R_OK) != 0)
		dt_text_add(wrong, "%s: there is no such strategy\n", path);
}

/* Visits the files of a folder that end so, by name. */
static size_t
each(const char *folder, const char *ending,
    void (*visit)(const char *name, struct dt_text *wrong))
{
	char path[PATH_SIZE];
	struct dt_text wrong = { 0 };
	size_t n = 0, end = strlen(ending);
	path_of(path, folder, "", "");
	DIR *dir = opendir(path);
	ck_assert_msg(dir != NULL, "%s cannot be read", path);
	for (struct dirent *file; (file = readdir(dir)) != NULL; ) {
		size_t length = strlen(file->d_name);
		if (length <= end ||
		    strcmp(file->d_name + length - end, ending) != 0)
			continue;
		file->d_name[length - end] = '\0';
		visit(file->d_name, &wrong);
		n++;
	}
	closedir(dir);
	ck_assert_msg(wrong.size == 0, "\n%s", dt_text_string(&wrong));
	dt_text_free(&wrong);
	return n;
}

/* By way of the strategies, so that one without a triple is found. */
START_TEST(every_strategy_plays_as_its_triple_says)
{
	ck_assert_uint_ge(each("agents/strategies", ".yaml", check_triple),
	    80);
}
END_TEST

START_TEST(every_triple_is_of_a_shipped_strategy)
{
	each("tests/strategies", ".triple", check_shipped);
}
END_TEST

/* Else the tests above would prove nothing. */
static const struct {
	const char *text, *said;
} refused[] = {
	{ "strategy tit-for-tat\nsees P R P\nplays P P P\n",
	    "t:3: round 3: it plays R, not P\n" },
	{ "strategy random\nplays P\n", "t:2: round 1: it plays ?, not P\n" },
	{ "strategy grim\nnotice x\nplays P\n",
	    "t:3: round 1: notice is ., not x\n" },
	{ "strategy grim\nsees Q\nplays P\n",
	    "t:2: a letter that does not belong here\n" },
	{ "plays P\n", "t:1: name the strategy first\n" },
	{ "strategy grim\n", "t:2: there is no case\n" },
};

START_TEST(a_false_triple_is_refused)
{
	struct dt_text wrong = { 0 };
	char *text = strdup(refused[_i].text);
	check_text("t", NULL, text, &wrong);
	ck_assert_str_eq(dt_text_string(&wrong), refused[_i].said);
	dt_text_free(&wrong);
	free(text);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("strategies");
	TCase *shipped = tcase_create("shipped");
	tcase_add_test(shipped, every_strategy_plays_as_its_triple_says);
	tcase_add_test(shipped, every_triple_is_of_a_shipped_strategy);
	tcase_add_loop_test(shipped, a_false_triple_is_refused, 0,
	    (int)(sizeof(refused) / sizeof(refused[0])));
	suite_add_tcase(suite, shipped);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? 0 : 1;
}
