/* infer_set: sets of strategies, and types of agents, by name. */
#include <string.h>

#include "infer/infer.h"

/* Dal Bó and Fréchette 2011, table 7; both punish their own slips. */
static const char *const dal_bo_frechette[] = { "always-race",
	"always-pause", "grim-either", "tit-for-tat", "win-stay-lose-shift",
	"two-round-trigger-either" };

/* Fudenberg, Rand and Dreber 2012, the eleven that they keep. */
static const char *const fudenberg_rand_dreber[] = { "always-pause",
	"tit-for-tat", "tit-for-two-tats", "tit-for-three-tats",
	"two-tits-for-tat", "two-tits-for-two-tats", "grim-either",
	"grim-two-either", "grim-three-either", "always-race",
	"suspicious-tit-for-tat" };

static const char *const classic[] = { "always-pause", "always-race",
	"tit-for-tat", "grim", "win-stay-lose-shift" };

static const char *const sincere[] = { "tit-for-tat", "grim-either" };
static const char *const cynic[] = { "always-race",
	"suspicious-tit-for-tat" };

#define SET(name, list) { name, sizeof(list) / sizeof((list)[0]), list }

const struct dt_infer_set dt_infer_sets[] = {
	SET("dal-bo-frechette", dal_bo_frechette),
	SET("fudenberg-rand-dreber", fudenberg_rand_dreber),
	SET("classic", classic),
	{ 0 }
};

const struct dt_infer_set dt_infer_types[] = {
	SET("sincere", sincere),
	SET("cynic", cynic),
	{ 0 }
};

static const struct dt_infer_set *
find(const struct dt_infer_set *table, const char *name)
{
	for (; table->name != NULL; table++)
		if (strcmp(table->name, name) == 0)
			return table;
	return NULL;
}

/* The pieces between those characters, without those that are empty or were
 * there before. */
static enum dt_status
split(const char *words, char between, struct dt_arena *arena,
    const char *const **pieces, size_t *n, struct dt_error *err)
{
	const char mark[] = { between, '\0' };
	const char **list = dt_arena_new(arena, strlen(words) + 1,
	    sizeof(*list));
	*n = 0;
	while (list != NULL && *words != '\0') {
		size_t size = strcspn(words, mark), k = 0;
		char *piece = dt_arena_copy_n(arena, words, size);
		if (piece == NULL)
			return dt_status_no_memory(err);
		while (k < *n && strcmp(list[k], piece) != 0)
			k++;
		if (size > 0 && k == *n)
			list[(*n)++] = piece;
		words += size + (words[size] != '\0');
	}
	*pieces = list;
	return list != NULL ? DT_OK : dt_status_no_memory(err);
}

enum dt_status
dt_infer_set_read(const char *words, struct dt_arena *arena,
    struct dt_infer_set *set, struct dt_error *err)
{
	const struct dt_infer_set *known = find(dt_infer_sets, words);
	if (known != NULL) {
		*set = *known;
		return DT_OK;
	}
	set->name = words;
	enum dt_status status = split(words, ',', arena, &set->strategies,
	    &set->n, err);
	return status == DT_OK && set->n == 0 ? dt_status_fail(err, DT_EUSAGE,
	    "a set needs a strategy: --strategies tit-for-tat,grim") : status;
}

static enum dt_status
read_type(const char *words, struct dt_arena *arena,
    struct dt_infer_set *type, struct dt_error *err)
{
	const char *equals = strchr(words, '=');
	const struct dt_infer_set *known = find(dt_infer_types, words);
	if (known != NULL) {
		*type = *known;
		return DT_OK;
	}
	if (equals == NULL || equals == words || equals[1] == '\0')
		return dt_status_fail(err, DT_EUSAGE, "there is no type '%s': "
		    "take sincere or cynic, or say what it plays, as "
		    "%s=tit-for-tat+grim", words, equals == words ? "own" :
		    words);
	type->name = dt_arena_copy_n(arena, words, (size_t)(equals - words));
	return type->name == NULL ? dt_status_no_memory(err) :
	    split(equals + 1, '+', arena, &type->strategies, &type->n, err);
}

/* All that the types have, each once. */
static enum dt_status
join(const struct dt_infer_set *types, size_t n, struct dt_arena *arena,
    struct dt_infer_set *set, struct dt_error *err)
{
	size_t room = 0;
	for (size_t t = 0; t < n; t++)
		room += types[t].n;
	const char **list = dt_arena_new(arena, room + 1, sizeof(*list));
	if (list == NULL)
		return dt_status_no_memory(err);
	set->n = 0;
	set->strategies = list;
	for (size_t t = 0; t < n; t++)
		for (size_t k = 0; k < types[t].n; k++) {
			for (size_t j = 0; j < set->n; j++)
				if (strcmp(list[j], types[t].strategies[k]) ==
				    0)
					return dt_status_fail(err, DT_EUSAGE,
					    "%s is of two types: leave it in "
					    "one", list[j]);
			list[set->n++] = types[t].strategies[k];
		}
	return DT_OK;
}

enum dt_status
dt_infer_types_read(const char *words, struct dt_arena *arena,
    struct dt_infer_set **types, size_t *n, struct dt_infer_set *set,
    struct dt_error *err)
{
	const char *const *pieces;
	enum dt_status status = split(words, ',', arena, &pieces, n, err);
	if (status != DT_OK)
		return status;
	*types = dt_arena_new(arena, *n + 1, sizeof(**types));
	if (*types == NULL)
		return dt_status_no_memory(err);
	for (size_t t = 0; t < *n && status == DT_OK; t++)
		status = read_type(pieces[t], arena, &(*types)[t], err);
	if (status == DT_OK && *n == 0)
		status = dt_status_fail(err, DT_EUSAGE, "--types needs a "
		    "type, as sincere,cynic");
	set->name = words;
	return status ? status : join(*types, *n, arena, set, err);
}
