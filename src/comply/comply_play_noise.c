/*
 * comply_play_noise: what an alarm about a party is worth to an agent, learnt
 * from the states that are kept, for comply_play_step.c to take out of what is
 * drawn later. Alarms are seldom, and what they set off is most of the spread.
 */
#include "comply/comply_play_internal.h"

#include <math.h>

#include "base/memory.h"

bool
dt_comply_play_noise_new(struct dt_comply_play_noise *noise, uint64_t agents)
{
	for (; agents != 0; agents &= agents - 1) {
		double **worth = &noise->worth[dt_move_first(agents)];
		*worth = dt_memory_new(DT_COMPLY_PLAY_STANDINGS,
		    sizeof(**worth));
		if (*worth == NULL)
			return false;
	}
	return true;
}

void
dt_comply_play_noise_free(struct dt_comply_play_noise *noise)
{
	for (size_t i = 0; i < DT_AGENTS_MOST; i++)
		dt_memory_free(noise->worth[i]);
}

/* Of one state and subject. */
static void
draw_subject(struct dt_comply_play_game *g,
    const struct dt_comply_play_state *s, size_t subject, int64_t draws,
    struct dt_comply_play_draw *draw, struct dt_comply_play_lesson *lesson)
{
	const struct dt_model *m = g->model;
	double rounds = m->continuation_chance < 1 ? 1 :
	    (double)(m->rounds - s->round);
	size_t at = lesson->n++;
	lesson->entry[at].standing = dt_comply_play_see_standing(g, &s->regime,
	    draw->agent, subject);
	lesson->entry[at].sum = 0;
	lesson->entry[at].n = (double)draws;
	for (int64_t k = 0; k < draws; k++) {
		draw->run = dt_comply_play_words_key(draw->run, k + 1);
		lesson->entry[at].sum += dt_comply_play_draw_alarm(g, s,
		    subject, draw, &lesson->work) / rounds;
	}
}

/* The agent itself, and one of the others for each number of strikes. */
void
dt_comply_play_noise_draw(struct dt_comply_play_game *g,
    const struct dt_comply_play_class *c, double patience, uint64_t seed,
    int64_t draws, struct dt_comply_play_lesson *lesson)
{
	struct dt_comply_play_draw draw = { .agent = c->agent,
	    .patience = patience, .run = seed };
	lesson->n = 0;
	lesson->work = 0;
	for (size_t k = 0; c->binds && k < c->n; k++) {
		const struct dt_regime *r = &c->kept[k]->regime;
		uint64_t seen[DT_COMPLY_PLAY_KINDS] = { 0 };
		size_t subjects = 0;
		for (uint64_t set = r->parties; set != 0 &&
		    subjects < DT_COMPLY_PLAY_SUBJECTS; set &= set - 1) {
			size_t i = dt_move_first(set);
			uint64_t kind = i == c->agent ? 1 : (uint64_t)2 <<
			    (r->strikes[i] < 60 ? r->strikes[i] : 60);
			if (seen[g->kind[i]] & kind)
				continue;
			seen[g->kind[i]] |= kind;
			subjects++;
			draw_subject(g, c->kept[k], i, draws, &draw, lesson);
		}
	}
}

/* Means; where there is none, that of all clean rounds together. */
static void
take_means(double *worth, const double *sum, const double *n)
{
	enum { CLEAN = DT_COMPLY_PLAY_CLEAN };
	for (size_t k = 0; k < DT_COMPLY_PLAY_STANDINGS; k += CLEAN) {
		double all = 0, all_n = 0;
		for (size_t c = k; c < k + CLEAN; c++) {
			all += sum[c];
			all_n += n[c];
		}
		double mean = all_n > 0 && isfinite(all) ? all / all_n : 0;
		for (size_t c = k; c < k + CLEAN; c++)
			worth[c] = n[c] > 0 && isfinite(sum[c]) ?
			    sum[c] / n[c] : mean;
	}
}

bool
dt_comply_play_noise_learn(struct dt_comply_play_noise *noise,
    const struct dt_comply_play_classes *c,
    const struct dt_comply_play_lesson *lessons)
{
	double *sums = dt_memory_new(2 * DT_COMPLY_PLAY_STANDINGS,
	    sizeof(*sums));
	for (size_t i = 0; sums != NULL && i < DT_AGENTS_MOST; i++) {
		double *n = sums + DT_COMPLY_PLAY_STANDINGS;
		if (noise->worth[i] == NULL)
			continue;
		for (size_t k = 0; k < 2 * DT_COMPLY_PLAY_STANDINGS; k++)
			sums[k] = 0;
		for (size_t k = 0; k < c->n; k++)
			for (size_t e = 0; c->all[k].agent == i &&
			    e < lessons[k].n; e++) {
				size_t at = lessons[k].entry[e].standing;
				sums[at] += lessons[k].entry[e].sum;
				n[at] += lessons[k].entry[e].n;
			}
		take_means(noise->worth[i], sums, n);
	}
	dt_memory_free(sums);
	return sums != NULL;
}
