/* school_poster: the way in, for the terminal, the teacher and the wall. The
 * join code and the teacher's secret stand in the address's fragment, which a
 * browser keeps to itself. */
#include "school/school_internal.h"

#include "web/qr.h"

enum { PIXELS = 240 };

static const char *
first_url(const struct dt_school *s, struct dt_arena *arena)
{
	return dt_arena_print(arena, "%s#%s", s->where.urls[0], s->code);
}

static enum dt_status
draw(struct dt_school *s, struct dt_error *err)
{
	struct dt_text svg = { 0 };
	const char *url = first_url(s, &s->arena);
	const char *kept = "";
	if (url != NULL && dt_qr_svg(&svg, url, s->where.urls[0], PIXELS))
		kept = dt_arena_copy(&s->arena, dt_text_string(&svg));
	dt_text_free(&svg);
	s->poster.qr = kept;
	s->poster.url = s->where.urls[0];
	s->poster.code = s->code;
	return url == NULL || kept == NULL ? dt_status_no_memory(err) : DT_OK;
}

enum dt_status
dt_school_poster(struct dt_school *s, struct dt_error *err)
{
	const char *addresses[DT_SCHOOL_ADDRESSES];
	struct dt_school_where *w = &s->where;
	size_t n = s->request.lan ? dt_school_net(&s->arena, addresses) : 0;
	if (n == 0)
		addresses[n++] = "127.0.0.1";
	w->port = dt_web_port(s->web);
	w->taken = s->request.port != 0 && s->request.port != w->port ?
	    s->request.port : 0;
	for (w->n = 0; w->n < n; w->n++)
		if ((w->urls[w->n] = dt_arena_print(&s->arena,
		    "http://%s:%u/", addresses[w->n], w->port)) == NULL)
			return dt_status_no_memory(err);
	w->code = s->code;
	w->teacher = dt_arena_print(&s->arena,
	    "http://127.0.0.1:%u/teacher#%s", w->port, s->teacher);
	return w->teacher == NULL ? dt_status_no_memory(err) : draw(s, err);
}

bool
dt_school_qr(const struct dt_school *s, struct dt_text *lines)
{
	struct dt_arena arena = { 0 };
	const char *url = first_url(s, &arena);
	bool done = url != NULL && dt_qr_terminal(lines, url);
	dt_arena_free(&arena);
	return done;
}
