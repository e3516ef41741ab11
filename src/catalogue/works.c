/* works: see works.h. */
#include "catalogue/works.h"

#include <stdlib.h>
#include <string.h>

struct reader {
	const struct dt_catalogue *catalogue;
	struct dt_work *works;
	size_t n, room;
	struct dt_error *err;
};

/* "Schelling", or the whole name of an institution. */
static size_t
surname(const char *author)
{
	return strcspn(author, ",");
}

/* "Abreu, Pearce and Stacchetti 1986". NULL: memory is out. */
static const char *
cited(struct dt_arena *arena, const struct dt_work *work)
{
	const char *const *authors = work->authors.items;
	const char *words = "";
	for (size_t i = 0; i < work->authors.n && words != NULL; i++)
		words = dt_arena_print(arena, "%s%s%.*s", words, i == 0 ? "" :
		    i + 1 == work->authors.n ? " and " : ", ",
		    (int)surname(authors[i]), authors[i]);
	return words == NULL ? NULL :
	    dt_arena_print(arena, "%s %s", words, work->year);
}

static enum dt_status
add(struct reader *r, const struct dt_work *work)
{
	struct dt_arena *arena = r->catalogue->arena;
	if (dt_works_find(r->works, r->n, work->origin.name,
	    strlen(work->origin.name)) != NULL)
		return DT_OK;
	struct dt_work *more = dt_arena_grow(arena, r->works, r->n, &r->room,
	    sizeof(*more));
	if (more == NULL)
		return dt_status_no_memory(r->err);
	r->works = more;
	r->works[r->n] = *work;
	r->works[r->n].cited = cited(arena, work);
	return r->works[r->n++].cited ? DT_OK : dt_status_no_memory(r->err);
}

static enum dt_status
read_file(struct reader *r, const char *path)
{
	const struct dt_catalogue *c = r->catalogue;
	struct dt_faults faults = { .arena = c->arena };
	const struct dt_catalogue_kind *kind;
	struct dt_bibliography b = { 0 };
	struct dt_node *root;
	enum dt_status status = dt_catalogue_read(c, path, &root, &kind,
	    &faults, r->err);
	if (status == DT_OK)
		status = dt_schema_read(&dt_bibliography_schema, c->arena,
		    root, &b, &faults, r->err);
	const struct dt_work *works = b.works.items;
	for (size_t i = 0; status == DT_OK && i < b.works.n; i++)
		status = add(r, &works[i]);
	return status;
}

static int
by_key(const void *a, const void *b)
{
	const struct dt_work *x = a, *y = b;
	return strcmp(x->origin.name, y->origin.name);
}

enum dt_status
dt_works_read(const struct dt_catalogue *catalogue,
    const struct dt_work **works, size_t *n, struct dt_error *err)
{
	struct reader r = { .catalogue = catalogue, .err = err };
	struct dt_catalogue_entry *files = NULL;
	size_t n_files = 0;
	enum dt_status status = dt_catalogue_list(catalogue,
	    dt_catalogue_kind_of("bibliography"), &files, &n_files, err);
	for (size_t i = 0; status == DT_OK && i < n_files; i++)
		status = read_file(&r, files[i].path);
	if (r.n > 0)
		qsort(r.works, r.n, sizeof(*r.works), by_key);
	*works = r.works;
	*n = r.n;
	return status;
}

const struct dt_work *
dt_works_find(const struct dt_work *works, size_t n, const char *key,
    size_t letters)
{
	for (size_t i = 0; i < n; i++)
		if (strncmp(works[i].origin.name, key, letters) == 0 &&
		    works[i].origin.name[letters] == '\0')
			return &works[i];
	return NULL;
}

const char **
dt_works_keys(struct dt_arena *arena, const struct dt_work *works,
    size_t n)
{
	const char **names = dt_arena_new(arena, n + 1, sizeof(*names));
	for (size_t i = 0; names != NULL && i < n; i++)
		names[i] = works[i].origin.name;
	return names;
}

void
dt_works_tell(const struct dt_work *work, struct dt_text *text)
{
	const char *const *authors = work->authors.items;
	size_t n = work->authors.n;
	for (size_t i = 0; i < n; i++)
		dt_text_add(text, "%s%s", i == 0 ? "" : i + 1 == n ? " and " :
		    "; ", authors[i]);
	dt_text_add(text, " (%s).", work->year);
	if (work->title[0] != '\0')
		dt_text_add(text, " %s%s", work->title, work->title[
		    strlen(work->title) - 1] == '?' ? "" : ".");
	if (work->where[0] != '\0')
		dt_text_add(text, " %s.", work->where);
	if (work->doi[0] != '\0')
		dt_text_add(text, " doi:%s.", work->doi);
	else if (work->url[0] != '\0')
		dt_text_add(text, " %s", work->url);
}
