/*
 * graph: the public states of a treaty whose signers comply, as one of them,
 * the focal agent, sees them; and where each round leads, by who is found.
 *
 * A state is the treaty's clock and each agent's standing. Agents that are
 * alike (engine/twins.h), the focal agent apart, are counted: their standings
 * are sorted. An edge has a *pattern*: whether the focal agent is found, and
 * how many of each kind of the others; and the chance of all coins but those.
 * So the graph is of the treaty's text alone: rates, moves, money, payoffs and
 * patience come in when chances are put on its patterns (scene.h), again and
 * again on one graph. What the focal agent does in a round changes the chance
 * of a pattern, and never where it leads.
 *
 * States come in three parts, one on another, each closed: what a run of
 * compliers may come to and what the focal agent's departures but withdrawals
 * lead to; with those of the last round of its notice and after, or where it
 * never signed; with those after another party gave notice, nobody else having
 * given it, which are walked when they are asked for. A part that is too large
 * is left out, and `whole` says which are there. The rounds of the focal
 * agent's notice before its last need no states of their own: in them all goes
 * as if it had given none (parts_agent.c). In the last round of anybody's,
 * strikes bear on the answers of that round alone: one state stands for all that
 * have the same ones (standing.h), that of the fewest.
 */
#ifndef DT_COMPLY_GRAPH_H
#define DT_COMPLY_GRAPH_H

#include "base/status.h"
#include "comply/clock.h"
#include "comply/standing.h"
#include "engine/model.h"

enum dt_graph_part {
	DT_GRAPH_KEPT, DT_GRAPH_LEFT, DT_GRAPH_OTHER, DT_GRAPH_PARTS
};

/* Ways in which a round may go by who is found. */
enum { DT_GRAPH_PATTERNS_MOST = 4096 };

struct dt_graph_request {
	const struct dt_model *model;   /* signers' automata are not looked at;
	                                 * outlives the graph */
	uint64_t signers;
	size_t focal;                   /* one of them; SIZE_MAX: nobody, and
	                                 * all that are alike are counted */
	int64_t strikes_cut[2];         /* see standing.h */
	size_t states_most, edges_most;
	bool innocent;                  /* others are never found: no edge for
	                                 * what never happens */
};

/* How far all went once a part was walked, or one more stage of the third. */
enum { DT_GRAPH_STAGES = 3 };
struct dt_graph_stage {
	int64_t notice;                 /* see dt_graph_others */
	size_t done, edges, n_given, scenes, end[DT_GRAPH_PARTS];
	enum dt_graph_part whole;
};

/* Another party gives notice: a state, the same with so much of it left, and how
 * many rounds of it are gone by then. */
struct dt_graph_given {
	uint32_t from, to;
	size_t class;                   /* of that party */
	int64_t rounds;
};

struct dt_graph {
	struct dt_graph_request asked;
	size_t n_agents, classes;
	uint8_t order[DT_AGENTS_MOST];  /* agent of a place; focal first */
	uint8_t class[DT_AGENTS_MOST];  /* of a place */
	uint8_t first[DT_AGENTS_MOST + 1];      /* place of a class */
	/* Groups of classes that are found alike. */
	size_t groups, size[DT_AGENTS_MOST], radix[DT_AGENTS_MOST];
	uint8_t group[DT_AGENTS_MOST];  /* of a class; the focal's is none */
	size_t patterns;                /* focal + 2 * (counts by radix) */
	struct dt_standings standings;
	struct dt_clocks clocks;
	struct dt_index states;         /* clock, then a standing a place */
	size_t end[DT_GRAPH_PARTS];     /* states of the parts, one on another */
	enum dt_graph_part whole;       /* the last that is there */
	uint32_t start, abstain;        /* before the first round; the same if
	                                 * the focal agent never signs */
	uint32_t *scene;                /* [state] */
	uint32_t *leaving;              /* [state]: the same in the last round
	                                 * of the focal agent's notice;
	                                 * DT_INDEX_NONE */
	struct dt_graph_given *given;   /* [n_given] */
	size_t n_given;
	struct dt_index scenes;         /* phase and whether it binds, parties */
	size_t *row;                    /* [state + 1] */
	uint32_t *to;
	uint16_t *pattern;
	double *chance;
	size_t edges;
	/* Room of the arrays; of the walk. */
	size_t given_room, scene_room, leaving_room, row_room, to_room, pattern_room,
	    chance_room;
	size_t done;                    /* states whose edges are there */
	/* Those that are known, of which so many have been gone through: more
	 * are known of a graph that was kept (graph_shelf.h). */
	struct dt_graph_stage stages[DT_GRAPH_STAGES];
	size_t n_stages, stage;
	struct dt_graph_draw *draw;     /* room of a round */
};

/* The first two parts. DT_EUSAGE: too many states, or agents too unlike; err
 * says so. Release it with dt_graph_free, also after an error. */
enum dt_status dt_graph_build(struct dt_graph *graph,
    const struct dt_graph_request *request, struct dt_error *err);
/* The third one as well, of which so many rounds of another's notice are gone
 * through, the last ones; asked again for more, it goes on from there. What was
 * there keeps its numbers. DT_EUSAGE: too many; what was there stays. */
enum dt_status dt_graph_others(struct dt_graph *graph, int64_t notice,
    struct dt_error *err);
/* The first part alone is left, as if the second had been too large. */
void dt_graph_cut(struct dt_graph *graph);
void dt_graph_free(struct dt_graph *graph);

static inline const uint32_t *
dt_graph_key(const struct dt_graph *g, size_t state)
{
	return g->states.keys + state * g->states.width;
}

static inline const struct dt_clock *
dt_graph_clock(const struct dt_graph *g, size_t state)
{
	return &g->clocks.of[dt_graph_key(g, state)[0]];
}

static inline const struct dt_standing *
dt_graph_standing(const struct dt_graph *g, size_t state, size_t place)
{
	return &g->standings.of[dt_graph_key(g, state)[1 + place]];
}

/* What is the same for all states of a scene. */
struct dt_graph_scene {
	enum dt_phase phase;
	bool bound;                     /* RACE of a party is a breach */
	uint64_t parties;               /* agents */
};
struct dt_graph_scene dt_graph_scene(const struct dt_graph *graph,
    size_t scene);

/* Whether some agent of a class is a party. */
bool dt_graph_has_party(const struct dt_graph *graph, size_t state,
    size_t class);

/* The standing of a new party at a place. */
static inline uint32_t
dt_graph_fresh(const struct dt_graph *g, size_t place)
{
	return place == 0 && g->asked.focal != SIZE_MAX ? DT_STANDING_FOCAL :
	    DT_STANDING_FRESH;
}

#endif
