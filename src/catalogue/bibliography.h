/*
 * bibliography: what the files, pages and comments of the project cite.
 *
 * Files of the kind `bibliography` are maps from a key to a work. A key is the
 * surnames of its authors in lower case and the year, with a letter where that
 * is not one: schelling-1960, axelrod-1980b. A word that is cited by any file
 * (its key `cites`) is a key, or a key and a place in the work behind a comma:
 * "schelling-1960, chapter 2".
 *
 * To add a work: an entry in data/bibliography.yaml. The manual page
 * detente-bibliography(7) is made from it. To read
 * them: works.h.
 */
#ifndef DT_BIBLIOGRAPHY_H
#define DT_BIBLIOGRAPHY_H

#include "base/schema.h"

struct dt_work {
	struct dt_origin origin;        /* .name: its key */
	struct dt_list authors;         /* of const char *: "Nash, J." or the
	                                 * name of an institution */
	const char *year;               /* "1980", or "1980b" of two */
	const char *title;
	const char *where;              /* journal, volume, pages; publisher */
	const char *doi, *url;
	const char *read;               /* the day it was read, or that it was
	                                 * not and where it is cited so */
	const char *note;
	const char *cited;              /* how texts cite it: "Nash 1950" */
};

struct dt_bibliography {
	struct dt_origin origin;
	const char *name, *title, *summary;
	struct dt_list works;           /* of struct dt_work */
};

extern const struct dt_schema dt_bibliography_schema;

#endif
