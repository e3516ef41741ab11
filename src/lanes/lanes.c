/* lanes: programs, players and blocks; see lanes.h. */
#include "lanes/lanes.h"

#include <string.h>

#include "base/memory.h"
#include "lanes/lanes_draft.h"

/* ---- Programs ---- */

enum dt_status
dt_lanes_supports(const struct dt_model *model, struct dt_error *err)
{
	if (model->rounds == 0 && model->continuation == UINT64_MAX)
		return dt_status_fail(err, DT_EUSAGE, "the lanes engine "
		    "cannot play a game that never ends");
	if (model->rounds > INT32_MAX || (model->rounds == 0 &&
	    45 / (1 - model->continuation_chance) > INT32_MAX))
		return dt_status_fail(err, DT_EUSAGE, "the lanes engine "
		    "cannot play more than %d rounds", INT32_MAX);
	if (!dt_lanes_treaty_weighs(model))
		return dt_status_fail(err, DT_EUSAGE, "the lanes engine "
		    "cannot follow a treaty that lapses by the weight "
		    "(entry.weight) of so many different parties");
	if (model->race.exists && (dt_terms_race(&model->terms) ||
	    model->looks != 0))
		return dt_status_fail(err, DT_EUSAGE, "the lanes engine "
		    "follows no capability, and %s a race", model->looks != 0 ?
		    "a strategy looks at" : "the treaty speaks of");
	return dt_model_refuse(model, "the engine lanes", err);
}

static bool
draft(struct dt_lanes_draft *d, struct dt_lanes_program *p)
{
	const struct dt_model *m = p->model;
	d->m = m;
	d->p = p;
	d->tallies = p->mode >= DT_LANES_TALLIES;
	d->moves = p->mode >= DT_LANES_MOVES;
	d->rounds = p->mode >= DT_LANES_ROUNDS;
	dt_lanes_circuit_start(&d->c, &p->arena);
	p->account = dt_arena_new(&p->arena, m->n, sizeof(*p->account));
	if (p->account == NULL)
		return false;
	for (size_t i = 0; i < m->n; i++)
		d->agent[i].automaton = &m->agents[i].automaton;
	if (!d->c.failed)
		dt_lanes_draft_round(d);
	return !d->c.failed;
}

enum dt_status
dt_lanes_compile(struct dt_lanes_program **program,
    const struct dt_model *model, enum dt_lanes_mode mode,
    struct dt_error *err)
{
	enum dt_status status = dt_lanes_supports(model, err);
	*program = NULL;
	if (status != DT_OK)
		return status;
	struct dt_lanes_program *p = dt_memory_new(1, sizeof(*p));
	struct dt_lanes_draft *d = dt_memory_new(1, sizeof(*d));
	bool made = p != NULL && d != NULL;
	if (made) {
		p->model = model;
		p->mode = mode;
		made = draft(d, p);
	}
	dt_memory_free(d);
	if (!made) {
		dt_lanes_release(p);
		return dt_status_no_memory(err);
	}
	*program = p;
	return DT_OK;
}

void
dt_lanes_release(struct dt_lanes_program *p)
{
	if (p != NULL)
		dt_arena_free(&p->arena);
	dt_memory_free(p);
}

/* ---- Paths ---- */

bool
dt_lanes_has(enum dt_lanes_path path)
{
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
	if (path == DT_LANES_AVX512)
		return __builtin_cpu_supports("avx512f");
	if (path == DT_LANES_AVX2)
		return __builtin_cpu_supports("avx2");
#endif
	return path == DT_LANES_PLAIN;
}

enum dt_lanes_path
dt_lanes_best(void)
{
	return dt_lanes_has(DT_LANES_AVX512) ? DT_LANES_AVX512 :
	    dt_lanes_has(DT_LANES_AVX2) ? DT_LANES_AVX2 : DT_LANES_PLAIN;
}

void
dt_lanes_use(struct dt_lanes *lanes, enum dt_lanes_path path)
{
	if (dt_lanes_has(path))
		lanes->path = path;
}

static const struct dt_lanes_kernel *
kernel(const struct dt_lanes *l)
{
	static const struct dt_lanes_kernel *const kernels[] = {
		[DT_LANES_PLAIN] = &dt_lanes_plain,
		[DT_LANES_AVX2] = &dt_lanes_avx2,
		[DT_LANES_AVX512] = &dt_lanes_avx512,
	};
	return kernels[l->path];
}

/* ---- Players ---- */

/* Pieces of one block of memory, each on a line of its own. */
struct cutter {
	char *at;
	size_t used;
};

static void *
cut(struct cutter *c, size_t count, size_t size)
{
	void *piece = c->at == NULL ? NULL : c->at + c->used;
	c->used += (count * size + 63) / 64 * 64;
	return piece;
}

static void
lay_out(struct dt_lanes *l, struct cutter *c)
{
	const struct dt_lanes_program *p = l->program;
	size_t plane = sizeof(struct dt_lanes_plane), n = p->model->n;
	size_t money = n * DT_LANES;
	l->slots = cut(c, p->slots, plane);
	l->random = cut(c, DT_PURPOSES, 4 * plane);
	l->mark = cut(c, 4, plane);
	l->group = cut(c, DT_LANES_GROUP * p->counters, plane);
	l->digits = cut(c, DT_LANES_DIGITS * p->counters, plane);
	l->counts = cut(c, (p->counters + DT_LANES_COUNTERS) * DT_LANES,
	    sizeof(*l->counts));
	l->payoff = cut(c, money, sizeof(double));
	l->fines = cut(c, money, sizeof(double));
	l->cost = cut(c, money, sizeof(double));
	l->transfer = cut(c, money, sizeof(double));
	if (p->kept != NULL) {
		l->moves.bound = cut(c, n, plane);
		l->moves.raced = cut(c, n, plane);
		l->moves.first = cut(c, n * DT_LANES + 1,
		    sizeof(*l->moves.first));
	}
	if (p->fined != NULL) {
		l->fined = cut(c, money, sizeof(double));
		l->bond = cut(c, money, sizeof(double));
		l->shared = cut(c, money, sizeof(double));
	}
}

struct dt_lanes *
dt_lanes_new(const struct dt_lanes_program *program)
{
	struct dt_lanes *l = dt_memory_new(1, sizeof(*l));
	struct cutter cutter = { 0 };
	if (l == NULL)
		return NULL;
	l->program = program;
	l->path = dt_lanes_best();
	lay_out(l, &cutter);
	l->block = dt_memory_new(cutter.used + 64, 1);
	if (l->block == NULL) {
		dt_memory_free(l);
		return NULL;
	}
	size_t past = (uintptr_t)l->block % 64;
	cutter = (struct cutter){ (char *)l->block + (64 - past), 0 };
	lay_out(l, &cutter);
	return l;
}

void
dt_lanes_free(struct dt_lanes *l)
{
	if (l != NULL) {
		dt_lanes_free_moves(l);
		dt_memory_free(l->block);
	}
	dt_memory_free(l);
}

/* ---- Blocks ---- */

/* Streams of lanes have purposes beyond those of single runs: eight for each
 * of theirs, as the eight words of a plane. */
enum { FIRST_PURPOSE = 1 << 16 };

static void
seed(struct dt_lanes *l, uint64_t block)
{
	const struct dt_model *m = l->program->model;
	for (uint64_t p = 0; p < DT_PURPOSES; p++)
		for (uint64_t g = 0; g < DT_LANES_WORDS; g++) {
			struct dt_random stream;
			dt_random_stream(&stream, m->seed, m->experiment,
			    block, FIRST_PURPOSE + p * DT_LANES_WORDS + g);
			for (int k = 0; k < 4; k++)
				l->random[p][k].word[g] = stream.word[k];
		}
}

void
dt_lanes_begin(struct dt_lanes *l, uint64_t block)
{
	const struct dt_lanes_program *p = l->program;
	size_t money = p->model->n * DT_LANES;
	seed(l, block);
	memset(l->slots, 0, p->slots * sizeof(*l->slots));
	memset(&l->slots[DT_LANES_SLOT_YES], 0xff, sizeof(*l->slots));
	memset(l->digits, 0, DT_LANES_DIGITS * p->counters *
	    sizeof(*l->digits));
	for (size_t k = 0; p->fined != NULL && k < money; k++) {
		l->shared[k] = 0;
		l->bond[k] = p->model->terms.bond;
	}
	l->number = 0;
	l->waiting = 0;
	l->told = false;
	dt_lanes_begin_moves(l);
	kernel(l)->begin(l);
}

bool
dt_lanes_step(struct dt_lanes *l, int64_t rounds)
{
	const struct dt_model *m = l->program->model;
	if (m->rounds > 0 && rounds > m->rounds - l->number)
		rounds = m->rounds - l->number;
	int64_t before = l->number;
	kernel(l)->rounds(l, rounds);
	l->told = false;
	return l->number > before;
}

void
dt_lanes_play(struct dt_lanes *l, uint64_t block)
{
	dt_lanes_begin(l, block);
	dt_lanes_step(l, INT64_MAX);
}

void
dt_lanes_flush(struct dt_lanes *l)
{
	if (l->waiting > 0)
		kernel(l)->flush(l);
}
