/* field: see field.h. */
#include "population/field.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

void
dt_field_open(struct dt_field *field, const struct dt_experiment *game)
{
	*field = (struct dt_field){ .game = game };
}

enum dt_status
dt_field_start(struct dt_field *field, const struct dt_experiment *game,
    struct dt_error *err)
{
	dt_field_open(field, game);
	if (game->model.n != 2)
		return dt_status_fail(err, DT_EUSAGE, "strategies meet two by "
		    "two: take a scenario of two agents, not of %zu",
		    game->model.n);
	return DT_OK;
}

static enum dt_status
add_broken(struct dt_field *field, struct dt_arena *arena, const char *path,
    int line, const char *why, struct dt_error *err)
{
	struct dt_field_broken *broken = dt_arena_grow(arena, field->broken,
	    field->n_broken, &field->room_broken, sizeof(*broken));
	const char *copy = dt_arena_copy(arena, why);
	if (broken == NULL || copy == NULL)
		return dt_status_no_memory(err);
	field->broken = broken;
	broken[field->n_broken++] = (struct dt_field_broken){ path, line,
		copy };
	return DT_OK;
}

static bool
has(const struct dt_field *field, const char *name)
{
	for (size_t i = 0; i < field->n; i++)
		if (strcmp(field->list[i].name, name) == 0)
			return true;
	return false;
}

/* Who learns does so for a seat. */
static enum dt_status
take_learner(const struct dt_field *field, struct dt_arena *arena,
    const struct dt_strategy *text,
    const struct dt_view_constants *constants, struct dt_field_one *one,
    struct dt_faults *faults, struct dt_error *err)
{
	const struct dt_model *m = &field->game->model;
	enum dt_status status = DT_OK;
	const struct dt_learner_made **list = (const struct dt_learner_made **)
	    dt_arena_new(arena, m->n, sizeof(*list));
	if (list == NULL)
		return dt_status_no_memory(err);
	for (size_t k = 0; k < m->n && status == DT_OK; k++) {
		struct dt_learner_made *made =
		    dt_arena_new(arena, 1, sizeof(*made));
		struct dt_learner_seat seat = { text, &m->payoff, constants,
			k, m->terms.exists };
		if (made == NULL)
			return dt_status_no_memory(err);
		status = dt_learner_compile(&seat, arena, made, faults, err);
		list[k] = made;
	}
	one->learner = list;
	return status;
}

/* Reads and compiles; the faults say what is wrong with it. */
static enum dt_status
read_one(const struct dt_field *field, const struct dt_catalogue *catalogue,
    const char *path, struct dt_field_one *one, struct dt_faults *faults,
    struct dt_error *err)
{
	const struct dt_catalogue_kind *kind = NULL;
	const struct dt_experiment *game = field->game;
	struct dt_node *root = NULL;
	struct dt_view_constants constants = dt_experiment_constants(
	    game->scenario, &game->model);
	struct dt_strategy *text = dt_arena_new(catalogue->arena, 1,
	    sizeof(*text));
	if (text == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = dt_catalogue_read(catalogue, path, &root,
	    &kind, faults, err);
	if (status != DT_OK)
		return status;
	if (kind->schema != &dt_strategy_schema)
		return dt_status_fail(err, DT_EINPUT, "it is a %s, not a "
		    "strategy", kind->word);
	status = dt_catalogue_graft(catalogue, kind->schema, root, faults,
	    err);
	if (status == DT_OK)
		status = dt_schema_read(kind->schema, catalogue->arena, root,
		    text, faults, err);
	if (status == DT_OK)
		status = dt_automaton_compile(text, &constants,
		    catalogue->arena, &one->automaton, faults, err);
	one->form = dt_strategy_form(text);
	if (status == DT_OK && one->form == DT_FORM_LEARNER)
		status = take_learner(field, catalogue->arena, text,
		    &constants, one, faults, err);
	one->program = one->form == DT_FORM_PROGRAM ? text : NULL;
	one->name = text->name;
	one->title = text->title;
	one->path = path;
	return status;
}

static enum dt_status
add_path(struct dt_field *field, const struct dt_catalogue *catalogue,
    const char *path, struct dt_error *err)
{
	struct dt_arena *arena = catalogue->arena;
	struct dt_faults faults = { .arena = arena };
	struct dt_error bad = { 0 };
	struct dt_field_one one = { 0 };
	enum dt_status status = read_one(field, catalogue, path, &one,
	    &faults, &bad);
	if (status == DT_ENOMEM)
		return dt_status_no_memory(err);
	if (status != DT_OK && faults.n > 0)
		return add_broken(field, arena, path, faults.list[0].at.line,
		    faults.list[0].message, err);
	if (status != DT_OK)
		return add_broken(field, arena, path, 0, bad.message, err);
	if (has(field, one.name))
		return add_broken(field, arena, path, 0, dt_arena_print(arena,
		    "another file has the name %s already", one.name), err);
	struct dt_field_one *list = dt_arena_grow(arena, field->list,
	    field->n, &field->room, sizeof(*list));
	if (list == NULL)
		return dt_status_no_memory(err);
	field->list = list;
	list[field->n++] = one;
	return DT_OK;
}

enum dt_status
dt_field_add(struct dt_field *field, const struct dt_catalogue *catalogue,
    const char *name, struct dt_error *err)
{
	const char *path;
	if (has(field, name))
		return DT_OK;
	enum dt_status status = dt_catalogue_find(catalogue,
	    dt_catalogue_kind_of("strategy"), name, NULL, &path, err);
	return status != DT_OK ? status : add_path(field, catalogue, path,
	    err);
}

static enum dt_status
add_all(struct dt_field *field, const struct dt_catalogue *catalogue,
    struct dt_error *err)
{
	struct dt_catalogue_entry *entries;
	size_t n;
	enum dt_status status = dt_catalogue_list(catalogue,
	    dt_catalogue_kind_of("strategy"), &entries, &n, err);
	for (size_t i = 0; status == DT_OK && i < n; i++) {
		size_t before = field->n;
		if (has(field, entries[i].name))
			continue;
		status = add_path(field, catalogue, entries[i].path, err);
		if (field->n > before &&
		    field->list[before].form != DT_FORM_AUTOMATON)
			field->n = before;
	}
	return status;
}

enum dt_status
dt_field_add_list(struct dt_field *field,
    const struct dt_catalogue *catalogue, const char *names,
    struct dt_error *err)
{
	enum dt_status status = DT_OK;
	if (strcmp(names, "all") == 0)
		return add_all(field, catalogue, err);
	while (status == DT_OK && *names != '\0') {
		size_t n = strcspn(names, ",");
		const char *name = dt_arena_copy_n(catalogue->arena, names, n);
		if (name == NULL)
			return dt_status_no_memory(err);
		if (n > 0)
			status = dt_field_add(field, catalogue, name, err);
		names += n + (names[n] == ',');
	}
	return status;
}

static int
is_yaml(const struct dirent *file)
{
	size_t n = strlen(file->d_name);
	return file->d_name[0] != '.' && n > 5 &&
	    strcmp(file->d_name + n - 5, ".yaml") == 0;
}

enum dt_status
dt_field_add_folder(struct dt_field *field,
    const struct dt_catalogue *catalogue, const char *path,
    struct dt_error *err)
{
	struct dirent **files;
	enum dt_status status = DT_OK;
	int n = scandir(path, &files, is_yaml, alphasort);
	if (n < 0)
		return dt_status_fail(err, DT_EIO, "%s: %s", path,
		    strerror(errno));
	for (int i = 0; i < n; i++) {
		const char *file = dt_arena_print(catalogue->arena, "%s/%s",
		    path, files[i]->d_name);
		free(files[i]);
		if (status == DT_OK && file == NULL)
			status = dt_status_no_memory(err);
		if (status == DT_OK)
			status = add_path(field, catalogue, file, err);
	}
	free(files);
	return status;
}
