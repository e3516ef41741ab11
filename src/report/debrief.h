/*
 * debrief: what a class did, from the rows that a database has of it: a
 * section for the whole class, and one for each block that was played. Each
 * figure has a picture with its table; each number follows from the rows alone
 * (tests/report_figures.py works all of them out again).
 *
 * The page of `report` has the same sections. Blocks have the titles of the
 * lesson, where the file has one; practice is left out. Nothing in it is a person's: who
 * took part stands there by a code, if at all.
 *
 * Figures, by name; in a page's id `class-` or `block-N-` stands before it:
 *   class  pause       pauses and payoff by block, intervals by matching group
 *          sources     moves by who made them: human, bot, timeout, paper
 *          predictions what people expected, where they were asked
 *          people      who came, who dropped out, who is left out and why
 *          exclusions  pauses with and without what is left out
 *   block  rounds      pauses round by round
 *          signals     what was signalled against what was done
 *          agents      by seat of the game: pauses, payoff, races stopped
 *          groups      by matching group: pauses, payoff, who was punished
 *                      wrongly
 *          instead     payoff beside all racing and all pausing, and beside
 *                      what strategies would have earned in the same seats
 */
#ifndef DT_REPORT_DEBRIEF_H
#define DT_REPORT_DEBRIEF_H

#include "catalogue/catalogue.h"
#include "report/paper.h"

struct dt_debrief_request {
	const char *database;           /* path */
	int64_t block;                  /* this one and the class; 0: all */
	const char *const *titles;      /* of blocks, from the first, in place
	                                 * of the lesson's; or NULL */
	size_t n_titles;
	const char *language;           /* of the lesson's own words; NULL: the
	                                 * lesson's first */
	const struct dt_catalogue *catalogue;   /* finds tit-for-tat, grim and
	                                 * comply; NULL: `instead` has none */
	const char *version;            /* of the program */
};

/* It asks the file some fifty times, which takes about half a second: who
 * serves it keeps what it gave until another block is over. The paper is
 * filled; free it in any case (dt_paper_free). A file without a class is a
 * paper without sections. Errors as dt_query_open. */
enum dt_status dt_debrief(const struct dt_debrief_request *request,
    struct dt_arena *arena, struct dt_paper *paper, struct dt_error *err);

/*
 * The same as JSON, a line:
 * {"schema_version":1,"sections":[{"block":2,"title":"…","says":["…"],
 *  "figures":[{"name":"signals","title":"…","desc":"…","picture":true,
 *  "columns":[{"name":"done","head":"done","unit":""}],"rows":[["…",3]]}]}]}
 * block 0 is the class. desc is the picture in a sentence; "" where there is
 * none. The text has failed where memory was out.
 */
void dt_debrief_json(const struct dt_paper *paper, struct dt_text *json);

/* The SVG of a figure, or NULL: there is no such picture. The paper's. */
const struct dt_text *dt_debrief_picture(const struct dt_paper *paper,
    int64_t block, const char *name);

#endif
