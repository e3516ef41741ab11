/* sources_cited: what a file cites, told by `show`; see sources.h. */
#include "cmd/sources.h"

#include "catalogue/cites.h"

struct cited {
	struct dt_cite *cites;
	size_t n;
	const struct dt_work *works;
	size_t n_works;
};

/* What cannot be read is not told: `check` says why. What comes from other
 * files is theirs, and told of them. */
static bool
read_cited(const struct dt_cmd_show *show, struct cited *c)
{
	struct dt_error err = { 0 };
	*c = (struct cited){ 0 };
	if (dt_cites_find(show->call->arena, show->written, &c->cites, &c->n,
	    &err) != DT_OK || c->n == 0)
		return false;
	size_t own = 0;
	for (size_t i = 0; i < c->n; i++)
		if (c->cites[i].node->at.source == show->written->at.source)
			c->cites[own++] = c->cites[i];
	c->n = own;
	return dt_works_read(&show->call->catalogue, &c->works,
	    &c->n_works, &err) == DT_OK;
}

void
dt_cmd_sources_cited(const struct dt_cmd_show *show)
{
	struct cited c;
	if (!read_cited(show, &c))
		return;
	for (size_t i = 0; i < c.n; i++) {
		const struct dt_cite *cite = &c.cites[i];
		const struct dt_work *work = dt_works_find(c.works,
		    c.n_works, cite->key, cite->letters);
		struct dt_text words = { 0 };
		if (work != NULL)
			dt_works_tell(work, &words);
		if (cite->place[0] != '\0')
			dt_text_add(&words, "%s%s.", words.size ? " Here: " :
			    "", cite->place);
		dt_text_add(&words, " [%.*s]", (int)cite->letters, cite->key);
		dt_text_add(show->text, "cites   ");
		dt_text_wrap(show->text, dt_text_string(&words), 8,
		    show->call->width);
		dt_text_add(show->text, "\n");
		dt_text_free(&words);
	}
}

void
dt_cmd_sources_cited_json(const struct dt_cmd_show *show, json_t *json)
{
	struct cited c;
	json_t *list = json_array();
	if (!read_cited(show, &c))
		c.n = 0;
	for (size_t i = 0; i < c.n; i++) {
		json_t *one = json_object();
		json_object_set_new(one, "name", json_stringn(c.cites[i].key,
		    c.cites[i].letters));
		dt_json_text(one, "place", c.cites[i].place);
		json_array_append_new(list, one);
	}
	json_object_set_new(json, "cites", list);
}
