/* negotiate_vary: negotiations over one to three keys (bargain/sheet.h). */
#include <string.h>

#include "bargain/sheet.h"
#include "cmd/negotiate.h"
#include "cmd/solve.h"

/* What makes a cell of the call's menu and scenario. */
static bool
make_sets(const struct dt_sheet *sheet, size_t cell, struct dt_arena *arena,
    const char **menu, const char **scenario)
{
	size_t n_menu = 0, n = 0;
	for (size_t k = 0; k < sheet->axes; k++) {
		const struct dt_vary *axis = &sheet->axis[k];
		const char *set = dt_vary_set(arena, axis,
		    dt_sheet_value(sheet, cell, k));
		if (set == NULL)
			return false;
		if (axis->of_menu)
			menu[n_menu++] = set;
		else
			scenario[n++] = set;
	}
	return true;
}

/* In an arena of its own, which ends with it. */
static enum dt_exit
hold(const struct dt_cmd_talks *all, struct dt_sheet *sheet, size_t cell)
{
	const char *menu[DT_VARY_AXES + 1] = { NULL };
	const char *scenario[DT_VARY_AXES + 1] = { NULL };
	struct dt_arena arena = { 0 };
	struct dt_command_call call = *all->call;
	struct dt_cmd_talks one = *all;
	call.arena = call.catalogue.arena = &arena;
	call.catalogue.index = NULL;    /* it would outlive its arena */
	call.progress = false;
	one.call = &call;
	one.more_menu_sets = menu;
	one.more_sets = scenario;
	enum dt_status status = make_sets(sheet, cell, &arena, menu,
	    scenario) ? dt_cmd_talks_hold(&one) :
	    dt_status_no_memory(&one.err);
	/* Of a cell that a program broke off there are too few. */
	if (status == DT_OK && one.negotiate.fault != NULL) {
		one.err = *one.negotiate.fault;
		status = one.err.status;
	}
	if (status == DT_OK)
		status = dt_sheet_count(sheet, cell, &one.negotiate,
		    all->call->arena, &one.err);
	enum dt_exit exit = status == DT_OK ? DT_EXIT_OK :
	    dt_command_fail(&call, &one.faults, &one.err);
	dt_cmd_talks_free(&one);
	dt_arena_free(&arena);
	return exit;
}

static enum dt_exit
draw(struct dt_command_call *call, const struct dt_sheet *sheet)
{
	struct dt_text svg = { 0 };
	struct dt_error err = { 0 };
	if (dt_command_value(call, "svg") == NULL)
		return DT_EXIT_OK;
	enum dt_exit exit = dt_sheet_draw(sheet, call->arena, &svg, &err) !=
	    DT_OK ? dt_command_fail(call, NULL, &err) :
	    dt_cmd_solve_picture(call, &svg);
	dt_text_free(&svg);
	return exit;
}

static enum dt_exit
print(struct dt_cmd_talks *j, const struct dt_sheet *sheet)
{
	struct dt_solution solution;
	enum dt_exit exit = draw(j->call, sheet);
	if (exit != DT_EXIT_OK)
		return exit;
	dt_sheet_tell(sheet, j->call->arena, &solution);
	exit = dt_cmd_solve_print(j->call, &solution, false);
	dt_solution_free(&solution);
	if (exit == DT_EXIT_OK)
		dt_command_advise(j->call, "\nSeed %llu.",
		    (unsigned long long)j->seed);
	return exit;
}

static enum dt_exit
refuse(const struct dt_command_call *call)
{
	static const char *const apart[] = { "solutions", "transcripts",
		"output", "append", "evidence" };
	for (size_t k = 0; k < sizeof(apart) / sizeof(apart[0]); k++)
		if (dt_command_value(call, apart[k]) != NULL)
			return dt_command_usage(call, "--%s is of one setting "
			    "of talks, not of --vary", apart[k]);
	return DT_EXIT_OK;
}

/* Options that say one value of a key for all cells, and would win. */
static enum dt_exit
refuse_twice(const struct dt_command_call *call, const struct dt_sheet *sheet)
{
	for (size_t k = 0; k < sheet->axes; k++) {
		const char *key = sheet->axis[k].key;
		if (!sheet->axis[k].of_menu && (strcmp(key, "continuation") ==
		    0 || strcmp(key, "payoffs") == 0) &&
		    dt_command_value(call, key) != NULL)
			return dt_command_usage(call, "--%s says one value of "
			    "what --vary %s varies: leave one of them out",
			    key, key);
	}
	return DT_EXIT_OK;
}

/* All cells, counted. */
static enum dt_exit
fill(struct dt_cmd_talks *j, struct dt_sheet *sheet)
{
	struct dt_progress progress = { .shown = j->call->progress };
	enum dt_exit exit = refuse(j->call);
	if (exit != DT_EXIT_OK)
		return exit;
	if (dt_sheet_new(sheet, j->call->arena, dt_command_values(j->call,
	    "vary"), &j->err) != DT_OK)
		return dt_command_fail(j->call, NULL, &j->err);
	exit = refuse_twice(j->call, sheet);
	if (exit != DT_EXIT_OK)
		return exit;
	sheet->scenario = j->scenario;
	sheet->menu = j->menu_name != NULL ? j->menu_name : "halt";
	dt_progress_start(&progress, progress.shown, (int64_t)sheet->n);
	progress.what = "cells";
	for (size_t k = 0; exit == DT_EXIT_OK && k < sheet->n; k++) {
		exit = hold(j, sheet, k);
		dt_progress_step(&progress);
	}
	dt_progress_clear(&progress);
	return exit;
}

enum dt_exit
dt_cmd_negotiate_vary(struct dt_cmd_talks *j)
{
	struct dt_sheet sheet;
	enum dt_exit exit = fill(j, &sheet);
	return exit == DT_EXIT_OK ? print(j, &sheet) : exit;
}

enum dt_status
dt_cmd_negotiate_sheet(struct dt_cmd_talks *j, struct dt_solution *solution,
    struct dt_text *svg, struct dt_error *err)
{
	struct dt_sheet sheet;
	if (fill(j, &sheet) != DT_EXIT_OK)
		return dt_status_fail(err, dt_command_stopped ? DT_ESTOPPED :
		    DT_EINPUT, "these talks could not be held");
	enum dt_status status = svg == NULL ? DT_OK : dt_sheet_draw(&sheet,
	    j->call->arena, svg, err);
	if (status == DT_OK)
		dt_sheet_tell(&sheet, j->call->arena, solution);
	return status;
}
