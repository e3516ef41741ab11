/* class_who: finds people, their groups, and the runs of a game. */
#include "class/class_internal.h"

#include <stdio.h>

/* Every token is looked at, each to its end. */
int64_t
dt_class_find(const struct dt_class *c,
    const unsigned char token[DT_HASH_BYTES])
{
	int64_t found = -1;
	for (size_t i = 0; i < c->n_people; i++) {
		unsigned differs = 0;
		for (size_t k = 0; k < DT_HASH_BYTES; k++)
			differs |= c->people[i].token[k] ^ token[k];
		if (differs == 0 && c->people[i].left < 0)
			found = (int64_t)i;
	}
	return found;
}

bool
dt_class_is_here(const struct dt_class *c, int64_t person)
{
	return person >= 0 && c->people[person].left < 0 &&
	    c->people[person].streams > 0;
}

/* "b2.p0a1b2c3d": as whom one signs in a block. */
void
dt_class_signer(const struct dt_class *c, int64_t person, size_t block,
    char name[DT_CLASS_SIGNER])
{
	snprintf(name, DT_CLASS_SIGNER, "b%zu.%.9s", block % 100 + 1,
	    c->people[person].code);
}

struct dt_class_group *
dt_class_group_of(const struct dt_class *c, int64_t seat)
{
	return seat < 0 || c->seats[seat].group < 0 ? NULL :
	    c->groups[c->seats[seat].group];
}

const struct dt_class_choice *
dt_class_choice(const struct dt_class_group *g, size_t round, size_t agent)
{
	return &g->choices[(round - 1) * g->game->experiment.model.n + agent];
}

/* The group that is that run of the game. */
const struct dt_class_group *
dt_class_run(const struct dt_class *c, const struct dt_class_game *g,
    int64_t run)
{
	for (size_t i = 0; i < c->n_groups; i++)
		if (c->groups[i]->game == g && c->groups[i]->run == run)
			return c->groups[i];
	return NULL;
}

const char *
dt_class_word(const struct dt_class *c, const char *text)
{
	return c->language == NULL || text == NULL ? text : dt_lesson_in(
	    c->lesson, c->language, text);
}

const char *
dt_class_agent_title(const struct dt_class *c, const struct dt_class_group *g,
    size_t agent)
{
	return dt_class_word(c, dt_lesson_agent_title(c->lesson,
	    g->game->experiment.model.agents[agent].name));
}
