/* show_meant: what may be meant by a word that is no kind; see show.h. */
#include "cmd/show.h"

#include "cmd/kinds.h"

const char *
dt_cmd_show_meant(const struct dt_command_call *call, const char *word)
{
	const struct dt_catalogue *c = &call->catalogue;
	const char *near = dt_cmd_kinds_nearest(call, word, false);
	const char *text = NULL, *path, *name;
	struct dt_error err = { 0 };
	for (const struct dt_cmd_kind *k = dt_cmd_kinds; k->word && !text; k++) {
		const struct dt_catalogue_kind *kind =
		    dt_catalogue_kind_of(k->word);
		if (kind != NULL && dt_catalogue_find(c, kind, word, NULL,
		    &path, &err) == DT_OK)
			text = dt_arena_print(call->arena, "; did you mean "
			    "'detente show %s %s'?", k->word, word);
	}
	for (const struct dt_cmd_kind *k = dt_cmd_kinds; k->word && !text &&
	    near[0] == '\0'; k++) {
		const struct dt_catalogue_kind *kind =
		    dt_catalogue_kind_of(k->word);
		name = kind ? dt_catalogue_meant(c, kind, word) : NULL;
		if (name != NULL)
			text = dt_arena_print(call->arena, "; did you mean "
			    "the %s %s?", k->word, name);
	}
	return text != NULL ? text : near;
}
