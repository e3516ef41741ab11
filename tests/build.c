/* build: see build.h. */
#include "build.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
build_must(struct build *b, enum dt_status status)
{
	if (status == DT_OK)
		return;
	struct dt_text text = { 0 };
	dt_faults_print(&b->faults, 0, &text);
	fprintf(stderr, "status %d: %s\n%s", (int)status, b->error.message,
	    dt_text_string(&text));
	abort();
}

void *
build_read(struct build *b, const struct dt_schema *schema, const char *yaml)
{
	struct dt_source *source =
	    dt_arena_new(&b->arena, 1, sizeof(*source));
	*source = (struct dt_source){ schema->name, yaml, strlen(yaml) };
	void *into = dt_arena_new(&b->arena, 1, schema->size);
	struct dt_node *root = NULL;
	b->faults.arena = &b->arena;
	build_must(b, dt_node_read(&b->arena, source, &root, &b->faults,
	    &b->error));
	build_must(b, dt_schema_read(schema, &b->arena, root, into,
	    &b->faults, &b->error));
	return into;
}

enum dt_status
build_terms(struct build *b, struct dt_terms *terms)
{
	static const char *const letters[] = {
		"a", "b", "c", "d", "e", "f", "g", "h"
	};
	struct dt_terms_seat seats[DT_AGENTS_MOST];
	for (size_t i = 0; i < b->n; i++) {
		struct build_agent *a = &b->agents[i];
		if (a->name == NULL)
			a->name = letters[i % 8];
		seats[i] = (struct dt_terms_seat){
			.name = a->name, .nation = a->nation,
			.weight = a->weight > 0 ? a->weight : 1,
			.joins = a->joins == 0 ? 1 :
			    a->joins < 0 ? 0 : a->joins,
		};
	}
	struct dt_treaty *treaty = build_read(b, &dt_treaty_schema,
	    b->treaty ? b->treaty : "treaty: none\n");
	return dt_terms_compile(treaty, seats, b->n, &b->arena, terms,
	    &b->faults, &b->error);
}

enum dt_status
build_payoff(struct build *b, struct dt_payoff *payoff)
{
	struct dt_payoff_seat seats[DT_AGENTS_MOST];
	for (size_t i = 0; i < b->n; i++)
		seats[i] = (struct dt_payoff_seat){
			.weight = b->agents[i].weight > 0 ?
			    b->agents[i].weight : 1,
			.kind = b->agents[i].nation,
			.role = b->agents[i].role,
		};
	struct dt_payoff_text *text = build_read(b, &dt_payoff_schema,
	    b->payoffs ? b->payoffs : BUILD_DILEMMA);
	return dt_payoff_compile(text, seats, b->n, &b->arena, payoff,
	    &b->faults, &b->error);
}

enum dt_status
build_automaton(struct build *b, const char *yaml,
    const struct dt_view_constants *constants, struct dt_automaton *automaton)
{
	struct dt_strategy *strategy =
	    build_read(b, &dt_strategy_schema, yaml);
	return dt_automaton_compile(strategy, constants, &b->arena, automaton,
	    &b->faults, &b->error);
}

static void
build_agents(struct build *b)
{
	struct dt_model *m = &b->model;
	struct dt_view_constants constants = {
		.agents = b->n,
		.detection = dt_monitor_detection(&m->terms.monitor),
		.false_alarm = dt_monitor_false_alarm(&m->terms.monitor),
		.fine = dt_terms_fine(&m->terms),
		.bond = m->terms.bond, .notice = (double)m->terms.notice,
		.continuation = m->continuation_chance,
		.runs = b->looks,
	};
	m->agents = dt_arena_new(&b->arena, b->n, sizeof(*m->agents));
	for (size_t i = 0; i < b->n; i++) {
		const struct build_agent *a = &b->agents[i];
		m->agents[i] = (struct dt_model_agent){
			.name = a->name, .nation = a->nation,
			.host = a->host - 1,
			.enforcement = dt_random_threshold(a->enforcement),
		};
		build_must(b, build_automaton(b,
		    a->strategy ? a->strategy : BUILD_PAUSE, &constants,
		    &m->agents[i].automaton));
	}
}

void
build_model(struct build *b)
{
	struct dt_monitor_rates blind = DT_MONITOR_BLIND;
	struct dt_monitor_rates perfect = DT_MONITOR_PERFECT;
	double continuation = b->continuation > 0 ? b->continuation : 1;
	b->model = (struct dt_model){
		.n = b->n, .slip = dt_random_threshold(b->slip),
		.slip_chance = b->slip,
		.continuation = dt_random_threshold(continuation),
		.continuation_chance = continuation,
		.rounds = b->rounds, .seed = b->seed,
		.base = dt_monitor_of(b->public != NULL ? *b->public :
		    b->private != NULL ? blind : perfect,
		    b->private != NULL ? *b->private : blind),
	};
	build_must(b, build_terms(b, &b->model.terms));
	build_must(b, build_payoff(b, &b->model.payoff));
	build_agents(b);
}

void
build_free(struct build *b)
{
	dt_arena_free(&b->arena);
}

void
build_play(const struct build *b, uint64_t runs, double *mean,
    double *standard_error)
{
	double sum[DT_AGENTS_MOST] = { 0 }, squares[DT_AGENTS_MOST] = { 0 };
	struct dt_world *world = dt_world_new(&b->model);
	for (uint64_t run = 1; run <= runs; run++) {
		double total[DT_AGENTS_MOST] = { 0 };
		const struct dt_round *round;
		dt_world_begin(world, run);
		while ((round = dt_world_step(world)) != NULL)
			for (size_t i = 0; i < b->n; i++)
				total[i] += round->payoff[i];
		for (size_t i = 0; i < b->n; i++) {
			double one = total[i] / (double)world->round.number;
			sum[i] += one;
			squares[i] += one * one;
		}
	}
	dt_world_free(world);
	for (size_t i = 0; i < b->n; i++) {
		mean[i] = sum[i] / (double)runs;
		double variance = squares[i] / (double)runs -
		    mean[i] * mean[i];
		standard_error[i] = sqrt(fmax(variance, 0) / (double)runs);
	}
}
