/*
 * show_answer: what a strategy does for what it is given to see. Without a
 * treaty and without slips; where it draws lots, the chances, exactly: the
 * distribution over its states goes forward a round at a time.
 */
#include <ctype.h>
#include <string.h>

#include "base/number.h"
#include "base/random.h"
#include "cmd/show_machine.h"
#include "format/table.h"

enum { ROUNDS_MOST = 1000 };

/* Letters or digits to numbers of alarms; SIZE_MAX: not one of them. */
static size_t
alarms_of(char letter, size_t agents)
{
	size_t n = letter == 'P' ? 0 : letter == 'R' && agents == 2 ? 1 :
	    isdigit((unsigned char)letter) ? (size_t)(letter - '0') : agents;
	return n < agents ? n : SIZE_MAX;
}

static bool
read_sees(const struct dt_cmd_show *show, const char *sees,
    struct dt_cmd_show_answer *answer)
{
	size_t *alarms = dt_arena_new(show->call->arena, strlen(sees) + 1,
	    sizeof(*alarms));
	answer->rounds = 1;
	answer->alarms = alarms;
	for (; alarms != NULL && *sees != '\0'; sees++) {
		if (isspace((unsigned char)*sees))
			continue;
		size_t n = alarms_of(*sees, answer->agents);
		if (n == SIZE_MAX || answer->rounds == ROUNDS_MOST) {
			(void)dt_command_usage(show->call, "--sees takes up "
			    "to %d letters: P (pause) and R (race) where two "
			    "play, else how many of the other %zu raced, 0 "
			    "to %zu", ROUNDS_MOST - 1, answer->agents - 1,
			    answer->agents - 1);
			return false;
		}
		alarms[answer->rounds++ - 1] = n;
	}
	return alarms != NULL;
}

static void
go(const struct dt_automaton *a, size_t row, size_t view, double chance,
    double *next)
{
	size_t step = a->step[row * a->views + view];
	if (step < a->states) {
		next[step] += chance;
		return;
	}
	const struct dt_automaton_lottery *lot =
	    &a->lotteries[step - a->states];
	double before = 0;
	for (size_t i = 0; i < lot->n; i++) {
		double below = dt_random_chance(lot->tickets[i].below);
		next[lot->tickets[i].state] += chance * (below - before);
		before = below;
	}
}

static double
race_in(const struct dt_automaton *a, size_t state)
{
	return dt_random_chance(a->race[state]);
}

static void
forward(struct dt_cmd_show_answer *answer, double *state, double *race)
{
	const struct dt_automaton *a = &answer->automaton;
	size_t n = answer->agents;
	go(a, a->states, dt_view_index(n, 0, false, false, false,
	    DT_PHASE_NONE), 1, state);
	for (size_t t = 0; t < answer->rounds; t++, state += a->states)
		for (size_t s = 0; s < a->states; s++) {
			double p = race_in(a, s);
			race[t] += state[s] * p;
			for (int own = 0; t + 1 < answer->rounds && own < 2;
			    own++)
				go(a, s, dt_view_index(n, answer->alarms[t],
				    false, own, false, DT_PHASE_NONE),
				    state[s] * (own ? p : 1 - p),
				    state + a->states);
		}
}

bool
dt_cmd_show_answer_read(const struct dt_cmd_show *show,
    struct dt_cmd_show_answer *answer)
{
	struct dt_arena *arena = show->call->arena;
	struct dt_faults faults = { .arena = arena };
	struct dt_error err;
	bool bad = false;
	*answer = (struct dt_cmd_show_answer){ 0 };
	answer->agents = (size_t)dt_command_whole(show->call, "agents", 2, 10,
	    2, &bad);
	if (bad || !read_sees(show, dt_command_value(show->call, "sees"),
	    answer))
		return false;
	struct dt_view_constants constants = { .agents = answer->agents,
		.continuation = 1 };
	if (dt_automaton_compile(show->content, &constants, arena,
	    &answer->automaton, &faults, &err) != DT_OK) {
		(void)dt_command_fail(show->call, &faults, &err);
		return false;
	}
	double *race = dt_arena_new(arena, answer->rounds, sizeof(*race));
	double *state = dt_arena_new(arena, answer->rounds *
	    answer->automaton.states, sizeof(*state));
	if (race == NULL || state == NULL)
		return false;
	answer->race = race;
	answer->state = state;
	forward(answer, state, race);
	return true;
}

static const char *
state_name(const struct dt_cmd_show_answer *answer, size_t i)
{
	const struct dt_strategy *text = answer->automaton.text;
	return ((const struct dt_strategy_state *)text->states.items)
	    [i].origin.name;
}

/* "trust", or with chances "pause 0.333, race 0.667". */
static void
add_states(const struct dt_cmd_show_answer *answer, size_t round,
    struct dt_text *text)
{
	const double *p = answer->state + round * answer->automaton.states;
	char buffer[DT_NUMBER_SIZE];
	bool any = false;
	for (size_t i = 0; i < answer->automaton.states; i++) {
		if (p[i] <= 0)
			continue;
		dt_text_add(text, "%s%s", any ? ", " : "",
		    state_name(answer, i));
		if (p[i] < 1)
			dt_text_add(text, " %s",
			    dt_number_print_short(p[i], 3, buffer));
		any = true;
	}
}

void
dt_cmd_show_answer_tell(const struct dt_cmd_show *show,
    const struct dt_cmd_show_answer *answer)
{
	static const char *const heads[] = { "round", "state", "plays",
		"sees" };
	struct dt_table table = { .columns = 4, .heads = heads, .indent = 2,
	    .right = 1, .most = show->call->columns };
	dt_cmd_show_heading(show, "Its answer, without slips");
	for (size_t t = 0; t < answer->rounds; t++) {
		char buffer[DT_NUMBER_SIZE], round[24], seen[24] = "";
		struct dt_text states = { 0 }, plays = { 0 };
		double race = answer->race[t];
		snprintf(round, sizeof(round), "%zu", t + 1);
		if (t + 1 < answer->rounds)
			snprintf(seen, sizeof(seen), "%zu", answer->alarms[t]);
		add_states(answer, t, &states);
		dt_text_add(&plays, race <= 0 ? "PAUSE" : race >= 1 ? "RACE" :
		    "race %s", dt_number_print_short(race, 4, buffer));
		dt_table_add(&table, round);
		dt_table_add(&table, dt_text_string(&states));
		dt_table_add(&table, dt_text_string(&plays));
		dt_table_add(&table, answer->agents > 2 ? seen :
		    seen[0] == '1' ? "RACE" : seen[0] == '0' ? "PAUSE" : "");
		show->text->failed |= states.failed || plays.failed;
		dt_text_free(&states);
		dt_text_free(&plays);
	}
	dt_table_text(&table, show->text);
	dt_table_free(&table);
}

void
dt_cmd_show_answer_json(const struct dt_cmd_show_answer *answer, json_t *json)
{
	json_t *list = json_array();
	for (size_t t = 0; t < answer->rounds; t++) {
		json_t *one = json_object(), *states = json_object();
		for (size_t i = 0; i < answer->automaton.states; i++) {
			double p = answer->state[t *
			    answer->automaton.states + i];
			if (p > 0)
				json_object_set_new(states,
				    state_name(answer, i), json_real(p));
		}
		json_object_set_new(one, "round",
		    json_integer((json_int_t)t + 1));
		json_object_set_new(one, "race", json_real(answer->race[t]));
		json_object_set_new(one, "states", states);
		json_array_append_new(list, one);
	}
	json_object_set_new(json, "answer", list);
}
