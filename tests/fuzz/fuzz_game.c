/*
 * fuzz_game: any bytes as a game, as .nfg and as CSV. What is taken reads back
 * the same as it is printed, in both of .nfg's forms; a small game of two is
 * solved, and no equilibrium may have a deviation. `make fuzz` builds and runs
 * it (tests/fuzz.sh).
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "game/normal.h"
#include "solve/lemke_howson.h"
#include "solve/nash.h"
#include "solve/pure.h"
#include "solve/zero_sum.h"

enum { SMALL = 4, BYTES_MOST = 4096 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
need(bool good)
{
	if (!good)
		abort();
}

typedef enum dt_status reader(struct dt_arena *arena,
    const struct dt_source *source, struct dt_normal *game,
    struct dt_faults *faults, struct dt_error *err);

static bool
read_text(reader *reads, struct dt_arena *arena, const char *text,
    size_t size, struct dt_normal *game)
{
	struct dt_faults faults = { .arena = arena };
	struct dt_error err;
	struct dt_source *source = dt_arena_new(arena, 1, sizeof(*source));
	*source = (struct dt_source){ "game", text, size };
	enum dt_status status = reads(arena, source, game, &faults, &err);
	need(status == DT_OK || faults.n > 0);
	return status == DT_OK;
}

/* Printed, read and printed again it is the same text. */
static void
round_trip(struct dt_arena *arena, const struct dt_normal *game)
{
	struct dt_text first = { 0 }, other = { 0 }, second = { 0 };
	struct dt_normal again;
	dt_normal_print(game, &first);
	need(read_text(dt_normal_read, arena, dt_text_string(&first),
	    first.size, &again));
	dt_normal_print_outcomes(&again, &other);
	need(read_text(dt_normal_read, arena, dt_text_string(&other),
	    other.size, &again));
	dt_normal_print(&again, &second);
	need(strcmp(dt_text_string(&first), dt_text_string(&second)) == 0);
	dt_text_free(&first);
	dt_text_free(&other);
	dt_text_free(&second);
}

static void
solve(struct dt_arena *arena, const struct dt_normal *game)
{
	struct dt_lemke_howson_path paths[2 * SMALL];
	struct dt_profile_list all = { .arena = arena }, some = all;
	struct dt_zero_sum value;
	struct dt_error err;
	if (dt_nash_all(game, &all, &err) != DT_OK)
		return;
	need(all.n > 0);
	need(dt_lemke_howson_all(game, &some, paths, &err) == DT_OK);
	need(some.n > 0 && some.n <= all.n);
	for (size_t i = 0; i < all.n; i++)
		need(all.points[i].regret <= 1e-9 * dt_pure_range(game));
	dt_zero_sum_find(game, arena, &value, &err);
}

static void
try(reader *reads, const char *bytes, size_t size)
{
	struct dt_arena arena = { 0 };
	struct dt_normal game;
	char *text = dt_arena_copy_n(&arena, bytes, size);
	if (read_text(reads, &arena, text, size, &game) &&
	    game.profiles * game.players < BYTES_MOST) {
		round_trip(&arena, &game);
		if (game.players == 2 && game.strategies[0] <= SMALL &&
		    game.strategies[1] <= SMALL)
			solve(&arena, &game);
	}
	dt_arena_free(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size > BYTES_MOST)
		return 0;
	try(dt_normal_read, (const char *)data, size);
	try(dt_normal_read_csv, (const char *)data, size);
	return 0;
}
