/* paper: see paper.h. */
#include "report/paper.h"

#include <ctype.h>
#include <string.h>

void
dt_paper_start(struct dt_paper *p, struct dt_arena *arena, const char *title,
    const char *brief)
{
	*p = (struct dt_paper){ .arena = arena, .title = title,
	    .brief = brief };
	dt_solution_start(&p->tables, arena, "report", title);
	p->last = &p->sections;
}

void
dt_paper_free(struct dt_paper *p)
{
	for (struct dt_paper_section *s = p->sections; s; s = s->next)
		for (struct dt_paper_figure *f = s->figures; f; f = f->next)
			dt_text_free(&f->svg);
	dt_solution_free(&p->tables);
	p->sections = NULL;
}

/* What failed memory gives: no list leads to it. */
static struct dt_paper_section *
nowhere(void)
{
	static struct dt_paper_section section;
	section = (struct dt_paper_section){ .paper = NULL };
	return &section;
}

struct dt_paper_section *
dt_paper_section(struct dt_paper *p, const char *id, const char *title,
    int level)
{
	struct dt_paper_section *s = dt_arena_new(p->arena, 1, sizeof(*s));
	if (s == NULL || id == NULL || title == NULL) {
		p->failed = true;
		return nowhere();
	}
	*s = (struct dt_paper_section){ .id = id, .title = title,
	    .level = level, .paper = p };
	s->last_line = &s->lines;
	s->last_figure = &s->figures;
	*p->last = s;
	p->last = &s->next;
	return s;
}

void
dt_paper_say(struct dt_paper_section *s, const char *format, ...)
{
	va_list args;
	struct dt_paper *p = s->paper;
	if (p == NULL)
		return;
	struct dt_paper_line *line = dt_arena_new(p->arena, 1, sizeof(*line));
	va_start(args, format);
	const char *words = dt_arena_vprint(p->arena, format, args);
	va_end(args);
	p->failed |= line == NULL || words == NULL;
	if (line == NULL || words == NULL)
		return;
	line->words = words;
	*s->last_line = line;
	s->last_line = &line->next;
}

struct dt_paper_figure *
dt_paper_figure(struct dt_paper_section *s, const char *id, const char *title,
    const struct dt_paper_plot *plot, const struct dt_solution_head *heads,
    size_t n)
{
	static struct dt_paper_figure none;
	struct dt_paper *p = s->paper;
	struct dt_paper_figure *f = p == NULL ? NULL :
	    dt_arena_new(p->arena, 1, sizeof(*f));
	if (f == NULL || id == NULL) {
		if (p != NULL)
			p->failed = true;
		dt_text_free(&none.svg);
		none = (struct dt_paper_figure){ .id = "" };
		none.svg.failed = true;
		return &none;
	}
	f->id = id;
	f->plot = plot;
	f->table = dt_solution_table_of(&p->tables, id, title, heads, n);
	*s->last_figure = f;
	s->last_figure = &f->next;
	return f;
}

void
dt_paper_drop(struct dt_paper_section *s, struct dt_paper_figure *figure)
{
	struct dt_paper_figure **at = &s->figures;
	if (s->paper == NULL)
		return;
	while (*at != NULL && *at != figure)
		at = &(*at)->next;
	if (*at == NULL)
		return;
	dt_text_free(&figure->svg);
	*at = NULL;
	s->last_figure = at;
}

struct dt_solution_table *
dt_paper_table(struct dt_paper_figure *f)
{
	static struct dt_solution_table none;
	return f->table == NULL ? &none :
	    (struct dt_solution_table *)f->table;
}

const char *
dt_paper_letters(struct dt_paper *p, const char *id)
{
	static const char digits[] = "abcdefghij";
	char *made = id == NULL ? NULL : dt_arena_copy(p->arena, id);
	for (char *at = made; at != NULL && *at != '\0'; at++)
		if (isdigit((unsigned char)*at))
			*at = digits[*at - '0'];
		else if (*at == '-')
			*at = 'z';
	return made != NULL ? made : "dt";
}
