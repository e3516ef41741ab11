/*
 * comply_play: the verdict by play; see comply_play.h. What is drawn is cut
 * into tasks that threads do; sums are added up in the tasks' order.
 */
#include "comply/comply_play_arm.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "base/pool.h"
#include "engine/twins.h"

/* Kinds of states; draws of a task; those that value complying. */
enum { CLASSES_MOST = 1000, CLASSES_LEAST = 100, TASK = 16, VALUED = 16,
    LESSON_MOST = 10 };

/* Where no error is asked for: this share of the largest payoff of a round, or
 * of the slack. */
#define SHARE 0.01

struct task {
	size_t arm;
	int64_t from, n;
	struct dt_comply_play_drawn drawn[TASK];
};

/* A thread's own games; `others` are those that an agent does not sign. */
struct hand {
	struct dt_comply_play_game *game, **others;
};

struct play {
	const struct dt_comply_model *m;
	const struct dt_comply_play_request *request;
	struct dt_model *others;        /* by agent: it does not sign */
	int64_t *joins;
	struct hand *hands;
	size_t n_hands;
	struct dt_comply_play_classes classes;
	struct dt_comply_play_arms arms;
	struct dt_comply_play_noise noise;
	struct dt_comply_play_lesson *lessons;
	int64_t lesson_draws;
	struct task *tasks;
	size_t n_tasks, room;
};

/* Of agents that are alike the first, if they are as patient. */
static uint64_t
first_of_alike(const struct dt_comply_model *m)
{
	uint64_t hosts = dt_twins_hosts(&m->model), firsts = 0;
	for (uint64_t set = m->signers; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		bool alike = false;
		for (uint64_t f = firsts; f != 0 && !alike; f &= f - 1) {
			size_t j = dt_move_first(f);
			alike = m->patience[i] == m->patience[j] &&
			    dt_twins_alike(&m->model, hosts, i, j);
		}
		if (!alike)
			firsts |= dt_move_bit(i);
	}
	return firsts;
}

static struct dt_comply_play_game *
game_new(const struct dt_model *model, uint64_t signers)
{
	struct dt_comply_play_game *g = dt_memory_new(1, sizeof(*g));
	if (g != NULL)
		dt_comply_play_step_make(g, model, signers);
	return g;
}

static bool
make_others(struct play *p)
{
	size_t n = p->m->model.n;
	p->others = dt_memory_new(n, sizeof(*p->others));
	p->joins = dt_memory_new(n * n, sizeof(*p->joins));
	for (size_t i = 0; p->others && p->joins && i < n; i++) {
		int64_t *joins = p->joins + i * n;
		memcpy(joins, p->m->model.terms.joins, n * sizeof(*joins));
		joins[i] = 0;
		p->others[i] = p->m->model;
		p->others[i].terms.joins = joins;
	}
	return p->others != NULL && p->joins != NULL;
}

static bool
make_hand(struct play *p, struct hand *hand)
{
	hand->game = game_new(&p->m->model, p->m->signers);
	hand->others = dt_memory_new(p->m->model.n, sizeof(*hand->others));
	bool good = hand->game != NULL && hand->others != NULL;
	for (uint64_t set = p->classes.judged; good && set != 0;
	    set &= set - 1) {
		size_t i = dt_move_first(set);
		hand->others[i] = game_new(&p->others[i], p->m->signers);
		good = hand->others[i] != NULL;
	}
	return good;
}

static bool
make_hands(struct play *p)
{
	p->n_hands = (size_t)p->request->threads;
	p->hands = dt_memory_new(p->n_hands, sizeof(*p->hands));
	bool good = p->hands != NULL;
	for (size_t h = 0; good && h < p->n_hands; h++)
		good = make_hand(p, &p->hands[h]);
	return good;
}

static void
free_all(struct play *p)
{
	for (size_t h = 0; p->hands != NULL && h < p->n_hands; h++) {
		struct hand *hand = &p->hands[h];
		for (size_t i = 0; hand->others && i < p->m->model.n; i++)
			dt_memory_free(hand->others[i]);
		dt_memory_free(hand->others);
		dt_memory_free(hand->game);
	}
	dt_comply_play_class_free(&p->classes);
	dt_memory_free(p->hands);
	dt_memory_free(p->others);
	dt_memory_free(p->joins);
	dt_memory_free(p->arms.all);
	dt_memory_free(p->tasks);
	dt_memory_free(p->lessons);
	dt_comply_play_noise_free(&p->noise);
}

/* Draws of a number have the same words, whatever is drawn. */
static void
draw(struct play *p, const struct hand *hand,
    const struct dt_comply_play_arm *arm, int64_t number,
    struct dt_comply_play_drawn *drawn)
{
	const struct dt_comply_play_class *c = arm->class;
	struct dt_comply_play_draw d = { .agent = arm->agent,
	    .patience = p->m->patience[arm->agent],
	    .run = dt_comply_play_words_key(p->request->seed, number),
	    .whole = c == NULL || number < VALUED };
	const struct dt_comply_play_state *from = c == NULL ? NULL :
	    c->kept[arm->kept >= 0 ? (size_t)arm->kept :
	    (size_t)number % c->n];
	/* Before entry only one that never signs is asked. */
	bool apart = arm->plan != NULL ? arm->plan->never_signs :
	    from->regime.phase == DT_PHASE_OPEN;
	struct dt_comply_play_game *other = apart ?
	    hand->others[arm->agent] : hand->game;
	if (arm->plan == NULL)
		dt_comply_play_draw_moves(other, from, &d, drawn);
	else
		dt_comply_play_draw_plan(hand->game, other, from, arm->plan,
		    &d, drawn);
}

static enum dt_status
work(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	struct play *p = of;
	struct task *t = &p->tasks[turn->item];
	(void)err;
	for (int64_t k = 0; k < t->n; k++)
		draw(p, &p->hands[turn->hand], &p->arms.all[t->arm],
		    t->from + k, &t->drawn[k]);
	return DT_OK;
}

static bool
cut_tasks(struct play *p)
{
	p->n_tasks = 0;
	for (size_t k = 0; k < p->arms.n; k++) {
		struct dt_comply_play_arm *a = &p->arms.all[k];
		for (int64_t done = 0; done < a->next; done += TASK) {
			if (!dt_memory_reserve(&p->tasks, &p->room,
			    p->n_tasks + 1, sizeof(*p->tasks)))
				return false;
			struct task *t = &p->tasks[p->n_tasks++];
			t->arm = k;
			t->from = a->n + done;
			t->n = a->next - done < TASK ? a->next - done : TASK;
		}
	}
	return true;
}

static void
add_up(struct play *p)
{
	for (size_t k = 0; k < p->n_tasks; k++) {
		const struct task *t = &p->tasks[k];
		struct dt_comply_play_arm *a = &p->arms.all[t->arm];
		for (int64_t j = 0; j < t->n; j++)
			dt_comply_play_arm_add(a, &t->drawn[j],
			    a->class == NULL || t->from + j < VALUED);
	}
}

static enum dt_status
look(struct play *p, struct dt_error *err)
{
	if (!cut_tasks(p))
		return dt_status_no_memory(err);
	struct dt_pool_request request = { .n = p->n_tasks,
	    .threads = p->request->threads, .work = work, .of = p };
	enum dt_status status = dt_pool_run(&request, err);
	if (status == DT_OK)
		add_up(p);
	return status;
}

static enum dt_status
teach(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	struct play *p = of;
	const struct dt_comply_play_class *c = &p->classes.all[turn->item];
	(void)err;
	/* Other words than those of any draw. */
	uint64_t seed = dt_comply_play_words_key(~p->request->seed,
	    -1 - (int64_t)turn->item - p->lesson_draws * CLASSES_MOST);
	dt_comply_play_noise_draw(p->hands[turn->hand].game, c,
	    p->m->patience[c->agent], seed, p->lesson_draws,
	    &p->lessons[turn->item]);
	return DT_OK;
}

/* The work of one lesson. */
static double
taught(const struct play *p)
{
	double sum = 0;
	for (size_t k = 0; k < p->classes.n; k++)
		sum += p->lessons[k].work;
	return sum;
}

/* Twice: with what was learnt first the second lesson has less noise. Of the
 * work it takes about a quarter. */
static enum dt_status
learn(struct play *p, struct dt_error *err)
{
	struct dt_pool_request request = { .n = p->classes.n,
	    .threads = p->request->threads, .work = teach, .of = p };
	enum dt_status status = DT_OK;
	p->lessons = dt_memory_new(p->classes.n + 1, sizeof(*p->lessons));
	if (p->lessons == NULL || !dt_comply_play_noise_new(&p->noise,
	    p->classes.judged))
		return dt_status_no_memory(err);
	p->lesson_draws = 1;
	for (size_t k = 0; k < 2 && status == DT_OK && p->classes.n > 0;
	    k++) {
		status = dt_pool_run(&request, err);
		if (status == DT_OK && !dt_comply_play_noise_learn(&p->noise,
		    &p->classes, p->lessons))
			status = dt_status_no_memory(err);
		for (size_t h = 0; h < p->n_hands; h++)
			p->hands[h].game->noise = &p->noise;
		double work = taught(p);
		p->arms.spent += work;
		p->lesson_draws = (int64_t)dt_number_min(LESSON_MOST,
		    p->arms.work_most / 4 / dt_number_max(1, work));
		if (p->lesson_draws < 1)
			break;
	}
	return status;
}

/* So many kinds of states that the first few draws of all departures take
 * half of the work at the most: of five or so each, eight times, side by side
 * with complying. */
static size_t
classes_most(const struct play *p, double work)
{
	const struct dt_model *m = &p->m->model;
	double patience = 0, rounds = (double)m->rounds / 2;
	for (uint64_t set = p->m->signers; set != 0; set &= set - 1)
		patience = dt_number_max(patience,
		    p->m->patience[dt_move_first(set)]);
	if (m->continuation_chance < 1)
		rounds = 3 / (1 - patience);
	return (size_t)dt_number_min(CLASSES_MOST, dt_number_max(CLASSES_LEAST,
	    work / 2 / (5 * 8 * 2 * (double)m->n * rounds)));
}

static enum dt_status
play(struct play *p, struct dt_comply_verdict *v, struct dt_error *err)
{
	const struct dt_comply_play_request *r = p->request;
	double scale = dt_comply_play_arm_scale(p->m);
	p->classes.game = p->hands[0].game;
	double work = r->work_most > 0 ? r->work_most : DT_COMPLY_PLAY_WORK;
	p->classes.most = classes_most(p, work);
	enum dt_status status = dt_comply_play_find(p->m, p->hands[0].game,
	    p->hands[0].others, r->seed, &p->classes, err);
	p->arms = (struct dt_comply_play_arms){ .classes = &p->classes,
	    .parts = r->parts != 0 ? r->parts : (1 << DT_COMPLY_PARTS) - 1,
	    .scale = scale,
	    .slack_error = r->slack_error > 0 ? r->slack_error :
	    SHARE * scale,
	    .share = r->slack_error > 0 ? 0 : SHARE,
	    .work_most = work };
	if (status == DT_OK)
		status = learn(p, err);
	if (status == DT_OK && !dt_comply_play_arm_make(&p->arms, p->m))
		status = dt_status_no_memory(err);
	while (status == DT_OK && dt_comply_play_look_plan(&p->arms))
		status = look(p, err);
	if (status == DT_OK && p->arms.failed)
		status = dt_status_no_memory(err);
	return status != DT_OK ? status :
	    dt_comply_play_judge(p->m, &p->arms, v, err);
}

enum dt_status
dt_comply_play(const struct dt_comply_model *m,
    const struct dt_comply_play_request *request,
    struct dt_comply_verdict *v, struct dt_error *err)
{
	struct play p = { .m = m, .request = request,
	    .classes.judged = first_of_alike(m) };
	*v = (struct dt_comply_verdict){ .answer = DT_COMPLY_PERHAPS };
	enum dt_status status = make_others(&p) && make_hands(&p) ?
	    play(&p, v, err) : dt_status_no_memory(err);
	free_all(&p);
	return status;
}
