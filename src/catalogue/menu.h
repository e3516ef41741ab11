/*
 * menu: what parties may agree on, who they are and how they talk: one file
 * each in data/menus/.
 *
 * Texts are treaties by name, and besides every combination of the clauses'
 * values, each put into the treaty `base` as --set puts them into a scenario.
 */
#ifndef DT_MENU_H
#define DT_MENU_H

#include "base/schema.h"
#include "catalogue/catalogue.h"
#include "catalogue/negotiator.h"

enum { DT_MENU_TEXTS_MOST = 256 };

struct dt_menu_clause {
	struct dt_origin origin;        /* .name: what it is called */
	const char *key;                /* of the treaty */
	struct dt_list also;            /* of const char *: more keys that take
	                                 * the same value */
	struct dt_list values;          /* of const char *, YAML */
	struct dt_list labels;          /* of const char *: what each is called;
	                                 * none: as it is written */
	const char *reserve;            /* the value that stands where a party
	                                 * reserves against the clause; "":
	                                 * nobody may */
	const char *about;
};

/* A group at home: it is for a text that lies no further from its ideal than
 * the race does, and that is known to gain its nation what it demands. */
struct dt_menu_group {
	struct dt_origin origin;
	double weight, ideal;
	double demands;         /* payoff a round over racing; NAN: nothing */
};

/* What is a party's own, and others do not know of it. */
struct dt_menu_party {
	struct dt_origin origin;        /* .name: the agent */
	struct dt_negotiator negotiator;
	const char *group;      /* "": labs, or nations */
	double cost_low, cost_high;     /* of a round in force: payoff, drawn
	                                 * anew for each negotiation */
	double sincerity;       /* belief: chance that a text is kept that it
	                         * does not pay to keep */
	double patience;        /* what the next round counts; NAN: the
	                         * scenario's continuation */
	struct dt_list refuses; /* of const char *: treaties, or CLAUSE=VALUE,
	                         * that it never accepts */
	struct dt_list domestic;        /* of struct dt_menu_group */
	double threshold;       /* share of their weight that ratifies */
	double width;           /* DOMESTIC: logit of it; NAN: spatial */
};

enum dt_menu_order { DT_MENU_FIXED, DT_MENU_DRAWN };
enum dt_menu_ratification {
	DT_MENU_CERTAIN, DT_MENU_SPATIAL, DT_MENU_LOGIT, DT_MENU_DOMESTIC
};

struct dt_menu {
	struct dt_origin origin;
	const char *name, *title, *summary, *source;
	int status;
	struct dt_list treaties;        /* of const char * */
	const char *base;               /* or "" */
	struct dt_list clauses;         /* of struct dt_menu_clause */
	struct dt_negotiator negotiator;        /* of who has none */
	struct dt_list parties;         /* of struct dt_menu_party */
	struct dt_menu_party others;    /* who is not named; its negotiator is
	                                 * the menu's */
	const char *protocol;
	int64_t deadline;               /* rounds of talks */
	double breakdown;               /* chance after a round without */
	int order;                      /* enum dt_menu_order */
	int ratification;               /* enum dt_menu_ratification */
	double width;                   /* logit: of the support */
};

extern const struct dt_schema dt_menu_schema, dt_menu_group_schema;
extern const char *const dt_menu_ratification_words[];

/* What a value of a clause is called. */
const char *dt_menu_label(const struct dt_menu_clause *clause, size_t k);

/* How many texts it has; no more than DT_MENU_TEXTS_MOST + 1 is counted. */
size_t dt_menu_texts(const struct dt_menu *menu);

/* Whether each treaty is there and each clause fits the base. */
enum dt_status dt_menu_check(const struct dt_catalogue *catalogue,
    const struct dt_menu *menu, struct dt_faults *faults,
    struct dt_error *err);

struct dt_scenario;
/* menu_home.c: agents of whose groups at home the menu says nothing have those
 * of their files, as parties that it names. */
enum dt_status dt_menu_home(struct dt_menu *menu,
    const struct dt_scenario *scenario, struct dt_arena *arena,
    struct dt_error *err);

/* By name or path; overrides "KEY=VALUE" (NULL-terminated, or NULL) set keys
 * of it. In the catalogue's arena. DT_EINPUT with faults. */
enum dt_status dt_menu_read(const struct dt_catalogue *catalogue,
    const char *name, const char *const *sets, struct dt_menu *menu,
    struct dt_faults *faults, struct dt_error *err);

#endif
