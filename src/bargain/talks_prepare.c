/* talks_prepare: who sits at the table, and what is known of each; see
 * talks.h. */
#include <math.h>
#include <string.h>

#include "bargain/talks_internal.h"

static const struct dt_menu_party *
party_of(const struct dt_menu *menu, const char *name)
{
	const struct dt_menu_party *party = menu->parties.items;
	for (size_t k = 0; k < menu->parties.n; k++)
		if (strcmp(party[k].origin.name, name) == 0)
			return &party[k];
	return NULL;
}

/* Whether a text is a treaty of that name, or has that clause. */
static bool
is_refused(const struct dt_stakes_text *text, const char *what)
{
	size_t length = strlen(what);
	if (strcmp(text->treaty, what) == 0)
		return true;
	for (const char *p = text->name; (p = strstr(p, what)) != NULL; p++)
		if (p > text->name && p[-1] == ' ' &&
		    (p[length] == ' ' || p[length] == '\0'))
			return true;
	return false;
}

static enum dt_status
set_red_lines(const struct dt_stakes *s, struct dt_talks_party *p,
    const char *name, struct dt_error *err)
{
	const char *const *lines = p->own.refuses.items;
	for (size_t k = 0; k < p->own.refuses.n; k++) {
		bool any = false;
		for (size_t x = 0; x < s->m; x++)
			if (is_refused(&s->texts[x], lines[k]))
				any = p->refuses[x] = true;
		if (!any)
			return dt_status_fail(err, DT_EINPUT, "%s refuses "
			    "'%s', which no text on the menu has", name,
			    lines[k]);
	}
	return DT_OK;
}

/* A group is for what lies no further from its ideal than the race does, and
 * gains what it demands. */
static double
support(const struct dt_menu_party *own, double position, double race,
    double gain)
{
	const struct dt_menu_group *group = own->domestic.items;
	double all = 0, behind = 0;
	for (size_t k = 0; k < own->domestic.n; k++) {
		all += group[k].weight;
		if (fabs(position - group[k].ideal) <=
		    fabs(race - group[k].ideal) + 1e-12 &&
		    !(gain < group[k].demands - 1e-12))
			behind += group[k].weight;
	}
	return all > 0 ? behind / all : 1;
}

/* What others reckon that a party gains. A text that somebody is shown to gain
 * by departing from is worth what it is if broken, but for its belief. */
static double
expected(const struct dt_stakes *s, const struct dt_menu_party *own,
    size_t i, size_t x)
{
	const struct dt_stakes_text *text = &s->texts[x];
	double kept = s->kept[x * s->n + i], broken = s->broken[x * s->n + i];
	double worth = text->answer != DT_COMPLY_NO ? kept :
	    own->sincerity * kept + (1 - own->sincerity) * broken;
	return worth - s->racing[i] - text->in_force *
	    (own->cost_low + own->cost_high) / 2;
}

/* The same for who stays out, and bears no cost of it. */
static double
outside(const struct dt_stakes *s, const struct dt_menu_party *own, size_t i,
    size_t x)
{
	size_t at = x * s->n + i;
	if (s->outside == NULL || isnan(s->outside[at]))
		return 0;
	return (s->texts[x].answer != DT_COMPLY_NO ? s->outside[at] :
	    own->sincerity * s->outside[at] +
	    (1 - own->sincerity) * s->outside_broken[at]) - s->racing[i];
}

static enum dt_status
seat(struct dt_arena *arena, struct dt_talks_setting *setting, size_t i,
    struct dt_error *err)
{
	const struct dt_stakes *s = setting->stakes;
	const struct dt_menu_party *own = party_of(setting->menu,
	    s->names[i]);
	struct dt_talks_party *p = &setting->parties[i];
	p->own = own != NULL ? *own : setting->menu->others;
	if (own == NULL)
		p->own.negotiator = setting->menu->negotiator;
	p->patience = isnan(p->own.patience) ? s->continuation :
	    p->own.patience;
	p->refuses = dt_arena_new(arena, s->m, sizeof(*p->refuses));
	p->support = dt_arena_new(arena, s->m, sizeof(*p->support));
	if (p->refuses == NULL || p->support == NULL)
		return dt_status_no_memory(err);
	for (size_t x = 0; x < s->m; x++) {
		double gain = expected(s, &p->own, i, x);
		setting->expected[x * s->n + i] = gain;
		setting->outside[x * s->n + i] = outside(s, &p->own, i, x);
		p->support[x] = support(&p->own, s->texts[x].position,
		    s->racing_position, gain);
		if (dt_talks_ratification(setting, i, p->support[x]) > 0)
			setting->ratifiable[x] |= dt_move_bit(i);
	}
	return set_red_lines(s, p, s->names[i], err);
}

static const char *
group_of(const struct dt_talks_setting *s, size_t i)
{
	const char *own = s->parties[i].own.group;
	return own != NULL && own[0] != '\0' ? own :
	    dt_move_has(s->stakes->nations, i) ? "nations" : "labs";
}

/* In the order in which they first come. */
static void
set_groups(struct dt_talks_setting *s)
{
	for (size_t i = 0; i < s->stakes->n; i++) {
		size_t k = 0;
		while (k < i && strcmp(group_of(s, k), group_of(s, i)) != 0)
			k++;
		s->parties[i].group = k < i ? s->parties[k].group :
		    s->groups++;
	}
}

static enum dt_status
set_entry(struct dt_talks_setting *s, size_t text, struct dt_error *err)
{
	struct dt_quorum rule = dt_talks_rule(s, text);
	double chance[DT_AGENTS_MOST] = { 0 };
	for (size_t i = 0; i < s->stakes->n; i++)
		chance[i] = dt_talks_ratifies(s, i, text);
	return dt_quorum_chance(&rule, chance, &s->enters[text], err);
}

static const char *
all_protocols(struct dt_arena *arena)
{
	const char *all = "";
	for (size_t k = 0; all != NULL && dt_talks_protocols[k] != NULL; k++)
		all = dt_arena_print(arena, "%s%s%s", all, k > 0 ? ", " : "",
		    dt_talks_protocols[k]->name);
	return all != NULL ? all : "";
}

enum dt_status
dt_talks_prepare(struct dt_arena *arena, const struct dt_stakes *stakes,
    const struct dt_menu *menu, struct dt_talks_setting *setting,
    struct dt_error *err)
{
	*setting = (struct dt_talks_setting){ .stakes = stakes, .menu = menu,
	    .protocol = dt_talks_protocol_of(menu->protocol),
	    .deadline = menu->deadline, .breakdown = menu->breakdown,
	    .drawn = menu->order == DT_MENU_DRAWN,
	    .ratification = menu->ratification, .width = menu->width };
	if (setting->protocol == NULL)
		return dt_status_fail(err, DT_EUSAGE, "there is no protocol "
		    "'%s'; there is %s", menu->protocol,
		    all_protocols(arena));
	setting->parties = dt_arena_new(arena, stakes->n,
	    sizeof(*setting->parties));
	setting->expected = dt_arena_new(arena, stakes->n * stakes->m,
	    sizeof(double));
	setting->outside = dt_arena_new(arena, stakes->n * stakes->m,
	    sizeof(double));
	setting->ratifiable = dt_arena_new(arena, stakes->m,
	    sizeof(uint64_t));
	setting->enters = dt_arena_new(arena, stakes->m, sizeof(double));
	if (setting->parties == NULL || setting->expected == NULL ||
	    setting->outside == NULL ||
	    setting->ratifiable == NULL || setting->enters == NULL)
		return dt_status_no_memory(err);
	for (size_t x = 0; x < stakes->m; x++)
		setting->table |= stakes->texts[x].signers;
	enum dt_status status = setting->table != 0 ? DT_OK : dt_status_fail(
	    err, DT_EUSAGE, "nobody signs any text: `joins` is 0 for all");
	for (size_t i = 0; status == DT_OK && i < stakes->n; i++)
		status = seat(arena, setting, i, err);
	for (size_t x = 0; status == DT_OK && x < stakes->m; x++)
		status = set_entry(setting, x, err);
	set_groups(setting);
	if (status == DT_OK)
		status = dt_talks_ahead(arena, setting, err);
	return status == DT_OK ? dt_talks_weigh(arena, setting, err) : status;
}
