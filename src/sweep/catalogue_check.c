/*
 * catalogue_check: a file of any kind, checked as far as it can be without
 * the scenario that will use it; see catalogue.h. A file that passes compiles.
 */
#include "catalogue/catalogue_internal.h"

#include <string.h>

#include "catalogue/cites.h"
#include "catalogue/experiment.h"
#include "catalogue/lesson.h"
#include "catalogue/menu.h"
#include "catalogue/prior.h"
#include "catalogue/published.h"
#include "catalogue/sweep.h"
#include "catalogue/warnings.h"
#include "game/study.h"

struct checker {
	const struct dt_catalogue *catalogue;
	struct dt_arena *arena;
	struct dt_faults *faults;
	struct dt_error *err;
};

/* A game that the strategy might be used in. */
static enum dt_status
compile_strategy(struct checker *c, const struct dt_strategy *strategy,
    size_t agents)
{
	struct dt_view_constants constants = { .agents = agents,
	    .continuation = 1 };
	struct dt_automaton automaton;
	struct dt_learner_made made;
	struct dt_learner_seat seat = { strategy, NULL, &constants, 0, false };
	enum dt_status status = dt_automaton_compile(strategy, &constants,
	    c->arena, &automaton, c->faults, c->err);
	return status == DT_OK && dt_strategy_form(strategy) ==
	    DT_FORM_LEARNER ? dt_learner_compile(&seat, c->arena, &made,
	    c->faults, c->err) : status;
}

static enum dt_status
check_strategy(struct checker *c, const void *text)
{
	struct dt_study study;
	enum dt_status status = compile_strategy(c, text, 2);
	if (status != DT_OK || c->faults->total > 0 ||
	    dt_strategy_form(text) != DT_FORM_AUTOMATON)
		return status;
	status = dt_study_make(text, c->arena, &study, c->err);
	if (status == DT_OK)
		dt_study_warn(&study, c->faults);
	return status;
}

static enum dt_status
check_agent(struct checker *c, const void *text)
{
	const struct dt_scenario_agent *agent = text;
	dt_warnings_agent(c->catalogue, agent, c->faults);
	return compile_strategy(c, &agent->strategy, 2);
}

static bool
is_group(const char *word)
{
	return strcmp(word, "all") == 0 || strcmp(word, "labs") == 0 ||
	    strcmp(word, "nations") == 0;
}

/* Everybody whom the treaty names, a lab and a nation. */
static enum dt_status
check_treaty(struct checker *c, const void *text)
{
	const struct dt_treaty *treaty = text;
	const char *const *names = treaty->parties.items;
	struct dt_terms_seat seats[DT_AGENTS_MOST] = {
		{ "some-lab", false, 1, 1 }, { "some-nation", true, 1, 1 },
	};
	size_t n = 2;
	for (size_t i = 0; i < treaty->parties.n && n < DT_AGENTS_MOST; i++)
		if (!is_group(names[i]))
			seats[n++] = (struct dt_terms_seat){ names[i], true,
			    1, 1 };
	struct dt_terms terms;
	enum dt_status status = dt_terms_compile(treaty, seats, n, c->arena,
	    &terms, c->faults, c->err);
	if (status == DT_OK)
		dt_warnings_treaty(c->catalogue, treaty, &terms, c->faults);
	return status;
}

/* As many agents as the numbers are for. */
static enum dt_status
check_payoffs(struct checker *c, const void *text)
{
	const struct dt_payoff_text *payoffs = text;
	struct dt_payoff_seat seats[DT_AGENTS_MOST] = { 0 };
	struct dt_payoff compiled;
	size_t n = payoffs->form == DT_PAYOFF_TABLE ? payoffs->pause.n : 2;
	if (payoffs->form == DT_PAYOFF_NORMAL && payoffs->nfg[0] != '\0') {
		struct dt_source source = { payoffs->name, payoffs->nfg,
		    strlen(payoffs->nfg) };
		struct dt_normal game;
		enum dt_status status = dt_normal_read(c->arena, &source,
		    &game, c->faults, c->err);
		if (status != DT_OK)
			return status;
		n = game.players;
	}
	for (size_t i = 0; i < DT_AGENTS_MOST; i++)
		seats[i].weight = 1;
	if (n < 1 || n > DT_AGENTS_MOST)
		n = 2;
	return dt_payoff_compile(payoffs, seats, n, c->arena, &compiled,
	    c->faults, c->err);
}

/* What is printed somewhere is cited with the place. */
static enum dt_status
check_published(struct checker *c, const void *text)
{
	const struct dt_published *p = text;
	struct dt_cite *cites = NULL;
	size_t n = 0;
	enum dt_status status = dt_cites_find(c->arena, p->origin.node, &cites,
	    &n, c->err);
	if (status != DT_OK || p->status != DT_PUBLISHED_PRINTED)
		return status;
	for (size_t i = 0; i < n; i++)
		if (cites[i].place[0] != '\0')
			return DT_OK;
	return dt_faults_add(c->faults, dt_node_key_place(p->origin.node,
	    "status"), "add the place to a key in `cites`, as in 'nash-1950, "
	    "section 2', or say derived", "printed, but no place is cited");
}

static enum dt_status
check_prior(struct checker *c, const void *text)
{
	return dt_prior_check(text, c->faults);
}

static enum dt_status
check_menu(struct checker *c, const void *text)
{
	return dt_menu_check(c->catalogue, text, c->faults, c->err);
}

/* What it finds out of the whole stays in a copy. */
static enum dt_status
check_lesson(struct checker *c, const void *text)
{
	struct dt_lesson lesson = *(const struct dt_lesson *)text;
	return dt_lesson_check(c->catalogue, &lesson, c->faults, c->err);
}

static const struct {
	const char *kind;
	bool anyhow;    /* also of what its schema found faults with */
	enum dt_status (*check)(struct checker *, const void *text);
} checks[] = {
	{ "strategy", true, check_strategy }, { "agent", true, check_agent },
	{ "treaty", false, check_treaty },
	{ "payoffs", false, check_payoffs }, { "prior", false, check_prior },
	{ "published", false, check_published }, { "menu", false, check_menu }, { "lesson", false, check_lesson },
};

static enum dt_status
check_text(struct checker *c, const struct dt_catalogue_kind *kind,
    const struct dt_node *root, struct dt_text *printed)
{
	void *text = dt_arena_new(c->arena, 1, kind->schema->size);
	if (text == NULL)
		return dt_status_no_memory(c->err);
	enum dt_status status = dt_schema_read(kind->schema, c->arena, root,
	    text, c->faults, c->err);
	for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++) {
		if (strcmp(checks[i].kind, kind->word) != 0 || !(status ==
		    DT_OK || (status == DT_EINPUT && checks[i].anyhow)))
			continue;
		enum dt_status one = checks[i].check(c, text);
		status = one != DT_OK ? one : status;
	}
	if (status == DT_OK && printed != NULL)
		dt_schema_print(kind->schema, text, 0, printed);
	return status;
}

static enum dt_status
check_scenario(struct checker *c, const struct dt_node *root,
    struct dt_text *printed)
{
	struct dt_experiment experiment;
	enum dt_status status = dt_experiment_compile(c->arena, root,
	    &experiment, c->faults, c->err);
	if (status == DT_OK)
		dt_warnings_scenario(c->catalogue, &experiment, c->faults);
	if (status == DT_OK && printed != NULL)
		dt_schema_print(&dt_scenario_schema, experiment.scenario, 0,
		    printed);
	return status;
}

/* With every file that it names; each value of each axis compiles. */
static enum dt_status
check_sweep(struct checker *c, const struct dt_catalogue *catalogue,
    const struct dt_node *root, struct dt_text *printed)
{
	struct dt_sweep sweep;
	struct dt_sweep_request request = { 0 };
	enum dt_status status = dt_sweep_resolve(catalogue, root, &request,
	    &sweep, c->faults, c->err);
	if (status == DT_OK && printed != NULL)
		dt_text_add(printed, "%s", sweep.config);
	return status;
}

enum dt_status
dt_catalogue_check(const struct dt_catalogue *catalogue, const char *path,
    struct dt_text *printed, const struct dt_catalogue_kind **kind,
    struct dt_faults *faults, struct dt_error *err)
{
	struct checker c = { catalogue, catalogue->arena, faults, err };
	struct dt_node *root;
	enum dt_status form = dt_catalogue_read(catalogue, path, &root, kind,
	    faults, err);
	if (root == NULL || *kind == NULL)
		return form;
	enum dt_status status = dt_catalogue_graft(catalogue,
	    (*kind)->schema, root, faults, err);
	if (status == DT_ENOMEM)
		return status;
	if (strcmp((*kind)->word, "scenario") == 0)
		status = check_scenario(&c, root, printed);
	else if (strcmp((*kind)->word, "sweep") == 0)
		status = check_sweep(&c, catalogue, root, printed);
	else
		status = check_text(&c, *kind, root, printed);
	enum dt_status cited = status == DT_ENOMEM ? status :
	    dt_cites_check(catalogue, root, faults, err);
	if (cited != DT_OK)
		return cited;
	return status == DT_OK && faults->total > 0 ? DT_EINPUT : status;
}
