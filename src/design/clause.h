/*
 * clause: what a treaty's text says beyond one that says nothing, piece by
 * piece: channels, what rungs do, deposits, payments, rules. Fewer are better
 * where treaties cost the same; each may be left out to see what it is for.
 */
#ifndef DT_DESIGN_CLAUSE_H
#define DT_DESIGN_CLAUSE_H

#include "base/arena.h"
#include "treaty/treaty.h"

int64_t dt_clause_count(const struct dt_treaty *treaty);

/* The text without its k-th clause, from 0, in the arena; its name as people
 * read it, "the fine of 4.45". NULL: memory is out. */
const char *dt_clause_drop(struct dt_arena *arena,
    const struct dt_treaty *treaty, size_t k, struct dt_treaty *without);

#endif
