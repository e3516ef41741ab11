/* check_lanes: the bit-sliced engine against the reference, lane by lane. */
#include <check.h>
#include <math.h>
#include <string.h>

#include "lanes_fed.h"
#include "lanes_random.h"
#include "lanes_shipped.h"

/* Check notes every assertion in a file; here are millions. */
#define MUST(claim, ...) \
	do { \
		if (!(claim)) \
			ck_abort_msg(__VA_ARGS__); \
	} while (0)

/* A lane beside a world that is fed its words. */
struct twin {
	struct dt_world *world;
	struct dt_tally tally;
	double volume[DT_AGENTS_MOST];  /* of payments, either way */
	uint64_t said[DT_AGENTS_MOST];  /* a hash of what was declared */
	bool over;
};

static struct twin twins[DT_LANES];

struct pair {
	struct dt_lanes_program *program;
	struct dt_lanes *lanes;
	struct fed *fed;
	struct twin *twins;             /* by lane */
	const struct dt_model *model;
	uint64_t number;                /* of the scenario, for messages */
};

static void
begin(struct pair *p, const struct dt_model *model, enum dt_lanes_path path,
    uint64_t number)
{
	struct dt_error err = { 0 };
	p->model = model;
	p->number = number;
	enum dt_status status = dt_lanes_compile(&p->program, model,
	    DT_LANES_ROUNDS, &err);
	MUST(status == DT_OK, "%s", err.message);
	p->lanes = dt_lanes_new(p->program);
	dt_lanes_use(p->lanes, path);
	p->fed = fed_new(p->lanes);
	p->twins = twins;
	dt_lanes_begin(p->lanes, number);
	for (size_t k = 0; k < DT_LANES; k++) {
		p->twins[k] = (struct twin){ .world = fed_world_new(model) };
		fed_world_begin(p->twins[k].world, p->fed, k);
		dt_tally_reset(&p->twins[k].tally, model->n);
		MUST(fed_left(p->fed, k) == 0, "scenario %d: words too many "
		    "at the start", (int)number);
	}
	fed_forget(p->fed);
}

static void
end(struct pair *p)
{
	for (size_t k = 0; k < DT_LANES; k++)
		fed_world_free(p->twins[k].world);
	dt_lanes_free(p->lanes);
	dt_lanes_release(p->program);
}

#define SAME(member) \
	MUST(a->member == b->member, "scenario %d, round %d, lane " \
	    "%d: " #member " is %llx, not %llx", (int)p->number, \
	    (int)b->number, (int)lane, (unsigned long long)a->member, \
	    (unsigned long long)b->member)

static void
compare_rounds(const struct pair *p, size_t lane, const struct dt_round *a,
    const struct dt_round *b)
{
	SAME(number);
	SAME(phase);
	SAME(parties);
	SAME(bound);
	SAME(intended);
	SAME(slipped);
	SAME(stopped);
	SAME(executed);
	SAME(declared);
	SAME(alarms);
	SAME(findings);
	for (size_t i = 0; i < p->model->n; i++) {
		SAME(seen[i]);
		SAME(payoff[i]);
		SAME(fine[i]);
		SAME(cost[i]);
		SAME(transfer[i]);
	}
}

/* Where nothing is forgiven, lanes do not count beyond the last rung. */
static void
compare_strikes(const struct pair *p, size_t lane, const int64_t *strikes)
{
	const struct dt_terms *t = &p->model->terms;
	const struct dt_regime *r = &p->twins[lane].world->regime;
	for (size_t i = 0; t->n_rungs > 0 && i < p->model->n; i++) {
		int64_t last = t->rungs[t->n_rungs - 1].strikes;
		int64_t expected = r->strikes[i];
		if (t->forgive_after == 0 && t->forgive == 0 &&
		    expected > last)
			expected = last;
		MUST(strikes[i] == expected, "scenario %d, lane %d, "
		    "agent %d: %d strikes, not %d", (int)p->number,
		    (int)lane, (int)i, (int)strikes[i], (int)expected);
	}
}

/* FNV-1a of a letter more: '-' no party of a treaty in force, P, R. */
static void
say(uint64_t *said, char move)
{
	*said = (*said ^ (uint64_t)move) * 0x100000001b3u;
}

static void
add(struct twin *t, const struct dt_round *r, size_t n)
{
	for (size_t i = 0; i < n; i++)
		say(&t->said[i], r->phase != DT_PHASE_IN_FORCE ||
		    !(r->parties >> i & 1) ? '-' :
		    r->declared >> i & 1 ? 'R' : 'P');
	dt_tally_add(&t->tally, r);
	for (size_t i = 0; i < n; i++)
		t->volume[i] += fabs(r->payoff[i] - r->fine[i] - r->cost[i] -
		    r->transfer[i]) + fabs(r->fine[i]) + fabs(r->cost[i]) +
		    fabs(r->transfer[i]) + 1;
}

static void
compare_step(struct pair *p, size_t lane)
{
	struct twin *t = &p->twins[lane];
	struct dt_round round = { 0 };
	int64_t strikes[DT_AGENTS_MOST];
	bool there = dt_lanes_round(p->lanes, lane, &round, strikes);
	MUST(there == !t->over, "scenario %d, round %d: over or not",
	    (int)p->number, (int)round.number);
	if (t->over)
		return;
	const struct dt_round *r = fed_world_step(t->world, p->fed, lane);
	compare_rounds(p, lane, &round, r);
	compare_strikes(p, lane, strikes);
	MUST(fed_left(p->fed, lane) == 0, "scenario %d, round %d: "
	    "%d words too many", (int)p->number, (int)r->number,
	    (int)fed_left(p->fed, lane));
	MUST(!fed_ran_out(p->fed), "scenario %d, round %d: a word "
	    "is missing", (int)p->number, (int)r->number);
	add(t, r, p->model->n);
	t->over = t->world->over;
	if (t->over)
		dt_tally_close(&t->tally, t->world);
}

static void
same_money(double a, double b, double volume, const struct pair *p,
    const char *what)
{
	MUST(fabs(a - b) <= 1e-12 * volume,
	    "scenario %d: %s %.17g, not %.17g", (int)p->number, what, a, b);
}

static void
compare_tallies(const struct pair *p, size_t lane)
{
	struct dt_tally tally, *b = &p->twins[lane].tally;
	size_t size = offsetof(struct dt_tally, agent);
	dt_lanes_tally(p->lanes, lane, &tally);
	MUST(memcmp(&tally, b, size) == 0, "scenario %d: tallies",
	    (int)p->number);
	for (size_t i = 0; i < p->model->n; i++) {
		const struct dt_tally_agent *x = &tally.agent[i];
		const struct dt_tally_agent *y = &b->agent[i];
		double volume = p->twins[lane].volume[i];
		MUST(memcmp(x, y, offsetof(struct dt_tally_agent,
		    payoff)) == 0, "scenario %d: counts of agent %d",
		    (int)p->number, (int)i);
		same_money(x->fines, y->fines, volume, p, "fines");
		same_money(x->cost, y->cost, volume, p, "cost");
		same_money(x->transfers, y->transfers, volume, p,
		    "transfers");
		same_money(x->payoff, y->payoff, volume, p, "payoff");
	}
}

/* The stretches, told round by round. */
static uint64_t
said_in(const struct pair *p, struct dt_lanes *lanes, size_t lane,
    size_t agent)
{
	size_t n;
	const struct dt_lanes_stretch *s = dt_lanes_stretches(lanes, lane,
	    agent, &n);
	int64_t rounds = p->twins[lane].tally.rounds;
	uint64_t said = 0;
	MUST(s != NULL && n > 0 && s[0].from == 1, "scenario %d: no "
	    "stretches", (int)p->number);
	for (size_t k = 0; k < n; k++) {
		MUST(k == 0 || s[k].declared != s[k - 1].declared,
		    "scenario %d: a stretch in two", (int)p->number);
		for (int64_t t = s[k].from; t <= rounds && (k + 1 == n ||
		    t < s[k + 1].from); t++)
			say(&said, "-PR"[s[k].declared]);
	}
	return said;
}

static void
compare_moves(const struct pair *p, struct dt_lanes *lanes)
{
	for (size_t k = 0; k < DT_LANES; k++)
		for (size_t i = 0; i < p->model->n; i++)
			MUST(said_in(p, lanes, k, i) == p->twins[k].said[i],
			    "scenario %d, lane %d: agent %d declared "
			    "otherwise", (int)p->number, (int)k, (int)i);
}

/* The same where moves are all that is kept of rounds. */
static void
compare_moves_alone(const struct pair *p, enum dt_lanes_path path)
{
	struct dt_lanes_program *program;
	MUST(dt_lanes_compile(&program, p->model, DT_LANES_MOVES, NULL) ==
	    DT_OK, "scenario %d", (int)p->number);
	struct dt_lanes *lanes = dt_lanes_new(program);
	dt_lanes_use(lanes, path);
	dt_lanes_play(lanes, p->number + 1);    /* leaves something behind */
	dt_lanes_play(lanes, p->number);
	compare_moves(p, lanes);
	dt_lanes_free(lanes);
	dt_lanes_release(program);
}

static void
compare(const struct dt_model *model, enum dt_lanes_path path,
    uint64_t number)
{
	struct pair p;
	begin(&p, model, path, number);
	while (dt_lanes_step(p.lanes, 1)) {
		for (size_t k = 0; k < DT_LANES; k++)
			compare_step(&p, k);
		fed_forget(p.fed);
	}
	for (size_t k = 0; k < DT_LANES; k++)
		compare_tallies(&p, k);
	compare_moves(&p, p.lanes);
	compare_moves_alone(&p, path);
	end(&p);
}

static void
compare_many(uint64_t first, uint64_t n, size_t agents_most)
{
	for (uint64_t number = first; number < first + n; number++) {
		struct lanes_random r;
		lanes_random_make(&r, number, agents_most);
		enum dt_lanes_path path =
		    (enum dt_lanes_path)(number % DT_LANES_PATHS);
		compare(&r.build.model, path, number);
		lanes_random_free(&r);
	}
}

/* The whole claim of lanes.h, on scenarios of any kind. */
START_TEST(lanes_play_what_the_reference_plays)
{
	compare_many(1 + 250 * (uint64_t)_i, 250, 5);
}
END_TEST

START_TEST(lanes_play_what_the_reference_plays_with_many_agents)
{
	compare_many(5000, 40, 20);
}
END_TEST

/* Every shipped scenario under every shipped treaty, for some rounds. */
START_TEST(lanes_play_shipped_scenarios_as_the_reference_does)
{
	struct shipped s;
	shipped_open(&s);
	for (size_t i = 0; i < s.n_scenarios; i++)
		for (size_t k = 0; k < s.n_treaties; k++) {
			struct dt_model model = shipped_model(&s,
			    s.scenarios[i].name, s.treaties[k].name, NULL);
			if (model.n == 0)
				continue;
			if (model.rounds == 0 || model.rounds > 40)
				model.rounds = 40;
			compare(&model, DT_LANES_PLAIN, 100 * i + k);
		}
	shipped_close(&s);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("lanes");
	TCase *tests = tcase_create("lanes");
	tcase_set_timeout(tests, 600);
	tcase_add_loop_test(tests, lanes_play_what_the_reference_plays, 0, 4);
	tcase_add_test(tests,
	    lanes_play_what_the_reference_plays_with_many_agents);
	tcase_add_test(tests,
	    lanes_play_shipped_scenarios_as_the_reference_does);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
