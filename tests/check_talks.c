/* check_talks: negotiations against the literature's closed forms, on stakes
 * made by hand; the derivation is beside each test. */
#include "base/random.h"
#include "talks_case.h"

/* Rubinstein 1982: the first proposer has (1 - d2)/(1 - d1 d2) where talks may
 * go on for ever. By backward induction from a deadline of 200 the rest is
 * (d1 d2)^100, below 1e-9; the grid's step is 1e-4, and who answers gets no
 * less than it asks for, so that the share is less by at most a step. */
START_TEST(far_sighted_pairs_split_as_rubinstein_says)
{
	static const struct { double d1, d2, share; } known[] = {
		{ .9, .9, .526316 }, { .9, .8, .714286 },
		{ .95, .5, .952381 },
	};
	struct dt_stakes pie = pie_of(10001);
	for (size_t k = 0; k < 3; k++) {
		double d[] = { known[k].d1, known[k].d2 };
		struct dt_menu menu = menu_of(&pie, "offers", 200,
		    far_sighted, d);
		struct dt_talks_setting s = setting_of(&pie, &menu);
		struct dt_talks_outcome o = hold(&s, 1);
		ck_assert_int_eq(o.end, DT_TALKS_AGREED);
		ck_assert_int_eq(o.rounds, 1);
		ck_assert_double_le(o.gain[0], known[k].share + 1e-6);
		ck_assert_double_ge(o.gain[0], known[k].share - 1e-3);
	}
}
END_TEST

/* Ståhl 1972: after T offers there is nothing. Who makes the last one takes
 * all; before it, 1 - d times that. d = .9: 1, .1, .91, .181, .8371. All are
 * points of the grid. */
START_TEST(a_deadline_decides_backwards)
{
	static const double known[] = { 1, .1, .91, .181, .8371 };
	static const double d[] = { .9, .9 };
	struct dt_stakes pie = pie_of(10001);
	for (int64_t last = 1; last <= 5; last++) {
		struct dt_menu menu = menu_of(&pie, "offers", last,
		    far_sighted, d);
		struct dt_talks_setting s = setting_of(&pie, &menu);
		struct dt_talks_outcome o = hold(&s, 1);
		ck_assert_double_eq_tol(o.gain[0], known[last - 1], 1e-9);
		ck_assert_double_eq_tol(o.gain[1], 1 - known[last - 1], 1e-9);
	}
}
END_TEST

/* With patience 1 and a chance p of breakdown each round, after which there is
 * nothing, the next round counts 1 - p: as Rubinstein's d = 1 - p. */
START_TEST(breakdown_is_impatience)
{
	static const double d[] = { 1, 1 };
	struct dt_stakes pie = pie_of(10001);
	struct dt_menu menu = menu_of(&pie, "offers", 300, far_sighted, d);
	menu.breakdown = .1;
	struct dt_talks_setting s = setting_of(&pie, &menu);
	ck_assert_double_eq_tol(hold(&s, 1).gain[0], .526316, 1e-3);
}
END_TEST

/*
 * Baron and Ferejohn 1989, closed rule: who is drawn to propose buys q - 1
 * votes at d/n each, keeping 1 - d (q - 1)/n; n = 5, d = .9: .64, .46, .28 for
 * q = 3, 4, 5. Texts: each proposer, each set of q - 1 others, each price in
 * steps of .02.
 */
static size_t
add_bribes(struct dt_stakes *s, size_t x, size_t by, size_t q)
{
	for (uint64_t set = 0; set < 32; set++) {
		if (dt_move_has(set, by) || dt_move_count(set) != q - 1)
			continue;
		for (int price = 0; price <= 12; price++, x++) {
			s->kept[x * 5 + by] = 1 - .02 * price *
			    (double)(q - 1);
			for (size_t i = 0; i < 5; i++)
				if (dt_move_has(set, i))
					s->kept[x * 5 + i] = .02 * price;
			s->texts[x].experiment.model.terms.entry_parties = q;
		}
	}
	return x;
}

START_TEST(a_proposer_buys_a_quota_of_votes)
{
	static const double known[] = { .64, .46, .28 };
	static const double d[] = { .9, .9, .9, .9, .9 };
	static const size_t sets[] = { 6, 4, 1 };
	for (size_t q = 3; q <= 5; q++) {
		struct dt_stakes s = stakes_of(5, 5 * sets[q - 3] * 13);
		size_t x = 0;
		for (size_t by = 0; by < 5; by++)
			x = add_bribes(&s, x, by, q);
		ck_assert_uint_eq(x, s.m);
		struct dt_menu menu = menu_of(&s, "quota", 40, far_sighted,
		    d);
		menu.order = DT_MENU_DRAWN;
		struct dt_talks_setting setting = setting_of(&s, &menu);
		for (size_t i = 0; i < 5; i++)
			ck_assert_double_eq_tol(setting.ahead[i], .2, 1e-9);
		struct dt_talks_outcome o = hold(&setting, 1);
		double most = 0;
		for (size_t i = 0; i < 5; i++)
			most = o.gain[i] > most ? o.gain[i] : most;
		ck_assert_double_eq_tol(most, known[q - 3], 1e-9);
		ck_assert_uint_eq(dt_move_count(o.bound), q);
	}
}
END_TEST

/* Two who aspire to 1 - t^(1/e) agree when they ask for half each: at
 * t = .5^e: .5, .870551, .25 of the time for e = 1, .2, 2. A thousand rounds;
 * a round, and a turn, may pass before the one who is asked yields. */
START_TEST(time_based_pairs_agree_in_time)
{
	static const struct { double e, time; } known[] = {
		{ 1, .5 }, { .2, .870551 }, { 2, .25 },
	};
	struct dt_stakes pie = pie_of(2001);
	for (size_t k = 0; k < 3; k++) {
		struct dt_menu menu = menu_of(&pie, "offers", 1001,
		    time_based(known[k].e), NULL);
		struct dt_talks_setting s = setting_of(&pie, &menu);
		struct dt_talks_outcome o = hold(&s, 1);
		ck_assert_double_eq_tol((double)(o.rounds - 1) / 1000,
		    known[k].time, .0021);
		ck_assert_double_eq_tol(o.gain[0], .5, .005);
	}
}
END_TEST

/* Nobody yields to who accepts nothing: the deadline ends it, and nothing was
 * gained. Who walks out ends what needs all. */
START_TEST(a_cynic_waits_and_a_walker_leaves)
{
	struct dt_stakes pie = pie_of(11);
	struct dt_menu menu = menu_of(&pie, "offers", 9, time_based(1), NULL);
	struct dt_menu_party *party = menu.parties.items;
	party[1].negotiator.accept = DT_NEGOTIATOR_NEVER;
	party[1].negotiator.offer = DT_NEGOTIATOR_BEST;
	party[1].negotiator.finish = 1;
	party[0].negotiator.finish = .5;
	struct dt_talks_setting s = setting_of(&pie, &menu);
	struct dt_talks_outcome o = hold(&s, 1);
	ck_assert_int_eq(o.end, DT_TALKS_DEADLINE);
	ck_assert_int_eq(o.rounds, 9);
	ck_assert_uint_eq(o.text, DT_TALKS_NONE);
	ck_assert_double_eq(o.gain[0], 0);
	party[0].negotiator.leaves = 3;
	s = setting_of(&pie, &menu);
	o = hold(&s, 1);
	ck_assert_int_eq(o.end, DT_TALKS_WALKED);
	ck_assert_int_eq(o.rounds, 4);
}
END_TEST

/* A party that is indifferent between a text and racing accepts; one that is
 * worse off never does, however early it yields. */
START_TEST(ties_are_accepted_and_losses_are_not)
{
	struct dt_stakes s = stakes_of(2, 1);
	struct dt_negotiator friend = time_based(1);
	friend.start = 0;
	friend.accept = DT_NEGOTIATOR_GAIN;
	s.kept[0] = 1;
	struct dt_menu menu = menu_of(&s, "offers", 4, friend, NULL);
	struct dt_talks_setting setting = setting_of(&s, &menu);
	ck_assert_int_eq(hold(&setting, 1).end, DT_TALKS_AGREED);
	s.kept[1] = -1e-6;
	setting = setting_of(&s, &menu);
	ck_assert_int_eq(hold(&setting, 1).end, DT_TALKS_DEADLINE);
}
END_TEST

/* A text that does not pay to keep is worth what the belief says: s .75 + (1 -
 * s)(-.25) = s - .25, so that it is signed from s = .25 on. */
START_TEST(a_belief_decides_on_a_hollow_text)
{
	for (int k = 0; k <= 10; k++) {
		struct dt_stakes s = stakes_of(2, 1);
		double belief = k / 10.0;
		struct dt_negotiator who = time_based(1);
		who.start = 0;
		s.texts[0].answer = DT_COMPLY_NO;
		s.texts[0].holds = false;
		for (size_t i = 0; i < 2; i++) {
			s.kept[i] = .75;
			s.broken[i] = -.25;
		}
		struct dt_menu menu = menu_of(&s, "offers", 3, who, NULL);
		struct dt_menu_party *party = menu.parties.items;
		party[0].sincerity = party[1].sincerity = belief;
		struct dt_talks_setting setting = setting_of(&s, &menu);
		struct dt_talks_outcome o = hold(&setting, 1);
		ck_assert_int_eq(o.end == DT_TALKS_AGREED, belief >= .25);
		if (o.end == DT_TALKS_AGREED)
			ck_assert_double_eq_tol(o.gain[0], belief - .25,
			    1e-12);
	}
}
END_TEST

/* ---- other protocols ---- */

static struct dt_negotiator
easy(void)
{
	struct dt_negotiator who = time_based(1);
	who.start = 0;
	who.accept = DT_NEGOTIATOR_GAIN;
	return who;
}

/* A pledge on the condition that all others pledge is made by who gains by the
 * text: cost U[0, 1] below G = .8, three parties, one round: .8^3 = .512. */
START_TEST(conditional_pledges_come_about_with_chance_g_to_the_n)
{
	enum { RUNS = 4000 };
	struct dt_stakes s = stakes_of(3, 1);
	struct dt_menu menu = menu_of(&s, "pledges", 1, easy(), NULL);
	struct dt_menu_party *party = menu.parties.items;
	for (size_t i = 0; i < 3; i++) {
		s.kept[i] = .8;
		party[i].cost_high = 1;
	}
	struct dt_talks_setting setting = setting_of(&s, &menu);
	int in = 0;
	for (int64_t k = 1; k <= RUNS; k++)
		in += hold(&setting, k).end == DT_TALKS_AGREED;
	ck_assert_double_eq_tol(in / (double)RUNS, .512,
	    4 * sqrt(.512 * .488 / RUNS));
}
END_TEST

/* Who pledges without a condition, the other never: it pauses alone in each
 * round of talks. Patience .5, two rounds, 2 lost a round: (1 - .5)(-2)(1 + .5)
 * = -1.5. On a condition it loses nothing. */
START_TEST(an_unconditional_pledge_costs_who_is_alone)
{
	static const double d[] = { .5, .5 };
	for (int k = 0; k < 2; k++) {
		struct dt_stakes s = stakes_of(2, 1);
		struct dt_menu menu = menu_of(&s, "pledges", 2, easy(), d);
		struct dt_menu_party *party = menu.parties.items;
		s.kept[0] = s.kept[1] = 1;
		s.alone[0] = -2;
		party[0].negotiator.pledge = k == 0 ?
		    DT_NEGOTIATOR_UNCONDITIONAL : DT_NEGOTIATOR_CONDITIONAL;
		party[1].negotiator.pledge = DT_NEGOTIATOR_NONE;
		struct dt_talks_setting setting = setting_of(&s, &menu);
		struct dt_talks_outcome o = hold(&setting, 1);
		ck_assert_int_eq(o.end, DT_TALKS_DEADLINE);
		ck_assert_double_eq_tol(o.gain[0], k == 0 ? -1.5 : 0, 1e-12);
	}
}
END_TEST

/* Whether another text is as good for all and better for one. */
static bool
is_beaten(const struct dt_stakes *s, size_t text)
{
	for (size_t x = 0; x < s->m; x++) {
		bool better = false, worse = false;
		for (size_t i = 0; i < s->n; i++) {
			double more = s->kept[x * s->n + i] -
			    s->kept[text * s->n + i];
			better = better || more > 1e-6;
			worse = worse || more < -1e-6;
		}
		if (better && !worse)
			return true;
	}
	return false;
}

/* Forty menus of thirty texts drawn at random for three who take what is no
 * worse than racing: a single text ends on the Pareto front, by brute force. */
START_TEST(a_single_text_ends_where_nothing_is_better_for_all)
{
	struct dt_random random;
	dt_random_stream(&random, 5, 0, 0, 0);
	for (int k = 0; k < 40; k++) {
		struct dt_stakes s = stakes_of(3, 30);
		for (size_t x = 0; x < 3 * s.m; x++)
			s.kept[x] = dt_random_unit(&random);
		struct dt_menu menu = menu_of(&s, "single-text", 100, easy(),
		    NULL);
		struct dt_talks_setting setting = setting_of(&s, &menu);
		struct dt_talks_outcome o = hold(&setting, 1);
		ck_assert_int_eq(o.end, DT_TALKS_AGREED);
		ck_assert(!is_beaten(&s, o.text));
	}
}
END_TEST

/* Five in two groups, of three and two; four are needed. One of the three loses
 * by the text: its group is for it two to one, and it enters for four, who do
 * not wait for the fifth. Where two lose, their group is against it. */
START_TEST(a_groups_majority_speaks_for_it)
{
	for (int losers = 1; losers <= 2; losers++) {
		struct dt_stakes s = stakes_of(5, 1);
		s.nations = 7;
		s.texts[0].experiment.model.terms.entry_parties = 4;
		for (size_t i = 0; i < 5; i++)
			s.kept[i] = i < (size_t)losers ? -1 : 1;
		struct dt_menu menu = menu_of(&s, "groups", 4, easy(), NULL);
		struct dt_talks_setting setting = setting_of(&s, &menu);
		struct dt_talks_outcome o = hold(&setting, 1);
		ck_assert_uint_eq(setting.groups, 2);
		ck_assert_int_eq(o.end, losers == 1 ? DT_TALKS_AGREED :
		    DT_TALKS_DEADLINE);
		if (losers == 1)
			ck_assert_uint_eq(o.bound, 30);
		ck_assert_int_eq(o.joins[0], 0);
	}
}
END_TEST

/* An ultimatum of one who is far-sighted leaves the other nothing. */
START_TEST(an_ultimatum_takes_all)
{
	struct dt_stakes pie = pie_of(101);
	struct dt_menu menu = menu_of(&pie, "ultimatum", 9, far_sighted,
	    NULL);
	struct dt_talks_setting s = setting_of(&pie, &menu);
	struct dt_talks_outcome o = hold(&s, 1);
	ck_assert_int_eq(o.end, DT_TALKS_AGREED);
	ck_assert_double_eq(o.gain[0], 1);
	ck_assert_double_eq(o.gain[1], 0);
}
END_TEST

/* ---- at home ---- */

static struct dt_menu_group half[] = {
	{ .weight = 1, .ideal = 1 }, { .weight = 1, .ideal = 0 },
};

/*
 * All 44 must ratify, each with chance .95: support is half, and the logit of
 * (.5 - threshold)/.1 is .95 for threshold .5 - .1 ln 19. .95^44 = .104674 of
 * 4,000 tries; the standard error is .0048.
 */
START_TEST(forty_four_vetoes_let_a_tenth_through)
{
	enum { RUNS = 4000 };
	struct dt_stakes s = stakes_of(10, 1);
	static const char *names[44];
	s.n = 44;
	s.names = names;
	s.kept = dt_arena_new(&arena, 44, sizeof(double));
	s.broken = dt_arena_new(&arena, 44, sizeof(double));
	s.racing = dt_arena_new(&arena, 44, sizeof(double));
	double *weight = dt_arena_new(&arena, 44, sizeof(*weight));
	s.texts[0].signers = dt_move_all(44);
	s.texts[0].position = 1;
	s.racing_position = 0;
	s.texts[0].experiment.model.terms.entry_parties = 44;
	s.texts[0].experiment.model.terms.weight = weight;
	for (size_t i = 0; i < 44; i++) {
		names[i] = dt_arena_print(&arena, "n%zu", i);
		s.kept[i] = 1;
	}
	struct dt_negotiator who = time_based(1);
	who.start = 0;
	struct dt_menu menu = menu_of(&s, "offers", 1, who, NULL);
	menu.ratification = DT_MENU_LOGIT;
	struct dt_menu_party *party = menu.parties.items;
	for (size_t i = 0; i < 44; i++) {
		party[i].domestic = (struct dt_list){ half, 2 };
		party[i].threshold = .5 - .1 * log(19);
	}
	struct dt_talks_setting setting = setting_of(&s, &menu);
	int in = 0;
	for (int64_t k = 1; k <= RUNS; k++)
		in += hold(&setting, k).end == DT_TALKS_AGREED;
	ck_assert_double_eq_tol(in / (double)RUNS, .104674, 4 * .00484);
}
END_TEST

/* Spatial: a group of ideal .3 is for a text at .6 or nearer (|x - .3| <= .3)
 * and not for one at .7. With a threshold of 1 its veto decides, and all know
 * it: nobody signs what is surely not ratified (Putnam 1988: no agreement but
 * in all win-sets). Where it is uncertain it may be signed, and fail. */
START_TEST(a_group_at_home_has_a_win_set)
{
	static struct dt_menu_group hawk[] = { { .weight = 1, .ideal = .3 } };
	static const enum dt_talks_end ends[] = { DT_TALKS_AGREED,
		DT_TALKS_PARTED, DT_TALKS_DEADLINE };
	for (int k = 0; k < 3; k++) {
		struct dt_stakes s = stakes_of(2, 1);
		struct dt_negotiator who = time_based(1);
		who.start = 0;
		s.kept[0] = s.kept[1] = 1;
		s.texts[0].position = k == 0 ? .6 : .7;
		struct dt_menu menu = menu_of(&s, "offers", 5, who, NULL);
		struct dt_menu_party *party = menu.parties.items;
		party[1].domestic = (struct dt_list){ hawk, 1 };
		party[1].threshold = 1;
		if (k == 2)
			menu.ratification = DT_MENU_LOGIT;
		struct dt_talks_setting setting = setting_of(&s, &menu);
		struct dt_talks_outcome o = hold(&setting, 1);
		ck_assert_int_eq(o.end, ends[k]);
		ck_assert_int_eq(o.defections, k == 2 ? 5 : 0);
	}
}
END_TEST

/* Schelling's paradox: spatial ideals 0 and 1, no text and no limit at home:
 * both far-sighted. The bound side gains: shrinking b's win-set to its better
 * half moves the outcome to it. Texts at x in [0, 1] give a 1 - x and b x; b's
 * parliament takes only x >= .7 (ideal .9, the race at .7 or 1.1 from it). */
START_TEST(the_bound_side_gains)
{
	static const double d[] = { .9, .9 };
	static struct dt_menu_group group[] = {
		{ .weight = 1, .ideal = .9 } };
	double gain[2];
	for (int k = 0; k < 2; k++) {
		struct dt_stakes s = stakes_of(2, 101);
		for (size_t x = 0; x < 101; x++) {
			s.kept[2 * x] = 1 - (double)x / 100;
			s.kept[2 * x + 1] = (double)x / 100;
			s.texts[x].position = (double)x / 100;
		}
		s.racing_position = .7;
		struct dt_menu menu = menu_of(&s, "offers", 60, time_based(1),
		    d);
		struct dt_menu_party *party = menu.parties.items;
		if (k == 1)
			party[1].domestic = (struct dt_list){ group, 1 };
		struct dt_talks_setting setting = setting_of(&s, &menu);
		struct dt_talks_outcome o = hold(&setting, 1);
		ck_assert_int_eq(o.end, DT_TALKS_AGREED);
		gain[k] = s.kept[2 * o.text + 1];
	}
	ck_assert_double_le(gain[0], .6);
	ck_assert_double_ge(gain[1], .7);
}
END_TEST

/* A private cost is drawn: uniform on 0 to 1 against a gain of .3, a text that
 * needs one is signed with chance .3. */
/* Three, two of whom bring a text into force in round 1 that is worth 1 to each
 * who is in; the third votes against it. Staying out is worth .5: it joins in
 * round 2, and has had (1 - .9) .5 of round 1, then .9 of 1: .95. Staying out
 * is worth 1.5: it never joins, and has 1.5. As much as being in: it joins. */
START_TEST(who_is_better_off_outside_does_not_accede)
{
	static const double patience[] = { .9, .9, .9 };
	static const struct { double outside, gain; int64_t joins; } cases[] = {
		{ .5, .95, 2 }, { 1.5, 1.5, 0 }, { 1, 1, 2 },
	};
	for (size_t k = 0; k < 3; k++) {
		struct dt_stakes s = stakes_of(3, 1);
		struct dt_menu menu = menu_of(&s, "quota", 5, time_based(1),
		    patience);
		struct dt_menu_party *party = menu.parties.items;
		double outside[3] = { NAN, NAN, cases[k].outside };
		party[2].negotiator.accept = DT_NEGOTIATOR_NEVER;
		s.texts[0].experiment.model.terms.entry_parties = 2;
		s.outside = s.outside_broken = outside;
		for (size_t i = 0; i < 3; i++)
			s.kept[i] = 1;
		struct dt_talks_setting setting = setting_of(&s, &menu);
		struct dt_talks_outcome o = hold(&setting, 1);
		ck_assert_int_eq(o.end, DT_TALKS_AGREED);
		ck_assert_int_eq(o.rounds, 1);
		ck_assert_int_eq(o.joins[2], cases[k].joins);
		ck_assert_double_eq_tol(o.gain[0], 1, 1e-12);
		ck_assert_double_eq_tol(o.gain[2], cases[k].gain, 1e-12);
		dt_talks_outcome_free(&o);
	}
}
END_TEST

/* A text that nobody is shown to keep: who stays out reckons with its belief, a
 * quarter that the others keep it (2 a round), else that they race (0): .5. In
 * force with it, it is worth a quarter of 3 and three of -1: 0 is less. */
START_TEST(a_belief_decides_on_staying_out)
{
	struct dt_stakes s = stakes_of(3, 1);
	struct dt_menu menu = menu_of(&s, "quota", 5, time_based(1), NULL);
	struct dt_menu_party *party = menu.parties.items;
	double outside[3] = { NAN, NAN, 2 }, broken[3] = { NAN, NAN, 0 };
	party[2].sincerity = .25;
	s.texts[0].answer = DT_COMPLY_NO;
	s.texts[0].experiment.model.terms.entry_parties = 2;
	s.outside = outside;
	s.outside_broken = broken;
	s.kept[2] = 3;
	s.broken[2] = -1;
	struct dt_talks_setting setting = setting_of(&s, &menu);
	ck_assert_double_eq_tol(setting.outside[2], .5, 1e-12);
	ck_assert_double_eq_tol(setting.expected[2], 0, 1e-12);
	ck_assert(setting.outside[0] == 0);
}
END_TEST

START_TEST(a_private_cost_is_drawn_anew)
{
	enum { RUNS = 4000 };
	struct dt_stakes s = stakes_of(1, 1);
	struct dt_negotiator who = time_based(1);
	who.start = 0;
	s.kept[0] = .3;
	struct dt_menu menu = menu_of(&s, "offers", 2, who, NULL);
	struct dt_menu_party *party = menu.parties.items;
	party[0].cost_high = 1;
	struct dt_talks_setting setting = setting_of(&s, &menu);
	int in = 0;
	for (int64_t k = 1; k <= RUNS; k++)
		in += hold(&setting, k).end == DT_TALKS_AGREED;
	ck_assert_double_eq_tol(in / (double)RUNS, .3,
	    4 * sqrt(.3 * .7 / RUNS));
}
END_TEST

/* Two texts, one clause with the values none and 3. The first proposes its
 * best, by which the other loses. Where the clause takes reservations the other
 * has one, and the first, which gains by the rest too, agrees in the same round;
 * else it comes a round later, when it is the other's turn. A first that wants
 * more objects, and the round passes. */
START_TEST(a_reservation_leaves_a_clause_out)
{
	static const char *const values[] = { "none", "3" };
	for (int k = 0; k < 3; k++) {
		struct dt_stakes s = stakes_of(2, 2);
		struct dt_negotiator who = easy();
		who.offer = DT_NEGOTIATOR_BEST;
		struct dt_menu menu = menu_of(&s, "offers", 2, who, NULL);
		struct dt_menu_clause clause = { .values = {
		    (void *)(uintptr_t)values, 2 },
		    .reserve = k == 0 ? NULL : "none" };
		struct dt_menu_party *party = menu.parties.items;
		s.kept[0] = s.kept[1] = 1;
		s.kept[2] = 2;
		s.kept[3] = -1;
		menu.clauses = (struct dt_list){ &clause, 1 };
		if (k == 2)
			party[0].negotiator.least = .9;
		struct dt_talks_setting setting = setting_of(&s, &menu);
		setting.keep = 1;
		struct dt_talks_outcome o = hold(&setting, 1);
		size_t reservations = 0;
		for (size_t e = 0; e < o.n_events; e++)
			reservations += o.events[e].kind == DT_TALKS_RESERVE;
		ck_assert_uint_eq(reservations, k > 0);
		ck_assert_int_eq(o.end, k < 2 ? DT_TALKS_AGREED :
		    DT_TALKS_DEADLINE);
		if (k < 2) {
			ck_assert_uint_eq(o.text, 0);
			ck_assert_int_eq(o.rounds, k == 0 ? 2 : 1);
		}
		dt_talks_outcome_free(&o);
	}
}
END_TEST

/* Refusing what is on no text is a mistake, and said. */
START_TEST(a_red_line_must_be_on_the_menu)
{
	static const char *lines[] = { "t1" };
	struct dt_stakes pie = pie_of(3);
	struct dt_menu menu = menu_of(&pie, "offers", 4, time_based(1), NULL);
	struct dt_menu_party *party = menu.parties.items;
	struct dt_talks_setting setting;
	struct dt_error err;
	party[0].refuses = (struct dt_list){ lines, 1 };
	setting = setting_of(&pie, &menu);
	ck_assert(setting.parties[0].refuses[1]);
	ck_assert(!setting.parties[0].refuses[0]);
	ck_assert_uint_ne(hold(&setting, 1).text, 1);
	lines[0] = "t9";
	ck_assert_int_eq(dt_talks_prepare(&arena, &pie, &menu, &setting,
	    &err), DT_EINPUT);
	ck_assert_ptr_nonnull(strstr(err.message, "t9"));
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("talks");
	TCase *c = tcase_create("talks");
	tcase_set_timeout(c, 120);
	tcase_add_checked_fixture(c, NULL, tear_down);
	tcase_add_test(c, far_sighted_pairs_split_as_rubinstein_says);
	tcase_add_test(c, a_deadline_decides_backwards);
	tcase_add_test(c, breakdown_is_impatience);
	tcase_add_test(c, a_proposer_buys_a_quota_of_votes);
	tcase_add_test(c, time_based_pairs_agree_in_time);
	tcase_add_test(c, a_cynic_waits_and_a_walker_leaves);
	tcase_add_test(c, ties_are_accepted_and_losses_are_not);
	tcase_add_test(c, a_belief_decides_on_a_hollow_text);
	tcase_add_test(c,
	    conditional_pledges_come_about_with_chance_g_to_the_n);
	tcase_add_test(c, an_unconditional_pledge_costs_who_is_alone);
	tcase_add_test(c, a_single_text_ends_where_nothing_is_better_for_all);
	tcase_add_test(c, a_groups_majority_speaks_for_it);
	tcase_add_test(c, an_ultimatum_takes_all);
	tcase_add_test(c, forty_four_vetoes_let_a_tenth_through);
	tcase_add_test(c, a_group_at_home_has_a_win_set);
	tcase_add_test(c, the_bound_side_gains);
	tcase_add_test(c, a_private_cost_is_drawn_anew);
	tcase_add_test(c, who_is_better_off_outside_does_not_accede);
	tcase_add_test(c, a_belief_decides_on_staying_out);
	tcase_add_test(c, a_reservation_leaves_a_clause_out);
	tcase_add_test(c, a_red_line_must_be_on_the_menu);
	suite_add_tcase(suite, c);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
