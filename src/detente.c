/* detente: the public face of the library; see detente.h. */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "detente.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "engine/world.h"
#include "catalogue/experiment.h"

#ifndef DT_PKGDATADIR
#define DT_PKGDATADIR "/usr/share/detente"
#endif

struct detente {
	struct dt_arena arena;
	struct dt_experiment experiment;
	struct dt_world *world;
};

static enum dt_status
make(struct detente *lab, const struct dt_experiment_request *request,
    struct dt_faults *faults, struct dt_error *err)
{
	static const char *const brought[] = { DT_PKGDATADIR, NULL };
	struct dt_catalogue catalogue;
	enum dt_status status = dt_catalogue_open(&catalogue, &lab->arena,
	    getenv("DETENTE_PATH"), brought, err);
	if (status == DT_OK)
		status = dt_experiment_make(&catalogue, request,
		    &lab->experiment, faults, err);
	if (status != DT_OK)
		return status;
	if (lab->experiment.model.programs != 0)
		return dt_model_refuse(&lab->experiment.model, "the library",
		    err);
	lab->world = dt_world_new(&lab->experiment.model);
	return lab->world == NULL ? dt_status_no_memory(err) : DT_OK;
}

static void
explain(const struct dt_faults *faults, const struct dt_error *err,
    char *why, size_t size)
{
	struct dt_text text = { 0 };
	if (faults->n > 0)
		dt_faults_print(faults, 0, &text);
	else
		dt_text_add(&text, "%s", err->message);
	snprintf(why, size, "%s", dt_text_string(&text));
	dt_text_free(&text);
}

int
detente_open(struct detente **lab, const char *scenario,
    const char *const *sets, uint64_t seed, char *why, size_t size)
{
	struct dt_error err = { .message = "out of memory" };
	struct detente *made = dt_memory_new(1, sizeof(*made));
	*lab = NULL;
	if (made == NULL) {
		snprintf(why, size, "%s", err.message);
		return -1;
	}
	struct dt_faults faults = { .arena = &made->arena };
	struct dt_experiment_request request = { .scenario = scenario,
	    .sets = sets, .seed = seed, .rounds = -1 };
	if (make(made, &request, &faults, &err) != DT_OK) {
		explain(&faults, &err, why, size);
		detente_close(made);
		return -1;
	}
	detente_begin(made, 1);
	*lab = made;
	return 0;
}

void
detente_close(struct detente *lab)
{
	if (lab == NULL)
		return;
	dt_world_free(lab->world);
	dt_arena_free(&lab->arena);
	dt_memory_free(lab);
}

size_t
detente_agents(const struct detente *lab)
{
	return lab->experiment.model.n;
}

const char *
detente_agent(const struct detente *lab, size_t agent)
{
	return lab->experiment.model.agents[agent].name;
}

void
detente_begin(struct detente *lab, uint64_t run)
{
	dt_world_begin(lab->world, run);
}

int
detente_step(struct detente *lab, struct detente_round *round)
{
	const struct dt_round *r = dt_world_step(lab->world);
	if (r == NULL)
		return 0;
	*round = (struct detente_round){
		.number = r->number, .phase = dt_view_phase_words[r->phase],
		.parties = r->parties, .intended = r->intended,
		.executed = r->executed, .declared = r->declared,
		.alarms = r->alarms, .seen = r->seen, .payoff = r->payoff,
	};
	return 1;
}

const char *
detente_version(void)
{
	return PACKAGE_VERSION;
}
