/* sources: see sources.h. */
#include "cmd/sources_parts.h"

#include <string.h>

#include "cli/output.h"

enum dt_status
dt_cmd_sources_read(struct dt_cmd_sources *s, struct dt_error *err)
{
	enum dt_status status = dt_works_read(&s->call->catalogue,
	    &s->works, &s->n, err);
	return status != DT_OK ? status : dt_cites_all(&s->call->catalogue,
	    &s->citing, &s->n_citing, err);
}

static const char *
cell(const void *entries, size_t i, size_t field)
{
	const struct dt_work *w = (const struct dt_work *)entries + i;
	return (const char *[]){ w->origin.name, w->cited, w->title, w->where,
	    w->doi[0] ? w->doi : w->url, w->read }[field];
}

enum dt_status
dt_cmd_sources_listing(const struct dt_command_call *call,
    struct dt_listing *listing, struct dt_error *err)
{
	static const char *const fields[] = { "name", "cited", "title",
	    "where", "doi", "read", NULL };
	const struct dt_work *works = NULL;
	*listing = (struct dt_listing){ .kind = "source", .fields = fields,
	    .shown = "012", .csv = "012345", .cell = cell,
	    .advice = "All about one: detente show source" };
	enum dt_status status = dt_works_read(&call->catalogue, &works,
	    &listing->n, err);
	listing->entries = works;
	return status;
}

static bool
cites(const struct dt_citing *c, const struct dt_work *work)
{
	return strlen(work->origin.name) == c->cite.letters &&
	    strncmp(c->cite.key, work->origin.name, c->cite.letters) == 0;
}

void
dt_cmd_sources_citing(const struct dt_cmd_sources *s,
    const struct dt_work *work, size_t most, struct dt_text *text)
{
	size_t n = 0;
	for (size_t i = 0; i < s->n_citing; i++) {
		const struct dt_citing *c = &s->citing[i];
		if (!cites(c, work) || (++n > most && most > 0))
			continue;
		dt_text_add(text, "%s%s %s", n > 1 ? ", " : "",
		    c->file->kind->word, c->file->name);
		if (c->cite.place[0] != '\0')
			dt_text_add(text, " (%s)", c->cite.place);
	}
	if (most > 0 && n > most)
		dt_text_add(text, " and %zu more", n - most);
}

static void
add_wrapped(struct dt_text *text, const char *head, const char *words,
    size_t width)
{
	if (words[0] == '\0')
		return;
	dt_text_add(text, "%-8s", head);
	dt_text_wrap(text, words, 8, width);
	dt_text_add(text, "\n");
}

void
dt_cmd_sources_tell(const struct dt_cmd_sources *s,
    const struct dt_work *work, struct dt_text *text)
{
	size_t width = s->call->width;
	struct dt_text words = { 0 }, by = { 0 };
	dt_works_tell(work, &words);
	dt_cmd_sources_citing(s, work, 0, &by);
	dt_text_add(text, "%s (%s)\n", work->cited, work->origin.name);
	add_wrapped(text, "work", dt_text_string(&words), width);
	add_wrapped(text, "read", work->read, width);
	add_wrapped(text, "note", work->note, width);
	add_wrapped(text, "cited", dt_text_string(&by), width);
	text->failed |= words.failed || by.failed;
	dt_text_free(&words);
	dt_text_free(&by);
}

static json_t *
json_of(const struct dt_cmd_sources *s, const struct dt_work *work)
{
	json_t *json = dt_json_new(), *authors = json_array(),
	    *by = json_array();
	const char *const *names = work->authors.items;
	for (size_t i = 0; i < work->authors.n; i++)
		json_array_append_new(authors, json_string(names[i]));
	dt_json_text(json, "kind", "source");
	dt_json_text(json, "name", work->origin.name);
	dt_json_text(json, "cited", work->cited);
	json_object_set_new(json, "authors", authors);
	dt_json_text(json, "year", work->year);
	dt_json_text(json, "title", work->title);
	dt_json_text(json, "where", work->where);
	dt_json_text(json, "doi", work->doi);
	dt_json_text(json, "url", work->url);
	dt_json_text(json, "read", work->read);
	dt_json_text(json, "note", work->note);
	for (size_t i = 0; i < s->n_citing; i++) {
		const struct dt_citing *c = &s->citing[i];
		if (!cites(c, work))
			continue;
		json_t *one = json_object();
		dt_json_text(one, "kind", c->file->kind->word);
		dt_json_text(one, "name", c->file->name);
		dt_json_text(one, "place", c->cite.place);
		json_array_append_new(by, one);
	}
	json_object_set_new(json, "cited_by", by);
	return json;
}

/* The work of a key, or why there is none. */
static enum dt_status
find(const struct dt_cmd_sources *s, const char *key, const struct dt_work **work,
    struct dt_error *err)
{
	*work = dt_works_find(s->works, s->n, key, strlen(key));
	if (*work != NULL)
		return DT_OK;
	const char **keys = dt_works_keys(s->call->arena, s->works,
	    s->n);
	if (keys == NULL)
		return dt_status_no_memory(err);
	const char *near = dt_faults_near_words(s->call->arena, key, keys);
	return dt_status_fail(err, DT_EINPUT, "there is no source '%s'%s", key,
	    near[0] ? near : "; see 'detente list sources'");
}

enum dt_exit
dt_cmd_sources_show(struct dt_command_call *call, const char *key)
{
	struct dt_cmd_sources s = { .call = call };
	struct dt_error err = { 0 };
	struct dt_text text = { 0 };
	const struct dt_work *work;
	if (dt_cmd_sources_read(&s, &err) != DT_OK || find(&s, key, &work, &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	if (dt_command_format(call) == DT_FORMAT_JSON)
		return dt_output_json(call, json_of(&s, work));
	dt_cmd_sources_tell(&s, work, &text);
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	return exit;
}
