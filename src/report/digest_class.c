/* digest_class: the sections of a class; see digest_class.h. */
#include "report/digest_class.h"

#include <inttypes.h>

/* A file of an older version has no such table. */
static enum dt_status
is_there(struct dt_digest *d, bool *there)
{
	int64_t n = 0;
	struct dt_digest_taker count = { dt_digest_take_count, &n };
	enum dt_status status = dt_digest_ask(d, count, "SELECT count(*) FROM"
	    " sqlite_schema WHERE name = 'class_run'");
	if (status == DT_OK && n > 0)
		status = dt_digest_ask(d, count, "SELECT count(*) FROM"
		    " (SELECT 1 FROM class_run LIMIT 1)");
	*there = n > 0;
	return status;
}

static enum dt_status
tell(struct dt_digest *d, struct dt_paper_section *s,
    const struct dt_digest_class *c)
{
	int64_t people = 0, moves = 0, by_people = 0;
	for (size_t k = 0; k < c->n; k++)
		for (size_t j = 0; j < 4; j++) {
			moves += c->blocks[k].sources[j];
			by_people += j == 0 || j == 3 ?
			    c->blocks[k].sources[j] : 0;
		}
	enum dt_status status = dt_digest_ask(d, (struct dt_digest_taker){
	    dt_digest_take_count, &people }, "SELECT count(DISTINCT participant) FROM"
	    " participant");
	dt_paper_say(s, "%" PRId64 " %s played %zu block%s. Of %" PRId64
	    " moves %s%s.", people, people == 1 ? "person" : "people", c->n,
	    c->n == 1 ? "" : "s", moves, by_people == moves ? "all" :
	    dt_digest_share(d, dt_digest_class_share(by_people, moves)),
	    by_people == moves ? " were made by people" : " were made by "
	    "people, the others by what stood in for them");
	dt_paper_say(s, "An interval takes a matching group as one: groups "
	    "that met or shared members. It is missing where they are too "
	    "few.");
	return status;
}

static enum dt_status
add_block(struct dt_digest *d, const struct dt_digest_class *c, size_t k)
{
	const struct dt_digest_class_block *b = &c->blocks[k];
	struct dt_paper_section *s = dt_paper_section(d->paper,
	    dt_digest_print(d, "block-%" PRId64, b->block), dt_digest_print(d,
	    "Block %" PRId64 ": %s", b->block, b->title), 3);
	dt_paper_say(s, "%s of the moves paused.", dt_digest_share(d,
	    dt_summary_mean(&b->paused)));
	enum dt_status status = dt_digest_class_block(d, s, b);
	return status ? status : dt_digest_class_instead(d, s, c, b);
}

enum dt_status
dt_digest_class(struct dt_digest *d, const struct dt_debrief_request *request,
    bool *there)
{
	struct dt_digest_class c = { .request = request };
	enum dt_status status = is_there(d, there);
	if (status != DT_OK || !*there)
		return status;
	status = dt_digest_class_read(d, &c);
	struct dt_paper_section *s = dt_paper_section(d->paper, "class",
	    "What the class did", 2);
	if (status == DT_OK)
		status = tell(d, s, &c);
	if (status == DT_OK)
		status = dt_digest_class_people(d, s, &c);
	for (size_t k = 0; k < c.n && status == DT_OK; k++)
		if (request->block == 0 || request->block ==
		    c.blocks[k].block)
			status = add_block(d, &c, k);
	return status;
}
